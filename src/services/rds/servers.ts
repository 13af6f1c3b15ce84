/** What runs the database servers of this machine: made by the platform. Every method may be repeated. */
export interface DatabaseServers {
  /** PostgreSQL versions that are installed, the newest first: `15.18`. Empty: there is none. */
  versions(): Promise<readonly string[]>;
  /** The wanted port, or any when none is; undefined when it is taken. */
  freePort(wanted?: number): Promise<number | undefined>;
  /** Errors of all that follow: an Error with a sentence for the operator. */
  create(id: string, server: NewServer): Promise<void>;
  /** Makes a server that has what another has, and takes no writes; one that is there begins anew. */
  follow(id: string, follower: FollowingServer): Promise<void>;
  /** Ends the following: the server takes writes. */
  promote(id: string, admin: Login): Promise<void>;
  /** Keeps nothing more for a follower that is none any more. */
  forget(id: string, admin: Login, follower: string): Promise<void>;
  /** Stops a server once its follower `to` has all it had. False: that did not come about, and it runs as before. */
  handOver(id: string, to: string, admin: Login): Promise<boolean>;
  /** Has its users log in by tokens, or not any more. It starts again where that changes something. */
  configure(id: string, tokens: TokenUsers | undefined): Promise<void>;
  start(id: string): Promise<void>;
  stop(id: string): Promise<void>;
  restart(id: string): Promise<void>;
  /** Stops it and deletes its files. */
  remove(id: string): Promise<void>;
  /** Gives a new server its first user and its first database. */
  setUp(id: string, admin: Login, master: MasterUser, database?: string): Promise<void>;
  setPassword(id: string, admin: Login, master: MasterUser): Promise<void>;
  /** Whether a user may enter. */
  logIn(id: string, login: Login): Promise<void>;
}

interface NewServer {
  readonly version: string;
  readonly port: number;
  /** The superuser by which the service looks after the server. */
  readonly admin: Login;
  /** Its users may log in by tokens of IAM; undefined: by passwords alone. */
  readonly tokens?: TokenUsers | undefined;
}

export interface TokenUsers {
  readonly account: string;
  readonly region: string;
  /** The user who always has a password. */
  readonly master: string;
}

interface FollowingServer extends NewServer {
  /** The id of the server that it follows, which runs. */
  readonly source: string;
}

export interface Login {
  readonly name: string;
  readonly password: string;
}

export interface MasterUser {
  readonly name: string;
  /** See `scramVerifier`. */
  readonly verifier: string;
}

/** What a server's folder says of it, beside its data. */
export interface ServerRecord {
  /** The PostgreSQL that made the data directory: `15.18`. */
  readonly version: string;
  readonly port: number;
  /** Whether it is to run. */
  readonly isWanted: boolean;
  /** The id of the server that it follows. */
  readonly follows?: string;
  /** Users of it may log in by tokens: then a gate has the port. */
  readonly tokens?: TokenLogins;
}

export interface TokenLogins {
  readonly account: string;
  readonly region: string;
  /** The user who always has a password. */
  readonly master: string;
  /** Where the server listens behind the gate. */
  readonly serverPort: number;
}

/** Undefined: the text is no record. */
export function readRecord(text: string): ServerRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { version, port, isWanted, follows, tokens }: Partial<Record<string, unknown>> = {
      ...value,
    };
    if (typeof version !== 'string' || typeof port !== 'number') return undefined;
    const following = typeof follows === 'string' ? { follows } : {};
    const gate = tokensIn(tokens);
    return {
      version,
      port,
      isWanted: isWanted === true,
      ...following,
      ...(gate === undefined ? {} : { tokens: gate }),
    };
  } catch {
    return undefined;
  }
}

function tokensIn(value: unknown): TokenLogins | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { account, region, master, serverPort }: Partial<Record<string, unknown>> = { ...value };
  if (typeof account !== 'string' || typeof region !== 'string') return undefined;
  if (typeof master !== 'string' || typeof serverPort !== 'number') return undefined;
  return { account, region, master, serverPort };
}

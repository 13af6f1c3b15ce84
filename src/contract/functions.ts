import type { ByteStream } from '../model/types.ts';
import type { Instant } from '../core/time.ts';
import type { Call } from './operation.ts';
import type { AnyOperation } from './service.ts';
import type { Unit } from './view.ts';

/** Runs customers' functions, each in a process of its own that speaks AWS's Lambda Runtime API. */
export interface FunctionRunner {
  /** Why no function runs here, as a sentence; undefined: they run. */
  readonly refusal: string | undefined;
  /** Why this machine can't run functions of a runtime (`python3.12`), as a sentence; undefined: it can. */
  missingRuntime(runtime: string): string | undefined;
  /** What is wrong with a zip archive; undefined: it can be unpacked. */
  inspect(archive: ByteStream): Promise<ArchiveFault | undefined>;
  /** What a living sandbox of this key was launched with, if it is good until `until`. */
  launched(key: string, until: Instant): LaunchSpec | undefined;
  /** Runs once. Never rejects for what the function does: that is the outcome. */
  invoke(launch: LaunchSpec, invocation: Invocation): Promise<Outcome>;
  /** Ends the idle sandboxes whose keys begin so; busy ones end once they have answered. */
  retire(keyPrefix: string): void;
  /** Ends every sandbox. */
  close(): Promise<void>;
}

/** `tooLarge`: unpacked it has more bytes, or more files, than a function may. */
export type ArchiveFault = 'unreadable' | 'tooLarge';

/** What a sandbox is started with. Sandboxes are reused among launches of the same key. */
export interface LaunchSpec {
  /** Everything that makes a sandbox of its own necessary: the version's ARN and revision. */
  readonly key: string;
  readonly runtime: string;
  readonly handler: string;
  readonly memoryMb: number;
  /** `2026/11/25/[$LATEST]`: the sandbox's own 32 digits are put behind it. */
  readonly logStreamPrefix: string;
  /** Beside what describes the sandbox itself. */
  readonly environment: Readonly<Record<string, string>>;
  /** The zip archives: the function's, then its layers in order. Read when a sandbox starts. */
  readonly archives: () => { readonly code: ByteStream; readonly layers: readonly ByteStream[] };
  /** Service time at which what the environment holds is no longer good. */
  readonly expires: Instant;
}

export interface Invocation {
  readonly requestId: string;
  /** As it was invoked, with its qualifier. */
  readonly functionArn: string;
  readonly payload: Uint8Array;
  /** JSON text. */
  readonly clientContext?: string | undefined;
  readonly timeoutSeconds: number;
  /** `$LATEST`, `3`: named in the log. */
  readonly version: string;
  readonly concurrency: Concurrency;
}

/** How many may run at a time. What runs is counted on this machine. */
export interface Concurrency {
  /** What is counted together: an account and Region. */
  readonly pool: string;
  /** How many of the pool may run: what functions reserve is not theirs to take. */
  readonly poolLimit: number;
  /** The function, all its versions together. */
  readonly functionName: string;
  readonly reserved: number | undefined;
}

export type ThrottleReason =
  | 'ConcurrentInvocationLimitExceeded'
  | 'ReservedFunctionConcurrentInvocationLimitExceeded';

export type Outcome =
  | { readonly kind: 'throttled'; readonly reason: ThrottleReason }
  /** The machine could not start it: nothing ran. */
  | { readonly kind: 'unstartable'; readonly message: string }
  | RanOutcome;

export interface RanOutcome {
  readonly kind: 'ran';
  readonly payload: Uint8Array;
  /** Undefined: it answered. */
  readonly error: 'Handled' | 'Unhandled' | undefined;
  /** Everything the sandbox said since the invocation before, with START, END and REPORT. Bounded. */
  readonly log: readonly LogLine[];
  readonly logStream: string;
  /** The sandbox's first: its log stream is new. */
  readonly isFirst: boolean;
  readonly durationMs: number;
}

export interface LogLine {
  /** Milliseconds before the outcome. */
  readonly ageMs: number;
  readonly text: string;
}

/** Addresses at which functions answer plain HTTP, whatever the request is. */
export interface FunctionUrls {
  find(unit: Unit, id: string): Promise<FunctionUrl | undefined>;
  /** `Invoke`, by the permissions that a URL asks for. */
  readonly operation: AnyOperation;
  /** The answer that needs no function: a preflight. */
  preflight(url: FunctionUrl, request: PlainRequest): PlainResponse | undefined;
  /** The operation's input. */
  input(url: FunctionUrl, request: PlainRequest, call: Call): object;
  /** What the operation's output is over HTTP. */
  answer(output: object): PlainResponse;
  /** What every answer but a preflight's has beside its own headers, refusals too. */
  headers(url: FunctionUrl, request: PlainRequest): PlainResponse['headers'];
}

export interface FunctionUrl {
  /** 32 characters, lower case. */
  readonly id: string;
  readonly region: string;
  /** Who may call: whoever signs and is allowed, or whoever the policy allows. */
  readonly authType: 'AWS_IAM' | 'NONE';
  /** Unqualified. */
  readonly functionArn: string;
  readonly qualifier?: string;
  readonly cors?: CrossOrigin;
}

/** What web pages of other sites may do. */
export interface CrossOrigin {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
}

export interface PlainRequest {
  readonly method: string;
  /** As sent, undecoded, below the URL: `/`. */
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Names and values in turn, as they came. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
  readonly host: string;
}

export interface PlainResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | string;
}

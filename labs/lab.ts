// What a lab is: one runnable walk-through of one system, driven by real AWS clients. It is documentation and
// acceptance test in one: it tells what happens while it happens, and every claim it makes is checked.
// Labs are clients: they import nothing from src.
import type { Narrator } from './narration.ts';

export interface LabSettings {
  readonly narrator: Narrator;
  /** The bundled command line, which private servers are started from. */
  readonly program: string;
  /** How much data a lab that streams a file makes. */
  readonly megabytes: number;
  /** A server that runs already; undefined: the lab starts its own. */
  readonly running: RunningServer | undefined;
}

export interface RunningServer {
  readonly url: string;
  readonly region: string;
  readonly credentials: Credentials;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Lab {
  readonly name: string;
  readonly title: string;
  readonly run: (settings: LabSettings) => Promise<void>;
}

/** A claim and what became of it. */
export interface CheckResult {
  readonly claim: string;
  readonly passed: boolean;
}

export interface LabReport {
  readonly checks: readonly CheckResult[];
  readonly failed: readonly CheckResult[];
  readonly skipped: readonly string[];
}

/** Runs a lab to its end. What breaks it is a failed check, so that a report always stands at the end. */
export async function runLab(lab: Lab, settings: LabSettings): Promise<LabReport> {
  const { narrator } = settings;
  narrator.title(lab.title);
  await narrator.attempt('the lab ran to its end', () => lab.run(settings));
  return narrator.conclude();
}

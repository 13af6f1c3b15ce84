import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** A function's newest code, as what looks for vulnerabilities knows it. */
export interface CodeFacts {
  readonly name: string;
  /** Without a version. */
  readonly arn: string;
  /** `$LATEST`. */
  readonly version: string;
  /** `nodejs20.x`. */
  readonly runtime: string;
  /** Base64. */
  readonly codeSha256: string;
  readonly role: string;
  readonly modified: Instant;
  readonly architecture: string;
  readonly tags: Tags;
  /** ARNs, in the order in which they are laid over each other. */
  readonly layers: readonly string[];
  /** The ZIP archive of the function, and then of its layers. */
  readonly archives: readonly {
    readonly layer?: string;
    readonly open: () => AsyncIterable<Uint8Array>;
  }[];
}

/** What Inspector asks of Lambda beside what its role may see there. */
export interface FunctionInventory {
  namesIn(unit: Unit, scope: Scope): Promise<readonly string[]>;
  functionNamed(unit: Unit, scope: Scope, name: string): Promise<CodeFacts | undefined>;
}

/** The outbox topic of findings that go to Security Hub: each a `ToldFinding`, in JSON. */
export const TO_SECURITY_HUB = 'inspector2.toSecurityHub';

export type { FindingDocument as ToldFinding } from './state.ts';

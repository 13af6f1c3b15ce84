import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';

/** A resource that a control looked at. */
export interface CheckedResource {
  /** As findings name it: `AwsKmsKey`. */
  readonly type: string;
  /** An ARN. */
  readonly id: string;
  readonly passes: boolean;
}

/** How one service answers a control about what it keeps. Each is one line in the registry. */
export interface ControlCheck {
  /** `KMS.4`. */
  readonly control: string;
  /** Every resource of the account's Region that the control is about. */
  check(unit: Unit, scope: Scope): Promise<readonly CheckedResource[]>;
}

/** The account itself, for controls that are about all of it. */
export function accountResource({ account }: Scope, passes: boolean): CheckedResource {
  return { type: 'AwsAccount', id: `AWS::::Account:${account}`, passes };
}

import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

/** An account's Region, at a time. */
export interface Place {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly now: Instant;
}

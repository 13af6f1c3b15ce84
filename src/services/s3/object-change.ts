import type { Blobs } from '../../contract/blobs.ts';
import type { Context } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';

/** Who changes objects, as events tell. */
export interface Origin {
  /** An account's number, or a service. */
  readonly requester: string;
  readonly principalId: string;
  readonly requestId: string;
  /** Absent where S3 does it by itself. */
  readonly sourceIp?: string;
  /** `PutObject`, `Lifecycle Expiration`. */
  readonly reason: string;
}

/** A unit that changes objects. */
export interface Change {
  readonly blobs: Blobs;
  readonly unit: Unit;
  readonly now: Instant;
  readonly origin: Origin;
}

/** A call's. `reason` is the API operation that events name. */
export function changeBy(blobs: Blobs, { call, unit }: Context, reason: string): Change {
  const { caller, requestId, sourceIp, now } = call;
  const { account, arn, principalId } = caller.identity;
  const requester = account === '' ? arn : account;
  return { blobs, unit, now, origin: { requester, principalId, requestId, sourceIp, reason } };
}

/** What a service does by itself, such as S3's own jobs. */
export function changeByService(
  blobs: Blobs,
  { unit, now, id }: { readonly unit: Unit; readonly now: Instant; readonly id: string },
  { service, reason }: { readonly service: string; readonly reason: string },
): Change {
  const origin = { requester: service, principalId: service, requestId: id, reason };
  return { blobs, unit, now, origin };
}

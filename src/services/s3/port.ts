import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { Unit } from '../../contract/view.ts';

/** A service that acts on a bucket in its own name, for a resource of one of its users. */
export interface ServiceRequest {
  /** `cloudtrail.amazonaws.com`. */
  readonly service: string;
  /** `aws:SourceArn` and `aws:SourceAccount`. */
  readonly sourceArn: string;
  readonly sourceAccount: string;
  readonly now: Instant;
}

export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly contentEncoding?: string;
  /** User metadata, by lower-case name. */
  readonly metadata: Readonly<Record<string, string>>;
}

export type Refused = 'NoSuchBucket' | 'AccessDenied';

/** What services do that deliver into customers' buckets. The bucket's policy has the only say. */
export interface BucketWriter {
  /** The bucket's account and Region; undefined when there is none. */
  find(unit: Unit, bucket: string): Promise<Scope | undefined>;
  /** Whether the service might do this; the object's owner is the bucket's, as `bucket-owner-full-control` says. */
  mayRead(unit: Unit, bucket: string, request: ServiceRequest): Promise<Refused | undefined>;
  mayPut(
    unit: Unit,
    place: { readonly bucket: string; readonly key: string },
    request: ServiceRequest,
  ): Promise<Refused | undefined>;
  /** Durable with the unit. Undefined: written. */
  put(unit: Unit, object: NewObject, request: ServiceRequest): Promise<Refused | undefined>;
}

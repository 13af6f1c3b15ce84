import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { JobContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';

/** Who asks whether it might. */
export type ServiceQuestion = Omit<ServiceRequest, 'callService'>;

/** A service that acts on a bucket in its own name, for a resource of one of its users. */
export interface ServiceRequest {
  /** `cloudtrail.amazonaws.com`. */
  readonly service: string;
  /** `aws:SourceArn` and `aws:SourceAccount`. */
  readonly sourceArn: string;
  readonly sourceAccount: string;
  readonly now: Instant;
  /** Calls KMS where the object is to be under one of its keys. */
  readonly callService: JobContext['callService'];
}

export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly contentEncoding?: string;
  /** User metadata, by lower-case name. */
  readonly metadata: Readonly<Record<string, string>>;
  /** A KMS key that the service was told to use, with what it adds to the encryption context; else the bucket decides. */
  readonly kms?: { readonly keyId: string; readonly context: Readonly<Record<string, string>> };
}

/** A code of S3: `NoSuchBucket`, `AccessDenied`, or what KMS said, such as `KMS.DisabledException`. */
export type Refused = string;

/** What services do that deliver into customers' buckets. The bucket's policy has the only say. */
export interface BucketWriter {
  /** The bucket's account and Region; undefined when there is none. */
  find(unit: Unit, bucket: string): Promise<Scope | undefined>;
  /** Whether the service might do this; the object's owner is the bucket's, as `bucket-owner-full-control` says. */
  mayRead(unit: Unit, bucket: string, request: ServiceQuestion): Promise<Refused | undefined>;
  mayPut(
    unit: Unit,
    place: { readonly bucket: string; readonly key: string },
    request: ServiceQuestion,
  ): Promise<Refused | undefined>;
  /** Durable with the unit. Undefined: written. */
  put(unit: Unit, object: NewObject, request: ServiceRequest): Promise<Refused | undefined>;
}

function operation<N extends keyof S3Operations>(
  name: N,
): OperationReference<S3Operations[N]['input'], S3Operations[N]['output']> {
  return { service: 's3', operation: name };
}

/** Whether S3 calls the text of an accepted policy public. */
export { isPublicPolicy } from './domain/public-policy.ts';

/** What other services ask of S3, through the pipeline. */
export const s3GetBucketPolicy = operation('GetBucketPolicy');
export const s3PutBucketPolicy = operation('PutBucketPolicy');

import type { S3Operations } from '../../../models/s3/types.ts';
import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { PRINCIPAL, roleArn } from './resources.ts';

function operation<N extends keyof S3Operations>(
  name: N,
): OperationReference<S3Operations[N]['input'], S3Operations[N]['output']> {
  return { service: 's3', operation: name };
}

export const getObject = operation('GetObject');
export const listObjects = operation('ListObjectsV2');
export const getObjectTagging = operation('GetObjectTagging');

/** Macie by the role that is linked to it in an account: with the role's permissions, and no more. */
export function asMacie(scope: Scope): CallOptions {
  const role = { arn: roleArn(scope), sessionName: 'MacieDataDiscovery' };
  return { as: { principal: PRINCIPAL, account: scope.account, role } };
}

/** A text of limited size; undefined: it is larger. */
export async function textOf(
  body: AsyncIterable<Uint8Array> | undefined,
  limit: number,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import { createHash } from 'node:crypto';
import type { AwsSecurityFinding } from '../../../models/securityhub/types.ts';

/** The id of a finding's document: one of a product is known by its own id alone. */
export function findingId({
  ProductArn,
  Id,
}: Pick<AwsSecurityFinding, 'ProductArn' | 'Id'>): string {
  return createHash('sha256').update(`${ProductArn}\0${Id}`).digest('base64url');
}

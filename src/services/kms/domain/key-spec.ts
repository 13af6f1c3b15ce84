import type { KeySpec } from '../../../../models/kms/types.ts';

export const SYMMETRIC = 'SYMMETRIC_DEFAULT' satisfies KeySpec;

/** SM2 is offered where AWS offers it: in China Regions. */
export function isSpecIn(region: string, spec: KeySpec): boolean {
  return spec !== 'SM2' || region.startsWith('cn-');
}

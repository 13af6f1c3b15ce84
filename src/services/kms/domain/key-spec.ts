import type { KeySpec } from '../../../../models/kms/types.ts';

export const SYMMETRIC = 'SYMMETRIC_DEFAULT' satisfies KeySpec;

/** Offered where AWS offers it: SM2 in China Regions alone, ML-KEM everywhere else. */
export function isSpecIn(region: string, spec: KeySpec): boolean {
  const isInChina = region.startsWith('cn-');
  if (spec === 'SM2') return isInChina;
  return !isInChina || !spec.startsWith('ML_KEM_');
}

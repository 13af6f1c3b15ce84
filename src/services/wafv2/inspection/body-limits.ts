import type { SizeInspectionLimit } from '../../../../models/wafv2/types.ts';
import type { FirewallParts } from './parts.ts';

const KIB = 1_024;
/** Where the limit can't be chosen. */
const FIXED = 8 * KIB;
const FIXED_TYPES: ReadonlySet<string> = new Set(['APPLICATION_LOAD_BALANCER', 'APPSYNC']);

const LIMITS: Readonly<Record<SizeInspectionLimit, number>> = {
  KB_16: 16 * KIB,
  KB_32: 32 * KIB,
  KB_48: 48 * KIB,
  KB_64: 64 * KIB,
};

/** How many bytes of a body are inspected before a kind of resource. */
export function bodyLimitOf({ type, webAcl }: Pick<FirewallParts, 'type' | 'webAcl'>): number {
  if (FIXED_TYPES.has(type)) return FIXED;
  const chosen = Object.entries(webAcl.settings.AssociationConfig?.RequestBody ?? {}).find(
    ([resource]) => resource === (type === 'AMPLIFY' ? 'CLOUDFRONT' : type),
  );
  return LIMITS[chosen?.[1].DefaultSizeInspectionLimit ?? 'KB_16'];
}

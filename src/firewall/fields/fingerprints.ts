import type { JA3Fingerprint, JA4Fingerprint } from '../../../models/wafv2/types.ts';
import { type Field, settled, single } from './reading.ts';

/** JA3Fingerprint: of the client's TLS hello, 32 hexadecimal digits. Where there is none the fallback decides. */
export function ja3Fingerprint({ FallbackBehavior }: JA3Fingerprint): Field {
  return {
    id: `ja3:${FallbackBehavior}`,
    location: 'JA3_FINGERPRINT',
    read: ({ request: { ja3 } }) =>
      ja3 === undefined ? settled(FallbackBehavior === 'MATCH') : single(ja3),
  };
}

/** JA4Fingerprint: 36 characters, which a client can't change by mixing the order of its extensions. */
export function ja4Fingerprint({ FallbackBehavior }: JA4Fingerprint): Field {
  return {
    id: `ja4:${FallbackBehavior}`,
    location: 'JA4_FINGERPRINT',
    read: ({ request: { ja4 } }) =>
      ja4 === undefined ? settled(FallbackBehavior === 'MATCH') : single(ja4),
  };
}

/** What a certificate's key may do, by ACM's names and the bits of the extension. */
export const KEY_USAGES = {
  DIGITAL_SIGNATURE: 1,
  NON_REPUDIATION: 2,
  KEY_ENCIPHERMENT: 4,
  DATA_ENCIPHERMENT: 8,
  KEY_AGREEMENT: 16,
  CERTIFICATE_SIGNING: 32,
  CRL_SIGNING: 64,
  ENCIPHER_ONLY: 128,
  DECIPHER_ONLY: 256,
} as const;

export type KeyUsageName = keyof typeof KEY_USAGES;

/** What a certificate may be used for, by ACM's names. */
export const EXTENDED_KEY_USAGES = {
  TLS_WEB_SERVER_AUTHENTICATION: '1.3.6.1.5.5.7.3.1',
  TLS_WEB_CLIENT_AUTHENTICATION: '1.3.6.1.5.5.7.3.2',
  CODE_SIGNING: '1.3.6.1.5.5.7.3.3',
  EMAIL_PROTECTION: '1.3.6.1.5.5.7.3.4',
  IPSEC_END_SYSTEM: '1.3.6.1.5.5.7.3.5',
  IPSEC_TUNNEL: '1.3.6.1.5.5.7.3.6',
  IPSEC_USER: '1.3.6.1.5.5.7.3.7',
  TIME_STAMPING: '1.3.6.1.5.5.7.3.8',
  OCSP_SIGNING: '1.3.6.1.5.5.7.3.9',
  ANY: '2.5.29.37.0',
} as const;

export type ExtendedKeyUsageName = keyof typeof EXTENDED_KEY_USAGES;

export function keyUsageNames(bits: number): readonly KeyUsageName[] {
  return keysOf(KEY_USAGES).filter((name) => (bits & KEY_USAGES[name]) !== 0);
}

export function keyUsageBits(names: readonly KeyUsageName[]): number {
  return names.reduce((bits, name) => bits | KEY_USAGES[name], 0);
}

/** `CUSTOM` for what ACM has no name for. */
export function extendedKeyUsageName(oid: string): ExtendedKeyUsageName | 'CUSTOM' {
  return keysOf(EXTENDED_KEY_USAGES).find((name) => EXTENDED_KEY_USAGES[name] === oid) ?? 'CUSTOM';
}

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = [];
  for (const key in table) keys.push(key);
  return keys;
}

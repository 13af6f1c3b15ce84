// The security policies of listeners: which versions of TLS and which suites they speak.

export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

export interface TlsPolicy {
  readonly name: string;
  readonly protocols: readonly TlsVersion[];
  /** OpenSSL's names, by preference. */
  readonly ciphers: readonly string[];
}

const TLS13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

function suites(...endings: readonly string[]): readonly string[] {
  return endings.flatMap((ending) => [`ECDHE-ECDSA-${ending}`, `ECDHE-RSA-${ending}`]);
}

const GCM_128 = suites('AES128-GCM-SHA256');
const CBC_128 = suites('AES128-SHA256');
const SHA_128 = suites('AES128-SHA');
const GCM_256 = suites('AES256-GCM-SHA384');
const CBC_256 = suites('AES256-SHA384');
const SHA_256 = suites('AES256-SHA');
const RSA = ['AES128-GCM-SHA256', 'AES128-SHA256', 'AES256-GCM-SHA384', 'AES256-SHA256'];
const RSA_ALL = [
  'AES128-GCM-SHA256',
  'AES128-SHA256',
  'AES128-SHA',
  'AES256-GCM-SHA384',
  'AES256-SHA256',
  'AES256-SHA',
];

const GCM = [...GCM_128, ...GCM_256];
const GCM_CBC = [...GCM_128, ...CBC_128, ...GCM_256, ...CBC_256];
const FORWARD_SECRET = [...GCM_128, ...CBC_128, ...SHA_128, ...GCM_256, ...CBC_256, ...SHA_256];
const ALL = [...FORWARD_SECRET, ...RSA_ALL];

const FROM_10: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

const POLICIES: readonly TlsPolicy[] = [
  policy('ELBSecurityPolicy-2016-08', FROM_10.slice(0, 3), ALL),
  policy('ELBSecurityPolicy-TLS-1-2-2017-01', ['TLSv1.2'], [...GCM_CBC, ...RSA]),
  policy('ELBSecurityPolicy-TLS-1-1-2017-01', ['TLSv1.1', 'TLSv1.2'], ALL),
  policy('ELBSecurityPolicy-TLS-1-2-Ext-2018-06', ['TLSv1.2'], ALL),
  policy('ELBSecurityPolicy-FS-1-2-Res-2020-10', ['TLSv1.2'], GCM),
  policy('ELBSecurityPolicy-TLS13-1-3-2021-06', ['TLSv1.3'], TLS13),
  policy('ELBSecurityPolicy-TLS13-1-2-2021-06', FROM_10.slice(2), [...TLS13, ...GCM_CBC]),
  policy('ELBSecurityPolicy-TLS13-1-2-Res-2021-06', FROM_10.slice(2), [...TLS13, ...GCM]),
  policy('ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06', FROM_10.slice(2), [
    ...TLS13,
    ...GCM_CBC,
    ...RSA,
  ]),
  policy('ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06', FROM_10.slice(2), [...TLS13, ...ALL]),
  policy('ELBSecurityPolicy-TLS13-1-1-2021-06', FROM_10.slice(1), [...TLS13, ...ALL]),
  policy('ELBSecurityPolicy-TLS13-1-0-2021-06', FROM_10, [...TLS13, ...ALL]),
];

function policy(
  name: string,
  protocols: readonly TlsVersion[],
  ciphers: readonly string[],
): TlsPolicy {
  return { name, protocols, ciphers };
}

/** What a listener has when nothing is said. */
export const DEFAULT_TLS_POLICY = 'ELBSecurityPolicy-2016-08';

/**
 * Every policy that this machine's TLS can keep to. Those with post-quantum key agreement (`…-PQ-2025-09`) are not there:
 * the OpenSSL of Node.js has none of their groups, and a policy that only seems to be kept is worse than none.
 */
export const tlsPolicies: ReadonlyMap<string, TlsPolicy> = new Map(
  POLICIES.map((one) => [one.name, one]),
);

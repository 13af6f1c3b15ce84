import type { MinimumProtocolVersion } from '../../../../models/cloudfront/types.ts';
import type { EdgeTlsTerms } from '../../../contract/edge.ts';

const TLS13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

function suites(...endings: readonly string[]): readonly string[] {
  return endings.flatMap((ending) => [`ECDHE-ECDSA-${ending}`, `ECDHE-RSA-${ending}`]);
}

const GCM = suites('AES128-GCM-SHA256', 'AES256-GCM-SHA384');
const CHACHA = suites('CHACHA20-POLY1305');
const CBC = suites('AES128-SHA256', 'AES256-SHA384');
const SHA = suites('AES128-SHA', 'AES256-SHA');
const RSA = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA256', 'AES256-SHA', 'AES128-SHA'];

type Version = EdgeTlsTerms['minVersion'];

/** SSL 3 is no longer spoken by anything here: what allows it begins at TLS 1.0. */
const POLICIES: Readonly<Record<MinimumProtocolVersion, readonly [Version, readonly string[]]>> = {
  SSLv3: ['TLSv1', [...GCM, ...CHACHA, ...CBC, ...SHA, ...RSA]],
  TLSv1: ['TLSv1', [...GCM, ...CHACHA, ...CBC, ...SHA, ...RSA]],
  TLSv1_2016: ['TLSv1', [...GCM, ...CHACHA, ...CBC, ...SHA, ...RSA]],
  'TLSv1.1_2016': ['TLSv1.1', [...GCM, ...CHACHA, ...CBC, ...SHA, ...RSA]],
  'TLSv1.2_2018': ['TLSv1.2', [...GCM, ...CHACHA, ...CBC, ...RSA.slice(0, 3)]],
  'TLSv1.2_2019': ['TLSv1.2', [...GCM, ...CHACHA, ...CBC]],
  'TLSv1.2_2021': ['TLSv1.2', [...GCM, ...CHACHA]],
  'TLSv1.2_2025': ['TLSv1.2', [...GCM, ...CHACHA]],
  'TLSv1.3_2025': ['TLSv1.3', []],
};

export function viewerTerms(
  minimum: MinimumProtocolVersion,
): Pick<EdgeTlsTerms, 'minVersion' | 'ciphers'> {
  const [minVersion, ciphers] = POLICIES[minimum];
  return { minVersion, ciphers: [...TLS13, ...ciphers] };
}

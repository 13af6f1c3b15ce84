import type {
  DefaultCacheBehavior,
  DistributionConfig,
} from '../../../../models/cloudfront/types.ts';
import {
  type CachePolicy,
  cachePolicies,
  DISABLED,
  EXCEPT_HOST,
  originRequestPolicies,
  type Parts,
} from '../domain/policies.ts';
import { matchesPath } from './cache.ts';

/** The first behavior whose path is met, or the default one. */
export function behaviorFor(config: DistributionConfig, path: string): DefaultCacheBehavior {
  const found = (config.CacheBehaviors?.Items ?? []).find(({ PathPattern }) =>
    matchesPath(PathPattern.startsWith('/') ? PathPattern : `/${PathPattern}`, path),
  );
  return found ?? config.DefaultCacheBehavior;
}

export interface Terms {
  readonly cache: CachePolicy;
  /** What the origin gets of the request beside what is part of the key. */
  readonly sent: Parts;
  /** The viewer's own host is what the origin is asked for. */
  readonly passesHost: boolean;
}

const NOTHING: Parts = { headers: 'none', cookies: 'none', queries: 'none' };

export function termsOf(behavior: DefaultCacheBehavior): Terms {
  const { CachePolicyId, OriginRequestPolicyId } = behavior;
  const cache =
    CachePolicyId === undefined ? legacyPolicy(behavior) : cachePolicies.get(CachePolicyId);
  const sent = originRequestPolicies.get(OriginRequestPolicyId ?? '') ?? NOTHING;
  const known = cache ?? DISABLED;
  const namesHost = (parts: Parts): boolean =>
    parts.headers === 'all' || (parts.headers !== 'none' && parts.headers.includes('host'));
  const passesHost = OriginRequestPolicyId !== EXCEPT_HOST && (namesHost(known) || namesHost(sent));
  return { cache: known, sent, passesHost };
}

const DAY = 86_400;
const YEAR = 31_536_000;

function legacyPolicy({
  ForwardedValues,
  MinTTL,
  DefaultTTL,
  MaxTTL,
}: DefaultCacheBehavior): CachePolicy {
  const names = (ForwardedValues?.Headers?.Items ?? []).map((name) => name.toLowerCase());
  const isEvery = names.includes('*');
  return {
    headers: isEvery ? 'all' : names.length === 0 ? 'none' : names,
    cookies: (ForwardedValues?.Cookies.Forward ?? 'none') === 'none' ? 'none' : 'all',
    queries: ForwardedValues?.QueryString === true ? 'all' : 'none',
    minTtl: isEvery ? 0 : (MinTTL ?? 0),
    defaultTtl: isEvery ? 0 : (DefaultTTL ?? DAY),
    maxTtl: isEvery ? 0 : (MaxTTL ?? YEAR),
  };
}

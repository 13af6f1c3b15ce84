// The policies that AWS keeps itself, by their well-known ids.

/** What of a request is part of what is kept, and sent on. */
export interface Parts {
  readonly headers: 'none' | 'all' | readonly string[];
  readonly cookies: 'none' | 'all';
  readonly queries: 'none' | 'all';
}

export interface CachePolicy extends Parts {
  /** Seconds. */
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

const YEAR = 31_536_000;
const DAY = 86_400;
const NONE: Parts = { headers: 'none', cookies: 'none', queries: 'none' };

export const DISABLED: CachePolicy = { ...NONE, minTtl: 0, defaultTtl: 0, maxTtl: 0 };
const ORIGIN_SAYS: CachePolicy = {
  headers: ['host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'],
  cookies: 'all',
  queries: 'none',
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: YEAR,
};

export const cachePolicies: ReadonlyMap<string, CachePolicy> = new Map([
  // CachingOptimized, and CachingOptimizedForUncompressedObjects.
  ['658327ea-f89d-4fab-a63d-7e88639e58f6', { ...NONE, minTtl: 1, defaultTtl: DAY, maxTtl: YEAR }],
  ['b2884449-e4de-46a7-ac36-70bc7f1ddd6d', { ...NONE, minTtl: 1, defaultTtl: DAY, maxTtl: YEAR }],
  // CachingDisabled.
  ['4135ea2d-6df8-44a3-9df3-4b5a84be39ad', DISABLED],
  // UseOriginCacheControlHeaders, and the one with query strings.
  ['83da9c7e-98b4-4e11-a168-04f0df8e2c65', ORIGIN_SAYS],
  ['4cc15a8a-d715-48a4-82b8-cc0b614638fe', { ...ORIGIN_SAYS, queries: 'all' }],
]);

const CORS = ['origin', 'access-control-request-headers', 'access-control-request-method'];

export const originRequestPolicies: ReadonlyMap<string, Parts> = new Map([
  // AllViewer.
  ['216adef6-5c7f-47e4-b989-5492eafa07d3', { headers: 'all', cookies: 'all', queries: 'all' }],
  // AllViewerExceptHostHeader.
  ['b689b0a8-53d0-40ab-baf2-68738e2966ac', { headers: 'all', cookies: 'all', queries: 'all' }],
  // CORS-S3Origin, CORS-CustomOrigin, UserAgentRefererHeaders.
  ['88a5eaf4-2fd4-4709-b370-b4c650ea3fcf', { ...NONE, headers: CORS }],
  ['59781a5b-3903-41f3-afcb-af62929ccde1', { ...NONE, headers: ['origin'] }],
  ['acba4595-bd28-49b8-b9fe-13317c0390fa', { ...NONE, headers: ['user-agent', 'referer'] }],
]);

/** The origin is asked for its own name, not for the viewer's. */
export const EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

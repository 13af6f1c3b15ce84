const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * What one request may cost before it is authenticated. Every number is a ceiling well above what
 * AWS clients send, and well below what would let one caller starve the others.
 */
export interface WireLimits {
  /** Bytes of request line and headers. Session tokens reach 4 KiB and presigned URLs 8 KiB. */
  readonly headerBytes: number;
  /** Headers of one request. Signed S3 uploads carry about 30, user metadata included. */
  readonly headerCount: number;
  /** Bytes of the request target. */
  readonly urlBytes: number;
  /** Bytes of a body that is held in memory. */
  readonly bodyBytes: number;
  /** Bytes of a streamed body: the largest object one S3 PUT may bring, and its chunk framing. */
  readonly streamBytes: number;
  /** Milliseconds an idle connection is kept: above the 60 s that pooled clients keep theirs. */
  readonly keepAliveMs: number;
  /** Milliseconds until the headers must have arrived. */
  readonly headersMs: number;
  /** Milliseconds until the whole request must have arrived. */
  readonly requestMs: number;
}

export const defaultLimits: WireLimits = Object.freeze({
  headerBytes: 32 * KIB,
  headerCount: 200,
  urlBytes: 16 * KIB,
  bodyBytes: 10 * MIB,
  streamBytes: 5 * KIB * MIB + 64 * MIB,
  keepAliveMs: 75_000,
  headersMs: 60_000,
  requestMs: 300_000,
});

/**
 * Levels of objects and arrays in a JSON, CBOR or XML body, and dots in a form key. The deepest
 * modelled input (WAFv2 rules with nested statements) needs fewer; readers recurse once per level.
 */
export const MAX_DEPTH = 64;

/** Parameters of a form or a query string. The largest EC2 requests send about a thousand. */
export const MAX_PARAMETERS = 10_000;

/** Elements of one XML body: DeleteObjects names 1000 keys with three elements each. */
export const MAX_XML_ELEMENTS = 100_000;

/**
 * Entries of all arrays and maps in one CBOR body. A PutMetricData of 1000 metrics needs 30 000.
 */
export const MAX_CBOR_ITEMS = 500_000;

/** Bytes a compressed body may grow to. */
export const MAX_INFLATED_BYTES = 10 * MIB;

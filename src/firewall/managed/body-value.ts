import type { ByteString } from '../byte-string.ts';

/** A name or value of a body, decoded once as an application does. */
export interface BodyValue {
  readonly name?: ByteString;
  readonly value: ByteString;
}

/** A name that is no plain one may hold what values do. */
export const PLAIN_NAME = /^[\w.[\]-]*$/;

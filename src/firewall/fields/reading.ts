import type { ByteString } from '../byte-string.ts';
import type { FieldLocation } from '../evaluation.ts';
import type { RequestFacts } from './request-facts.ts';

/** What a part of a request says: no value, where the request doesn't have the part. */
export interface FieldReading {
  readonly values: readonly FieldValue[];
  /** The statement's answer is settled without looking: what is too large, or can't be read. */
  readonly settled?: boolean;
}

export interface FieldValue {
  readonly value: ByteString;
  /** Of the header, cookie or argument, where there are several. */
  readonly name?: string;
}

/** Reads one part of a request. */
export interface Field {
  /** The same for the same part with the same settings. */
  readonly id: string;
  readonly location: FieldLocation;
  /** Costs: linear in the part. It is called once per request. */
  read(facts: RequestFacts): FieldReading;
}

export const ABSENT: FieldReading = { values: [] };

export function settled(answer: boolean): FieldReading {
  return { values: [], settled: answer };
}

export function single(value: ByteString, name?: string): FieldReading {
  return { values: [name === undefined ? { value } : { value, name }] };
}

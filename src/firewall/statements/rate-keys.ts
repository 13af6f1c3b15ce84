import type {
  ForwardedIPConfig,
  RateBasedStatement,
  RateBasedStatementCustomKey,
  TextTransformation,
} from '../../../models/wafv2/types.ts';
import { textOf } from '../byte-string.ts';
import type { CustomRateValue } from '../evaluation.ts';
import { cookies } from '../fields/cookies.ts';
import { singleHeader } from '../fields/header-fields.ts';
import { singleQueryArgument } from '../fields/query-fields.ts';
import type { Field } from '../fields/reading.ts';
import { chainOf } from '../fields/slots.ts';
import { queryString, uriPath } from '../fields/uri-fields.ts';
import { addressOf } from './addressed.ts';
import { knownAsns } from './asn-match.ts';
import { namespaceTest } from './label-match.ts';
import type { Building, Matching } from './matching.ts';

/** What a request is counted under. */
export interface RateKey {
  readonly id: string;
  readonly address?: string;
  readonly customValues: readonly CustomRateValue[];
}

type KeyReader = (matching: Matching) => RateKey | undefined;
type ValueReader = (matching: Matching) => string | undefined;

/** Where addresses can't be read and the fallback says so, requests share one bucket. */
const MALFORMED = 'INVALID';
const CUSTOM_VALUE_MAX = 32;

/** Undefined of the reader: a part of the key is missing; the request isn't counted. */
export function rateKeyReader(statement: RateBasedStatement, building: Building): KeyReader {
  const forwarded = statement.ForwardedIPConfig;
  switch (statement.AggregateKeyType) {
    case 'CONSTANT':
      return () => ({ id: '', customValues: [] });
    case 'IP':
    case 'FORWARDED_IP': {
      const read = addressReader(statement.AggregateKeyType === 'IP' ? undefined : forwarded);
      return (matching) => {
        const address = read(matching);
        return address === undefined ? undefined : { id: address, address, customValues: [] };
      };
    }
    case 'CUSTOM_KEYS':
      return customKeyReader(statement, building);
  }
}

function customKeyReader(statement: RateBasedStatement, building: Building): KeyReader {
  const parts = (statement.CustomKeys ?? []).map((key) =>
    customPart(key, statement.ForwardedIPConfig, building),
  );
  return (matching) => {
    const values: string[] = [];
    for (const { read } of parts) {
      const value = read(matching);
      if (value === undefined) return undefined;
      values.push(value);
    }
    const customValues = parts.map(({ key, name }, index) => ({
      key,
      ...(name === undefined ? {} : { name }),
      value: textOf(values[index] ?? '').slice(0, CUSTOM_VALUE_MAX),
    }));
    return { id: JSON.stringify(values), customValues };
  };
}

interface CustomPart {
  readonly key: string;
  readonly name?: string;
  readonly read: ValueReader;
}

function customPart(
  custom: RateBasedStatementCustomKey,
  forwarded: ForwardedIPConfig | undefined,
  building: Building,
): CustomPart {
  return (
    textPart(custom, building) ??
    fingerprintPart(custom, building) ??
    addressPart(custom, forwarded, building) ?? { key: 'UNKNOWN', read: () => undefined }
  );
}

/** Header, Cookie, QueryArgument, QueryString, UriPath: the first value, with its transformations. */
function textPart(custom: RateBasedStatementCustomKey, building: Building): CustomPart | undefined {
  const { Header, Cookie, QueryArgument, QueryString, UriPath } = custom;
  const read = (field: Field, { TextTransformations }: Texts): ValueReader => {
    const slot = building.slots.number(field, chainOf(TextTransformations));
    return ({ facts }) => facts.read(slot).values[0]?.value;
  };
  if (Header) return { key: 'HEADER', name: Header.Name, read: read(singleHeader(Header), Header) };
  if (Cookie) {
    const field = cookies({
      MatchPattern: { IncludedCookies: [Cookie.Name] },
      MatchScope: 'VALUE',
      OversizeHandling: 'CONTINUE',
    });
    return { key: 'COOKIE', name: Cookie.Name, read: read(field, Cookie) };
  }
  if (QueryArgument) {
    const field = singleQueryArgument(QueryArgument, []);
    return {
      key: 'QUERY_ARGUMENT',
      name: QueryArgument.Name,
      read: read(field, QueryArgument),
    };
  }
  if (QueryString) return { key: 'QUERY_STRING', read: read(queryString, QueryString) };
  return UriPath && { key: 'URI_PATH', read: read(uriPath, UriPath) };
}

interface Texts {
  readonly TextTransformations: readonly TextTransformation[];
}

function fingerprintPart(
  custom: RateBasedStatementCustomKey,
  building: Building,
): CustomPart | undefined {
  const { JA3Fingerprint, JA4Fingerprint, LabelNamespace, HTTPMethod } = custom;
  const fallback = (setting: { FallbackBehavior: string }): string | undefined =>
    setting.FallbackBehavior === 'MATCH' ? MALFORMED : undefined;
  if (JA3Fingerprint) {
    const read: ValueReader = ({ facts }) => facts.request.ja3 ?? fallback(JA3Fingerprint);
    return { key: 'JA3_FINGERPRINT', read };
  }
  if (JA4Fingerprint) {
    const read: ValueReader = ({ facts }) => facts.request.ja4 ?? fallback(JA4Fingerprint);
    return { key: 'JA4_FINGERPRINT', read };
  }
  if (LabelNamespace) {
    const { Namespace } = LabelNamespace;
    const isWithin = namespaceTest(Namespace, building);
    const read: ValueReader = ({ labels }) => {
      const found = labels.filter(isWithin);
      return found.length === 0 ? undefined : found.join(' ');
    };
    return { key: 'LABEL_NAMESPACE', name: Namespace, read };
  }
  return HTTPMethod && { key: 'HTTP_METHOD', read: ({ facts }) => facts.request.method };
}

function addressPart(
  { IP, ForwardedIP, ASN }: RateBasedStatementCustomKey,
  forwarded: ForwardedIPConfig | undefined,
  building: Building,
): CustomPart | undefined {
  if (IP) return { key: 'IP', read: addressReader(undefined) };
  if (ForwardedIP) return { key: 'FORWARDED_IP', read: addressReader(forwarded) };
  const asnOf = ASN && knownAsns(building);
  if (asnOf === undefined) return undefined;
  const read: ValueReader = (matching) => {
    const found = addressOf(matching, forwarded);
    if (typeof found === 'boolean') return found ? MALFORMED : undefined;
    return String(asnOf(found.text) ?? 0);
  };
  return { key: 'ASN', read };
}

function addressReader(forwarded: ForwardedIPConfig | undefined): ValueReader {
  return (matching) => {
    const found = addressOf(matching, forwarded);
    if (typeof found === 'boolean') return found ? MALFORMED : undefined;
    return found.text;
  };
}

import type {
  FieldToMatch,
  PreParseTextTransformation,
  TextTransformation,
} from '../../../../models/wafv2/types.ts';
import { EXACTLY_ONE, invalidParameter, NOT_UNIQUE, TOO_MUCH } from '../errors.ts';
import { LIMITS } from '../quotas.ts';

type FieldKind = keyof FieldToMatch;

const KINDS: readonly FieldKind[] = [
  'SingleHeader',
  'SingleQueryArgument',
  'AllQueryArguments',
  'UriPath',
  'QueryString',
  'Body',
  'Method',
  'JsonBody',
  'Headers',
  'Cookies',
  'HeaderOrder',
  'JA3Fingerprint',
  'JA4Fingerprint',
  'UriFragment',
];

const ARGUMENTS: ReadonlySet<FieldKind> = new Set(['SingleQueryArgument', 'AllQueryArguments']);

/** What a statement looks at, and how it changes it before. */
export interface Inspected {
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly TextTransformation[];
  readonly PreParseTextTransformations?: readonly PreParseTextTransformation[] | undefined;
}

/** Errors: WAFInvalidParameterException. */
export function checkInspected(
  { FieldToMatch: field, TextTransformations, PreParseTextTransformations }: Inspected,
  allowsFingerprints: boolean,
): void {
  const kind = fieldKindOf(field);
  if (!allowsFingerprints && (kind === 'JA3Fingerprint' || kind === 'JA4Fingerprint')) {
    throw invalidParameter(
      'Fingerprints can only be inspected by a string match statement that matches exactly.',
      'FIELD_TO_MATCH',
      kind,
    );
  }
  if (field.Headers) checkPattern(field.Headers.MatchPattern, 'HEADER_MATCH_PATTERN');
  if (field.Cookies) checkPattern(field.Cookies.MatchPattern, 'COOKIE_MATCH_PATTERN');
  if (field.JsonBody) checkPattern(field.JsonBody.MatchPattern, 'JSON_MATCH_PATTERN');
  checkTransformations(TextTransformations, 'TEXT_TRANSFORMATION');
  if (PreParseTextTransformations === undefined) return;
  if (!ARGUMENTS.has(kind)) {
    throw invalidParameter(
      'Pre-parse text transformations are only for query arguments.',
      'PRE_PARSE_TEXT_TRANSFORMATION',
      kind,
    );
  }
  checkTransformations(PreParseTextTransformations, 'PRE_PARSE_TEXT_TRANSFORMATION');
}

/** Errors: WAFInvalidParameterException, when there is none or more than one. */
export function fieldKindOf(field: FieldToMatch): FieldKind {
  const [kind, more] = KINDS.filter((one) => field[one] !== undefined);
  if (kind === undefined || more !== undefined) {
    throw invalidParameter(EXACTLY_ONE, 'FIELD_TO_MATCH', 'FieldToMatch');
  }
  return kind;
}

type PatternField = 'HEADER_MATCH_PATTERN' | 'COOKIE_MATCH_PATTERN' | 'JSON_MATCH_PATTERN';

function checkPattern(pattern: object, field: PatternField): void {
  const given = Object.values(pattern).filter((value) => value !== undefined);
  if (given.length !== 1) throw invalidParameter(EXACTLY_ONE, field, 'MatchPattern');
}

export function checkTransformations(
  transformations: readonly { readonly Priority: number }[],
  field: 'TEXT_TRANSFORMATION' | 'PRE_PARSE_TEXT_TRANSFORMATION',
): void {
  if (transformations.length > LIMITS.transformations) {
    throw invalidParameter(TOO_MUCH, field, 'TextTransformations');
  }
  const priorities = transformations.map(({ Priority }) => Priority);
  if (new Set(priorities).size < priorities.length) {
    throw invalidParameter(NOT_UNIQUE, field, 'Priority');
  }
}

import { isIPv4, isIPv6 } from 'node:net';
import type { RRType } from '../../../../models/route53/types.ts';
import { normalName } from './dns-names.ts';

/** What is wrong with a record's value, as Route 53 says it; undefined: nothing. */
export function valueFault(type: RRType, value: string): string | undefined {
  const fault = CHECKS.get(type)?.(value);
  return fault === undefined
    ? undefined
    : `Invalid Resource Record: 'FATAL problem: ${fault} encountered with '${value}''`;
}

type Check = (value: string) => string | undefined;

const CHECKS: ReadonlyMap<RRType, Check> = new Map<RRType, Check>([
  [
    'A',
    (value) =>
      wrong(isIPv4(value), 'ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)'),
  ],
  [
    'AAAA',
    (value) =>
      wrong(isIPv6(value), 'AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)'),
  ],
  ['CNAME', domainFault],
  ['NS', domainFault],
  ['PTR', domainFault],
  ['TXT', quotedFault],
  ['SPF', quotedFault],
  [
    'MX',
    (value) =>
      fieldsFault(value, /^\d{1,5} \S+$/, 'MXRRDATANotTwoFields (MX record must have 2 fields)'),
  ],
  [
    'SRV',
    (value) =>
      fieldsFault(
        value,
        /^\d{1,5} \d{1,5} \d{1,5} \S+$/,
        'SRVRRDATANotFourFields (SRV record must have 4 fields)',
      ),
  ],
  [
    'CAA',
    (value) =>
      fieldsFault(
        value,
        /^\d{1,3} [A-Za-z0-9]+ "[^"]*"$/,
        'CAARRDATANotThreeFields (CAA record must have 3 fields)',
      ),
  ],
]);

function wrong(isRight: boolean, fault: string): string | undefined {
  return isRight ? undefined : fault;
}

function fieldsFault(value: string, form: RegExp, fault: string): string | undefined {
  return wrong(form.test(value), fault);
}

function domainFault(value: string): string | undefined {
  if (value.includes('..') || value === '') return 'DomainLabelEmpty (Domain label is empty)';
  if (/[^A-Za-z0-9._\-*\\]/.test(value)) {
    return 'UnsupportedCharacter (Value contains unsupported characters)';
  }
  return normalName(value) === undefined
    ? 'DomainLabelTooLong (Domain label is too long)'
    : undefined;
}

const STRING_MAX = 255;

/** One or several strings in quotation marks, with what is quoted in them behind backslashes. */
function quotedFault(value: string): string | undefined {
  const strings = value.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  if (strings.join(' ') !== value.replace(/"\s+"/g, '" "').trim()) {
    return 'InvalidCharacterString (Value should be enclosed in quotation marks)';
  }
  return strings.some((text) => text.length - 2 > STRING_MAX)
    ? 'CharacterStringTooLong (Value is too long)'
    : undefined;
}

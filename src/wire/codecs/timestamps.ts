import type { TimestampFormat } from '../../model/types.ts';
import { MalformedValue } from './malformed.ts';

const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|z|[+-]\d\d:?\d\d)?$/;
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, )?(\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? GMT$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The largest instant a Date holds, in seconds. */
const MAX_EPOCH_SECONDS = 8_640_000_000_000;

export function dateFromEpoch(seconds: number): Date {
  if (!(Math.abs(seconds) <= MAX_EPOCH_SECONDS)) {
    throw new MalformedValue('NUMBER_VALUE can not be converted to milliseconds since epoch');
  }
  return new Date(Math.round(seconds * 1000));
}

/** Seconds since the epoch, with milliseconds as fraction. */
export function epochOf(date: Date): number {
  return date.getTime() / 1000;
}

/** Reads a timestamp from text. Numbers are taken as epoch seconds whatever the format says. */
export function dateFromText(text: string, format: TimestampFormat): Date {
  const trimmed = text.trim();
  if (/^-?\d{1,15}(?:\.\d{1,9})?$/.test(trimmed)) return dateFromEpoch(Number(trimmed));
  const read =
    format === 'http-date'
      ? (httpDate(trimmed) ?? isoDate(trimmed))
      : (isoDate(trimmed) ?? httpDate(trimmed));
  if (read === undefined) throw new MalformedValue(`Invalid timestamp: ${trimmed.slice(0, 40)}`);
  return read;
}

export function dateText(date: Date, format: TimestampFormat): string {
  switch (format) {
    case 'epoch-seconds':
      return String(epochOf(date));
    case 'http-date':
      return httpText(date);
    case 'date-time': {
      const text = date.toISOString();
      return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
    }
  }
}

function httpText(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${DAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day} ${String(date.getUTCFullYear()).padStart(4, '0')} ${time} GMT`;
}

function isoDate(text: string): Date | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = utc([year, month, day, hour, minute, second].map(Number), millis);
  return time === undefined ? undefined : new Date(time - zoneOffsetMs(zone));
}

function httpDate(text: string): Date | undefined {
  const match = HTTP_DATE.exec(text);
  if (match === null) return undefined;
  const [, day, monthName, year, hour, minute, second, fraction = ''] = match;
  const month = MONTHS.indexOf(monthName ?? '') + 1;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = utc([Number(year), month, ...[day, hour, minute, second].map(Number)], millis);
  return time === undefined ? undefined : new Date(time);
}

/** Milliseconds of a calendar instant, or undefined for a day or hour that does not exist. */
function utc(parts: readonly number[], millis: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || day < 1) return undefined;
  return date.setUTCHours(hour, minute, second, millis);
}

function zoneOffsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

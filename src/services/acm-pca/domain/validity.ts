import type { Validity } from '../../../../models/acm-pca/types.ts';
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { invalidArguments } from '../errors.ts';

/** Certificates begin so long before they are asked for: clocks differ. */
const BACKDATED_MS = 60 * MINUTE_MS;
/** Certificates tell years by four digits. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** When a certificate ends. Errors: InvalidArgsException. */
export function endOf(validity: Validity, now: Instant): Instant {
  const end = uncheckedEnd(validity, now);
  // What is too far away for a date is no number.
  if (!(end <= LATEST)) {
    throw invalidArguments('The certificate validity specified is later than the year 9999.');
  }
  return end;
}

function uncheckedEnd({ Type, Value }: Validity, now: Instant): Instant {
  switch (Type) {
    case 'DAYS':
      return now + Value * DAY_MS;
    case 'MONTHS':
      return monthsLater(now, Value);
    case 'YEARS':
      return monthsLater(now, Value * 12);
    case 'ABSOLUTE':
      return Value * SECOND_MS;
    case 'END_DATE':
      return dateOf(Value);
  }
}

/** When it begins. Errors: InvalidArgsException. */
export function startOf(validity: Validity | undefined, now: Instant): Instant {
  if (validity === undefined) return now - BACKDATED_MS;
  if (validity.Type !== 'ABSOLUTE' && validity.Type !== 'END_DATE') {
    throw invalidArguments('ValidityNotBefore must be of the type ABSOLUTE or END_DATE.');
  }
  return endOf(validity, now);
}

function monthsLater(now: Instant, months: number): Instant {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** `20301231235959`, or `301231235959` for years from 1950 to 2049. */
function dateOf(value: number): Instant {
  const text = String(value);
  const short = text.padStart(12, '0');
  const century = Number(short.slice(0, 2)) < 50 ? '20' : '19';
  const long = text.length <= 12 ? `${century}${short}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(long) ?? [];
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const instant = Date.parse(`${written}Z`);
  // Days that a month has not, and midnight's other name, are read as the next day.
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(written)) {
    throw invalidArguments(`${value} is no valid date.`);
  }
  return instant;
}

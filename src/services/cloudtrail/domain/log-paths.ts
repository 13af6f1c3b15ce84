import type { Instant } from '../../../core/time.ts';

/** Where the files of one trail, account and Region go. */
export interface LogPlace {
  /** Without a slash at its end. */
  readonly prefix: string | undefined;
  /** `o-…` for organization trails. */
  readonly organization: string | undefined;
  readonly account: string;
  readonly region: string;
}

/** `AWSLogs/…`, where CloudTrail may write for an account: what a bucket's policy must allow. */
export function logFolder({ prefix, organization, account }: Omit<LogPlace, 'region'>): string {
  const start = prefix === undefined ? '' : `${prefix}/`;
  const owner = organization === undefined ? account : `${organization}/${account}`;
  return `${start}AWSLogs/${owner}`;
}

/** `random` is 16 letters and digits. */
export function logFileKey(place: LogPlace, time: Instant, random: string): string {
  const { account, region } = place;
  const { day, minute } = textsOf(time);
  const name = `${account}_CloudTrail_${region}_${minute}_${random}.json.gz`;
  return `${logFolder(place)}/CloudTrail/${region}/${day}/${name}`;
}

export function digestKey(
  place: LogPlace,
  trail: { readonly name: string; readonly region: string },
  end: Instant,
): string {
  const { account, region } = place;
  const { day, second } = textsOf(end);
  const name = `${account}_CloudTrail-Digest_${region}_${trail.name}_${trail.region}_${second}.json.gz`;
  return `${logFolder(place)}/CloudTrail-Digest/${region}/${day}/${name}`;
}

/** `2026-11-25T12:00:00Z`. */
export function wholeSeconds(time: Instant): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function textsOf(time: Instant) {
  const text = new Date(time).toISOString();
  const plain = text.replaceAll(/[-:]/g, '');
  return {
    day: text.slice(0, 10).replaceAll('-', '/'),
    minute: `${plain.slice(0, 13)}Z`,
    second: `${plain.slice(0, 15)}Z`,
  };
}

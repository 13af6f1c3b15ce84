import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';

/** Where Config writes for an account in a bucket: what the bucket's policy must allow. */
export function configFolder(account: string, prefix: string | undefined): string {
  return `${prefix === undefined ? '' : `${prefix}/`}AWSLogs/${account}/Config/`;
}

export function snapshotKey(
  { account, region }: Scope,
  prefix: string | undefined,
  { at, id }: { readonly at: Instant; readonly id: string },
): string {
  const name = `${account}_Config_${region}_ConfigSnapshot_${second(at)}_${id}.json.gz`;
  return `${configFolder(account, prefix)}${region}/${day(at)}/ConfigSnapshot/${name}`;
}

/** A file of one type's items of a time; `part` counts from 1. */
export function historyKey(
  { account, region }: Scope,
  prefix: string | undefined,
  file: { type: string; from: Instant; until: Instant; part: number },
): string {
  const span = `${second(file.from)}_${second(file.until)}_${file.part}`;
  const type = file.type.replaceAll('::', '-');
  const name = `${account}_Config_${region}_ConfigHistory_${type}_${span}.json.gz`;
  return `${configFolder(account, prefix)}${region}/${day(file.until)}/ConfigHistory/${name}`;
}

/** `2026/11/5`: months and days have no zeros before them. */
function day(at: Instant): string {
  const date = new Date(at);
  return `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
}

function second(at: Instant): string {
  return `${new Date(at).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
}

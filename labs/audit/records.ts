import { keysUnder, storedFile } from './digests.ts';
import type { AuditBench } from './lab.ts';

/** What the lab reads of a record. */
export interface AuditRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly requestID?: string;
  readonly errorCode?: string;
}

/** All records of all log files that were delivered. */
export async function recordsOf(bench: AuditBench): Promise<readonly AuditRecord[]> {
  const { s3 } = bench.clients();
  const keys = await keysUnder(s3, bench.bucket, `AWSLogs/${bench.account}/CloudTrail/`);
  const records: AuditRecord[] = [];
  for (const key of keys) {
    const { text } = await storedFile(s3, bench.bucket, key);
    records.push(...JSON.parse(text).Records);
  }
  return records;
}

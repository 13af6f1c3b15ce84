import { ListKeysCommand } from '@aws-sdk/client-kms';
import type { LabSettings } from '../lab.ts';
import type { AuditBench } from './lab.ts';
import { recordsOf } from './records.ts';

const CRASHES = 3;
const CALLS_BEFORE_A_CRASH = 40;
const CALLERS = 4;

/** Part 2: kill -9 while calls are answered and log files are written. */
export async function survive({ narrator }: LabSettings, bench: AuditBench): Promise<void> {
  const answered: string[] = [];
  narrator.step(
    `${CALLERS} clients work, the clock is turned, and the server is killed, ${CRASHES} times`,
  );
  for (let crash = 0; crash < CRASHES; crash += 1) await workUntilKilled(bench, answered);
  narrator.show('answered', `${answered.length} calls before the crashes`);
  narrator.step('What the log files say of it');
  await bench.advance('PT30M');
  const records = await recordsOf(bench);
  const events = new Set(records.map(({ eventID }) => eventID));
  const requests = new Set(records.map(({ requestID }) => requestID));
  const lost = answered.filter((id) => !requests.has(id));
  narrator.check('every call that was answered is there', lost.length === 0, () => lost.join(' '));
  narrator.check(
    'no record is there twice',
    events.size === records.length,
    () => `${records.length - events.size} are`,
  );
}

async function workUntilKilled(bench: AuditBench, answered: string[]): Promise<void> {
  const { kms } = bench.clients();
  const enough = answered.length + CALLS_BEFORE_A_CRASH;
  let isOver = false;
  const isWorking = async (call: () => Promise<unknown>): Promise<void> => {
    while (!isOver) await call().catch(() => (isOver = true));
  };
  const call = async (): Promise<void> => {
    const { $metadata } = await kms.send(new ListKeysCommand({}));
    answered.push($metadata.requestId ?? '');
    if (answered.length >= enough) isOver = true;
  };
  const callers = Array.from({ length: CALLERS }, () => isWorking(call));
  const clock = isWorking(() => bench.advance('PT7M'));
  await Promise.all(callers);
  await bench.crash();
  await clock;
}

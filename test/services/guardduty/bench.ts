import {
  CreateDetectorCommand,
  type Finding,
  GetFindingsCommand,
  GuardDutyClient,
  ListFindingsCommand,
} from '@aws-sdk/client-guardduty';
import { expect } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';

/** An account with a detector, and its client. */
export interface Guarded {
  readonly account: string;
  readonly client: GuardDutyClient;
  readonly DetectorId: string;
}

export async function guarded(server: TestServer, account = freshAccount()): Promise<Guarded> {
  const client = new GuardDutyClient(server.client(account));
  const { DetectorId = '' } = await client.send(new CreateDetectorCommand({ Enable: true }));
  return { account, client, DetectorId };
}

/** The findings of a type, whatever else was found. */
export async function findingsOf(
  { client, DetectorId }: Guarded,
  Type: string,
): Promise<readonly Finding[]> {
  const FindingCriteria = { Criterion: { type: { Equals: [Type] } } };
  const list = await client.send(new ListFindingsCommand({ DetectorId, FindingCriteria }));
  const { FindingIds = [] } = list;
  if (FindingIds.length === 0) return [];
  const { Findings = [] } = await client.send(new GetFindingsCommand({ DetectorId, FindingIds }));
  return Findings;
}

/** Waits until a type was found so often, and gives the finding. */
export async function found(guard: Guarded, Type: string, count = 1): Promise<Finding> {
  let last: Finding | undefined;
  await expect
    .poll(
      async () => {
        [last] = await findingsOf(guard, Type);
        return last?.Service?.Count ?? 0;
      },
      { timeout: 15_000 },
    )
    .toBe(count);
  if (last === undefined) throw new Error(`no finding of the type ${Type}`);
  return last;
}

import type { JsonObject } from '../../src/core/json.ts';
import { type ApiCall, readApiCall } from '../../src/detection/api-call.ts';
import { detectCall } from '../../src/detection/api/detectors.ts';
import type { Draft } from '../../src/detection/draft.ts';
import { learnAccount, learnActor, learnBucket } from '../../src/detection/memory/learning.ts';
import {
  type ActorMemory,
  type BucketMemory,
  newAccount,
  newActor,
  newBucket,
} from '../../src/detection/memory/memories.ts';
import { type ActiveList, threatLists } from '../../src/detection/threats/threat-lists.ts';
import type { Places, World } from '../../src/detection/world.ts';

export const ACCOUNT = '111122223333';
const REGION = 'us-east-1';
const START = Date.parse('2026-01-01T09:00:00Z');

/** What happened: a name with what is out of the ordinary about its record. */
export interface Happening {
  readonly name: string;
  readonly source?: string;
  /** Minutes after the first of January, nine o'clock. */
  readonly minute?: number;
  readonly ip?: string;
  readonly agent?: string;
  readonly error?: string;
  readonly data?: boolean;
  readonly parameters?: JsonObject;
  readonly identity?: JsonObject;
}

export interface Surroundings {
  readonly lists?: readonly ActiveList[];
  readonly places?: Places;
  readonly trailBuckets?: readonly string[];
  /** Accounts by the address of a machine. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly affiliated?: readonly string[];
}

/** A record as CloudTrail writes it, read. */
export function callOf(happening: Happening): ApiCall {
  const {
    name,
    source = 'iam',
    minute = 0,
    ip = '192.0.2.10',
    agent = 'aws-cli/2.1 os/linux',
  } = happening;
  const identity = {
    type: 'IAMUser',
    principalId: 'AIDAALICE',
    accountId: ACCOUNT,
    accessKeyId: 'AKIAALICE',
    userName: 'alice',
    ...happening.identity,
  };
  const time = START + minute * 60_000;
  const record = {
    eventVersion: '1.11',
    userIdentity: identity,
    eventTime: new Date(time).toISOString(),
    eventSource: `${source}.amazonaws.com`,
    eventName: name,
    awsRegion: REGION,
    sourceIPAddress: ip,
    userAgent: agent,
    ...(happening.error === undefined ? {} : { errorCode: happening.error }),
    requestParameters: happening.parameters ?? null,
    responseElements: null,
    eventID: `e-${name}-${minute}`,
    eventType: name === 'ConsoleLogin' ? 'AwsConsoleSignIn' : 'AwsApiCall',
    managementEvent: happening.data !== true,
    recipientAccountId: ACCOUNT,
  };
  const call = readApiCall(JSON.stringify(record), { account: ACCOUNT, region: REGION, time });
  if (call === undefined) throw new Error('the record is none of a call');
  return call;
}

/** What all detectors tell of the last of several happenings, the others being remembered. */
export function toldOf(
  happenings: readonly Happening[],
  surroundings: Surroundings = {},
): readonly Draft[] {
  const { lists = [], places = { locate: () => undefined }, trailBuckets = [] } = surroundings;
  const { hosts = {}, affiliated = [] } = surroundings;
  const actors = new Map<string, ActorMemory>();
  const buckets = new Map<string, BucketMemory>();
  let account = newAccount();
  let told: readonly Draft[] = [];
  const threats = threatLists(lists);
  for (const happening of happenings) {
    const call = callOf(happening);
    const { principalId } = call.actor;
    const name = call.bucket?.name;
    const actor = actors.get(principalId) ?? newActor();
    const bucket = name === undefined ? undefined : (buckets.get(name) ?? newBucket());
    const world: World = {
      threats,
      places,
      hosts: {
        ownerOf: (ip) => hosts[ip],
        isAffiliated: (other) => affiliated.includes(other),
      },
      trailBuckets: new Set(trailBuckets),
      actor,
      account,
      bucket,
    };
    told = detectCall(call, world);
    actors.set(principalId, learnActor(actor, call, places));
    account = learnAccount(account, call, places);
    if (name !== undefined && bucket !== undefined) {
      buckets.set(name, learnBucket(bucket, call, places));
    }
  }
  return told;
}

export function typesOf(drafts: readonly Draft[]): readonly string[] {
  return drafts.map(({ type }) => type).toSorted();
}

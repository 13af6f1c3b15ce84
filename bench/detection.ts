// Records a second through every detector of calls, with what is remembered, against a loop that only parses them.
//   npm run bench -- detection
// Pure computation on one thread; both loops run in turn over the same records.
import { readApiCall } from '../src/detection/api-call.ts';
import { detectCall } from '../src/detection/api/detectors.ts';
import { learnAccount, learnActor, learnBucket } from '../src/detection/memory/learning.ts';
import {
  type ActorMemory,
  type BucketMemory,
  newAccount,
  newActor,
  newBucket,
} from '../src/detection/memory/memories.ts';
import { threatLists } from '../src/detection/threats/threat-lists.ts';
import { NO_PLACES } from '../src/detection/world.ts';
import { machine, printTable } from './rig/figures.ts';

const RECORDS = 20_000;
const ROUNDS = 5;
const ACCOUNT = '111122223333';
const START = Date.parse('2026-01-01T00:00:00Z');
const NAMES = [
  'GetObject',
  'DescribeInstances',
  'GetSecretValue',
  'PutObject',
  'ListUsers',
  'Decrypt',
];
const PRINCIPALS = 50;
/** Addresses of the list that every caller is looked up on. */
const LISTED = 50_000;

interface Stored {
  readonly text: string;
  readonly time: number;
}

function records(): readonly Stored[] {
  return Array.from({ length: RECORDS }, (_, index): Stored => {
    const name = NAMES[index % NAMES.length] ?? 'GetObject';
    const isData = name.endsWith('Object');
    const who = index % PRINCIPALS;
    const time = START + index * 60_000;
    const text = JSON.stringify({
      eventVersion: '1.11',
      userIdentity: {
        type: 'IAMUser',
        principalId: `AIDA${who}`,
        arn: `arn:aws:iam::${ACCOUNT}:user/user-${who}`,
        accountId: ACCOUNT,
        accessKeyId: `AKIA${who}`,
        userName: `user-${who}`,
      },
      eventTime: new Date(time).toISOString(),
      eventSource: isData ? 's3.amazonaws.com' : 'iam.amazonaws.com',
      eventName: name,
      awsRegion: 'us-east-1',
      sourceIPAddress: `192.0.2.${who}`,
      userAgent: 'aws-cli/2.15 md/awscrt#0.19 ua/2.0 os/linux#6.1 md/arch#x86_64 lang/python#3.11',
      requestParameters: isData ? { bucket: `bucket-${who % 5}`, key: `key-${index}` } : {},
      responseElements: null,
      requestID: `request-${index}`,
      eventID: `event-${index}`,
      readOnly: true,
      eventType: 'AwsApiCall',
      managementEvent: !isData,
      recipientAccountId: ACCOUNT,
    });
    return { text, time };
  });
}

function parseAll(stored: readonly Stored[]): number {
  let characters = 0;
  for (const { text } of stored) {
    const record: unknown = JSON.parse(text);
    if (record !== null) characters += text.length;
  }
  return characters;
}

function detectAll(stored: readonly Stored[]): number {
  const addresses = Array.from(
    { length: LISTED },
    (_, index) => `100.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
  );
  const entries = { addresses, domains: [], hashes: [] };
  const threats = threatLists([{ name: 'bench', kind: 'custom', entries }]);
  const actors = new Map<string, ActorMemory>();
  const buckets = new Map<string, BucketMemory>();
  const hosts = { ownerOf: () => undefined, isAffiliated: () => false };
  let account = newAccount();
  let told = 0;
  for (const { text, time } of stored) {
    const call = readApiCall(text, { account: ACCOUNT, region: 'us-east-1', time });
    if (call === undefined) continue;
    const { principalId } = call.actor;
    const actor = actors.get(principalId) ?? newActor();
    const name = call.bucket?.name;
    const bucket = name === undefined ? undefined : (buckets.get(name) ?? newBucket());
    const trailBuckets = new Set<string>();
    told += detectCall(call, {
      threats,
      places: NO_PLACES,
      hosts,
      trailBuckets,
      actor,
      account,
      bucket,
    }).length;
    actors.set(principalId, learnActor(actor, call, NO_PLACES));
    account = learnAccount(account, call, NO_PLACES);
    if (name !== undefined && bucket !== undefined)
      buckets.set(name, learnBucket(bucket, call, NO_PLACES));
  }
  return told;
}

function rateOf(work: () => number): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return RECORDS / ((user + system) / 1_000_000);
}

const stored = records();
const rates = { parse: 0, detect: 0 };
for (let round = 0; round < ROUNDS; round += 1) {
  rates.parse = Math.max(
    rates.parse,
    rateOf(() => parseAll(stored)),
  );
  rates.detect = Math.max(
    rates.detect,
    rateOf(() => detectAll(stored)),
  );
}
const text = (rate: number): string => `${Math.round(rate / 1_000)} k`;
process.stdout.write(
  `${machine()}\n${RECORDS} records, ${PRINCIPALS} principals, best of ${ROUNDS} rounds\n\n`,
);
printTable(
  ['what', 'records a second of CPU', 'of parsing'],
  [
    ['only parsed', text(rates.parse), '1.00'],
    ['read, judged and remembered', text(rates.detect), (rates.detect / rates.parse).toFixed(2)],
  ],
);

import { expect, test } from 'vitest';
import { sequencesOf, stepOf } from '../../src/detection/api/attack-sequences.ts';
import type { SequenceSignal } from '../../src/detection/draft.ts';
import { callOf, type Happening, toldOf, typesOf } from './example.ts';
import { FIRES, STAYS_QUIET } from './examples/calls.ts';

test.each([...FIRES, ...STAYS_QUIET])('$says', ({ happenings, world, told }) => {
  const drafts = toldOf(happenings, world);
  expect(Object.fromEntries(drafts.map(({ type, severity }) => [type, severity]))).toEqual(told);
});

test('a call of another service that goes by the same name is another call', () => {
  const logging = 'DeleteModelInvocationLoggingConfiguration';
  expect(typesOf(toldOf([{ name: logging, source: 'bedrock' }]))).toEqual([
    'DefenseEvasion:IAMUser/BedrockLoggingDisabled',
  ]);
  expect(toldOf([{ name: logging, source: 'bedrock-like' }])).toEqual([]);
});

test('a bucket that no bucket can be called like is none', () => {
  const bucketOf = (bucket: string) =>
    callOf({ name: 'CreateBucket', source: 's3', parameters: { bucket } }).bucket?.name;
  const strange = ['', 'x'.repeat(256), 'a/b', 'a\0', '\ud800', 'arn:aws:s3:::x'];
  for (const name of strange) expect(bucketOf(name), name).toBeUndefined();
  expect(bucketOf('an.old_Bucket-1')).toBe('an.old_Bucket-1');
});

test('the examples are as many as they were', () => {
  expect([FIRES.length, STAYS_QUIET.length]).toEqual([26, 14]);
});

test('check 3: a Deny clouds what a policy opens', () => {
  const Statement = [
    { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' },
    { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*' },
  ];
  const open = { name: 'DeletePublicAccessBlock', source: 's3', parameters: { bucket: 'b' } };
  const put = (list: readonly object[]): Happening => ({
    name: 'PutBucketPolicy',
    source: 's3',
    parameters: { bucket: 'b', policy: JSON.stringify({ Statement: list }) },
  });
  const effective = (happenings: readonly Happening[]) =>
    toldOf(happenings)[0]?.buckets?.[0]?.access?.effective;
  expect(effective([open, put(Statement.slice(0, 1))])).toBe('PUBLIC');
  expect(effective([open, put(Statement)])).toBe('UNKNOWN');
  expect(effective([put(Statement.slice(0, 1))])).toBe('UNKNOWN');
});

const CI = {
  type: 'AssumedRole',
  principalId: 'AROACI:build',
  sessionContext: { sessionIssuer: { userName: 'ci' } },
};
const AT_WORK = { ip: '192.0.2.10', agent: 'Boto3/1.34 os/linux' };
const STRANGE = { ip: '203.0.113.77', agent: 'curl/8.0' };
const DAY = 1_440;

/** Thirty days of two principals' work: forty calls a day. */
function month(): readonly Happening[] {
  const happenings: Happening[] = [];
  for (let day = 0; day < 30; day += 1) {
    for (let call = 0; call < 20; call += 1) {
      const minute = day * DAY + call * 10;
      happenings.push({
        name: 'GetSecretValue',
        source: 'secretsmanager',
        minute,
        identity: CI,
        ...AT_WORK,
      });
      happenings.push({
        name: call % 2 === 0 ? 'DescribeInstances' : 'ListBuckets',
        source: 'ec2',
        minute,
        ...AT_WORK,
      });
    }
  }
  return happenings;
}

test('check 12: secrets are read from a strange network by a strange program', () => {
  const read = { name: 'GetSecretValue', source: 'secretsmanager', minute: 30 * DAY };
  const told = toldOf([...month(), { ...read, ...STRANGE }]);
  expect(typesOf(told)).toEqual(['CredentialAccess:IAMUser/AnomalousBehavior']);
  expect(told[0]?.anomaly?.unusual['userIdentity']).toEqual({
    apis: { frequency: 'UNSEEN', values: ['GetSecretValue'] },
    asnOrg: { frequency: 'UNSEEN', values: ['203.0.113.0/24'] },
    userAgent: { frequency: 'UNSEEN', values: ['curl'] },
  });
  expect(toldOf([...month(), { ...read, identity: CI, ...AT_WORK }])).toEqual([]);
});

test('check 12: nothing is unusual while it is new', () => {
  const read = { name: 'GetSecretValue', source: 'secretsmanager', minute: 3 * DAY };
  const few = month().filter(({ minute = 0 }) => minute < 3 * DAY);
  expect(toldOf([...few, { ...read, ...STRANGE }])).toEqual([]);
});

test('a burst cannot make itself usual on the same day; a new program alone is nothing', () => {
  const at = (minute: number, more: Partial<Happening>): Happening => ({
    name: 'GetSecretValue',
    source: 'secretsmanager',
    minute: 30 * DAY + minute,
    ...more,
  });
  const burst = Array.from({ length: 20 }, (_, minute) => at(minute, STRANGE));
  expect(typesOf(toldOf([...month(), ...burst]))).toEqual([
    'CredentialAccess:IAMUser/AnomalousBehavior',
  ]);
  const updated = at(0, { identity: CI, ip: AT_WORK.ip, agent: 'aws-sdk-go/1.0 os/linux' });
  expect(toldOf([...month(), updated])).toEqual([]);
});

test('check 13: forty times as many objects are read as on other days', () => {
  const read = (minute: number): Happening => ({
    name: 'GetObject',
    source: 's3',
    data: true,
    minute,
    parameters: { bucket: 'archive', key: 'k' },
  });
  const usual = Array.from({ length: 20 }, (_, day) => [
    read(day * DAY),
    read(day * DAY + 1),
  ]).flat();
  const today = (count: number) =>
    Array.from({ length: count }, (_, minute) => read(20 * DAY + minute));
  expect(toldOf([...usual, ...today(49)])).toEqual([]);
  const [draft] = toldOf([...usual, ...today(50)]);
  expect(draft).toMatchObject({
    type: 'Exfiltration:S3/AnomalousBehavior',
    severity: 8,
    additional: {
      unusualVolume: {
        identityAndBucket: { last24Hours: 50, dailyMean: 2 },
        identityAndAllBuckets: { last24Hours: 50, dailyMean: 2 },
        allIdentitiesAndBucket: { last24Hours: 50, dailyMean: 2 },
      },
    },
  });
});

function sequence(minutes: readonly number[]) {
  const names = ['ListUsers', 'ListBuckets', 'PutObject', 'DeleteObject'];
  const steps: SequenceSignal[] = [];
  let last = callOf({ name: 'ListUsers' });
  for (const [index, name] of names.entries()) {
    const isData = name.endsWith('Object');
    last = callOf({
      name,
      source: isData || name === 'ListBuckets' ? 's3' : 'iam',
      data: isData,
      minute: minutes[index] ?? 0,
      ...(isData ? { parameters: { bucket: 'b', key: 'READ_ME_TO_RECOVER.txt' } } : {}),
    });
    const step = stepOf(last);
    if (step !== undefined) steps.push(step);
  }
  return sequencesOf(last, { steps });
}

test('check 27: somebody looks around, leaves a note and deletes, within a day', () => {
  expect(sequence([0, 1, 2, 3])).toMatchObject([
    {
      type: 'AttackSequence:S3/CompromisedData',
      severity: 9,
      sequence: {
        signals: [
          { name: 'ListUsers' },
          { name: 'ListBuckets' },
          { name: 'PutObject' },
          { name: 'DeleteObject' },
        ],
      },
    },
  ]);
  expect(sequence([0, 1, 2, 25 * 60])).toEqual([]);
});

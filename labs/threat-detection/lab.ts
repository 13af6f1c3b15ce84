import {
  CloudTrailClient,
  CreateTrailCommand,
  StartLoggingCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateDetectorCommand,
  CreateThreatIntelSetCommand,
  type Finding,
  GetFindingsCommand,
  GuardDutyClient,
  ListFindingsCommand,
} from '@aws-sdk/client-guardduty';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  ListRolesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  DeletePublicAccessBlockCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  EnableSecurityHubCommand,
  GetFindingsCommand as GetHubFindingsCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { ACCOUNT, type DevServer, policyText, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import type { Narrator } from '../narration.ts';

export const threatDetection: Lab = {
  name: 'threat-detection',
  title: 'Threat detection: stolen keys are used, and what is found',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await prepare(narrator, server);
      narrator.part('Two weeks of ordinary work');
      await narrator.attempt('part 1 ran to its end', () => ordinaryWork(scene));
      narrator.part('Somebody else has the keys');
      await narrator.attempt('part 2 ran to its end', () => attack(scene));
      narrator.part('What is found');
      await narrator.attempt('part 3 ran to its end', () => lookAt(scene));
    }),
};

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly guard: GuardDutyClient;
  readonly DetectorId: string;
  /** What alice's clients are made with. */
  readonly alice: ReturnType<DevServer['root']>;
}

const BUCKET = 'customer-data';
const LISTS = 'security-lists';
const AGENT: [string, string][] = [['md/distrib#kali.2025', '']];
const POLLS_MAX = 200;
const POLL_MS = 50;
const DAYS = 14;

async function prepare(narrator: Narrator, server: DevServer): Promise<Scene> {
  narrator.step('GuardDuty and Security Hub are switched on');
  const root = server.root(ACCOUNT);
  const guard = new GuardDutyClient(root);
  const { DetectorId = '' } = await guard.send(new CreateDetectorCommand({ Enable: true }));
  await new SecurityHubClient(root).send(
    new EnableSecurityHubCommand({ EnableDefaultStandards: false }),
  );
  const alice = await server.user(ACCOUNT, 'alice', {
    Effect: 'Allow',
    Action: '*',
    Resource: '*',
  });
  narrator.show('detector', DetectorId);
  return { narrator, server, guard, DetectorId, alice };
}

async function ordinaryWork({ narrator, server, alice, ...scene }: Scene): Promise<void> {
  const s3 = new S3Client({ ...alice, forcePathStyle: true });
  narrator.step(`For ${DAYS} days alice writes and reads a few objects; the clock goes on`);
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  for (let day = 0; day < DAYS; day += 1) {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `day-${day}`, Body: 'x' }));
    await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: `day-${day}` }));
    await server.advance('P1D');
  }
  const found = await ofAlice({ narrator, server, alice, ...scene });
  narrator.check('nothing of it is found to be a threat', found.length === 0, () =>
    typesOf(found).join(', '),
  );
}

async function attack({ narrator, alice, server, guard, DetectorId }: Scene): Promise<void> {
  const thief = { ...alice, customUserAgent: AGENT };
  const s3 = new S3Client({ ...thief, forcePathStyle: true });
  const iam = new IAMClient(thief);
  narrator.step('The address of the thief stands on a list of the security team');
  const own = new S3Client({ ...server.root(ACCOUNT), forcePathStyle: true });
  await own.send(new CreateBucketCommand({ Bucket: LISTS }));
  await own.send(new PutObjectCommand({ Bucket: LISTS, Key: 'bad.txt', Body: '127.0.0.0/8\n' }));
  const Location = `s3://${LISTS}/bad.txt`;
  await guard.send(
    new CreateThreatIntelSetCommand({
      DetectorId,
      Name: 'bad',
      Format: 'TXT',
      Location,
      Activate: true,
    }),
  );
  narrator.step('From a Kali computer: who is there, what is there');
  await iam.send(new ListUsersCommand({}));
  await iam.send(new ListRolesCommand({}));
  await s3.send(new ListBucketsCommand({}));
  await s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
  narrator.step('A user of his own, to come back by');
  await iam.send(new CreateUserCommand({ UserName: 'support' }));
  await iam.send(new CreateAccessKeyCommand({ UserName: 'support' }));
  narrator.step('The trail is stopped');
  await stopTrail(thief, s3);
  narrator.step('The bucket is opened to everybody, a note is left, and the data is deleted');
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket: BUCKET }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${BUCKET}/*`,
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy }));
  await s3.send(
    new PutObjectCommand({ Bucket: BUCKET, Key: 'READ_ME_TO_RECOVER.txt', Body: 'pay' }),
  );
  for (let day = 0; day < DAYS; day += 1) {
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: `day-${day}` }));
  }
}

async function stopTrail(thief: Scene['alice'], s3: S3Client): Promise<void> {
  const S3BucketName = 'trail-of-the-account';
  await s3.send(new CreateBucketCommand({ Bucket: S3BucketName }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['s3:GetBucketAcl', 's3:PutObject'],
    Resource: [`arn:aws:s3:::${S3BucketName}`, `arn:aws:s3:::${S3BucketName}/*`],
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket: S3BucketName, Policy }));
  const trail = new CloudTrailClient(thief);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName }));
  await trail.send(new StartLoggingCommand({ Name: 'audit' }));
  await trail.send(new StopLoggingCommand({ Name: 'audit' }));
}

const EXPECTED: readonly (readonly [type: string, claim: string])[] = [
  ['PenTest:IAMUser/KaliLinux', 'the system of the thief'],
  ['Recon:IAMUser/MaliciousIPCaller.Custom', 'that somebody on the list looked around'],
  ['UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom', 'that he made a user'],
  ['Stealth:IAMUser/CloudTrailLoggingDisabled', 'that the trail was stopped'],
  ['Policy:S3/BucketBlockPublicAccessDisabled', "that the bucket's block was taken away"],
  ['Policy:S3/BucketAnonymousAccessGranted', 'that the bucket was opened to everybody'],
  ['AttackSequence:IAM/CompromisedCredentials', 'that all of it is one attack on credentials'],
  ['AttackSequence:S3/CompromisedData', 'that all of it is one attack on data'],
];

async function lookAt(scene: Scene): Promise<void> {
  const { narrator, server } = scene;
  narrator.step('The findings on alice');
  let found: readonly Finding[] = [];
  for (let poll = 0; poll < POLLS_MAX; poll += 1) {
    found = await ofAlice(scene);
    if (EXPECTED.every(([type]) => typesOf(found).includes(type))) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  for (const [type, claim] of EXPECTED) {
    const finding = found.find(({ Type }) => Type === type);
    narrator.check(`GuardDuty tells ${claim}`, finding !== undefined, () =>
      typesOf(found).join(', '),
    );
    if (finding !== undefined) narrator.show(String(finding.Severity), `${type}: ${finding.Title}`);
  }
  narrator.step('Security Hub has them too, in the common format');
  const hub = new SecurityHubClient(server.root(ACCOUNT));
  const Filters = {
    ProductName: [{ Value: 'GuardDuty', Comparison: 'EQUALS' as const }],
    SeverityLabel: [{ Value: 'CRITICAL', Comparison: 'EQUALS' as const }],
  };
  let count = 0;
  for (let poll = 0; poll < POLLS_MAX && count < 2; poll += 1) {
    const { Findings = [] } = await hub.send(new GetHubFindingsCommand({ Filters }));
    count = Findings.length;
    if (count < 2) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  narrator.check(
    'the two attack sequences are there as critical findings',
    count === 2,
    () => `${count} are`,
  );
}

/** What was found of alice, or of who uses her keys. */
async function ofAlice({ guard, DetectorId }: Scene): Promise<readonly Finding[]> {
  const list = new ListFindingsCommand({ DetectorId, MaxResults: 50 });
  const { FindingIds = [] } = await guard.send(list);
  if (FindingIds.length === 0) return [];
  const { Findings = [] } = await guard.send(new GetFindingsCommand({ DetectorId, FindingIds }));
  return Findings.filter((finding) => JSON.stringify(finding).includes('alice'));
}

function typesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ Type = '' }) => Type);
}

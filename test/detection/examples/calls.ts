import type { Happening, Surroundings } from '../example.ts';

/** Happenings, the last of which a detector tells of, or doesn't. */
export interface Example {
  readonly says: string;
  readonly happenings: readonly Happening[];
  readonly world?: Surroundings;
  /** Types with their severities; empty: it stays quiet. */
  readonly told: Readonly<Record<string, number>>;
}

const ROOT = { type: 'Root', principalId: '111122223333', userName: '' };
const INSTANCE = {
  type: 'AssumedRole',
  principalId: 'AROAWEB:i-0123456789abcdef0',
  accessKeyId: 'ASIAWEB',
  sessionContext: { sessionIssuer: { userName: 'web' } },
};
const OUTSIDE = 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS';
const INSIDE = 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS';
const TRAIL = 'Stealth:IAMUser/CloudTrailLoggingDisabled';
const PASSWORDS = 'Stealth:IAMUser/PasswordPolicyChange';
const ANONYMOUS = 'Policy:S3/BucketAnonymousAccessGranted';

function listed(kind: 'custom' | 'malicious' | 'tor' | 'trusted', address: string) {
  return { name: `${kind}-list`, kind, entries: { addresses: [address], domains: [], hashes: [] } };
}

const BAD = '198.51.100.66';
const trail = (
  name: string,
  parameters: Happening['parameters'] = { name: 'audit' },
): Happening => ({
  name,
  source: 'cloudtrail',
  parameters,
});
const policy = (length: number, more: Happening['parameters'] = {}): Happening => ({
  name: 'UpdateAccountPasswordPolicy',
  parameters: { minimumPasswordLength: length, requireSymbols: true, ...more },
});
const bucketPolicy = (...statements: readonly object[]): Happening => ({
  name: 'PutBucketPolicy',
  source: 's3',
  parameters: { bucket: 'b', policy: JSON.stringify({ Statement: statements }) },
});
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const tokyo = { latitude: 35.68, longitude: 139.69 };
const paris = { latitude: 48.86, longitude: 2.35 };
const places = {
  locate: (ip: string) =>
    ip.startsWith('203.') ? tokyo : ip.startsWith('198.') ? paris : undefined,
};

export const FIRES: readonly Example[] = [
  { says: 'a trail is stopped', happenings: [trail('StopLogging')], told: { [TRAIL]: 2 } },
  { says: 'a trail is deleted', happenings: [trail('DeleteTrail')], told: { [TRAIL]: 2 } },
  {
    says: 'a trail sees one Region alone',
    happenings: [trail('UpdateTrail', { name: 'audit', isMultiRegionTrail: false })],
    told: { [TRAIL]: 2 },
  },
  {
    says: 'a trail selects nothing',
    happenings: [
      trail('PutEventSelectors', {
        trailName: 'audit',
        eventSelectors: [{ includeManagementEvents: false, dataResources: [] }],
      }),
    ],
    told: { [TRAIL]: 2 },
  },
  {
    says: "a trail's bucket is deleted",
    happenings: [{ name: 'DeleteBucket', source: 's3', parameters: { bucket: 'logs' } }],
    world: { trailBuckets: ['logs'] },
    told: { [TRAIL]: 2 },
  },
  { says: 'passwords get shorter', happenings: [policy(14), policy(10)], told: { [PASSWORDS]: 2 } },
  {
    says: 'somebody tries to make passwords shorter',
    happenings: [policy(14), { ...policy(10), error: 'AccessDenied' }],
    told: { [PASSWORDS]: 2 },
  },
  {
    says: 'the password policy is deleted',
    happenings: [{ name: 'DeleteAccountPasswordPolicy' }],
    told: { [PASSWORDS]: 8 },
  },
  {
    says: 'access to a bucket is no longer logged (check 5)',
    happenings: [
      {
        name: 'PutBucketLogging',
        source: 's3',
        parameters: { bucket: 'b', bucketLoggingStatus: {} },
      },
    ],
    told: { 'Stealth:S3/ServerAccessLoggingDisabled': 2 },
  },
  {
    says: 'the root user acts',
    happenings: [{ name: 'GetCallerIdentity', source: 'sts', identity: ROOT }],
    told: { 'Policy:IAMUser/RootCredentialUsage': 2 },
  },
  {
    says: 'a session of the root user acts',
    happenings: [
      { name: 'ListUsers', identity: { ...ROOT, sessionContext: { assumedRoot: 'true' } } },
    ],
    told: { 'Policy:IAMUser/ShortTermRootCredentialUsage': 2 },
  },
  {
    says: 'the block of the whole account is taken away (check 4)',
    happenings: [
      { name: 'DeletePublicAccessBlock', source: 's3control', parameters: { accountId: '1' } },
    ],
    told: { 'Policy:S3/AccountBlockPublicAccessDisabled': 2 },
  },
  {
    says: 'a policy names everybody',
    happenings: [bucketPolicy(EVERYBODY)],
    told: { [ANONYMOUS]: 8 },
  },
  {
    says: 'an access control list names all who have an account (check 3)',
    happenings: [
      {
        name: 'PutBucketAcl',
        source: 's3',
        parameters: { bucket: 'b', aCL: 'authenticated-read' },
      },
    ],
    told: { 'Policy:S3/BucketPublicAccessGranted': 8 },
  },
  {
    says: 'logging of models is switched off',
    happenings: [{ name: 'DeleteModelInvocationLoggingConfiguration', source: 'bedrock' }],
    told: { 'DefenseEvasion:IAMUser/BedrockLoggingDisabled': 5 },
  },
  ...[
    ['KaliLinux', 'aws-cli/1.2 Python/3.8 Linux/5.4.0-kali3-amd64'],
    ['KaliLinux', 'aws-cli/2.1 md/distrib#kali.2025'],
    ['ParrotLinux', 'aws-cli/2.1 md/distrib#parrot.6'],
    ['PentooLinux', 'aws-cli/2.1 md/distrib#pentoo.1'],
  ].map(
    ([system = '', agent = '']): Example => ({
      says: `the caller says ${agent}`,
      happenings: [{ name: 'GetUser', agent }],
      told: { [`PenTest:IAMUser/${system}`]: 5 },
    }),
  ),
  {
    says: 'somebody on a list of attackers looks around',
    happenings: [{ name: 'ListUsers', ip: BAD }],
    world: { lists: [listed('malicious', BAD)] },
    told: { 'Recon:IAMUser/MaliciousIPCaller': 5 },
  },
  {
    says: 'somebody on a list of attackers reads an object',
    happenings: [
      {
        name: 'GetObject',
        source: 's3',
        data: true,
        ip: BAD,
        parameters: { bucket: 'b', key: 'k' },
      },
    ],
    world: { lists: [listed('malicious', '198.51.100.0/24')] },
    told: { 'Exfiltration:S3/MaliciousIPCaller': 8 },
  },
  {
    says: "somebody on the customer's list reads an object",
    happenings: [
      {
        name: 'GetObject',
        source: 's3',
        data: true,
        ip: BAD,
        parameters: { bucket: 'b', key: 'k' },
      },
    ],
    world: { lists: [listed('custom', BAD)] },
    told: { 'UnauthorizedAccess:S3/MaliciousIPCaller.Custom': 8 },
  },
  {
    says: "an instance's credentials come from a Tor exit (check 8)",
    happenings: [{ name: 'ConsoleLogin', source: 'signin', ip: BAD, identity: INSTANCE }],
    world: { lists: [listed('tor', BAD)] },
    told: { 'UnauthorizedAccess:IAMUser/TorIPCaller': 5, [OUTSIDE]: 8 },
  },
  {
    says: "an instance's credentials come from another account's machine (check 10)",
    happenings: [{ name: 'ListUsers', ip: '10.9.9.9', identity: INSTANCE }],
    world: { hosts: { '10.9.9.9': '444455556666' } },
    told: { [INSIDE]: 8 },
  },
  {
    says: "an instance's credentials come from an affiliated account's machine (check 10)",
    happenings: [{ name: 'ListUsers', ip: '10.9.9.9', identity: INSTANCE }],
    world: { hosts: { '10.9.9.9': '444455556666' }, affiliated: ['444455556666'] },
    told: { [INSIDE]: 5 },
  },
  {
    says: 'one user signs in from two continents within ten minutes (check 11)',
    happenings: [
      { name: 'ConsoleLogin', source: 'signin', ip: '203.0.113.5' },
      { name: 'ConsoleLogin', source: 'signin', ip: '198.51.100.5', minute: 10 },
    ],
    world: { places },
    told: { 'UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B': 5 },
  },
];

export const STAYS_QUIET: readonly Example[] = [
  {
    says: 'stopping a trail failed',
    happenings: [{ ...trail('StopLogging'), error: 'AccessDenied' }],
    told: {},
  },
  { says: 'a trail starts', happenings: [trail('StartLogging')], told: {} },
  {
    says: 'a trail selects data too',
    happenings: [
      trail('PutEventSelectors', {
        trailName: 'audit',
        eventSelectors: [{ includeManagementEvents: true }],
      }),
    ],
    told: {},
  },
  {
    says: 'another bucket is deleted',
    happenings: [{ name: 'DeleteBucket', source: 's3', parameters: { bucket: 'scratch' } }],
    world: { trailBuckets: ['logs'] },
    told: {},
  },
  { says: 'passwords get longer', happenings: [policy(10), policy(14)], told: {} },
  {
    says: 'access to a bucket is logged',
    happenings: [
      {
        name: 'PutBucketLogging',
        source: 's3',
        parameters: { bucket: 'b', bucketLoggingStatus: { loggingEnabled: { targetBucket: 'l' } } },
      },
    ],
    told: {},
  },
  {
    says: 'a policy names one account',
    happenings: [bucketPolicy({ ...EVERYBODY, Principal: { AWS: '1' } })],
    told: {},
  },
  {
    says: 'a policy names everybody who comes through one endpoint',
    happenings: [
      bucketPolicy({ ...EVERYBODY, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }),
    ],
    told: {},
  },
  {
    says: 'a policy denies everybody',
    happenings: [bucketPolicy({ ...EVERYBODY, Effect: 'Deny' })],
    told: {},
  },
  {
    says: 'an ordinary system',
    happenings: [{ name: 'GetUser', agent: 'aws-cli/2.1 md/distrib#debian.12' }],
    told: {},
  },
  {
    says: 'an address that is listed and trusted (check 7)',
    happenings: [{ name: 'ListUsers', ip: BAD }],
    world: { lists: [listed('custom', BAD), listed('trusted', '198.51.100.0/24')] },
    told: {},
  },
  {
    says: "an instance's credentials on their own machine",
    happenings: [{ name: 'ListUsers', ip: '10.0.0.5', identity: INSTANCE }],
    world: { hosts: { '10.0.0.5': '111122223333' } },
    told: {},
  },
  {
    says: 'one user signs in twice in one city (check 11)',
    happenings: [
      { name: 'ConsoleLogin', source: 'signin', ip: '203.0.113.5' },
      { name: 'ConsoleLogin', source: 'signin', ip: '203.0.113.9', minute: 10 },
    ],
    world: { places },
    told: {},
  },
  {
    says: 'one user signs in from another continent a day later',
    happenings: [
      { name: 'ConsoleLogin', source: 'signin', ip: '203.0.113.5' },
      { name: 'ConsoleLogin', source: 'signin', ip: '198.51.100.5', minute: 1_440 },
    ],
    world: { places },
    told: {},
  },
];

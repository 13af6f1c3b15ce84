import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../identities.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../server.ts';
import { Chance, drawInput, type Drawing, Pool } from './draws.ts';
import { type Answer, call, membersOf, type Operation, operationsOf, textOf } from './world.ts';

/** `ISOLATION_SEED=7 ISOLATION_ROUNDS=5 npx vitest run test/isolation` looks further. */
const SEED = Number(process.env['ISOLATION_SEED'] ?? '20261125');
const ROUNDS = Number(process.env['ISOLATION_ROUNDS'] ?? '1');
/** Ids that stand for one thing of one account. */
const UNIQUE =
  /\b(?:AKIA|ASIA|AIDA|AROA|AGPA|ANPA)[A-Z2-7]{16,17}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\bmrk-[0-9a-f]{32}\b|\b(?:o|r|ou|p|h|rp|car)-[a-z0-9]{4,}(?:-[a-z0-9]{8,})?\b|\b(?:i|vol|snap|ami|sg|sgr|vpc|subnet)-[0-9a-f]{17}\b|\b[0-9a-f]{64}\b/g;
/** Operations that are about accounts other than the caller's. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set([
  'sts:GetAccessKeyInfo',
  'organizations:InviteAccountToOrganization',
  // Whether the key may be used shows when a volume is made: AWS looks at it no sooner either.
  'ec2:ModifyEbsDefaultKmsKeyId',
]);
/** Members that hold whatever the caller likes, and lead nowhere. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  'Key',
  'Value',
  'TagKey',
  'TagValue',
  'Notes',
  'Description',
  'AttributeValue',
  'RoleSessionName',
  'SourceIdentity',
  'ExternalId',
  'TransitiveTagKeys',
  'TagKeys',
]);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Actor {
  readonly account: string;
  readonly config: ClientConfig;
}

interface World {
  readonly accounts: readonly string[];
  readonly actors: readonly Actor[];
  readonly owners: Map<string, string>;
  /** What AWS itself gives everybody. */
  readonly published: ReadonlySet<string>;
  /** What an account brought up itself: an answer may repeat it. */
  readonly said: ReadonlyMap<string, Set<string>>;
  readonly pool: Pool;
  readonly chance: Chance;
  /** The one key that its policy shares, and with whom. */
  readonly shared: {
    readonly arn: string;
    readonly id: string;
    readonly policy: string;
    readonly account: string;
  };
}

let names = 0;
const fresh = (account: string) => {
  names += 1;
  return `zq${account}n${names}`;
};

/** Names made here tell whose they are; anybody may use a name for something of their own. */
const NAME = /zq(\d{12})[a-z0-9]*/g;

function tokensIn(text: string, accounts: readonly string[]): readonly string[] {
  const names = text.match(NAME) ?? [];
  const rest = text.replaceAll(NAME, '');
  const numbers = accounts.filter((account) => rest.includes(account));
  return [...names, ...numbers, ...(rest.match(UNIQUE) ?? [])];
}

function ownerOf({ owners }: World, token: string): string | undefined {
  return token.startsWith('zq') ? token.slice(2, 14) : owners.get(token);
}

/** First come, first owned: nobody else can have been told it before. */
function claim({ owners, published, accounts }: World, account: string, text: string): void {
  for (const token of tokensIn(text, accounts)) {
    if (token.startsWith('zq') || published.has(token) || owners.has(token)) continue;
    owners.set(token, account);
  }
}

/**
 * Tokens of other accounts that an answer tells, beyond what the call itself named. Names that the caller used before
 * may be those of its own things by now, and its own records repeat all it ever named.
 */
function leaks(world: World, asked: Asked, text: string): readonly string[] {
  const { accounts, said, shared } = world;
  const { account, operation, tokens } = asked;
  if (ABOUT_OTHERS.has(`${operation.service}:${operation.name}`)) return [];
  // The owner reads in the shared key's policy whom it shares the key with.
  const given =
    account === shared.account
      ? [shared.arn, shared.id]
      : [JSON.stringify(shared.policy).slice(1, -1)];
  const visible = given.reduce((left, one) => left.replaceAll(one, ''), text);
  return tokensIn(visible, accounts).filter((token) => {
    const owner = ownerOf(world, token);
    if (owner === undefined || owner === account || tokens.includes(token)) return false;
    const repeats = token.startsWith('zq') || operation.name === 'LookupEvents';
    return !repeats || said.get(account)?.has(token) !== true;
  });
}

interface Asked {
  readonly account: string;
  readonly operation: Operation;
  /** What the call named. */
  readonly tokens: readonly string[];
}

/** Where batches say what they did; an entry that failed stands elsewhere. */
const DONE = [
  'Successful',
  'ProcessedFindings',
  'ProcessedAutomationRules',
  'SecurityControlDefinitions',
  'SuccessCount',
];

/** True of a call that did something: a batch that failed in each of its entries did not. */
function hasDone({ ok, output }: Answer): boolean {
  const done = DONE.map((name): unknown => Reflect.get(output, name));
  return ok && !done.some((one) => one === 0 || (Array.isArray(one) && one.length === 0));
}

/** Records of calls from elsewhere stand in the owner's trail by right; they must say that they are for it. */
function ownPart(operation: Operation, account: string, output: object): string {
  if (operation.name !== 'LookupEvents' || !('Events' in output)) return textOf(output);
  const events: unknown[] = Array.isArray(output.Events) ? output.Events : [];
  const own: unknown[] = [];
  for (const event of events) {
    const record: unknown = JSON.parse(recordOf(event));
    expect(record).toMatchObject({ recipientAccountId: account });
    if (typeof record === 'object' && record !== null && !('sharedEventID' in record))
      own.push(event);
  }
  return textOf({ own });
}

function recordOf(event: unknown): string {
  const isEvent = typeof event === 'object' && event !== null && 'CloudTrailEvent' in event;
  return isEvent && typeof event.CloudTrailEvent === 'string' ? event.CloudTrailEvent : '{}';
}

const service = (id: string, name: string): Operation => ({ service: id, name });

/** Something of every kind, made as the account's root. */
const SEEDS: readonly (readonly [Operation, (account: string, world: World) => object])[] = [
  [service('iam', 'CreateGroup'), (account) => ({ GroupName: `zq${account}group` })],
  [
    service('iam', 'CreatePolicy'),
    (account) => ({ PolicyName: `zq${account}policy`, PolicyDocument: ALLOW }),
  ],
  [
    service('iam', 'CreateRole'),
    (account) => ({ RoleName: `zq${account}role`, AssumeRolePolicyDocument: trust(account) }),
  ],
  [service('iam', 'CreateAccessKey'), () => ({})],
  [service('iam', 'CreateAccountAlias'), (account) => ({ AccountAlias: `zq${account}` })],
  [service('kms', 'CreateKey'), () => ({ Description: 'zq' })],
  [service('kms', 'CreateKey'), () => ({ MultiRegion: true })],
  [
    service('kms', 'CreateAlias'),
    (account, { pool }) => ({
      AliasName: `alias/zq${account}`,
      TargetKeyId: pool.like('keyid', account).at(-1),
    }),
  ],
  [
    service('kms', 'Encrypt'),
    (account, { pool }) => ({
      KeyId: pool.like('keyid', account).at(-1),
      Plaintext: new Uint8Array([7]),
    }),
  ],
  [service('organizations', 'CreateOrganization'), () => ({})],
  [service('organizations', 'ListRoots'), () => ({})],
  [
    service('organizations', 'CreateOrganizationalUnit'),
    (account, { pool }) => ({ ParentId: lastOf(pool, /^r-/), Name: `zq${account}` }),
  ],
  [
    service('organizations', 'CreateAccount'),
    (account) => ({ AccountName: `zq${account}`, Email: `zq${account}@x.example.com` }),
  ],
  [
    service('organizations', 'CreatePolicy'),
    (account) => ({
      Name: `zq${account}`,
      Description: '',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: ALLOW,
    }),
  ],
  [service('organizations', 'ListAccounts'), () => ({})],
  [service('cloudwatch', 'PutMetricAlarm'), (account) => alarm(account)],
  [
    service('dynamodb', 'CreateTable'),
    (account) => ({
      TableName: `zq${account}`,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  ],
  [service('ec2', 'CreateVolume'), () => ({ AvailabilityZone: 'us-east-1a', Size: 1 })],
  [
    service('ec2', 'CreateSnapshot'),
    (_account, { pool }) => ({ VolumeId: lastOf(pool, /^vol-/, 'volumeid') }),
  ],
  [service('acm', 'RequestCertificate'), (account) => ({ DomainName: `zq${account}.example.com` })],
  [service('apigateway', 'CreateRestApi'), (account) => ({ name: `zq${account}` })],
  [
    service('cloudformation', 'CreateStack'),
    (account) => ({
      StackName: `zq${account}`,
      TemplateBody: '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}',
    }),
  ],
  [service('ecr', 'CreateRepository'), (account) => ({ repositoryName: `zq${account}` })],
  [service('guardduty', 'CreateDetector'), () => ({ Enable: true })],
  [
    service('route53', 'CreateHostedZone'),
    (account) => ({ Name: `zq${account}.example.com`, CallerReference: account }),
  ],
  [service('securityhub', 'EnableSecurityHub'), () => ({})],
  [
    service('wafv2', 'CreateIPSet'),
    (account) => ({
      Name: `zq${account}`,
      Scope: 'REGIONAL',
      IPAddressVersion: 'IPV4',
      Addresses: ['192.0.2.0/24'],
    }),
  ],
  [service('events', 'CreateEventBus'), (account) => ({ Name: `zq${account}` })],
  [
    service('events', 'PutRule'),
    (account) => ({ Name: `zq${account}`, ScheduleExpression: 'rate(1 day)' }),
  ],
  [service('logs', 'CreateLogGroup'), (account) => ({ logGroupName: `zq${account}` })],
  [service('scheduler', 'CreateScheduleGroup'), (account) => ({ Name: `zq${account}` })],
  [
    service('secretsmanager', 'CreateSecret'),
    (account) => ({ Name: `zq${account}`, SecretString: `zq${account}secret` }),
  ],
  [service('sns', 'CreateTopic'), (account) => ({ Name: `zq${account}` })],
  [service('sqs', 'CreateQueue'), (account) => ({ QueueName: `zq${account}` })],
  [
    service('ssm', 'PutParameter'),
    (account) => ({ Name: `/zq${account}`, Value: `zq${account}value`, Type: 'SecureString' }),
  ],
];

const alarm = (account: string) => ({
  AlarmName: `zq${account}`,
  Namespace: `zq${account}`,
  MetricName: 'm',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
});

const ALLOW = policyText({ Effect: 'Allow', Action: '*', Resource: '*' });
const trust = (account: string) =>
  policyText({ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' });
const lastOf = (pool: Pool, form: RegExp, name = 'id') =>
  pool
    .like(name)
    .filter((one) => typeof one === 'string' && form.test(one))
    .at(-1);

async function seed(world: World, account: string): Promise<void> {
  for (const [operation, input] of SEEDS) {
    const answer = await call(server.client(account), operation, input(account, world));
    expect(answer.ok, `${operation.name}: ${answer.text}`).toBe(true);
    world.pool.learn(answer.output, account);
    claim(world, account, answer.text);
  }
}

async function newWorld(): Promise<World> {
  const accounts = [freshAccount(), freshAccount(), freshAccount()];
  const actors: Actor[] = [];
  for (const account of accounts) {
    actors.push({ account, config: server.client(account) });
    for (const [name, allow] of [
      ['admin', [{ Effect: 'Allow', Action: '*', Resource: '*' }]],
      ['idle', []],
    ] as const) {
      const options = allow.length === 0 ? {} : { allow };
      actors.push({
        account,
        config: await newUser(server, account, `zq${account}${name}`, options),
      });
    }
  }
  const said = new Map(accounts.map((account) => [account, new Set<string>()]));
  const pool = new Pool();
  const [owner = '', guest = ''] = accounts;
  const policy = policyText(
    { Effect: 'Allow', Principal: { AWS: owner }, Action: 'kms:*', Resource: '*' },
    { Effect: 'Allow', Principal: { AWS: guest }, Action: 'kms:Encrypt', Resource: '*' },
  );
  const made = await call(server.client(owner), service('kms', 'CreateKey'), { Policy: policy });
  const arn = /arn:aws:kms:[^"]+/.exec(made.text)?.[0] ?? '';
  pool.add('keyid', arn, owner);
  const shared = { arn, id: arn.slice(arn.lastIndexOf('/') + 1), policy, account: guest };
  const aws = await call(server.client(owner), service('iam', 'ListPolicies'), {
    Scope: 'AWS',
    MaxItems: 1_000,
  });
  const images = await call(server.client(owner), service('ec2', 'DescribeImages'), {
    Owners: ['amazon'],
  });
  const world: World = {
    published: new Set(tokensIn(aws.text + images.text, [])),
    accounts,
    actors,
    owners: new Map(),
    said,
    pool,
    chance: new Chance(SEED),
    shared,
  };
  for (const account of accounts) world.owners.set(account, account);
  claim(world, owner, made.text);
  for (const account of accounts) await seed(world, account);
  const given = await call(server.client(guest), service('kms', 'Encrypt'), {
    KeyId: arn,
    Plaintext: new Uint8Array([1]),
  });
  expect(given.ok, given.text).toBe(true);
  return world;
}

function drawingFor({ chance, pool }: World, account: string, operation: Operation): Drawing {
  return {
    chance,
    pool,
    account,
    fresh: () => fresh(account),
    special: (member) => {
      if (member === 'AssumeRolePolicyDocument') return trust(account);
      if (member.endsWith('PolicyDocument')) return ALLOW;
      if (member === 'Content' || (member === 'Policy' && operation.service === 'sts'))
        return ALLOW;
      if (member === 'Policy') {
        return policyText({
          Effect: 'Allow',
          Principal: { AWS: account },
          Action: 'kms:*',
          Resource: '*',
        });
      }
      if (operation.service === 'cost-explorer') {
        const month = new Date().toISOString().slice(0, 7);
        if (member === 'Start') return `${month}-01`;
        if (member === 'End') return `${month}-02`;
        if (member === 'Metrics') return 'UnblendedCost';
      }
      if (member === 'Email') return `${fresh(account)}@x.example.com`;
      return member === 'AliasName' && chance.below(2) === 0
        ? `alias/${fresh(account)}`
        : undefined;
    },
  };
}

/** Texts of an input that lead somewhere. */
function references(input: unknown, member = ''): string {
  if (typeof input === 'string') return FREE_TEXT.has(member) ? '' : `${input} `;
  if (input instanceof Uint8Array || typeof input !== 'object' || input === null) return '';
  return Object.entries(input)
    .map(([name, inner]) => references(inner, Array.isArray(input) ? member : name))
    .join('');
}

test('random calls as many accounts: no answer tells of another account, no call reaches into one', async () => {
  const operations = operationsOf(server);
  const world = await newWorld();
  const counts = { calls: 0, succeeded: 0, foreign: 0, shared: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const account of world.chance.shuffled(world.accounts)) {
      for (const operation of world.chance.shuffled(operations)) {
        await one(world, account, operation, counts);
      }
    }
  }
  const seeds = world.accounts.length * ROUNDS * operations.length;
  expect(counts.calls).toBe(seeds);
  expect(counts.succeeded).toBeGreaterThan(counts.calls / 10);
  expect(counts.foreign).toBeGreaterThan(counts.calls / 30);
}, 120_000);

async function one(
  world: World,
  account: string,
  operation: Operation,
  counts: { calls: number; succeeded: number; foreign: number; shared: number },
): Promise<void> {
  const actor = world.chance.of(world.actors.filter((one) => one.account === account));
  if (actor === undefined) throw new Error('nobody acts');
  const input = drawInput(membersOf(operation), drawingFor(world, account, operation));
  const told = `seed ${SEED}: ${operation.service}:${operation.name} ${textOf(input)} as ${account}`;
  const tokens = tokensIn(textOf(input), world.accounts);
  for (const token of tokens) world.said.get(account)?.add(token);
  const answer = await call(actor.config, operation, input);
  counts.calls += 1;
  if (answer.ok) counts.succeeded += 1;
  const text = ownPart(operation, account, answer.output);
  expect(leaks(world, { account, operation, tokens }, text), `${told}: ${answer.text}`).toEqual([]);
  const foreign = tokensIn(references(input), world.accounts).filter((token) => {
    const owner = world.owners.get(token);
    return owner !== undefined && owner !== account;
  });
  if (foreign.length > 0) {
    counts.foreign += 1;
    const name = `${operation.service}:${operation.name}`;
    const isShared =
      references(input).includes(world.shared.arn) && account === world.shared.account;
    if (!ABOUT_OTHERS.has(name) && !isShared)
      expect(hasDone(answer), `${told}: ${answer.text}`).toBe(false);
  }
  claim(world, account, text);
  world.pool.learn(answer.output, account);
}

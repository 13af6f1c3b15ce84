import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteUserPolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateDBInstanceCommand,
  type DBInstance,
  DescribeDBInstancesCommand,
  ModifyDBInstanceCommand,
  RDSClient,
  waitUntilDBInstanceAvailable,
} from '@aws-sdk/client-rds';
import { SignatureV4 } from '@smithy/signature-v4';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';
import { Sha256 } from '../../sha256.ts';
import { instanceWhen, lacksPostgres, POSTGRES, query } from './databases.ts';

const TIMEOUT = { timeout: 180_000 };
const hasTools = ['aws', 'psql'].every((tool) => spawnSync(tool, ['--version']).status === 0);

let server: TestServer;
let account: string;
let rds: RDSClient;
let shop: DBInstance;
const port = () => shop.Endpoint?.Port ?? 0;

beforeAll(async () => {
  server = await startServer();
  account = freshAccount();
  rds = new RDSClient(server.client(account));
  if (lacksPostgres !== undefined) return;
  await rds.send(
    new CreateDBInstanceCommand({
      ...POSTGRES,
      DBInstanceIdentifier: 'shop',
      EnableIAMDatabaseAuthentication: true,
    }),
  );
  const name = { DBInstanceIdentifier: 'shop' };
  const patience = { client: rds, maxWaitTime: 120, minDelay: 1, maxDelay: 1 };
  await waitUntilDBInstanceAvailable(patience, name);
  const { DBInstances } = await rds.send(new DescribeDBInstancesCommand(name));
  shop = DBInstances?.[0] ?? {};
  await asChief('CREATE ROLE jane LOGIN');
  await asChief('GRANT rds_iam TO jane');
  await asChief("CREATE ROLE bob LOGIN PASSWORD 'bob-secret'");
}, TIMEOUT.timeout);
afterAll(() => server.close());

function asChief(text: string) {
  return query(port(), POSTGRES.MasterUserPassword, text);
}

/** As `aws rds generate-db-auth-token` and the signers of AWS's SDKs make it. */
async function tokenOf(
  { region, credentials }: ClientConfig,
  { user = 'jane', at = port(), seconds = 900, date = new Date() } = {},
): Promise<string> {
  const signer = new SignatureV4({ service: 'rds-db', region, credentials, sha256: Sha256 });
  const host = `127.0.0.1:${at}`;
  const presigned = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: '127.0.0.1',
      port: at,
      path: '/',
      query: { Action: 'connect', DBUser: user },
      headers: { host },
    },
    { expiresIn: seconds, signingDate: date },
  );
  const text = Object.entries(presigned.query ?? {})
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `${host}/?${text}`;
}

const TLS = { ssl: { rejectUnauthorized: false } };

async function enter(user: string, password: string, more: pg.ClientConfig = TLS) {
  const login = { host: '127.0.0.1', port: port(), user, password, database: 'postgres' };
  const client = new pg.Client({ ...login, ...more });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
    return rows[0]?.name;
  } finally {
    await client.end();
  }
}

const outcome = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    (error: Error) => error.message,
  );

function mayConnect(user = 'jane', id = shop.DbiResourceId) {
  const Resource = `arn:aws:rds-db:us-east-1:${account}:dbuser:${id}/${user}`;
  return { Effect: 'Allow', Action: 'rds-db:connect', Resource } as const;
}

const REFUSED = 'PAM authentication failed for user "jane"';

describe.skipIf(lacksPostgres !== undefined)(
  'IAM database authentication (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('a token lets its maker in as the user that a policy names, for as long as it does', async () => {
      expect(shop.IAMDatabaseAuthenticationEnabled).toBe(true);
      const allowed = await newUser(server, account, 'allowed', { allow: [mayConnect()] });
      const token = await tokenOf(allowed);
      expect(await outcome(enter('jane', token))).toBe('jane');
      const other = await newUser(server, account, 'other', { allow: [mayConnect('bob')] });
      expect(await outcome(enter('jane', await tokenOf(other)))).toBe(REFUSED);
      const elsewhere = await newUser(server, account, 'elsewhere', {
        allow: [mayConnect('jane', 'db-ANOTHER')],
      });
      expect(await outcome(enter('jane', await tokenOf(elsewhere)))).toBe(REFUSED);
      await new IAMClient(server.client(account)).send(
        new DeleteUserPolicyCommand({ UserName: 'allowed', PolicyName: 'own' }),
      );
      expect(await outcome(enter('jane', token))).toBe(REFUSED);
    });

    test('a session of a role has tokens, too', async () => {
      const arn = await newRole(server, account, 'app');
      const session = await sessionOf(server, account, arn, 'one');
      expect(await outcome(enter('jane', await tokenOf(session)))).toBe(REFUSED);
      await new IAMClient(server.client(account)).send(
        new PutRolePolicyCommand({
          RoleName: 'app',
          PolicyName: 'own',
          PolicyDocument: policyText(mayConnect()),
        }),
      );
      expect(await outcome(enter('jane', await tokenOf(session)))).toBe('jane');
    });

    test('a token is of one user, one database and fifteen minutes, and nobody may change it', async () => {
      const root = await newUser(server, account, 'root-like', {
        allow: [{ Effect: 'Allow', Action: 'rds-db:connect', Resource: '*' }],
      });
      await asChief('CREATE ROLE mary LOGIN');
      await asChief('GRANT rds_iam TO mary');
      const token = await tokenOf(root);
      expect(await outcome(enter('jane', token))).toBe('jane');
      const wrong = [
        await tokenOf(root, { user: 'mary' }),
        await tokenOf(root, { at: port() + 1 }),
        await tokenOf(root, { date: new Date(Date.now() - 16 * 60_000) }),
        await tokenOf(root, { seconds: 3_600 }),
        await tokenOf({ ...root, region: 'eu-west-1' }),
        token.replace(/Signature=../, 'Signature=00'),
        `${token}&DBUser=jane`,
        token.replace('Action=connect', 'Action=other'),
        'a password',
        '',
      ];
      const refusals = await Promise.all(wrong.map((one) => outcome(enter('jane', one))));
      expect(refusals).toEqual(wrong.map(() => REFUSED));
      expect(wrong).toHaveLength(10);
      expect(await outcome(enter('mary', token))).toBe('PAM authentication failed for user "mary"');
    });

    test('tokens come over TLS alone', async () => {
      const root = await newUser(server, account, 'plain', { allow: [mayConnect()] });
      expect(await outcome(enter('jane', await tokenOf(root), {}))).toBe(
        'pg_hba.conf rejects connection for host "127.0.0.1", user "jane", database "postgres", no encryption',
      );
    });

    test('users with passwords go on, with TLS and without, and have no use for tokens', async () => {
      expect(await outcome(enter('bob', 'bob-secret'))).toBe('bob');
      expect(await outcome(enter('bob', 'bob-secret', {}))).toBe('bob');
      expect(await outcome(enter('bob', 'wrong'))).toBe(
        'password authentication failed for user "bob"',
      );
      expect(await outcome(enter('chief', POSTGRES.MasterUserPassword))).toBe('chief');
      const root = await newUser(server, account, 'bobs', { allow: [mayConnect('bob')] });
      expect(await outcome(enter('bob', await tokenOf(root, { user: 'bob' })))).toBe(
        'password authentication failed for user "bob"',
      );
      // In the role, a password opens nothing any more.
      await asChief("CREATE ROLE twin LOGIN PASSWORD 'twin-secret'");
      await asChief('GRANT rds_iam TO twin');
      expect(await outcome(enter('twin', 'twin-secret'))).toBe(
        'PAM authentication failed for user "twin"',
      );
    });

    test.skipIf(!hasTools)(
      'the AWS CLI makes tokens that psql enters with (needs aws and psql)',
      async () => {
        const user = await newUser(server, account, 'cli', { allow: [mayConnect()] });
        const env = {
          ...process.env,
          AWS_ACCESS_KEY_ID: user.credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: user.credentials.secretAccessKey,
        };
        const run = promisify(execFile);
        const made = await run(
          'aws',
          `rds generate-db-auth-token --hostname 127.0.0.1 --port ${port()} --region us-east-1 --username jane`.split(
            ' ',
          ),
          { env },
        );
        const place = `host=127.0.0.1 port=${port()} user=jane dbname=postgres sslmode=require`;
        const { stdout } = await run('psql', [place, '-Atc', 'SELECT current_user'], {
          env: { ...process.env, PGPASSWORD: made.stdout.trim() },
        });
        expect(stdout.trim()).toBe('jane');
      },
    );

    test('ModifyDBInstance: turned off, nobody enters by a token; turned on, the role counts again', async () => {
      const user = await newUser(server, account, 'again', { allow: [mayConnect()] });
      const modify = async (EnableIAMDatabaseAuthentication: boolean) => {
        await rds.send(
          new ModifyDBInstanceCommand({
            DBInstanceIdentifier: 'shop',
            EnableIAMDatabaseAuthentication,
          }),
        );
        const found = await instanceWhen(rds, 'shop', 'available');
        expect(found.IAMDatabaseAuthenticationEnabled).toBe(EnableIAMDatabaseAuthentication);
      };
      await modify(false);
      expect(await outcome(enter('jane', await tokenOf(user)))).toBe(
        'password authentication failed for user "jane"',
      );
      expect(await outcome(enter('bob', 'bob-secret'))).toBe('bob');
      await modify(true);
      expect(await outcome(enter('jane', await tokenOf(user)))).toBe('jane');
    });
  },
);

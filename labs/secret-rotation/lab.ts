import { DescribeDBInstancesCommand, ModifyDBInstanceCommand } from '@aws-sdk/client-rds';
import { RotateSecretCommand, UpdateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { ACCOUNT, type DevServer, withDevServer } from '../dev-server.ts';
import type { Lab, LabSettings } from '../lab.ts';
import { refusalOf, type Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';
import { type Customer, newCustomer } from './customer.ts';
import { ask, hasPostgres } from '../postgres.ts';
import {
  clientsOf,
  deployRotation,
  MASTER,
  newSecret,
  openShop,
  readSecret,
  SHOP,
  type Shop,
  whenAvailable,
} from './shop.ts';

export const secretRotation: Lab = {
  name: 'secret-rotation',
  title: 'Secret rotation: passwords change under a client that never stops asking',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      if (!(await hasPostgres(clientsOf(server).rds))) {
        narrator.skip('the lab', 'there is no PostgreSQL on this machine');
        return;
      }
      narrator.part('A database');
      const shop = await openShop(server);
      narrator.show('endpoint', `${shop.app.host}:${shop.app.port}`);
      const rows = await ask(shop.app, 'SELECT amount FROM stock');
      narrator.check('RDS made a real PostgreSQL, and the application reads it', rows.length === 1);
      const scene = { settings, narrator, server, shop };
      narrator.part('Two users take turns');
      await narrator.attempt('part 2 ran to its end', () => takingTurns(scene));
      narrator.part('RDS keeps the master user itself');
      await narrator.attempt('part 3 ran to its end', () => managed(scene));
    }),
};

interface Scene {
  readonly settings: LabSettings;
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly shop: Shop;
}

const PAUSE_MS = 100;
const PAUSES_MAX = 600;

/** Waits until the secret has another current version than this. */
async function whenRotated(shop: Shop, arn: string, before: string): Promise<void> {
  for (let pause = 0; pause < PAUSES_MAX; pause += 1) {
    if ((await readSecret(shop, arn)).version !== before) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('the secret was not rotated');
}

async function takingTurns({ settings, narrator, server, shop }: Scene): Promise<void> {
  narrator.step('The secret, its master, and the function that rotates it');
  const { app } = shop;
  const master = await newSecret(shop, 'shop/chief', { ...app, ...MASTER, engine: 'postgres' });
  const arn = await newSecret(shop, 'shop/app', { ...app, engine: 'postgres', masterarn: master });
  const RotationLambdaARN = await deployRotation(server, settings.program);
  narrator.show('function', RotationLambdaARN);
  const customer = newCustomer({ read: () => readSecret(shop, arn), rereads: false });
  narrator.step('Rotated, while a client asks');
  const first = await readSecret(shop, arn);
  await shop.secrets.send(
    new RotateSecretCommand({
      SecretId: arn,
      RotationLambdaARN,
      RotationRules: { AutomaticallyAfterDays: 30 },
    }),
  );
  await whenRotated(shop, arn, first.version);
  const second = await readSecret(shop, arn);
  narrator.show('user', `${first.username} became ${second.username}`);
  narrator.check('the other user is current', second.username === 'app_clone');
  narrator.check(
    'who holds the old password may go on',
    (await ask(first, 'SELECT 1')).length === 1,
  );
  narrator.step('And again, once the client has looked at the secret');
  await customer.asksAs(second.username);
  await shop.secrets.send(new RotateSecretCommand({ SecretId: arn }));
  await whenRotated(shop, arn, second.version);
  const third = await readSecret(shop, arn);
  narrator.check('the first user is back, with a new password', third.username === 'app');
  await checkRefused(narrator, 'the first password is over', ask(first, 'SELECT 1'));
  await checkServed(narrator, customer);
}

async function checkServed(narrator: Narrator, customer: Customer): Promise<void> {
  const { queries, failures, reread } = await customer.stop();
  narrator.show(
    'client',
    `${queries} queries, ${failures.length} failed, ${reread} read the secret again`,
  );
  narrator.check('the client asked all the while', queries > 0);
  narrator.check('not one query failed', failures.length === 0, () => failures[0] ?? '');
}

async function checkRefused(narrator: Narrator, claim: string, query: Promise<unknown>) {
  const refusal = await refusalOf(query);
  const isRefused = refusal?.message.includes('password authentication failed') === true;
  narrator.check(claim, isRefused, () => String(refusal));
}

async function managed({ narrator, server, shop }: Scene): Promise<void> {
  narrator.step('The master user moves into Secrets Manager');
  const DBInstanceIdentifier = SHOP;
  await shop.rds.send(
    new ModifyDBInstanceCommand({ DBInstanceIdentifier, ManageMasterUserPassword: true }),
  );
  await whenAvailable(shop.rds);
  const arn = await masterSecret(shop);
  narrator.show('secret', arn);
  const first = await readSecret(shop, arn);
  narrator.check('its password opens the database', (await ask(first, 'SELECT 1')).length === 1);
  const chosen = ask({ ...shop.app, ...MASTER }, 'SELECT 1');
  await checkRefused(narrator, 'the password that was chosen at first is over', chosen);
  await mustRefuse(
    narrator,
    'nobody but RDS changes the secret',
    shop.secrets.send(new UpdateSecretCommand({ SecretId: arn, Description: 'mine' })),
    { code: 'InvalidRequestException', text: 'This secret is managed by an AWS service' },
  );
  narrator.step('Seven days later');
  const customer = newCustomer({ read: () => readSecret(shop, arn), rereads: true });
  await server.advance('P8D');
  const second = await readSecret(shop, arn);
  narrator.check(
    'the password is another, and no function was asked',
    second.password !== first.password,
  );
  narrator.check('it opens the database', (await ask(second, 'SELECT 1')).length === 1);
  await checkRefused(narrator, 'the one before it is over', ask(first, 'SELECT 1'));
  await checkServed(narrator, customer);
  const records = await server.records(ACCOUNT, 'RotationSucceeded');
  narrator.check(
    'the trail tells of it',
    records.some((record) => record.includes('rds!db-')),
  );
}

async function masterSecret({ rds }: Shop): Promise<string> {
  const answer = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: SHOP }));
  return answer.DBInstances?.[0]?.MasterUserSecret?.SecretArn ?? '';
}

import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { FailoverGlobalClusterCommand, SwitchoverGlobalClusterCommand } from '@aws-sdk/client-rds';
import { ACCOUNT, type DevServer, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { type Narrator, refusalOf } from '../narration.ts';
import { ask, hasPostgres } from '../postgres.ts';
import { newNotebook, type Notebook } from './notes.ts';
import { AWAY, GLOBAL, HOME, makeWorld, rdsOf, settledWriter, until, type World } from './world.ts';

export const auroraGlobal: Lab = {
  name: 'aurora-global',
  title: 'An Aurora global database whose columns are encrypted before they reach it',
  run: ({ narrator, ...settings }) =>
    withDevServer({ narrator, ...settings }, async (server) => {
      if (!(await hasPostgres(rdsOf(server, HOME)))) {
        narrator.skip('the lab', 'there is no PostgreSQL on this machine');
        return;
      }
      narrator.part('One database, two Regions');
      const world = await makeWorld(server);
      const notebook = await newNotebook(server);
      const scene = { narrator, server, world, notebook };
      await narrator.attempt('part 1 ran to its end', () => replication(scene));
      narrator.part('A switchover: nothing is lost');
      await narrator.attempt('part 2 ran to its end', () => switchover(scene));
      narrator.part('A Region is lost');
      await narrator.attempt('part 3 ran to its end', () => failover(scene));
    }),
};

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly world: World;
  readonly notebook: Notebook;
}

const CONTENT = 'meet at the old mill';
const WRITES = 200;

async function replication({ narrator, world, notebook }: Scene): Promise<void> {
  const { home, away } = world;
  narrator.show('primary', `${home.arn} at ${home.entry.host}:${home.entry.port}`);
  narrator.show('secondary', `${away.arn} at ${away.entry.host}:${away.entry.port}`);
  narrator.show('key', `${notebook.keys[HOME]}, with a replica in ${AWAY}`);
  narrator.step('A note is encrypted by the client, and written in the first Region');
  await ask(home.entry, 'CREATE TABLE notes (id int PRIMARY KEY, body bytea NOT NULL)');
  await notebook.write(home.entry, HOME, 1, CONTENT);
  const [row] = await ask(home.entry, `SELECT encode(body, 'escape') AS body FROM notes`);
  narrator.check(
    'the database has a ciphertext alone',
    !JSON.stringify(row ?? CONTENT).includes(CONTENT),
  );
  narrator.step('It is read in the second Region, by the replica of the key');
  await until(async () => (await copied(world)) === 1);
  narrator.check('the note opens there', (await notebook.read(away.entry, AWAY, 1)) === CONTENT);
  const refusal = await refusalOf(ask(away.entry, `DELETE FROM notes`));
  narrator.check(
    'there it can not be changed',
    refusal?.message === 'cannot execute DELETE in a read-only transaction',
    () => String(refusal),
  );
}

/** How many rows the second Region has; none while the table is not there yet. */
async function copied({ away }: World): Promise<number> {
  const rows = await ask(away.entry, 'SELECT id FROM notes').catch(() => []);
  return rows.length;
}

async function switchover({ narrator, world }: Scene): Promise<void> {
  const { home, away } = world;
  narrator.step('A client writes as fast as it can, and the primary changes under it');
  await ask(home.entry, 'CREATE TABLE ticks (id int)');
  let written = 0;
  const client = (async () => {
    for (; written < WRITES; written += 1) {
      if ((await refusalOf(ask(home.entry, 'INSERT INTO ticks VALUES (1)'))) !== undefined) return;
    }
  })();
  await until(async () => written > 10);
  await home.rds.send(
    new SwitchoverGlobalClusterCommand({
      GlobalClusterIdentifier: GLOBAL,
      TargetDbClusterIdentifier: away.arn,
    }),
  );
  await client;
  narrator.check('the second Region is the primary', (await settledWriter(world)) === away.arn);
  const ticks = await ask(away.entry, 'SELECT id FROM ticks');
  narrator.show('client', `${written} writes were answered, ${ticks.length} are there`);
  narrator.check('what was answered is there', ticks.length >= written && written > 10);
  narrator.step('The old primary follows');
  await ask(away.entry, 'DELETE FROM ticks');
  const left = async () => (await ask(home.entry, 'SELECT id FROM ticks')).length;
  await until(async () => (await left()) === 0);
  narrator.check('what the new primary does, the old one has', (await left()) === 0);
  await away.rds.send(
    new SwitchoverGlobalClusterCommand({
      GlobalClusterIdentifier: GLOBAL,
      TargetDbClusterIdentifier: home.arn,
    }),
  );
  narrator.check('and back again', (await settledWriter(world)) === home.arn);
}

async function failover({ narrator, server, world, notebook }: Scene): Promise<void> {
  const { home, away } = world;
  narrator.step('The key of the first Region is out of order, and its cluster is given up');
  await server.kms(ACCOUNT, HOME).send(new DisableKeyCommand({ KeyId: notebook.keys[HOME] }));
  const refusal = await refusalOf(notebook.read(home.entry, HOME, 1));
  narrator.check('in the first Region no note opens', refusal !== undefined);
  await away.rds.send(
    new FailoverGlobalClusterCommand({
      GlobalClusterIdentifier: GLOBAL,
      TargetDbClusterIdentifier: away.arn,
      AllowDataLoss: true,
    }),
  );
  narrator.check('the second Region is the primary', (await settledWriter(world)) === away.arn);
  narrator.step('Life goes on there');
  narrator.check('the note opens', (await notebook.read(away.entry, AWAY, 1)) === CONTENT);
  await notebook.write(away.entry, AWAY, 2, 'the mill is gone');
  narrator.check(
    'another one is written, and opens',
    (await notebook.read(away.entry, AWAY, 2)) === 'the mill is gone',
  );
  const records = await server.records(ACCOUNT, 'FailoverGlobalCluster', AWAY);
  narrator.check('the trail tells who ordered it', records.length === 1);
}

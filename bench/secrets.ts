// GetSecretValue over HTTP beside a bare node:http echo of the same bytes, in the same run.
//   npm run bench -- secrets [--rounds N] [--seconds N] [--all-cores: server and wrk share them, as where nothing is pinned]
// Each read is two decisions, a kms:Decrypt and two audit records, durable before the answer. Secrets are under a customer
// key, and under the account's own. Rounds are interleaved; ratios are of the same round, and medians.
import { join } from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag } from './rig/command-line.ts';
import { type Contender, contest } from './rig/contest.ts';
import { machine } from './rig/figures.ts';
import { requireWrk, warmUp } from './rig/load.ts';
import { type BenchServer, startEcho, startHoldfast, startUndurable } from './rig/servers.ts';
import { type Call, REGION, writeScript } from './rig/signed-requests.ts';

const ROUNDS = numberFlag('--rounds', 5);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = [32, 128];
const SECRETS = 100;
const POOL = 300;
const ALL_CORES = process.argv.includes('--all-cores');
const SERVER_CORE = ALL_CORES ? undefined : 0;
const CLIENT_CORE = ALL_CORES ? undefined : 1;

/** A hundred secrets, half of them under a customer key. */
async function makeSecrets({ url: endpoint, credentials }: BenchServer): Promise<void> {
  const config = { endpoint, region: REGION, credentials };
  const client = new SecretsManagerClient(config);
  const { KeyMetadata } = await new KMSClient(config).send(new CreateKeyCommand({}));
  const SecretString = JSON.stringify({ username: 'app', password: 'x'.repeat(32) });
  for (let n = 0; n < SECRETS; n += 1) {
    const own = n % 2 === 0 ? {} : { KmsKeyId: KeyMetadata?.Arn };
    await client.send(new CreateSecretCommand({ Name: `app/${n}`, SecretString, ...own }));
  }
}

const READS: readonly Call[] = Array.from({ length: POOL }, (_, n) => {
  return { operation: 'GetSecretValue', input: { SecretId: `app/${n % SECRETS}` } };
});

async function run(): Promise<void> {
  const { folder, remove } = makeTemporaryFolder();
  const servers: BenchServer[] = [];
  try {
    const echo = await startEcho(SERVER_CORE);
    servers.push(echo);
    // Fifty secrets a second may be made: rates are not what is measured.
    const flags = ['--no-throttling'];
    const holdfast = await startHoldfast(join(folder, 'durable'), SERVER_CORE, flags);
    servers.push(holdfast, await startUndurable(join(folder, 'undurable'), SERVER_CORE));
    const contenders: Contender[] = [];
    for (const server of servers) {
      // The echo is sent what Holdfast is sent.
      const target = server === echo ? holdfast : server;
      const file = join(folder, `${contenders.length}.lua`);
      if (server !== echo) await makeSecrets(server);
      contenders.push({ server, script: await writeScript(file, target, READS, 'secretsmanager') });
    }
    const how = { seconds: SECONDS, core: CLIENT_CORE };
    for (const { server, script } of contenders) {
      await warmUp(server, { ...how, script, connections: 32 });
    }
    for (const connections of CONNECTIONS) {
      await contest(contenders, { ...how, rounds: ROUNDS, connections });
    }
  } finally {
    for (const server of servers) await server.stop();
    remove();
  }
}

requireWrk();
console.log(machine());
console.log(
  `${ROUNDS} rounds of ${SECONDS} s each, interleaved; medians; CPU is the server's, all its threads`,
);
console.log(ALL_CORES ? 'Server and wrk on all cores' : 'Server on core 0, wrk on core 1');
await run();

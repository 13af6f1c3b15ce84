// KMS over HTTP beside a bare node:http echo of the same bytes, in the same run.
//   npm run bench -- kms [--rounds N] [--seconds N]
// Requests are signed by AWS's signer and verified; the key's policy has 20 statements; the audit record is durable
// before the answer. Beside the server stand the same server without the wait for the disk, and moto_server where it is
// installed (on the PATH, or named by MOTO_SERVER). Rounds are interleaved; ratios are of the same round, and medians.
import { join } from 'node:path';
import {
  CreateKeyCommand,
  EncryptCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag } from './rig/command-line.ts';
import { contest, type Contender } from './rig/contest.ts';
import { machine } from './rig/figures.ts';
import { requireWrk, warmUp } from './rig/load.ts';
import {
  startEcho,
  startHoldfast,
  startMoto,
  startUndurable,
  type BenchServer,
  type Core,
} from './rig/servers.ts';
import { REGION, writeScript, type Call } from './rig/signed-requests.ts';

const ROUNDS = numberFlag('--rounds', 5);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = [32, 128];
const POOL = 300;
const HOW = { rounds: ROUNDS, seconds: SECONDS };

/** 19 statements that must be weighed and do not decide, and the one that does. */
function policyOfTwenty(account: string): string {
  const root = {
    Sid: 'root',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const others = Array.from({ length: 19 }, (_, n) => ({
    Sid: `s${n}`,
    Effect: n % 5 === 0 ? 'Deny' : 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      StringEquals: { 'kms:EncryptionContext:tenant': `tenant-${n}`, 'aws:PrincipalTag/team': 'x' },
    },
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement: [...others, root] });
}

/** One third each of Encrypt, Decrypt and GenerateDataKey, under a key made for it. */
async function mixFor(server: BenchServer): Promise<readonly Call[]> {
  const { url: endpoint, credentials } = server;
  const kms = new KMSClient({ endpoint, region: REGION, credentials });
  const made = await kms.send(new CreateKeyCommand({}));
  const KeyId = made.KeyMetadata?.Arn ?? '';
  const Policy = policyOfTwenty(made.KeyMetadata?.AWSAccountId ?? '');
  await kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy }));
  const EncryptionContext = { purpose: 'bench', tenant: 'none' };
  const bytes = Buffer.alloc(64, 7);
  const { CiphertextBlob = new Uint8Array() } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: bytes, EncryptionContext }),
  );
  const sealed = Buffer.from(CiphertextBlob).toString('base64');
  const Plaintext = bytes.toString('base64');
  const calls: readonly Call[] = [
    { operation: 'Encrypt', input: { KeyId, Plaintext, EncryptionContext } },
    { operation: 'Decrypt', input: { CiphertextBlob: sealed, EncryptionContext } },
    { operation: 'GenerateDataKey', input: { KeyId, KeySpec: 'AES_256', EncryptionContext } },
  ];
  return Array.from({ length: POOL }, (_, n) => calls[n % calls.length]).filter(
    (call) => call !== undefined,
  );
}

/** Starts what is to be measured, measures, and ends it. */
async function run(title: string, place: { server: Core; client: Core }, all: boolean) {
  const { folder, remove } = makeTemporaryFolder();
  const servers: BenchServer[] = [];
  try {
    const echo = await startEcho(place.server);
    servers.push(echo);
    const holdfast = await startHoldfast(join(folder, 'durable'), place.server);
    servers.push(holdfast);
    const others = all
      ? [
          await startUndurable(join(folder, 'undurable'), place.server),
          await startMoto(place.server),
        ]
      : [];
    for (const server of others) if (server !== undefined) servers.push(server);
    const contenders: Contender[] = [];
    for (const server of servers) {
      // The echo is sent what Holdfast is sent.
      const target = server === echo ? holdfast : server;
      const file = join(folder, `${contenders.length}.lua`);
      const script = await writeScript(file, target, await mixFor(target));
      contenders.push({ server, script });
    }
    for (const { server, script } of contenders) {
      await warmUp(server, { script, connections: 32, seconds: SECONDS, core: place.client });
    }
    console.log(`\n${title}`);
    for (const connections of CONNECTIONS) {
      await contest(contenders, { ...HOW, connections, core: place.client });
    }
    if (all && servers.length < 4) {
      console.log(
        '\nmoto_server is not installed, so it is not compared (pip install "moto[server]").',
      );
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
await run('One core: server on core 0, wrk on core 1', { server: 0, client: 1 }, true);
await run(
  'All cores: server and wrk unpinned, on the same cores, so the load generator takes its share',
  { server: undefined, client: undefined },
  false,
);

import { createHash, randomBytes } from 'node:crypto';
import { cp, lstat, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../clients.ts';
import type { LabSettings } from '../lab.ts';
import type { Narrator } from '../narration.ts';
import { startServer, StartRefused } from '../private-server.ts';
import { searchDirectory, secretOf, type Secret } from '../secret-search.ts';
import { exchangedRows, type Sample } from './exchanged-rows.ts';
import type { Bench } from './lab.ts';
import { openMaterials } from './sealed-material.ts';

const ALIAS = 'alias/lab-not-a-secret';
const WORKERS = 4;
/** The server is killed when this many calls were answered, with others on their way. */
const ANSWERED_BEFORE_KILL = 40;

/** An answer the server gave; it must never be taken back. */
interface Acknowledged {
  readonly keyId: string;
  readonly plaintext: Buffer;
  readonly blob: Uint8Array;
  readonly requestId: string;
}

/** Part 2: the disk after a crash: what is on it, who can read it, and whether anything was lost. */
export async function atRest(settings: LabSettings, bench: Bench): Promise<void> {
  const { narrator, program } = settings;
  const answered = await crash(narrator, bench);
  const copy = join(bench.folder, 'stolen');
  await copyOf(bench.dataDirectory, copy);
  await searchDisk(narrator, bench, copy, answered);
  await withoutKey(narrator, program, copy, bench.folder);
  await exchangedRows(narrator, {
    program,
    copy,
    rootKeyFile: `${bench.dataDirectory}.key`,
    credentials: bench.credentials,
    samples: threeKeys(answered),
  });
  await afterwards(narrator, bench, answered);
}

/** A ciphertext under each of three keys. */
function threeKeys(answered: readonly Acknowledged[]): readonly [Sample, Sample, Sample] {
  const [first, second, third] = new Map(answered.map((one) => [one.keyId, one])).values();
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('fewer than three keys were made');
  }
  return [first, second, third];
}

async function crash(narrator: Narrator, bench: Bench): Promise<readonly Acknowledged[]> {
  narrator.step('Work, cut by kill -9');
  const { url, authorityFile, kill } = bench.current();
  const kms = new KMSClient(clientConfig(url, bench.credentials, authorityFile));
  const answered: Acknowledged[] = [];
  let killed: Promise<void> | undefined;
  const worker = async (): Promise<void> => {
    while (killed === undefined) {
      const done = await keyAndSecret(kms).catch(() => undefined);
      if (done !== undefined) answered.push(...done);
      if (answered.length >= ANSWERED_BEFORE_KILL) killed ??= kill();
    }
  };
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: ALIAS, TargetKeyId: KeyMetadata?.KeyId }));
  await Promise.all(Array.from({ length: WORKERS }, worker));
  await killed;
  narrator.say(
    `${WORKERS} clients made keys, encrypted a secret under each and asked for data keys, until the ` +
      'server was killed in the middle of it. Whatever it had answered must be there afterwards.',
  );
  narrator.show('answered', `${answered.length} ciphertexts, each under a key of ${url}`);
  return answered;
}

async function keyAndSecret(kms: KMSClient): Promise<readonly Acknowledged[]> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const Plaintext = randomBytes(48);
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext }));
  const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  return [
    acknowledged(KeyId, Plaintext, sealed.CiphertextBlob, sealed.$metadata.requestId),
    acknowledged(KeyId, made.Plaintext, made.CiphertextBlob, made.$metadata.requestId),
  ];
}

function acknowledged(
  keyId: string,
  plaintext: Uint8Array | undefined,
  blob: Uint8Array | undefined,
  requestId: string | undefined,
): Acknowledged {
  if (plaintext === undefined || blob === undefined) throw new Error('an answer without its blob');
  return { keyId, plaintext: Buffer.from(plaintext), blob, requestId: requestId ?? '' };
}

/** Sockets can't be copied, and hold nothing. */
async function copyOf(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSocket(),
  });
}

async function searchDisk(
  narrator: Narrator,
  bench: Bench,
  copy: string,
  answered: readonly Acknowledged[],
): Promise<void> {
  narrator.step('Read every byte the server left on the disk');
  const rootKey = Buffer.from((await readFile(`${bench.dataDirectory}.key`, 'utf8')).trim(), 'hex');
  const opened = join(bench.folder, 'stolen-with-root-key');
  await copyOf(copy, opened);
  const materials = openMaterials(join(opened, 'state.db'), rootKey);
  narrator.say(
    'To know what to look for, the lab opens the key material in a copy, with the root key that lies ' +
      'outside the data directory. Then it searches all files for it, and for every plaintext, in raw ' +
      'form, hexadecimal and base64.',
  );
  narrator.check(
    'with the root key, the material of every key can be opened: 32 bytes each',
    materials.length > answered.length / 2 && materials.every(({ length }) => length === 32),
    () => `${materials.length} materials`,
  );
  const secrets: readonly Secret[] = [
    secretOf('the root key', rootKey),
    ...materials.map((bytes, n) => secretOf(`key material ${n}`, bytes)),
    ...answered.map(({ plaintext }, n) => secretOf(`plaintext ${n}`, plaintext)),
  ];
  const found = await searchDirectory(copy, secrets);
  narrator.show(
    'searched',
    `${secrets.length} secrets in ${found.files} files, ${found.bytes.toLocaleString('en')} bytes`,
  );
  narrator.check(
    'none of them is there: no root key, no key material, no plaintext, no data key',
    found.findings.length === 0 && found.files > 2,
    () => JSON.stringify(found.findings),
  );
  const control = await searchDirectory(copy, [secretOf(ALIAS, Buffer.from(ALIAS))]);
  const where = [...new Set(control.findings.map(({ file }) => file))].join(', ');
  narrator.check(
    `the search can find things: the name ${ALIAS}, which is no secret, is in ${where}`,
    control.findings.length > 0,
  );
}

async function withoutKey(
  narrator: Narrator,
  program: string,
  copy: string,
  folder: string,
): Promise<void> {
  narrator.step('Start a server on the stolen copy, without the root key and with a wrong one');
  const wrong = join(folder, 'wrong.key');
  await writeFile(wrong, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  const before = await digestOf(join(copy, 'state.db'));
  const cases = [
    ['no root key', [], /The root key file .* is missing, and the data can't be read without it/],
    [
      'wrong key',
      ['--root-key', `file:${wrong}`],
      /The root key is not the one this data was made with/,
    ],
  ] as const;
  for (const [name, flags, sentence] of cases) {
    const refusal = await refusedStart(program, copy, flags);
    narrator.show(name, refusal?.text ?? 'it started');
    narrator.check(
      `${name}: refused, in a sentence without a stack trace`,
      refusal !== undefined &&
        refusal.exitCode !== 0 &&
        sentence.test(refusal.text) &&
        !refusal.text.includes('\n'),
      () => refusal?.text ?? 'the server started',
    );
  }
  narrator.check(
    'and nothing in the copy was changed',
    before === (await digestOf(join(copy, 'state.db'))),
  );
}

async function refusedStart(
  program: string,
  dataDirectory: string,
  flags: readonly string[],
): Promise<StartRefused | undefined> {
  try {
    const server = await startServer({ program, dataDirectory, flags });
    await server.kill();
    return undefined;
  } catch (error) {
    if (error instanceof StartRefused) return error;
    throw error;
  }
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

async function afterwards(
  narrator: Narrator,
  bench: Bench,
  answered: readonly Acknowledged[],
): Promise<void> {
  narrator.step('Start the killed server again, with its root key');
  const { url, authorityFile } = await bench.restart({ tls: true });
  const config = clientConfig(url, bench.credentials, authorityFile);
  const kms = new KMSClient(config);
  let same = 0;
  for (const { blob, plaintext } of answered) {
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: blob }));
    if (plaintext.equals(Buffer.from(opened.Plaintext ?? []))) same += 1;
  }
  narrator.check(
    `all ${answered.length} ciphertexts it had answered decrypt, under keys as young as the crash`,
    same === answered.length,
    () => `${same} of ${answered.length}`,
  );
  const recorded = await recordedRequests(new CloudTrailClient(config));
  const missing = answered.filter(({ requestId }) => !recorded.has(requestId));
  narrator.check(
    'each of those calls is in the audit trail: none was answered before its record was durable',
    missing.length === 0,
    () => `${missing.length} records are missing`,
  );
}

async function recordedRequests(trail: CloudTrailClient): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const AttributeValue of ['Encrypt', 'GenerateDataKey']) {
    let NextToken: string | undefined;
    do {
      const page = await trail.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }],
          NextToken,
        }),
      );
      for (const { CloudTrailEvent = '' } of page.Events ?? []) {
        const id = /"requestID":"([^"]+)"/.exec(CloudTrailEvent)?.[1];
        if (id !== undefined) found.add(id);
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
  }
  return found;
}

import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { clientConfig, type ClientConfig } from '../clients.ts';
import { keyringClient } from '../keyring-client.ts';
import type { Credentials, LabSettings } from '../lab.ts';
import { describeError, refusalOf, type Narrator } from '../narration.ts';
import { startRecordingProxy, type RecordingProxy } from '../recording-proxy.ts';
import { makeFile, measured, MEGABYTE, type Measurement } from './streaming.ts';

const { encryptStream, decryptStream } = buildClient(
  CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
);

const CONTEXT = { document: 'plans', tenant: 'blue' };
/** Above what the process needs anyway; a file held whole would need more than twice its size. */
const MEMORY_GROWTH_MAX = 96 * MEGABYTE;
/** A TLS handshake and a few calls, however large the file is. */
const SENT_BYTES_MAX = 64 * 1024;

export interface ClientSideParts {
  readonly url: string;
  readonly authorityFile: string | undefined;
  readonly region: string;
  readonly credentials: Credentials;
  readonly folder: string;
}

interface Files {
  readonly clear: string;
  readonly sealed: string;
  readonly opened: string;
}

interface Scene {
  readonly narrator: Narrator;
  readonly config: ClientConfig;
  readonly keyArn: string;
  readonly files: Files;
}

/** Part 3: the AWS Encryption SDK encrypts a large file on the client; the server gives and opens its data key. */
export async function clientSide(settings: LabSettings, parts: ClientSideParts): Promise<void> {
  const { narrator, megabytes } = settings;
  const target = new URL(parts.url);
  const counting = isLoopback(target.hostname)
    ? await startRecordingProxy({ host: target.hostname, port: Number(target.port) })
    : undefined;
  const endpoint =
    counting === undefined ? parts.url : `${target.protocol}//${target.hostname}:${counting.port}`;
  const config = clientConfig(endpoint, parts.credentials, parts.authorityFile, parts.region);
  const kms = new KMSClient(config);
  let keyArn = '';
  try {
    const Description = 'holdfast lab encryption';
    keyArn = (await kms.send(new CreateKeyCommand({ Description }))).KeyMetadata?.Arn ?? '';
    const named = (name: string): string => join(parts.folder, name);
    const files = { clear: named('clear'), sealed: named('sealed'), opened: named('opened') };
    const scene: Scene = { narrator, config, keyArn, files };
    await roundTrip(scene, megabytes, counting);
    await tampering(scene);
    await disabling(scene, kms);
    await records(scene);
  } finally {
    const KeyId = keyArn;
    if (KeyId !== '') {
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    }
    await counting?.close();
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isIP(host) === 4 && host.startsWith('127.'));
}

function keyring({ config, keyArn }: Scene, purpose: 'encrypt' | 'decrypt'): KmsKeyringNode {
  const clientProvider = (region: string) => keyringClient(config, region);
  return purpose === 'encrypt'
    ? new KmsKeyringNode({ clientProvider, generatorKeyId: keyArn })
    : new KmsKeyringNode({ clientProvider, keyIds: [keyArn] });
}

async function roundTrip(
  scene: Scene,
  megabytes: number,
  counting: RecordingProxy | undefined,
): Promise<void> {
  const { narrator, files } = scene;
  narrator.step(`Make a file of ${megabytes} MB and encrypt it, as a stream`);
  narrator.show('key', scene.keyArn);
  narrator.show('context', JSON.stringify(CONTEXT));
  const marker = Buffer.from('every megabyte of this file begins with these words');
  const { bytes } = await makeFile(files.clear, megabytes, marker);
  counting?.clear();
  const encrypted = await measured(narrator, 'encrypted', files.clear, files.sealed, () =>
    encryptStream(keyring(scene, 'encrypt'), { encryptionContext: CONTEXT }),
  );
  report(narrator, encrypted);
  const sealedText = await firstAndLastMegabyte(files.sealed);
  narrator.check('the encrypted file does not hold the words', !sealedText.includes(marker));
  narrator.check(
    'its header names the context, which is authenticated and no secret',
    sealedText.includes('tenant') && sealedText.includes('blue'),
  );

  narrator.step('Decrypt it again');
  const decrypted = await measured(narrator, 'decrypted', files.sealed, files.opened, () =>
    decryptStream(keyring(scene, 'decrypt')),
  );
  report(narrator, decrypted);
  narrator.show('SHA-256', decrypted.sha256Out);
  narrator.check(
    'the SHA-256 is that of the file before',
    decrypted.sha256Out === encrypted.sha256In && decrypted.bytesOut === bytes,
    () => `${encrypted.sha256In} became ${decrypted.sha256Out}`,
  );
  const growth = Math.max(encrypted.memoryGrowth, decrypted.memoryGrowth);
  narrator.check(
    `memory stayed bounded: less than ${MEMORY_GROWTH_MAX / MEGABYTE} MB were needed, both ways`,
    growth < MEMORY_GROWTH_MAX,
    () => `resident memory grew by ${mega(growth)} MB`,
  );
  sentBytes(narrator, counting, bytes);
}

function sentBytes(narrator: Narrator, counting: RecordingProxy | undefined, bytes: number): void {
  if (counting === undefined) {
    narrator.skip('counting the bytes sent to the server', 'it is on another machine');
    return;
  }
  const sent = counting.sentBytes();
  const [toServer, ofFile] = [sent, bytes].map((count) => count.toLocaleString('en'));
  narrator.show('to server', `${toServer} bytes on the wire, for a file of ${ofFile} bytes`);
  narrator.check(
    'the data never went to the server: it only made a data key, and opened it',
    sent > 0 && sent < SENT_BYTES_MAX && sent < bytes,
    () => `${toServer} bytes were sent`,
  );
}

function report(narrator: Narrator, done: Measurement): void {
  const speed = (done.bytesIn / 1_000_000 / (done.milliseconds / 1_000)).toFixed(0);
  narrator.show(
    done.verb,
    `${mega(done.bytesIn)} MB in ${(done.milliseconds / 1_000).toFixed(2)} s, ${speed} MB/s; ` +
      `resident memory peaked at ${mega(done.memoryPeak)} MB, ${mega(done.memoryGrowth)} MB more than before`,
  );
}

function mega(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}

async function firstAndLastMegabyte(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  const file = await open(path, 'r');
  try {
    const first = await file.read(Buffer.alloc(MEGABYTE), 0, MEGABYTE, 0);
    const last = await file.read(Buffer.alloc(MEGABYTE), 0, MEGABYTE, Math.max(0, size - MEGABYTE));
    return Buffer.concat([first.buffer, last.buffer]);
  } finally {
    await file.close();
  }
}

async function tampering(scene: Scene): Promise<void> {
  const { narrator, files } = scene;
  const small = `${files.clear}-small`;
  const sealed = `${files.sealed}-small`;
  await writeFile(small, Buffer.alloc(100_000, 'page of a plan '));
  await measured(narrator, 'encrypted', small, sealed, () =>
    encryptStream(keyring(scene, 'encrypt'), { encryptionContext: CONTEXT }),
  );
  const good = await readFile(sealed);

  narrator.step('Decrypt under another encryption context: the header now says tenant=grey');
  const claimed = Buffer.from(good);
  claimed.write('grey', claimed.indexOf('blue'));
  const other = await refusedDecryption(scene, claimed);
  narrator.show('client', other === undefined ? 'decrypted' : describeError(other));
  const recorded = await lastRecord(scene, 'Decrypt');
  narrator.check(
    'refused: the key opens a data key only under the context it was made with',
    other !== undefined && /"errorCode":"InvalidCiphertext(Exception)?"/.test(recorded),
    () => (other === undefined ? 'it was decrypted' : recorded),
  );

  narrator.step('Change one bit in the middle of the encrypted file');
  const flipped = Buffer.from(good);
  const middle = good.length >> 1;
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  const damage = await refusedDecryption(scene, flipped);
  narrator.show('client', damage === undefined ? 'decrypted' : describeError(damage));
  narrator.check('refused: every frame is authenticated', damage !== undefined);
}

async function refusedDecryption(scene: Scene, sealed: Buffer): Promise<Error | undefined> {
  const { narrator, files } = scene;
  const changed = `${files.sealed}-changed`;
  await writeFile(changed, sealed);
  return refusalOf(
    measured(narrator, 'decrypted', changed, `${files.opened}-changed`, () =>
      decryptStream(keyring(scene, 'decrypt')),
    ),
  );
}

async function disabling(scene: Scene, kms: KMSClient): Promise<void> {
  const { narrator, files, keyArn } = scene;
  const sealed = await readFile(`${files.sealed}-small`);
  narrator.step('Disable the key, then enable it again');
  await kms.send(new DisableKeyCommand({ KeyId: keyArn }));
  const refusal = await refusedDecryption(scene, sealed);
  narrator.show('disabled', refusal === undefined ? 'decrypted' : describeError(refusal));
  const recorded = await lastRecord(scene, 'Decrypt');
  narrator.check(
    'while the key is disabled, what it protects cannot be read by anybody',
    refusal !== undefined && /"errorCode":"Disabled(Exception)?"/.test(recorded),
    () => (refusal === undefined ? 'it was decrypted' : recorded),
  );
  await kms.send(new EnableKeyCommand({ KeyId: keyArn }));
  const again = await refusedDecryption(scene, sealed);
  narrator.check('enabled again, it is read as before', again === undefined, () =>
    describeError(again),
  );
}

async function records(scene: Scene): Promise<void> {
  const { narrator } = scene;
  narrator.step('What the audit trail says: lookup-events');
  const made = await recordsOf(scene, 'GenerateDataKey');
  const opened = await recordsOf(scene, 'Decrypt');
  const inOrder = [...made.toReversed(), ...opened.toReversed()].map(summary);
  for (const line of inOrder.toSorted(([a], [b]) => a.localeCompare(b))) narrator.show(...line);
  narrator.check(
    'one GenerateDataKey for each encrypted file, with its context',
    made.length === 2 && made.every((text) => text.includes('"tenant":"blue"')),
    () => `${made.length} records`,
  );
  const refused = opened.filter((text) => text.includes('"errorCode"'));
  narrator.check(
    'one Decrypt for each attempt: three that were allowed, and the two that were not',
    opened.length === 5 && refused.length === 2,
    () => `${opened.length} records, ${refused.length} of them refused`,
  );
  narrator.check(
    'no record holds a data key',
    [...made, ...opened].every((text) => !/"plaintext":"[^"]/i.test(text)),
  );
}

/** When, and what: `16:25:22`, `Decrypt allowed {"tenant":"blue"}`. */
function summary(text: string): readonly [string, string] {
  const found = (name: string): string => new RegExp(`"${name}":"([^"]*)"`).exec(text)?.[1] ?? '';
  const context = /"encryptionContext":(\{[^}]*\})/.exec(text)?.[1] ?? '{}';
  // The public key that signs the message is part of its context, and long.
  const shown = context.replace(/"aws-crypto-public-key":"[^"]*",?/, '').replace(',}', '}');
  const outcome = found('errorCode') === '' ? 'allowed' : found('errorCode');
  return [found('eventTime').slice(11, 19), `${found('eventName')} ${outcome} ${shown}`];
}

async function lastRecord(scene: Scene, name: string): Promise<string> {
  return (await recordsOf(scene, name))[0] ?? 'no record';
}

/** The records of one operation on this lab's key, newest first. */
async function recordsOf({ config, keyArn }: Scene, name: string): Promise<readonly string[]> {
  const trail = new CloudTrailClient(config);
  const { Events = [] } = await trail.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
    }),
  );
  return Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent).filter((text) =>
    text.includes(keyArn),
  );
}

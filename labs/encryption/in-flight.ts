import { connect, type SecureVersion } from 'node:tls';
import { readFileSync } from 'node:fs';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { clientConfig } from '../clients.ts';
import type { LabSettings } from '../lab.ts';
import { describeError, refusalOf, type Narrator } from '../narration.ts';
import { startRecordingProxy, type RecordingProxy } from '../recording-proxy.ts';
import { isIn, secretOf } from '../secret-search.ts';
import type { Bench } from './lab.ts';

const MARKER = 'attack at dawn, by the north gate';
const CONTEXT = { purpose: 'encryption-lab' };
const TLS_HANDSHAKE_RECORD = 0x16;

/** Part 1: the same call over HTTP and over HTTPS, seen by an eavesdropper; and what refuses the former. */
export async function inFlight(settings: LabSettings, bench: Bench): Promise<void> {
  const { narrator } = settings;
  const keyArn = await overHttp(narrator, bench);
  await bench.restart({ tls: true });
  await overHttps(narrator, bench, keyArn);
  await strangers(narrator, bench);
  await forbidHttp(narrator, bench, keyArn);
  await readRecords(narrator, bench);
}

async function withProxy(
  bench: Bench,
  work: (proxy: RecordingProxy, url: string) => Promise<void>,
): Promise<void> {
  const { port, url } = bench.current();
  const proxy = await startRecordingProxy({ host: '127.0.0.1', port });
  try {
    await work(proxy, `${new URL(url).protocol}//127.0.0.1:${proxy.port}`);
  } finally {
    await proxy.close();
  }
}

const encryptMarker = (keyArn: string): EncryptCommand =>
  new EncryptCommand({
    KeyId: keyArn,
    Plaintext: Buffer.from(MARKER),
    EncryptionContext: CONTEXT,
  });

async function overHttp(narrator: Narrator, bench: Bench): Promise<string> {
  let keyArn = '';
  narrator.step('Encrypt over plain HTTP, with an eavesdropper between client and server');
  await withProxy(bench, async (proxy, url) => {
    const kms = new KMSClient(clientConfig(url, bench.credentials));
    keyArn = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
    proxy.clear();
    narrator.show('sent', `kms:Encrypt of '${MARKER}' to ${url}`);
    await kms.send(encryptMarker(keyArn));
    const seen = proxy.seen();
    const body = /\r\n\r\n(\{.*?\})HTTP/s.exec(seen.toString('latin1'))?.[1] ?? '';
    narrator.show('wire', body);
    const sent = /"Plaintext":"([^"]+)"/.exec(seen.toString('latin1'))?.[1] ?? '';
    const read = Buffer.from(sent, 'base64').toString('utf8');
    narrator.check('the eavesdropper reads the plaintext', read === MARKER, () => `read '${read}'`);
    const { secretAccessKey } = bench.credentials;
    narrator.check(
      'the secret access key is not on the wire: a signature proves it',
      !isIn(seen, secretOf('secret access key', Buffer.from(secretAccessKey))),
    );
    await altered(narrator, proxy, kms, keyArn);
  });
  return keyArn;
}

async function altered(
  narrator: Narrator,
  proxy: RecordingProxy,
  kms: KMSClient,
  keyArn: string,
): Promise<void> {
  narrator.step('The eavesdropper changes one word of the request');
  proxy.alter((chunk) =>
    Buffer.from(chunk.toString('latin1').replace('encryption-lab', 'decryption-lab'), 'latin1'),
  );
  const refusal = await refusalOf(kms.send(encryptMarker(keyArn)));
  proxy.alter(undefined);
  narrator.show('answer', describeError(refusal ?? 'accepted'));
  narrator.check(
    'the signature covers every byte of the body: the call is refused',
    refusal !== undefined && /signature/i.test(`${refusal.name} ${refusal.message}`),
    () => describeError(refusal ?? 'the call was accepted'),
  );
}

async function overHttps(narrator: Narrator, bench: Bench, keyArn: string): Promise<void> {
  narrator.step('The same call over HTTPS: the server starts again with --tls');
  const { authorityFile, url: serverUrl } = bench.current();
  narrator.show('server', serverUrl);
  narrator.show('trust', `AWS_CA_BUNDLE=${String(authorityFile)}`);
  await withProxy(bench, async (proxy, url) => {
    const kms = new KMSClient(clientConfig(url, bench.credentials, authorityFile));
    const { CiphertextBlob } = await kms.send(encryptMarker(keyArn));
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: CONTEXT }),
    );
    const seen = proxy.seen();
    const head = seen.subarray(0, 24).toString('hex').replaceAll(/(..)/g, '$1 ');
    narrator.show('wire', `${head} … ${seen.length} bytes`);
    narrator.check(
      'the calls work: what Encrypt sealed, Decrypt opens',
      Buffer.from(opened.Plaintext ?? []).toString() === MARKER,
    );
    narrator.check(
      'the bytes are TLS from the first on',
      seen[0] === TLS_HANDSHAKE_RECORD,
      () => `the first byte is ${String(seen[0])}`,
    );
    const secrets = [
      secretOf('the plaintext', Buffer.from(MARKER)),
      secretOf('the encryption context', Buffer.from(CONTEXT.purpose)),
      secretOf("the key's name", Buffer.from(keyArn)),
    ];
    for (const secret of secrets) {
      narrator.check(`${secret.name} is not among them`, !isIn(seen, secret));
    }
  });
}

async function strangers(narrator: Narrator, bench: Bench): Promise<void> {
  const { url, authorityFile, port } = bench.current();
  narrator.step('A client that does not know the authority');
  const stranger = new KMSClient(clientConfig(url, bench.credentials));
  const refusal = await refusalOf(stranger.send(new CreateKeyCommand({})));
  narrator.show('client', describeError(refusal ?? 'connected'));
  narrator.check(
    'refuses the certificate and sends nothing',
    refusal !== undefined && /certificate/i.test(refusal.message),
    () => describeError(refusal ?? 'it connected'),
  );
  narrator.step('Clients that speak old versions of TLS');
  const ca = authorityFile === undefined ? '' : readFileSync(authorityFile, 'utf8');
  const versions: readonly (readonly [SecureVersion, boolean])[] = [
    ['TLSv1', false],
    ['TLSv1.1', false],
    ['TLSv1.2', true],
    ['TLSv1.3', true],
  ];
  for (const [version, accepted] of versions) {
    const outcome = await handshake(port, ca, version);
    narrator.show(version, outcome);
    narrator.check(
      `${version} is ${accepted ? 'spoken' : 'refused by the server'}`,
      accepted ? outcome.startsWith(version) : outcome.includes('ALERT_PROTOCOL_VERSION'),
      () => outcome,
    );
  }
}

/** What was agreed on, or the error. The client itself would accept any version and any cipher. */
function handshake(port: number, ca: string, version: SecureVersion): Promise<string> {
  const own = { minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' } as const;
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca, ...own }, () => {
      resolve(`${String(socket.getProtocol())} with ${socket.getCipher().name}`);
      socket.end();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

function policyAgainstHttp(keyArn: string): string {
  const account = keyArn.split(':')[4] ?? '';
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'NothingInClear',
        Effect: 'Deny',
        Principal: '*',
        Action: 'kms:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}

async function forbidHttp(narrator: Narrator, bench: Bench, keyArn: string): Promise<void> {
  narrator.step('A key policy that denies every call not made over TLS');
  const secure = bench.current();
  const kms = new KMSClient(clientConfig(secure.url, bench.credentials, secure.authorityFile));
  const Policy = policyAgainstHttp(keyArn);
  narrator.show('policy', JSON.stringify(JSON.parse(Policy).Statement[1]));
  await kms.send(new PutKeyPolicyCommand({ KeyId: keyArn, Policy }));
  const allowed = await kms.send(encryptMarker(keyArn));
  narrator.check('over HTTPS the key still encrypts', allowed.CiphertextBlob !== undefined);
  const { url } = await bench.restart({ tls: false });
  const plain = new KMSClient(clientConfig(url, bench.credentials));
  const refusal = await refusalOf(plain.send(encryptMarker(keyArn)));
  narrator.show('answer', describeError(refusal ?? 'accepted'));
  const account = keyArn.split(':')[4] ?? '';
  const expected =
    `User: arn:aws:iam::${account}:root is not authorized to perform: kms:Encrypt on resource: ` +
    `${keyArn} with an explicit deny in a resource-based policy`;
  narrator.check(
    'over HTTP it is denied, to the root user too, in the words of AWS',
    refusal?.name === 'AccessDeniedException' && refusal.message === expected,
    () => describeError(refusal ?? 'the call was accepted'),
  );
}

async function readRecords(narrator: Narrator, bench: Bench): Promise<void> {
  narrator.step('What the audit trail says about these calls');
  const { url, authorityFile } = await bench.restart({ tls: true });
  const trail = new CloudTrailClient(clientConfig(url, bench.credentials, authorityFile));
  const { Events = [] } = await trail.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'Encrypt' }],
    }),
  );
  const records = Events.map((event) => event.CloudTrailEvent ?? '{}').map(readTls);
  for (const { errorCode, tls } of records) {
    narrator.show('Encrypt', `${errorCode ?? 'allowed'}; tlsDetails ${tls ?? 'absent'}`);
  }
  const secure = records.filter(({ tls }) => tls !== undefined);
  narrator.check(
    'calls over HTTPS carry tlsDetails: version, cipher suite and host',
    secure.length === 2 &&
      secure.every(
        ({ tls = '' }) =>
          tls.includes('"tlsVersion":"TLSv1.3"') &&
          tls.includes('"cipherSuite":"TLS_') &&
          tls.includes('"clientProvidedHostHeader":"127.0.0.1:'),
      ),
    () => JSON.stringify(records),
  );
  const plain = records.filter(({ tls }) => tls === undefined);
  narrator.check(
    'calls over HTTP don’t, and the denied one is recorded as denied',
    plain.length === 2 && (plain[0]?.errorCode ?? '').startsWith('AccessDenied'),
    () => JSON.stringify(records),
  );
}

function readTls(text: string): {
  readonly errorCode: string | undefined;
  readonly tls: string | undefined;
} {
  return {
    errorCode: /"errorCode":"(\w+)"/.exec(text)?.[1],
    tls: /"tlsDetails":(\{[^}]*\})/.exec(text)?.[1],
  };
}

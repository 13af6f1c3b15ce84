import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalCertificate, localCertificate } from '../../src/crypto/server-certificate.ts';
import { createKeySets } from '../../src/outbound/key-sets.ts';
import { startIssuer } from '../issuer.ts';

let directory = '';
let certificate: LocalCertificate;
let authority: X509Certificate;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'key-sets-'));
  certificate = await localCertificate(directory, 'localhost', Date.now());
  authority = new X509Certificate(await readFile(certificate.authorityFile));
});
afterAll(() => rm(directory, { recursive: true }));

const nothingSuffices = () => false;
const anythingSuffices = () => true;

test('keysOf: asks again for a key that is not at hand, but not at once', async () => {
  const issuer = await startIssuer();
  let now = 0;
  const sets = createKeySets(() => now);
  const [first] = await sets.keysOf(issuer.url, [], nothingSuffices);
  issuer.rotate();
  now = 4_999;
  expect(await sets.keysOf(issuer.url, [], nothingSuffices)).toEqual([first]);
  now = 5_001;
  expect(await sets.keysOf(issuer.url, [], anythingSuffices)).toEqual([first]);
  const [second] = await sets.keysOf(issuer.url, [], nothingSuffices);
  expect(second).not.toEqual(first);
  expect(issuer.fetches()).toBe(2);
  now = 65_002;
  await sets.keysOf(issuer.url, [], anythingSuffices);
  expect(issuer.fetches()).toBe(3);
  await issuer.close();
});

test('keysOf: an unknown authority is trusted by its thumbprint, and by no other', async () => {
  const tls = { key: certificate.key, cert: certificate.certificate };
  const issuer = await startIssuer({ tls });
  const sets = createKeySets(Date.now);
  const thumbprint = await sets.thumbprintOf(issuer.url);
  expect(thumbprint).toMatch(/^[0-9a-f]{40}$/);
  await expect(sets.keysOf(issuer.url, [], anythingSuffices)).rejects.toThrow(
    'its certificate is not trusted',
  );
  const other = '0'.repeat(40);
  await expect(sets.keysOf(issuer.url, [other], anythingSuffices)).rejects.toThrow(
    'its certificate is not trusted',
  );
  expect(await sets.keysOf(issuer.url, [thumbprint], anythingSuffices)).toHaveLength(1);
  await issuer.close();
});

test('keysOf: a certificate that is only appended to the chain vouches for nothing', async () => {
  const strangers = await mkdtemp(join(tmpdir(), 'key-sets-'));
  const stranger = await localCertificate(strangers, 'localhost', Date.now());
  const end = '-----END CERTIFICATE-----';
  const own = `${stranger.certificate.split(end)[0]}${end}\n`;
  const issuer = await startIssuer({
    tls: { key: stranger.key, cert: own + authority.toString() },
  });
  const wanted = authority.fingerprint.replaceAll(':', '').toLowerCase();
  const keys = createKeySets(Date.now).keysOf(issuer.url, [wanted], anythingSuffices);
  await expect(keys).rejects.toThrow('its certificate is not trusted');
  await issuer.close();
  await rm(strangers, { recursive: true });
});

test('keysOf: an issuer that names another is refused', async () => {
  const issuer = await startIssuer();
  const sets = createKeySets(Date.now);
  const alias = issuer.url.replace('127.0.0.1', 'localhost');
  await expect(sets.keysOf(alias, [], anythingSuffices)).rejects.toThrow('names another issuer');
  await issuer.close();
  await expect(sets.keysOf(issuer.url, [], anythingSuffices)).rejects.toThrow(issuer.url.slice(7));
});

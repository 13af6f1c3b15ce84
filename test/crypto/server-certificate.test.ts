import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/time.ts';
import { certificateFromFiles, localCertificate } from '../../src/crypto/server-certificate.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-certificate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the local certificate', () => {
  test('is signed by its authority, for this machine alone, for less than 398 days', async () => {
    const made = await localCertificate(join(folder, 'a'), '127.0.0.1', now);
    const server = new X509Certificate(made.certificate);
    const authority = new X509Certificate(await readFile(made.authorityFile));
    expect(server.verify(authority.publicKey)).toBe(true);
    expect(server.checkIssued(authority)).toBe(true);
    expect([authority.ca, server.ca]).toEqual([true, false]);
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(server.checkHost('kms.us-east-1.amazonaws.com')).toBe(undefined);
    const lifetime = Date.parse(server.validTo) - Date.parse(server.validFrom);
    expect(lifetime).toBeLessThan(398 * DAY_MS);
  });

  test('leaves no key of the authority, and its own key to its owner alone', async () => {
    const directory = join(folder, 'b');
    await localCertificate(directory, '127.0.0.1', now);
    const names = (await readdir(directory)).toSorted();
    expect(names).toEqual(['authority.pem', 'server.key', 'server.pem']);
    expect((await stat(join(directory, 'server.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(directory, 'authority.pem'), 'utf8')).not.toContain('PRIVATE');
  });

  test('is kept, and made anew for another name, before it expires, or when files do not match', async () => {
    const directory = join(folder, 'c');
    const first = await localCertificate(directory, '127.0.0.1', now);
    const again = await localCertificate(directory, '127.0.0.1', now + 360 * DAY_MS);
    expect(again).toEqual(first);
    const late = await localCertificate(directory, '127.0.0.1', now + 370 * DAY_MS);
    expect(late.certificate).not.toBe(first.certificate);
    const named = await localCertificate(directory, 'keys.example.org', now + 370 * DAY_MS);
    expect(new X509Certificate(named.certificate).checkHost('keys.example.org')).toBeDefined();
    await writeFile(join(directory, 'server.key'), first.key);
    const repaired = await localCertificate(directory, '127.0.0.1', now + 370 * DAY_MS);
    expect(repaired.key).not.toBe(first.key);
  });
});

describe('the operator’s own certificate', () => {
  test('is refused in a sentence when a file is missing, is no PEM, or the key is another', async () => {
    const one = await localCertificate(join(folder, 'd'), '127.0.0.1', now);
    await localCertificate(join(folder, 'e'), '127.0.0.1', now);
    const certificate = join(folder, 'd', 'server.pem');
    const key = join(folder, 'd', 'server.key');
    expect(await certificateFromFiles(certificate, key)).toEqual({
      certificate: one.certificate,
      key: one.key,
    });
    const cases = [
      [join(folder, 'none'), key, /none can't be read: ENOENT/],
      [key, key, /holds no PEM certificate/],
      [certificate, certificate, /holds no PEM private key/],
      [certificate, join(folder, 'e', 'server.key'), /is not the key of the certificate/],
    ] as const;
    for (const [one_, other, text] of cases) {
      await expect(certificateFromFiles(one_, other)).rejects.toThrow(text);
    }
    expect(cases).toHaveLength(4);
  });
});

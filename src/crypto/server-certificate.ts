// The certificate the TLS listener shows: one made for this machine, or the operator's own.
import { createPrivateKey, KeyObject, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { DAY_MS, type Instant } from '../core/time.ts';

/** What a TLS listener needs; both PEM, the certificate with its chain. */
export interface ServerCertificate {
  readonly certificate: string;
  readonly key: string;
}

export interface LocalCertificate extends ServerCertificate {
  /** The file of the authority's certificate: what clients must trust. */
  readonly authorityFile: string;
}

/** Clients refuse certificates that live longer than 398 days. */
const LIFETIME_DAYS = 397;
const RENEWED_BEFORE_DAYS = 30;
/** Clocks of clients differ from ours. */
const BACKDATED_DAYS = 1;
const FILE_BYTES_MAX = 256 * 1024;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/**
 * The certificate kept in `directory`, made when it is missing, about to expire, or made for other names.
 * Its authority signs this one certificate and its key is never written, so nobody can use the trust put in
 * it for any other name.
 */
export async function localCertificate(
  directory: string,
  host: string,
  now: Instant,
): Promise<LocalCertificate> {
  const names = [...new Set(['localhost', '127.0.0.1', '::1', host])];
  const authorityFile = join(directory, 'authority.pem');
  const kept = await readKept(directory, names, now);
  if (kept !== undefined) return { ...kept, authorityFile };
  const made = await make(names, now);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await replace(join(directory, 'server.key'), made.key, 0o600);
  await replace(join(directory, 'server.pem'), made.certificate, 0o644);
  await replace(authorityFile, made.authority, 0o644);
  return { certificate: made.certificate, key: made.key, authorityFile };
}

/**
 * The operator's own certificate and key.
 * Errors: an Error whose message is a sentence for the operator; it never holds the key.
 */
export async function certificateFromFiles(
  certificateFile: string,
  keyFile: string,
): Promise<ServerCertificate> {
  const certificate = await readPem(certificateFile);
  const key = await readPem(keyFile);
  const parsed = parseCertificate(certificate);
  if (parsed === undefined) throw new Error(`${certificateFile} holds no PEM certificate.`);
  const privateKey = parseKey(key);
  if (privateKey === undefined) {
    throw new Error(`${keyFile} holds no PEM private key without a passphrase.`);
  }
  if (!parsed.checkPrivateKey(privateKey)) {
    throw new Error(
      `The key in ${keyFile} is not the key of the certificate in ${certificateFile}.`,
    );
  }
  return { certificate, key };
}

async function readPem(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    throw new Error(`${path} can't be read: ${reason}.`);
  });
  if (text.length > FILE_BYTES_MAX) throw new Error(`${path} is too large for a PEM file.`);
  return text;
}

async function readKept(
  directory: string,
  names: readonly string[],
  now: Instant,
): Promise<ServerCertificate | undefined> {
  const [certificate, key, authority] = await Promise.all(
    ['server.pem', 'server.key', 'authority.pem'].map((name) =>
      readFile(join(directory, name), 'utf8').catch(() => ''),
    ),
  );
  if (certificate === undefined || key === undefined || authority === undefined) return undefined;
  const parsed = parseCertificate(certificate);
  const issuer = parseCertificate(authority);
  const privateKey = parseKey(key);
  if (parsed === undefined || issuer === undefined || privateKey === undefined) return undefined;
  const fresh = Date.parse(parsed.validTo) - now > RENEWED_BEFORE_DAYS * DAY_MS;
  // A start that was cut short may have left files of two makings.
  const whole = parsed.checkPrivateKey(privateKey) && parsed.verify(issuer.publicKey);
  return fresh && whole && names.every((name) => covers(parsed, name))
    ? { certificate, key }
    : undefined;
}

function covers(certificate: X509Certificate, name: string): boolean {
  const found = isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name);
  return found !== undefined;
}

function parseCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function parseKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

interface Made extends ServerCertificate {
  readonly authority: string;
}

async function make(names: readonly string[], now: Instant): Promise<Made> {
  // Loaded here, so that a start without a new certificate doesn't pay for it.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const provider = webcrypto;
  const usages = ['sign', 'verify'] as const;
  const authorityKeys = await provider.subtle.generateKey(ALGORITHM, false, [...usages]);
  const keys = await provider.subtle.generateKey(ALGORITHM, true, [...usages]);
  const validity = {
    notBefore: new Date(now - BACKDATED_DAYS * DAY_MS),
    notAfter: new Date(now + (LIFETIME_DAYS - BACKDATED_DAYS) * DAY_MS),
    signingAlgorithm: ALGORITHM,
  };
  const issuer = `CN=Holdfast local authority ${randomBytes(4).toString('hex')}`;
  const authority = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...validity,
      serialNumber: serialNumber(),
      name: issuer,
      keys: authorityKeys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
        await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey, false, provider),
      ],
    },
    provider,
  );
  const alternatives = names.map((value) =>
    isIP(value) === 0 ? ({ type: 'dns', value } as const) : ({ type: 'ip', value } as const),
  );
  const certificate = await x509.X509CertificateGenerator.create(
    {
      ...validity,
      serialNumber: serialNumber(),
      subject: 'CN=Holdfast',
      issuer,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension(alternatives),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, provider),
        await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey, false, provider),
      ],
    },
    provider,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return {
    authority: `${authority.toString('pem')}\n`,
    certificate: `${certificate.toString('pem')}\n`,
    key: key.toString(),
  };
}

/** 16 random bytes that read as a positive number. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

/** Readers see the old file or the new one, and a key is never open to others, not even at first. */
async function replace(path: string, text: string, mode: number): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}`;
  const file = await open(temporary, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

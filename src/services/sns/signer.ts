import { createHash, sign } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { selfSignedCertificate } from '../../crypto/signing-certificate.ts';
import { type Signer, signers } from './state.ts';

const INSTALLATION = { account: '', region: '' };
const ONLY = 'signer';

/** Where the certificate is served, below the server's address. */
export const CERTIFICATE_PATH = '/SimpleNotificationService-';

/** The key that signs, made when it is first needed. */
export async function signerOf(unit: Unit, now: Instant): Promise<Signer> {
  const view = unit.view(INSTALLATION);
  const known = await view.get(signers, ONLY);
  if (known !== undefined) return known;
  const made = await unit.once(() => newSigner(now));
  view.put(signers, ONLY, made);
  return made;
}

/** The certificate that is served under a path; undefined: there is none. */
export async function certificateAt(unit: Unit, path: string): Promise<string | undefined> {
  const known = await unit.view(INSTALLATION).get(signers, ONLY);
  return path === `${CERTIFICATE_PATH}${known?.name}.pem` ? known?.certificate : undefined;
}

async function newSigner(now: Instant): Promise<Signer> {
  const { certificate, key } = await selfSignedCertificate('CN=sns.amazonaws.com', now);
  const name = createHash('sha256').update(certificate).digest('hex').slice(0, 32);
  return { privateKey: key, certificate, name };
}

export type SignatureVersion = '1' | '2';

/** Version 1 signs a SHA-1 hash, version 2 a SHA-256 one: base64. */
export function signatureOf(signer: Signer, version: SignatureVersion, text: string): string {
  const hash = version === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
  return sign(hash, Buffer.from(text), signer.privateKey).toString('base64');
}

/** What is signed: names and values of these members in turn, each on its line, where they are present. */
export function signedText(members: Readonly<Record<string, string | undefined>>): string {
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const value = members[name];
    if (value !== undefined) text += `${name}\n${value}\n`;
  }
  return text;
}

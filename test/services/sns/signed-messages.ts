import { createVerify, X509Certificate } from 'node:crypto';

/** Verifies a message as subscribers do, by what it says of itself alone. */
export async function isGenuine(
  body: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<boolean> {
  const certificate = await (await fetch(body['SigningCertURL'] ?? '')).text();
  const signed = names
    .filter((name) => body[name] !== undefined)
    .map((name) => `${name}\n${body[name]}\n`)
    .join('');
  const hash = body['SignatureVersion'] === '2' ? 'RSA-SHA256' : 'RSA-SHA1';
  const { publicKey } = new X509Certificate(certificate);
  return createVerify(hash)
    .update(signed)
    .verify(publicKey, body['Signature'] ?? '', 'base64');
}

/** What the signature of a confirmation is made of. */
export const CONFIRMED = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
];
/** What the signature of a notification is made of. */
export const NOTIFIED = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];

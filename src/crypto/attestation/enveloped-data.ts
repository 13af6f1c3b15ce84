import {
  constants,
  createCipheriv,
  createHash,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { derValue, objectId } from '../keys/der.ts';

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const NULL = Buffer.of(0x05, 0x00);
/** [0], constructed; and primitive, in place of another tag. */
const EXPLICIT_0 = 0xa0;
const EXPLICIT_1 = 0xa1;
const IMPLICIT_0 = 0x80;
const VERSION_2 = derValue(INTEGER, Buffer.of(2));

const DATA = objectId('2a864886f70d010701');
const ENVELOPED_DATA = objectId('2a864886f70d010703');
const RSAES_OAEP = objectId('2a864886f70d010107');
const MGF1 = objectId('2a864886f70d010108');
const SHA_256 = objectId('608648016503040201');
const AES_256_CBC = objectId('60864801650304012a');

/** RSAES-OAEP with SHA-256 throughout (RFC 4055). */
const OAEP_SHA_256 = ((): Buffer => {
  const hash = derValue(SEQUENCE, SHA_256, NULL);
  const mask = derValue(SEQUENCE, MGF1, hash);
  const parameters = derValue(SEQUENCE, derValue(EXPLICIT_0, hash), derValue(EXPLICIT_1, mask));
  return derValue(SEQUENCE, RSAES_OAEP, parameters);
})();

/**
 * CMS EnvelopedData (RFC 5652) for the holder of an RSA key: AES-256-CBC under a key that RSAES-OAEP with SHA-256 wraps.
 * BER of indefinite length, as KMS answers it and enclaves read it.
 */
export function envelopedData(publicKey: KeyObject, plaintext: Uint8Array): Buffer {
  const key = randomBytes(32);
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, vector);
  const content = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const wrapped = publicEncrypt(
    { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  const recipient = derValue(
    SEQUENCE,
    VERSION_2,
    derValue(IMPLICIT_0, subjectKeyId(publicKey)),
    OAEP_SHA_256,
    derValue(OCTET_STRING, wrapped),
  );
  const encryption = derValue(SEQUENCE, AES_256_CBC, derValue(OCTET_STRING, vector));
  const encrypted = indefinite(EXPLICIT_0, derValue(OCTET_STRING, content));
  const enveloped = indefinite(
    SEQUENCE,
    VERSION_2,
    derValue(SET, recipient),
    indefinite(SEQUENCE, DATA, encryption, encrypted),
  );
  return indefinite(SEQUENCE, ENVELOPED_DATA, indefinite(EXPLICIT_0, enveloped));
}

/** By RFC 7093, method 1: nobody but the key's holder reads it. */
function subjectKeyId(publicKey: KeyObject): Buffer {
  const info = publicKey.export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(info).digest().subarray(0, 20);
}

function indefinite(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.of(tag, 0x80), ...contents, Buffer.of(0, 0)]);
}

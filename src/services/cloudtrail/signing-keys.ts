import { createHash, createPrivateKey, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { CloudtrailOperations } from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { invalidTimeRange } from './errors.ts';
import { type SigningKey, signingKeys } from './state.ts';

const generate = promisify(generateKeyPair);

/** A key signs for so long; it verifies for ever. */
const KEY_DAYS = 366;
const MODULUS_BITS = 2_048;
const KEYS_MAX = 1_000;
const GLOBAL = { account: '', region: '' };
/** Digits of an instant's text, so that keys sort by it. */
const INSTANT_DIGITS = 15;

/** The Region's key for digests that end at an instant. Made when there is none. */
export async function signingKeyFor(unit: Unit, region: string, now: Instant): Promise<SigningKey> {
  const view = unit.view(GLOBAL);
  const query = { prefix: `${region}/`, limit: 1, descending: true };
  const [newest] = (await view.list(signingKeys, query)).items;
  if (newest !== undefined && newest.document.until > now) return newest.document;
  const made = await unit.once(() => newKey(now));
  const started = String(made.from).padStart(INSTANT_DIGITS, '0');
  view.put(signingKeys, `${region}/${started}`, made);
  return made;
}

async function newKey(now: Instant): Promise<SigningKey> {
  const pair = await generate('rsa', {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { type: 'pkcs1', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    privateKey: pair.privateKey,
    publicKey: pair.publicKey.toString('base64'),
    fingerprint: createHash('md5').update(pair.publicKey).digest('hex'),
    from: now,
    until: now + KEY_DAYS * DAY_MS,
  };
}

/** PKCS #1 v1.5 over SHA-256, hexadecimal. */
export function signText(key: SigningKey, text: string): string {
  return sign('sha256', Buffer.from(text), createPrivateKey(key.privateKey)).toString('hex');
}

export const listPublicKeys: OperationOf<CloudtrailOperations, 'ListPublicKeys'> = {
  name: 'ListPublicKeys',
  access: 'read',
  authorize: async () => [{ action: 'cloudtrail:ListPublicKeys', resource: '*' }],
  handle: async (input, { call, unit }) => {
    const until = input.EndTime?.getTime() ?? call.now;
    const from = input.StartTime?.getTime() ?? until;
    if (from > until) throw invalidTimeRange();
    const query = { prefix: `${call.scope.region}/`, limit: KEYS_MAX };
    const { items } = await unit.view(GLOBAL).list(signingKeys, query);
    return {
      PublicKeyList: items
        .map(({ document }) => document)
        .filter((key) => key.from <= until && key.until >= from)
        .map((key) => ({
          Value: Buffer.from(key.publicKey, 'base64'),
          ValidityStartTime: new Date(key.from),
          ValidityEndTime: new Date(key.until),
          Fingerprint: key.fingerprint,
        })),
    };
  },
};

import { PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ACCOUNT, policyText } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { AWAY, readCopy, type Scene, settled, SOURCE } from './scene.ts';

/** Part 2: the key in eu-west-1 shuts the role out. */
export async function denied(scene: Scene): Promise<void> {
  const { narrator, server, home, homeKey, awayKey, role } = scene;
  const put = (Key: string, more: object = {}) =>
    home.send(new PutObjectCommand({ Bucket: SOURCE, Key, Body: `the ${Key} order`, ...more }));
  const kms = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: homeKey };

  narrator.step('The policy of the key in eu-west-1 denies the role kms:Encrypt');
  const everything = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const refusal = {
    Effect: 'Deny',
    Principal: { AWS: role },
    Action: 'kms:Encrypt',
    Resource: '*',
  };
  const away = server.kms(ACCOUNT, AWAY);
  const policy = (...statements: readonly object[]) =>
    away.send(new PutKeyPolicyCommand({ KeyId: awayKey, Policy: policyText(...statements) }));
  await policy(everything, refusal);
  await put('refused', kms);
  narrator.check('the next object is FAILED', (await settled(scene, 'refused')) === 'FAILED');
  const missing = { code: 'NoSuchKey' };
  await mustRefuse(narrator, 'there is no copy of it', readCopy(scene, 'refused'), missing);
  const attempts = await server.records(ACCOUNT, 'Encrypt', AWAY);
  narrator.check(
    'the trail of eu-west-1 has the denial',
    attempts.some((text) => text.includes('AccessDenied') && text.includes('explicit deny')),
  );
  await put('still plain');
  narrator.check(
    'what needs no key is copied all the same',
    (await settled(scene, 'still plain')) === 'COMPLETED',
  );

  narrator.step('The denial is taken back');
  await policy(everything);
  await put('refused', kms);
  narrator.check('a new version is copied', (await settled(scene, 'refused')) === 'COMPLETED');
  narrator.check('and read', (await readCopy(scene, 'refused')).text === 'the refused order');
}

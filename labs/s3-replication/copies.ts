import {
  HeadObjectCommand,
  PutBucketReplicationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { ACCOUNT } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { AWAY, readCopy, type Scene, settled, SOURCE, TARGET } from './scene.ts';

/** Part 1: three objects, three encryptions, one rule. */
export async function copies(scene: Scene): Promise<void> {
  const { narrator, server, home, homeKey, awayKey, own, role } = scene;
  narrator.step(
    'A rule copies everything from us-east-1 to eu-west-1, objects under keys of KMS too',
  );
  const ReplicationConfiguration = {
    Role: role,
    Rules: [
      {
        ID: 'everything',
        Status: 'Enabled' as const,
        Priority: 1,
        Filter: { Prefix: '' },
        DeleteMarkerReplication: { Status: 'Disabled' as const },
        SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' as const } },
        Destination: {
          Bucket: `arn:aws:s3:::${TARGET}`,
          EncryptionConfiguration: { ReplicaKmsKeyID: awayKey },
        },
      },
    ],
  };
  await home.send(new PutBucketReplicationCommand({ Bucket: SOURCE, ReplicationConfiguration }));
  const put = (Key: string, more: object = {}) =>
    home.send(new PutObjectCommand({ Bucket: SOURCE, Key, Body: `the ${Key} order`, ...more }));

  narrator.step('SSE-S3: under keys that the service keeps');
  const { VersionId } = await put('plain');
  narrator.check('it is COMPLETED', (await settled(scene, 'plain')) === 'COMPLETED');
  const plain = await readCopy(scene, 'plain');
  narrator.check('the copy reads the same', plain.text === 'the plain order');
  narrator.check('it is a REPLICA of the same version', isReplica(plain.head, VersionId));
  narrator.check('under SSE-S3', plain.head.ServerSideEncryption === 'AES256');

  narrator.step('SSE-KMS: opened with the key of us-east-1, closed with that of eu-west-1');
  await put('sealed', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: homeKey });
  narrator.check('it is COMPLETED', (await settled(scene, 'sealed')) === 'COMPLETED');
  const sealed = await readCopy(scene, 'sealed');
  narrator.show('key of the copy', sealed.head.SSEKMSKeyId ?? '');
  narrator.check('the copy reads the same', sealed.text === 'the sealed order');
  narrator.check('it is under the key of its own Region', sealed.head.SSEKMSKeyId === awayKey);
  const encryptions = await server.records(ACCOUNT, 'Encrypt', AWAY);
  narrator.check(
    'the trail of eu-west-1 names the role, and the copy in the encryption context',
    encryptions.length === 1 &&
      encryptions.every(
        (text) => text.includes(':assumed-role/copier/') && text.includes(`${TARGET}/sealed`),
      ),
  );

  narrator.step('SSE-C: under a key that the customer keeps, and nobody else');
  await put('private', own);
  narrator.check('it is COMPLETED', (await settled(scene, 'private', own)) === 'COMPLETED');
  const without = { code: 'InvalidRequest', text: 'was stored using a form of Server Side' };
  await mustRefuse(narrator, 'without the key it is not read', readCopy(scene, 'private'), without);
  const opened = await readCopy(scene, 'private', own);
  narrator.check('the customer’s key opens the copy', opened.text === 'the private order');
  const head = await home.send(new HeadObjectCommand({ Bucket: SOURCE, Key: 'private', ...own }));
  narrator.check('as it opens the source', head.SSECustomerKeyMD5 === own.SSECustomerKeyMD5);
}

function isReplica(
  head: {
    readonly ReplicationStatus?: string | undefined;
    readonly VersionId?: string | undefined;
  },
  version: string | undefined,
): boolean {
  return head.ReplicationStatus === 'REPLICA' && head.VersionId === version;
}

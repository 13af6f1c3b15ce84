import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConnectCustomKeyStoreCommand,
  CreateCustomKeyStoreCommand,
  type CreateCustomKeyStoreCommandInput,
  CreateKeyCommand,
  DecryptCommand,
  DescribeCustomKeyStoresCommand,
  DescribeKeyCommand,
  DisconnectCustomKeyStoreCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateRandomCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
  UpdateCustomKeyStoreCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import type { HsmPlace } from '../../../src/crypto/hsm/messages.ts';
import { openHsms } from '../../../src/crypto/hsm/hsms.ts';
import { localCertificate } from '../../../src/crypto/server-certificate.ts';
import { memoryRootKey } from '../../../src/crypto/root-key.ts';
import { freshAccount, startServer, type ServerOptions, type TestServer } from '../../server.ts';
import { bytes, textOf } from './keys.ts';
import { noHsm, softHsm, type SoftHsm } from './soft-hsm.ts';

const PIN = 'kmsuser-pin';
const EncryptionContext = { project: 'nile' };

describe.skipIf(noHsm !== undefined)(
  `with a module${noHsm === undefined ? '' : `: ${noHsm}`}`,
  () => {
    let hsm: SoftHsm;
    let folder: string;
    let server: TestServer;
    let options: ServerOptions;
    let TrustAnchorCertificate: string;
    beforeAll(async () => {
      hsm = softHsm();
      const labels = ['one', 'two', 'three', 'four', 'five', 'six'];
      for (const label of labels) hsm.addToken(label, PIN);
      folder = await mkdtemp(join(tmpdir(), 'hsm-keys-'));
      TrustAnchorCertificate = (await localCertificate(folder, 'localhost', Date.now()))
        .certificate;
      const { library } = hsm;
      const hsmPlaces = new Map<string, HsmPlace>([
        ...labels.map((token) => [clusterOf(token), { library, token }] as const),
        ['cluster-absentabsent', { library, token: 'absent' }],
        ['cluster-brokenbroken', { library: '/nowhere.so' }],
      ]);
      options = { hsmPlaces, directory: join(folder, 'data'), rootKey: memoryRootKey() };
      server = await startServer({ hsmPlaces });
    });
    afterAll(async () => {
      await server.close();
      hsm.dispose();
      await rm(folder, { recursive: true });
    });

    const clusterOf = (token: string): string => `cluster-${token.padEnd(11, 'x')}`;
    const input = (
      CloudHsmClusterId: string,
      KeyStorePassword = PIN,
    ): CreateCustomKeyStoreCommandInput => ({
      CustomKeyStoreName: 'module',
      CloudHsmClusterId,
      KeyStorePassword,
      TrustAnchorCertificate,
    });

    async function newStore(on: TestServer, cluster: string, pin?: string) {
      const account = freshAccount();
      const kms = new KMSClient(on.client(account));
      const made = await kms.send(new CreateCustomKeyStoreCommand(input(cluster, pin)));
      const CustomKeyStoreId = made.CustomKeyStoreId ?? '';
      await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }));
      return { account, kms, CustomKeyStoreId };
    }

    async function newHsmKey({ kms, CustomKeyStoreId }: Awaited<ReturnType<typeof newStore>>) {
      const { KeyMetadata } = await kms.send(
        new CreateKeyCommand({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }),
      );
      return { KeyId: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
    }

    const describeOne = async (kms: KMSClient) =>
      (await kms.send(new DescribeCustomKeyStoresCommand({}))).CustomKeyStores?.[0];

    test('a key in a module: made, told of, encrypting and decrypting', async () => {
      const store = await newStore(server, clusterOf('one'));
      const { kms, CustomKeyStoreId } = store;
      expect(await describeOne(kms)).toMatchObject({
        CustomKeyStoreId,
        CustomKeyStoreType: 'AWS_CLOUDHSM',
        CloudHsmClusterId: clusterOf('one'),
        ConnectionState: 'CONNECTED',
        TrustAnchorCertificate: expect.stringContaining('BEGIN CERTIFICATE'),
      });
      const { KeyId, arn } = await newHsmKey(store);
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata).toMatchObject({
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId,
        CloudHsmClusterId: clusterOf('one'),
        KeyState: 'Enabled',
      });
      const sealed = await kms.send(
        new EncryptCommand({ KeyId, Plaintext: bytes('hello'), EncryptionContext }),
      );
      const { CiphertextBlob } = sealed;
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
      expect(opened.KeyId).toBe(arn);
      expect(textOf(opened.Plaintext)).toBe('hello');
      await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
        name: 'InvalidCiphertextException',
      });
      const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
      const again = await kms.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }));
      expect(again.Plaintext).toEqual(made.Plaintext);
      const drawn = await kms.send(
        new GenerateRandomCommand({ CustomKeyStoreId, NumberOfBytes: 40 }),
      );
      expect(drawn.Plaintext).toHaveLength(40);
      // A module serves one store.
      const stranger = new KMSClient(server.client(freshAccount()));
      await expect(
        stranger.send(new CreateCustomKeyStoreCommand(input(clusterOf('one')))),
      ).rejects.toMatchObject({ name: 'CloudHsmClusterInUseException' });
    });

    test('disconnected, the key is unavailable; a wrong password does not connect', async () => {
      const store = await newStore(server, clusterOf('two'));
      const { kms, CustomKeyStoreId } = store;
      const { KeyId, arn } = await newHsmKey(store);
      const encrypt = new EncryptCommand({ KeyId, Plaintext: bytes('x') });
      const { CiphertextBlob } = await kms.send(encrypt);
      const disconnect = new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId });
      const connect = new ConnectCustomKeyStoreCommand({ CustomKeyStoreId });
      const password = (KeyStorePassword: string) =>
        kms.send(new UpdateCustomKeyStoreCommand({ CustomKeyStoreId, KeyStorePassword }));
      await expect(password('another-pin')).rejects.toMatchObject({
        name: 'CustomKeyStoreInvalidStateException',
      });
      await kms.send(disconnect);
      await expect(kms.send(encrypt)).rejects.toMatchObject({
        name: 'KMSInvalidStateException',
        message: `${arn} is unavailable.`,
      });
      await password('another-pin');
      await kms.send(connect);
      expect(await describeOne(kms)).toMatchObject({
        ConnectionState: 'FAILED',
        ConnectionErrorCode: 'INVALID_CREDENTIALS',
      });
      await kms.send(disconnect);
      await password(PIN);
      await kms.send(connect);
      expect(textOf((await kms.send(new DecryptCommand({ CiphertextBlob }))).Plaintext)).toBe('x');
    });

    const UNREACHABLE = [
      ['cluster-absentabsent', 'CLUSTER_NOT_FOUND'],
      ['cluster-brokenbroken', 'INTERNAL_ERROR'],
    ] as const;

    test.each(UNREACHABLE)('%s: %s', async (cluster, code) => {
      const { kms } = await newStore(server, cluster);
      expect(await describeOne(kms)).toMatchObject({
        ConnectionState: 'FAILED',
        ConnectionErrorCode: code,
      });
    });

    test('CreateCustomKeyStore: clusters that nobody named, and what it needs', async () => {
      const kms = new KMSClient(server.client(freshAccount()));
      const create = (more: Partial<CreateCustomKeyStoreCommandInput>) =>
        kms.send(new CreateCustomKeyStoreCommand({ ...input(clusterOf('six')), ...more }));
      await expect(create({ CloudHsmClusterId: clusterOf('nobody') })).rejects.toMatchObject({
        name: 'CloudHsmClusterNotFoundException',
        message:
          'AWS KMS cannot find the AWS CloudHSM cluster with the specified cluster ID. Retry the request with a ' +
          'different cluster ID.',
      });
      await expect(create({ TrustAnchorCertificate: 'x' })).rejects.toMatchObject({
        name: 'IncorrectTrustAnchorException',
      });
      await expect(create({ KeyStorePassword: undefined })).rejects.toMatchObject({
        name: 'ValidationException',
      });
    });

    test('a restart: the first use logs in again', async () => {
      const first = await startServer(options);
      const store = await newStore(first, clusterOf('four'));
      const { KeyId } = await newHsmKey(store);
      const sealed = await store.kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('kept') }));
      await first.close();
      const second = await startServer(options);
      const kms = new KMSClient(second.client(store.account));
      const opened = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }));
      expect(textOf(opened.Plaintext)).toBe('kept');
      await second.close();
    });

    test('deletion: the key leaves the module', async () => {
      const cluster = clusterOf('five');
      const store = await newStore(server, cluster);
      const { kms } = store;
      const { KeyId } = await newHsmKey(store);
      const beside = openHsms({
        workerFile: join(import.meta.dirname, '..', '..', '..', 'dist', 'hsm-worker.js'),
        places: options.hsmPlaces ?? new Map(),
      });
      const use = () => beside.encrypt({ cluster, pin: PIN }, KeyId, bytes('x'), bytes('y'));
      expect(await use()).toMatchObject({ ok: true });
      // The other login ended ours: it is made anew.
      await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
      await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
      const engine = server.platform.engine();
      await engine.advanceTo(engine.clock.serviceTime() + 7 * DAY_MS + 1_000);
      expect(await use()).toEqual({ ok: false, fault: 'keyNotFound' });
      await beside.close();
    });
  },
);

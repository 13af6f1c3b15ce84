import { randomBytes } from 'node:crypto';
import {
  CancelKeyDeletionCommand,
  CreateKeyCommand,
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  KMSClient,
  ReplicateKeyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  UpdatePrimaryRegionCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { importMaterial, parametersFor } from './imported-material.ts';
import * as model from './key-model.ts';
import { bytes, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const HOME = 'us-east-1';
const AWAY = 'eu-west-1';
const STEP_DAYS = 8;
const SECRETS = [randomBytes(32), randomBytes(32), randomBytes(32)];
const CONTEXTS = [{ a: 'b' }, { a: 'c' }, undefined];

type Action =
  | ('enable' | 'disable' | 'schedule' | 'cancel' | 'rotate' | 'encrypt' | 'decrypt')
  | ('import' | 'deleteMaterial' | 'replicate' | 'movePrimary' | 'wait');

interface Step {
  readonly action: Action;
  readonly place: number;
  readonly pick: number;
  readonly flag: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom<Action>(
    ...(['enable', 'disable', 'schedule', 'schedule', 'cancel', 'rotate', 'rotate'] as const),
    ...(['encrypt', 'encrypt', 'decrypt', 'import', 'deleteMaterial'] as const),
    ...(['replicate', 'movePrimary', 'wait', 'wait'] as const),
  ),
  place: fc.nat(3),
  pick: fc.nat(2),
  flag: fc.boolean(),
});

interface Place {
  readonly keyId: string;
  readonly kms: KMSClient;
  readonly key: model.ModelKey;
}

interface Ciphertext {
  readonly keyId: string;
  readonly blob: Uint8Array | undefined;
  readonly context: Record<string, string> | undefined;
  readonly text: string;
}

/** The service and the model side by side. */
class Life {
  readonly places: readonly Place[];
  readonly ciphertexts: Ciphertext[] = [];
  readonly #materialIds = new Map<number, string>();
  readonly #stranger = new KMSClient(server.client(freshAccount()));
  #day = 0;

  constructor(places: readonly Place[]) {
    this.places = places;
  }

  static async begin(): Promise<Life> {
    const account = freshAccount();
    const home = new KMSClient(server.client(account, HOME));
    const away = new KMSClient(server.client(account, AWAY));
    const create = async (options: object): Promise<string> => {
      const { KeyMetadata } = await home.send(new CreateKeyCommand(options));
      return KeyMetadata?.KeyId ?? '';
    };
    const [single, related, external] = [
      await create({}),
      await create({ MultiRegion: true }),
      await create({ Origin: 'EXTERNAL' }),
    ];
    await home.send(new ReplicateKeyCommand({ KeyId: related, ReplicaRegion: AWAY }));
    const place = (keyId: string, kms: KMSClient, key: model.ModelKey) => ({ keyId, kms, key });
    return new Life([
      place(single, home, model.newModelKey(HOME, false, true)),
      place(related, home, model.newModelKey(HOME, false, true)),
      place(related, away, model.newModelKey(AWAY, false, false)),
      place(external, home, model.newModelKey(HOME, true, true)),
    ]);
  }

  siblings({ keyId, key }: Place): readonly Place[] {
    return this.places.filter((one) => one.keyId === keyId && one.key !== key);
  }

  async take({ action, place: index, pick, flag }: Step): Promise<void> {
    const place = this.places[index];
    if (place === undefined) throw new Error('no such place');
    const { keyId: KeyId, kms, key } = place;
    const siblings = this.siblings(place).map((one) => one.key);
    switch (action) {
      case 'enable':
        return outcome(kms.send(new EnableKeyCommand({ KeyId })), model.setEnabled(key, 'Enabled'));
      case 'disable':
        return outcome(
          kms.send(new DisableKeyCommand({ KeyId })),
          model.setEnabled(key, 'Disabled'),
        );
      case 'schedule': {
        const command = new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 });
        return outcome(kms.send(command), model.schedule(key, siblings, this.#day));
      }
      case 'cancel':
        return outcome(kms.send(new CancelKeyDeletionCommand({ KeyId })), model.cancel(key));
      case 'rotate':
        return outcome(
          kms.send(new RotateKeyOnDemandCommand({ KeyId })),
          model.rotate(key, siblings),
        );
      case 'encrypt':
        return this.#encrypt(place, CONTEXTS[pick]);
      case 'decrypt':
        return this.#decryptWrongly(place, pick);
      case 'import':
        return this.#import(place, pick, flag);
      case 'deleteMaterial':
        return this.#deleteMaterial(place, pick);
      case 'replicate':
        return this.#replicate();
      case 'movePrimary':
        return this.#movePrimary();
      case 'wait':
        return this.#wait();
    }
  }

  async #encrypt(
    { keyId, kms, key }: Place,
    context: Record<string, string> | undefined,
  ): Promise<void> {
    const text = `text ${this.ciphertexts.length}`;
    const command = new EncryptCommand({
      KeyId: keyId,
      Plaintext: bytes(text),
      EncryptionContext: context,
    });
    const refusal = model.cryptoRefusal(key);
    const sent = kms.send(command);
    await outcome(sent, refusal);
    if (refusal !== undefined) return;
    this.ciphertexts.push({ keyId, context, text, blob: (await sent).CiphertextBlob });
  }

  /** Another key, another context, another account: none of them reads a ciphertext. */
  async #decryptWrongly(place: Place, pick: number): Promise<void> {
    const ciphertext = this.ciphertexts.at(pick);
    if (ciphertext === undefined) return;
    const { blob: CiphertextBlob, context: EncryptionContext } = ciphertext;
    await outcome(
      this.#stranger.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })),
      'AccessDeniedException',
    );
    const { kms, keyId: KeyId, key } = place;
    const isOther = KeyId !== ciphertext.keyId;
    const wrong = isOther ? EncryptionContext : { ...EncryptionContext, more: 'x' };
    const refused = isOther ? 'IncorrectKeyException' : 'InvalidCiphertextException';
    await outcome(
      kms.send(new DecryptCommand({ CiphertextBlob, KeyId, EncryptionContext: wrong })),
      model.cryptoRefusal(key) ?? refused,
    );
  }

  async #import({ keyId, kms, key }: Place, secret: number, isNew: boolean): Promise<void> {
    if (!key.isExternal) return;
    const refusal = model.importRefusal(key);
    const asking = parametersFor(kms, keyId);
    await outcome(asking, refusal);
    if (refusal !== undefined) return;
    const expires = secret === 2 ? this.#day + 3 : undefined;
    const start = server.platform.engine().clock.serviceTime();
    const sent = importMaterial(kms, keyId, SECRETS[secret] ?? bytes(''), {
      parameters: await asking,
      ImportType: isNew ? 'NEW_KEY_MATERIAL' : 'EXISTING_KEY_MATERIAL',
      ...(expires === undefined ? {} : { ValidTo: new Date(start + 3 * DAY_MS) }),
    });
    const refused = model.importSecret(key, secret, isNew, expires);
    await outcome(sent, refused);
    if (refused === undefined) this.#materialIds.set(secret, (await sent).KeyMaterialId ?? '');
  }

  async #deleteMaterial({ keyId: KeyId, kms, key }: Place, secret: number): Promise<void> {
    const KeyMaterialId = this.#materialIds.get(secret);
    if (!key.isExternal || KeyMaterialId === undefined) return;
    await outcome(
      kms.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId })),
      model.deleteSecret(key, secret),
    );
  }

  /** The primary and the replica of the related keys, as they stand. */
  #related(): { readonly primary: Place; readonly replica: Place } | undefined {
    const related = this.places.filter((one) => this.siblings(one).length > 0);
    const primary = related.find(({ key }) => key.isPrimary);
    const replica = related.find(({ key }) => !key.isPrimary);
    return primary === undefined || replica === undefined ? undefined : { primary, replica };
  }

  async #replicate(): Promise<void> {
    const related = this.#related();
    if (related === undefined) return;
    const { primary, replica } = related;
    const taken = replica.key.state === 'Gone' ? undefined : 'AlreadyExistsException';
    const gone = primary.key.state === 'Gone' ? 'NotFoundException' : undefined;
    const refusal = gone ?? taken ?? model.cryptoRefusal(primary.key);
    const ReplicaRegion = replica.key.region;
    const command = new ReplicateKeyCommand({ KeyId: primary.keyId, ReplicaRegion });
    await outcome(primary.kms.send(command), refusal);
    if (refusal !== undefined) return;
    replica.key.state = 'Enabled';
    replica.key.materials = primary.key.materials.map((one) => ({ ...one }));
  }

  async #movePrimary(): Promise<void> {
    const related = this.#related();
    if (related === undefined) return;
    const { primary, replica } = related;
    const refusal = model.cryptoRefusal(primary.key) ?? model.cryptoRefusal(replica.key);
    const PrimaryRegion = replica.key.region;
    const command = new UpdatePrimaryRegionCommand({ KeyId: primary.keyId, PrimaryRegion });
    await outcome(primary.kms.send(command), refusal);
    if (refusal !== undefined) return;
    primary.key.isPrimary = false;
    replica.key.isPrimary = true;
  }

  async #wait(): Promise<void> {
    const engine = server.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + STEP_DAYS * DAY_MS);
    this.#day += STEP_DAYS;
    for (const keyId of new Set(this.places.map((one) => one.keyId))) {
      const related = this.places.filter((one) => one.keyId === keyId).map((one) => one.key);
      model.pass(related, this.#day);
    }
  }

  /** Every key is in the state that the model has it in, and related keys tell the same of what they share. */
  async compareStates(): Promise<void> {
    const current = new Map<string, string | undefined>();
    for (const { keyId: KeyId, kms, key } of this.places) {
      const described = kms.send(new DescribeKeyCommand({ KeyId }));
      if (key.state === 'Gone') {
        await outcome(described, 'NotFoundException');
        continue;
      }
      const { KeyMetadata: metadata } = await described;
      expect(metadata?.KeyState).toBe(key.state);
      const type = metadata?.MultiRegionConfiguration?.MultiRegionKeyType ?? 'PRIMARY';
      expect(type).toBe(key.isPrimary ? 'PRIMARY' : 'REPLICA');
      const materialId = metadata?.CurrentKeyMaterialId;
      expect(materialId).toBe(current.has(KeyId) ? current.get(KeyId) : materialId);
      current.set(KeyId, materialId);
    }
  }

  /** Every ciphertext is read by its key, wherever that can be used, and by no other. */
  async compareCiphertexts(): Promise<void> {
    for (const { keyId, blob: CiphertextBlob, context: EncryptionContext, text } of this
      .ciphertexts) {
      for (const { kms, key } of this.places.filter((one) => one.keyId === keyId)) {
        const sent = kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
        const refusal = key.state === 'Gone' ? 'AccessDeniedException' : model.cryptoRefusal(key);
        await outcome(sent, refusal);
        if (refusal === undefined) expect(textOf((await sent).Plaintext)).toBe(text);
      }
    }
  }
}

async function outcome(sent: Promise<unknown>, expected: model.Expected): Promise<void> {
  const name = await sent.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
  expect(name).toBe(expected);
}

test('a key’s life: any sequence of calls keeps to the state machine, and no ciphertext is lost or misread', async () => {
  let steps = 0;
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 20, maxLength: 40 }),
    async (all) => {
      const life = await Life.begin();
      for (const one of all) {
        await life.take(one);
        await life.compareStates();
        steps += 1;
      }
      await life.compareCiphertexts();
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
  expect(steps).toBeGreaterThanOrEqual(12 * 20);
}, 120_000);

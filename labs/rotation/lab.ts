import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GetKeyRotationStatusCommand,
  type KMSClient,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
} from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

export const rotation: Lab = {
  name: 'rotation',
  title: 'Rotation: new material every year, and everything old still opens',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const kms = server.kms(ACCOUNT);
      const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
      narrator.show('key', KeyId);
      const sealedTexts: SealedText[] = [];
      const scene: Scene = { narrator, server, kms, KeyId, sealedTexts };
      narrator.part('By the calendar');
      await narrator.attempt('part 1 ran to its end', () => byCalendar(scene));
      narrator.part('On demand');
      await narrator.attempt('part 2 ran to its end', () => onDemand(scene));
      narrator.part('What is left to see of it');
      await narrator.attempt('part 3 ran to its end', () => traces(scene));
    }),
};

interface SealedText {
  readonly text: Buffer;
  readonly blob: Uint8Array | undefined;
  /** Of the material it was made with. */
  readonly materialId: string;
}

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly kms: KMSClient;
  readonly KeyId: string;
  readonly sealedTexts: SealedText[];
}

async function currentMaterial({ kms, KeyId }: Scene): Promise<string> {
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  return KeyMetadata?.CurrentKeyMaterialId ?? '';
}

/** Encrypts something under the current material, and keeps it for later. */
async function seal(scene: Scene, words: string): Promise<void> {
  const { kms, KeyId, sealedTexts } = scene;
  const text = Buffer.from(words);
  const materialId = await currentMaterial(scene);
  const { CiphertextBlob: blob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: text }));
  sealedTexts.push({ text, blob, materialId });
}

async function checkAllOpen(scene: Scene): Promise<void> {
  const { narrator, kms, sealedTexts } = scene;
  let rightly = 0;
  for (const { text, blob, materialId } of sealedTexts) {
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: blob }));
    const isRight = text.equals(opened.Plaintext ?? new Uint8Array());
    if (isRight && opened.KeyMaterialId === materialId) rightly += 1;
  }
  const claim = `all ${sealedTexts.length} ciphertexts open, each with the material it was made with`;
  narrator.check(claim, rightly === sealedTexts.length, () => `${rightly} do`);
}

async function byCalendar(scene: Scene): Promise<void> {
  const { narrator, server, kms, KeyId } = scene;
  narrator.step('Rotation is switched on');
  await seal(scene, 'before the first rotation');
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  const status = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  narrator.show('next', status.NextRotationDate?.toISOString() ?? '');
  narrator.check('once a year, unless told otherwise', status.RotationPeriodInDays === 365);
  await mustRefuse(
    narrator,
    'not more often than every ninety days',
    kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: 89 })),
    { code: 'ValidationException', text: 'Member must have value greater than or equal to 90' },
  );
  narrator.step('A day before the year is over');
  const first = await currentMaterial(scene);
  await server.advance('P364D');
  narrator.check('nothing has changed', (await currentMaterial(scene)) === first);
  narrator.step('The year is over');
  await server.advance('P2D');
  const second = await currentMaterial(scene);
  narrator.show('material', `${first} became ${second}`);
  narrator.check('the key has new material under its old name', second !== first);
  const records = await server.records(ACCOUNT, 'RotateKey');
  narrator.check('the trail tells of it', rotationTypes(records) === 'AUTOMATIC');
  await seal(scene, 'after the first rotation');
  await checkAllOpen(scene);
  narrator.step('Another year');
  await server.advance('P1Y');
  narrator.check('and new material again', (await currentMaterial(scene)) !== second);
  await seal(scene, 'after the second rotation');
  await checkAllOpen(scene);
}

async function onDemand(scene: Scene): Promise<void> {
  const { narrator, server, kms, KeyId } = scene;
  narrator.step('Now, whatever the calendar says');
  // On demand comes no sooner than twenty minutes after the calendar.
  await server.advance('P1D');
  const before = await currentMaterial(scene);
  const planned = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  const after = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
  narrator.check('the key has new material', (await currentMaterial(scene)) !== before);
  narrator.check(
    'the calendar is as it was',
    planned.NextRotationDate?.getTime() === after.NextRotationDate?.getTime(),
  );
  await seal(scene, 'after the third rotation');
  await checkAllOpen(scene);
  narrator.step('Keys that do not rotate');
  const made = await kms.send(
    new CreateKeyCommand({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  );
  const hmac = made.KeyMetadata?.KeyId;
  await mustRefuse(
    narrator,
    'only symmetric keys for encryption do',
    kms.send(new EnableKeyRotationCommand({ KeyId: hmac })),
    { code: 'UnsupportedOperationException' },
  );
}

async function traces({ narrator, server, kms, KeyId, sealedTexts }: Scene): Promise<void> {
  narrator.step('list-key-rotations, with all key material');
  const { Rotations = [] } = await kms.send(
    new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' }),
  );
  for (const one of Rotations) {
    const when = one.RotationDate?.toISOString() ?? 'at creation';
    narrator.show(
      one.KeyMaterialState ?? '',
      `${one.KeyMaterialId} ${one.RotationType ?? ''} ${when}`,
    );
  }
  const ids = new Set(Rotations.map(({ KeyMaterialId }) => KeyMaterialId));
  const states = Rotations.map(({ KeyMaterialState }) => KeyMaterialState).join();
  narrator.check(
    'four materials, the last of them current',
    states === 'NON_CURRENT,NON_CURRENT,NON_CURRENT,CURRENT',
    () => states,
  );
  narrator.check(
    'they are those that the ciphertexts were made with',
    sealedTexts.every(({ materialId }) => ids.has(materialId)) && ids.size === sealedTexts.length,
  );
  narrator.step('The audit trail');
  // The service writes its own record in the background.
  await server.advance('PT1M');
  const rotated = await server.records(ACCOUNT, 'RotateKey');
  narrator.show('record', rotated[0] ?? '');
  narrator.check(
    'its ninety days tell of the last two rotations, as events of the service',
    rotated.every((text) => text.includes('"eventType":"AwsServiceEvent"')) &&
      rotationTypes(rotated) === 'ON_DEMAND,AUTOMATIC',
    () => rotated.join('\n'),
  );
  const decrypted = await server.records(ACCOUNT, 'Decrypt');
  const named = new Set(sealedTexts.map(({ materialId }) => materialId));
  narrator.check(
    'each Decrypt names the material it used',
    decrypted.every((text) => [...named].some((id) => text.includes(`"keyMaterialId":"${id}"`))),
  );
}

/** `ON_DEMAND,AUTOMATIC`, newest first. */
function rotationTypes(records: readonly string[]): string {
  return records.map((text) => /"rotationType":"(\w+)"/.exec(text)?.[1]).join();
}

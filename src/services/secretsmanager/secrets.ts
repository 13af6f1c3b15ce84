import type { UpdateSecretRequest } from '../../../models/secretsmanager/types.ts';
import type { Context } from '../../contract/operation.ts';
import { isReplica, onSecret, recordAnswer, type SecretTarget } from './authorization.ts';
import { byVersion, CURRENT } from './domain/stages.ts';
import { replicaSecret, unbuilt } from './errors.ts';
import { givenToken, givenValue } from './given-value.ts';
import { assertKeyAccess, customerKey } from './kms-keys.ts';
import { openVersions, rewrapped } from './re-encryption.ts';
import { primaryOf, shownReplication } from './replicas.ts';
import { addText } from './request-conditions.ts';
import { newValue } from './secret-values.ts';
import { shownSecret } from './shown.ts';
import { type SecretDocument, secrets, versionKey, versions } from './state.ts';
import { saveSecret } from './versions.ts';

export const describeSecret = onSecret({
  name: 'DescribeSecret',
  access: 'read',
  on: { deleted: true },
  handle: async (_input, { document: secret }, context) => {
    const stages = byVersion(secret.stages);
    return {
      ...shownSecret(secret, context.call.now),
      ...(Object.keys(stages).length === 0 ? {} : { VersionIdsToStages: stages }),
      ...(await replicationOf(context, secret)),
    };
  },
});

async function replicationOf({ unit }: Context, secret: SecretDocument) {
  if (isReplica(secret) || secret.replicas === undefined || secret.replicas.length === 0) return {};
  const accessed = new Map<string, number>();
  for (const { region } of secret.replicas) {
    const there = await unit.view({ ...secret.scope, region }).get(secrets, secret.name);
    if (there?.accessed !== undefined) accessed.set(region, there.accessed);
  }
  return { ReplicationStatus: shownReplication(secret, accessed) };
}

export const updateSecret = onSecret({
  name: 'UpdateSecret',
  access: 'write',
  on: { replica: true },
  keys: (conditions, input) => {
    addText(conditions, 'Description', input.Description);
    addText(conditions, 'KmsKeyId', input.KmsKeyId);
  },
  handle: async (input, target, context) => {
    if (input.Type !== undefined && input.Type !== '') {
      throw unbuilt('UpdateSecret', 'managed external secrets (Type)');
    }
    const value = givenValue(input);
    // A replica has a key of its own, and nothing else.
    const isShared = value !== undefined || input.Description !== undefined;
    if (isReplica(target.document) && isShared) throw replicaSecret();
    const id = value === undefined ? undefined : givenToken(input.ClientRequestToken);
    const after = await updated(
      input,
      target,
      context,
      value === undefined || id === undefined ? undefined : { id, value },
    );
    if (id === undefined) {
      recordAnswer(context, { arn: target.arn, name: after.name });
      return { ARN: target.arn, Name: after.name };
    }
    recordAnswer(context, { arn: target.arn, name: after.name, versionId: id });
    return { ARN: target.arn, Name: after.name, VersionId: id };
  },
});

type Value = Pick<Parameters<typeof newValue>[2], 'id' | 'value'>;

/** Everything is encrypted before anything is written. */
async function updated(
  input: UpdateSecretRequest,
  target: SecretTarget,
  context: Context,
  value: Value | undefined,
): Promise<SecretDocument> {
  const { call } = context;
  const { document: before, arn, scope, view } = target;
  const settings = withSettings(before, input, call.now);
  const { kmsKeyId } = settings;
  const isRekeyed = kmsKeyId !== before.kmsKeyId;
  const opened = isRekeyed ? await openVersions(context, target) : [];
  if (isRekeyed && kmsKeyId !== undefined) await assertKeyAccess(context, { arn, scope }, kmsKeyId);
  const rekey = async (): Promise<void> => {
    for (const version of await rewrapped(context, opened, kmsKeyId)) {
      view.put(versions, versionKey(before, version.id), version);
    }
  };
  if (value === undefined) {
    await rekey();
    await saveUpdated(context, before, settings);
    return settings;
  }
  const changed = await newValue(
    context,
    { ...target, document: settings },
    {
      ...value,
      stages: [CURRENT],
      adjust: async (secret) => {
        await rekey();
        return secret;
      },
    },
  );
  // The same value under the same token changes nothing but the settings.
  if (changed === settings) await saveUpdated(context, before, settings);
  return changed;
}

async function saveUpdated(
  { unit, call }: Context,
  before: SecretDocument,
  after: SecretDocument,
): Promise<void> {
  if (!isReplica(after)) return saveSecret(unit, before, after, call.now);
  unit.view(after.scope).put(secrets, after.name, after);
  const primary = await primaryOf(unit, after);
  if (primary === undefined) return undefined;
  const replicas = (primary.replicas ?? []).map((replica) => {
    const { kmsKeyId: _before, ...rest } = replica;
    if (replica.region !== after.scope.region) return replica;
    return after.kmsKeyId === undefined ? rest : { ...rest, kmsKeyId: after.kmsKeyId };
  });
  unit.view(primary.scope).put(secrets, primary.name, { ...primary, replicas });
}

function withSettings(
  secret: SecretDocument,
  { Description, KmsKeyId }: UpdateSecretRequest,
  now: number,
): SecretDocument {
  const { kmsKeyId: known, ...rest } = secret;
  const kmsKeyId = KmsKeyId === undefined ? known : customerKey(KmsKeyId);
  return {
    ...rest,
    changed: now,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    ...(Description === undefined ? {} : { description: Description }),
  };
}

import type { Context } from '../../contract/operation.ts';
import type { SecretTarget } from './authorization.ts';
import { onSecret, recordAnswer } from './authorization.ts';
import { CURRENT, pendingVersion, stagesOf } from './domain/stages.ts';
import { invalidRequest, invalidParameter, tokenInUse, valueNotFound } from './errors.ts';
import { givenToken, givenValue, isSameValue, shownValue } from './given-value.ts';
import { addText } from './request-conditions.ts';
import { afterManualChange } from './rotation-state.ts';
import { type SecretDocument, type VersionDocument, versionKey, versions } from './state.ts';
import { openValue } from './values.ts';
import { type NewVersion, putVersion } from './versions.ts';

const LABELS_MAX = 20;

export const getSecretValue = onSecret({
  name: 'GetSecretValue',
  access: 'read',
  keys: (conditions, input) => {
    addText(conditions, 'VersionId', input.VersionId);
    addText(conditions, 'VersionStage', stageAsked(input));
  },
  handle: async (input, { arn, document: secret, view }, context) => {
    const { VersionId: asked } = input;
    const stage = stageAsked(input);
    const what = asked === undefined ? `staging label: ${stage ?? CURRENT}` : `VersionId: ${asked}`;
    const id = asked ?? secret.stages[stage ?? CURRENT];
    const version = id === undefined ? undefined : await view.get(versions, versionKey(secret, id));
    if (version === undefined) throw valueNotFound(what);
    if (stage !== undefined && secret.stages[stage] !== version.id) {
      throw invalidRequest(
        'You provided a VersionStage that is not associated to the provided VersionId.',
      );
    }
    const value = await openValue(context, view, secret, version);
    if (value === undefined) throw valueNotFound(what);
    return {
      ARN: arn,
      Name: secret.name,
      VersionId: version.id,
      ...shownValue(value),
      VersionStages: stagesOf(secret.stages, version.id),
      CreatedDate: new Date(version.created),
    };
  },
});

/** Without either, the current version is meant. */
function stageAsked(input: {
  readonly VersionId?: string | undefined;
  readonly VersionStage?: string | undefined;
}): string | undefined {
  return input.VersionStage ?? (input.VersionId === undefined ? CURRENT : undefined);
}

export const putSecretValue = onSecret({
  name: 'PutSecretValue',
  access: 'write',
  handle: async (input, target, context) => {
    const value = givenValue(input);
    if (value === undefined) {
      throw invalidRequest('You must provide either SecretString or SecretBinary.');
    }
    const id = givenToken(input.ClientRequestToken);
    const stages = input.VersionStages ?? [CURRENT];
    if (new Set(stages).size > LABELS_MAX) {
      throw invalidParameter(`A version can't have more than ${LABELS_MAX} staging labels.`);
    }
    const after = await newValue(context, target, { id, value, stages });
    const answer = { ARN: target.arn, Name: after.name, VersionId: id };
    const VersionStages = stagesOf(after.stages, id);
    recordAnswer(context, {
      arn: target.arn,
      name: after.name,
      versionId: id,
      versionStages: VersionStages,
    });
    return { ...answer, VersionStages };
  },
});

/**
 * Gives a secret a value under a token. The same value under the same token changes nothing. Errors: ResourceExists for
 * another value, EncryptionFailure and its kin.
 */
export async function newValue(
  context: Context,
  { arn, document: secret, view }: SecretTarget,
  given: NewVersion,
): Promise<SecretDocument> {
  const known = await view.get(versions, versionKey(secret, given.id));
  if (known !== undefined && hasValue(known)) {
    const isSame = isSameValue(await openValue(context, view, secret, known), given.value);
    if (!isSame) throw tokenInUse(given.id, arn);
    return secret;
  }
  // The first version that a secret gets is the current one, whatever it is called.
  const isFirst = secret.stages[CURRENT] === undefined;
  const stages = isFirst ? [...new Set([...given.stages, CURRENT])] : given.stages;
  const isManual = stages.includes(CURRENT) && pendingVersion(secret.stages) !== given.id;
  return putVersion(context, secret, {
    ...given,
    stages,
    adjust: async (encrypted) => {
      const adjusted = (await given.adjust?.(encrypted)) ?? encrypted;
      return isManual ? afterManualChange(context, adjusted) : adjusted;
    },
  });
}

function hasValue({ value, shows }: VersionDocument): boolean {
  return value !== undefined || shows !== undefined;
}

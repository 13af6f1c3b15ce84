import { onSecret, recordAnswer } from './authorization.ts';
import { CURRENT, withoutStage, withStage } from './domain/stages.ts';
import { invalidParameter, valueNotFound } from './errors.ts';
import { addText } from './request-conditions.ts';
import { versionKey, versions } from './state.ts';
import { assertStages, saveSecret } from './versions.ts';

export const updateSecretVersionStage = onSecret({
  name: 'UpdateSecretVersionStage',
  access: 'write',
  keys: (conditions, input) => addText(conditions, 'VersionStage', input.VersionStage),
  handle: async (input, { arn, document: secret, view }, context) => {
    const { VersionStage: stage, RemoveFromVersionId: from, MoveToVersionId: to } = input;
    const on = secret.stages[stage];
    if (from === undefined && to === undefined) {
      throw invalidParameter('You must provide RemoveFromVersionId, MoveToVersionId, or both.');
    }
    for (const id of [from, to]) {
      if (id === undefined) continue;
      const version = await view.get(versions, versionKey(secret, id));
      if (version === undefined) throw valueNotFound(`VersionId: ${id}`);
    }
    if (from === undefined && on !== undefined && on !== to) throw mustSay(stage, on);
    if (from !== undefined && on !== from) {
      throw from === to || on === undefined ? notOn(stage, from) : mustSay(stage, on);
    }
    if (to === undefined && stage === CURRENT) {
      throw invalidParameter(
        `You can't remove the staging label ${CURRENT} from a version without moving it to another.`,
      );
    }
    const stages =
      to === undefined ? withoutStage(secret.stages, stage) : withStage(secret.stages, stage, to);
    assertStages(stages);
    const after = { ...secret, stages, changed: context.call.now };
    await saveSecret(context.unit, secret, after, context.call.now);
    recordAnswer(context, { arn, name: secret.name });
    return { ARN: arn, Name: secret.name };
  },
});

function notOn(stage: string, version: string) {
  return invalidParameter(`The staging label ${stage} isn't attached to the version ${version}.`);
}

function mustSay(stage: string, on: string) {
  return invalidParameter(
    `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently ` +
      `attached to version ${on}, so you must explicitly reference that version in ` +
      'RemoveFromVersionId.',
  );
}

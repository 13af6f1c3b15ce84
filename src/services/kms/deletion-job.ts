import type { JobContext, JobKind } from '../../contract/service.ts';
import { keyIdOf } from './job-payload.ts';
import { keyArn } from './resources.ts';
import { aliases, keys, materialDocumentId, materials, type KeyDocument } from './state.ts';

export const DELETE_KEY = 'kms.deleteKey';

export function deletionJobId(key: KeyDocument): string {
  return `${DELETE_KEY}/${key.scope.account}/${key.scope.region}/${key.id}`;
}

/**
 * Deletes a key whose waiting period is over: its secrets, its aliases, the key. The locators of its ciphertexts stay,
 * so that whoever decrypts one is told what AWS tells.
 */
export const deleteKey: JobKind = {
  kind: DELETE_KEY,
  run: async (payload, context) => {
    const id = keyIdOf(payload);
    const view = context.unit.view(context.scope);
    const key = await view.get(keys, id);
    if (key === undefined || !isDue(key, context)) return;
    for (const material of key.materials)
      view.delete(materials, materialDocumentId(id, material.id));
    for (const alias of key.aliases) view.delete(aliases, alias);
    view.delete(keys, id);
    context.serviceEvent({
      name: 'DeleteKey',
      resources: [{ type: 'AWS::KMS::Key', arn: keyArn(key.scope, id) }],
      details: { keyId: id },
    });
    context.unit.emit({
      account: key.scope.account,
      region: key.scope.region,
      time: context.now,
      topic: 'kms.keyDeleted',
      text: JSON.stringify({ keyId: id }),
    });
  },
};

function isDue(key: KeyDocument, context: JobContext): boolean {
  const date = key.deletion?.date;
  return key.state === 'PendingDeletion' && date !== undefined && date <= context.now;
}

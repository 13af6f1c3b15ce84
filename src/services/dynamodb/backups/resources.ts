import type { ResourceKind } from '../../../contract/resource.ts';
import { parseArn } from '../../../core/arn.ts';
import { backupNotFound } from '../errors.ts';
import { tableArn } from '../resources.ts';
import { type BackupDocument, backups } from './state.ts';

const BACKUP = /^table\/([a-zA-Z0-9_.-]{3,255})\/backup\/(\d{14}-[\da-f]{8})$/;

export function backupArn({ id, holder }: Pick<BackupDocument, 'id' | 'holder'>): string {
  return `${tableArn(holder, holder.name)}/backup/${id}`;
}

/** By ARN. */
export const backupKind: ResourceKind<BackupDocument> = {
  name: 'dynamodb:backup',
  policyMode: 'none',
  find: async (arn, { scope: caller, unit }) => {
    const parsed = parseArn(arn);
    const [, table, id = ''] = BACKUP.exec(parsed?.resource ?? '') ?? [];
    const scope =
      parsed?.service === 'dynamodb' && parsed.region === caller.region
        ? { account: parsed.account, region: parsed.region }
        : caller;
    const found = id === '' ? undefined : await unit.view(scope).get(backups, id);
    const document = found?.holder.name === table ? found : undefined;
    return { arn, scope, id, document, missing: backupNotFound(arn) };
  },
};

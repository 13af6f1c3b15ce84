import type { SecretsmanagerOperations } from '../../../models/secretsmanager/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { newPassword, passwordRules } from './domain/password.ts';
import { invalidParameter } from './errors.ts';

export const getRandomPassword: OperationOf<SecretsmanagerOperations, 'GetRandomPassword'> = {
  name: 'GetRandomPassword',
  access: 'read',
  authorize: async () => [{ action: 'secretsmanager:GetRandomPassword', resource: '*' }],
  handle: async (input, context) => {
    const rules = passwordRules(input);
    if (typeof rules === 'string') throw invalidParameter(rules);
    return { RandomPassword: await context.once(() => newPassword(rules)) };
  },
};

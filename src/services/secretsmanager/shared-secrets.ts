import { firstOf } from '../../listing/first-documents.ts';
import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { secretArn } from './domain/secret-id.ts';
import { secrets } from './state.ts';

/** Secrets by their policies, as the analyzer of external access looks at them. */
export const sharedSecrets: SharedResources = {
  type: 'AWS::SecretsManager::Secret',
  source: 'secretsmanager.amazonaws.com',
  isGlobal: false,
  list: async (unit, scope, limit) =>
    (await firstOf(unit.view(scope), secrets, limit)).map((secret): SharedResource => {
      const arn = secretArn(scope, secret.name, secret.suffix);
      return secret.policy === undefined ? { arn } : { arn, policy: secret.policy.text };
    }),
};

import { everyOf } from '../../listing/every-document.ts';
import type { ControlCheck } from '../securityhub/port.ts';
import { arnOf } from './resources.ts';
import { secrets } from './state.ts';

/** Secrets are rotated by themselves. */
export const secretRotationCheck: ControlCheck = {
  control: 'SecretsManager.1',
  check: async (unit, scope) => {
    const all = await everyOf(unit.view(scope), secrets);
    return all
      .filter(({ deletion }) => deletion === undefined)
      .map((secret) => ({
        type: 'AwsSecretsManagerSecret',
        id: arnOf(secret),
        passes: secret.rotation !== undefined,
      }));
  },
};

import { everyOf } from '../../listing/every-document.ts';
import type { ControlCheck } from '../securityhub/port.ts';
import { keyArn } from './resources.ts';
import { keys } from './state.ts';

/** Customers' symmetric keys whose material is made here turn their material over by themselves. */
export const keyRotationCheck: ControlCheck = {
  control: 'KMS.4',
  check: async (unit, scope) => {
    const all = await everyOf(unit.view(scope), keys);
    return all
      .filter(({ manager, spec, state, origin }) => {
        const isUsable = state === 'Enabled' && origin === 'AWS_KMS';
        return manager === 'CUSTOMER' && spec === 'SYMMETRIC_DEFAULT' && isUsable;
      })
      .map(({ id, rotation }) => ({
        type: 'AwsKmsKey',
        id: keyArn(scope, id),
        passes: rotation !== undefined,
      }));
  },
};

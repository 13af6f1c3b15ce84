import { accountResource, type ControlCheck } from '../securityhub/port.ts';
import { accountScope, detectors } from './state.ts';

/** The account is watched. */
export const detectorCheck: ControlCheck = {
  control: 'GuardDuty.1',
  check: async (unit, scope) => {
    const detector = await unit.view(accountScope(scope.account)).get(detectors, scope.region);
    return [accountResource(scope, detector?.isEnabled === true)];
  },
};

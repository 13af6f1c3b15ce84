import { everyOf } from '../../../listing/every-document.ts';
import type { InstanceHosts } from '../../guardduty/port.ts';
import { instances } from './state.ts';

/** The addresses of instances, as those know them who ask whose machine it was. */
export const instanceHosts: InstanceHosts = {
  addressesOf: async (unit, scope) => {
    const all = await everyOf(unit.view(scope), instances);
    const alive = all.filter(({ state }) => state !== 'terminated');
    return new Set(alive.map(({ privateAddress }) => privateAddress));
  },
};

import type { Follower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import { factsOf } from '../../core/record-facts.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { AWS_EVENT } from '../events/port.ts';
import { orderApplication, orderSpread } from './application.ts';
import type { ManagedOrganizations } from './port.ts';
import { policyPlaces, SHARED_SCOPE } from './state.ts';

/** Changes close to each other are looked at together. */
const WINDOW_MS = 5 * SECOND_MS;
const ITEM_CHANGE = '"detail-type":"Config Configuration Item Change"';

function dueAfter(time: Instant): Instant {
  return (Math.floor(time / WINDOW_MS) + 1) * WINDOW_MS;
}

/** What Config records in an account has the policies over it looked at there. */
export function itemFollower(organizations: ManagedOrganizations): Follower {
  return {
    name: 'fms.items',
    source: 'outbox',
    run: async (batch, unit) => {
      const seen = new Set<string>();
      for (const { topic, text, account, region, time } of batch) {
        if (topic !== AWS_EVENT || !text.includes(ITEM_CHANGE)) continue;
        const key = `${account}/${region}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const management = await organizations.managementOf(unit, account);
        if (management === undefined) continue;
        for (const { admin, policy } of await policiesOf(unit, `${management}/${region}/`)) {
          const scope = { account: admin, region };
          orderApplication(unit, scope, { policy, account, due: dueAfter(time) });
        }
      }
    },
  };
}

/** What changes in an organization has all of its policies looked at. */
export function organizationFollower(organizations: ManagedOrganizations): Follower {
  return {
    name: 'fms.organizations',
    source: 'trail',
    eventSources: new Set(['organizations.amazonaws.com']),
    run: async (batch, unit) => {
      const seen = new Set<string>();
      for (const record of batch) {
        const { readOnly, errorCode } = factsOf(record);
        if (readOnly || errorCode !== undefined) continue;
        const management = await organizations.managementOf(unit, record.account);
        if (management === undefined || seen.has(management)) continue;
        seen.add(management);
        for (const { admin, policy, region } of await policiesOf(unit, `${management}/`)) {
          orderSpread(unit, { account: admin, region }, policy, dueAfter(record.time));
        }
      }
    },
  };
}

async function policiesOf(unit: Unit, prefix: string) {
  const view = unit.view(SHARED_SCOPE);
  const { items } = await view.list(policyPlaces, { prefix, limit: 1_000 });
  return items.map(({ id, document }) => ({ ...document, region: id.split('/')[1] ?? '' }));
}

import type { EmergencyContact } from '../../../models/shield/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { invalidOperation, invalidParameter, noChange } from './errors.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { ONLY, subscriptions } from './state.ts';

/** Errors: InvalidParameterException when nobody could be called. */
function requirePhone(contacts: readonly EmergencyContact[]): void {
  if (contacts.some(({ PhoneNumber }) => PhoneNumber !== undefined)) return;
  throw invalidParameter(
    'EmergencyContactList',
    'You must provide at least one phone number in the emergency contact list.',
  );
}

const associate = shieldOperation({
  name: 'AssociateProactiveEngagementDetails',
  access: 'write',
  handle: async ({ EmergencyContactList: contacts }, view, { call }) => {
    const subscription = await subscriptionOf(view, call);
    if (subscription.engagement !== undefined) {
      throw invalidOperation(
        'Proactive engagement details have already been associated. Use ' +
          'UpdateEmergencyContactSettings to change them.',
      );
    }
    requirePhone(contacts);
    view.put(subscriptions, ONLY, { ...subscription, contacts, engagement: 'PENDING' });
    return {};
  },
});

const enable = shieldOperation({
  name: 'EnableProactiveEngagement',
  access: 'write',
  handle: async (_input, view, { call }) => {
    const subscription = await subscriptionOf(view, call);
    if (subscription.engagement === undefined) {
      throw invalidOperation('Proactive engagement details have not been associated.');
    }
    if (subscription.engagement === 'ENABLED') throw noChange();
    requirePhone(subscription.contacts);
    view.put(subscriptions, ONLY, { ...subscription, engagement: 'ENABLED' });
    return {};
  },
});

const disable = shieldOperation({
  name: 'DisableProactiveEngagement',
  access: 'write',
  handle: async (_input, view, { call }) => {
    const subscription = await subscriptionOf(view, call);
    if (subscription.engagement === undefined || subscription.engagement === 'DISABLED') {
      throw noChange();
    }
    view.put(subscriptions, ONLY, { ...subscription, engagement: 'DISABLED' });
    return {};
  },
});

const update = shieldOperation({
  name: 'UpdateEmergencyContactSettings',
  access: 'write',
  handle: async ({ EmergencyContactList: contacts = [] }, view, { call }) => {
    const subscription = await subscriptionOf(view, call);
    if (subscription.engagement === 'ENABLED') requirePhone(contacts);
    view.put(subscriptions, ONLY, { ...subscription, contacts });
    return {};
  },
});

const describe = shieldOperation({
  name: 'DescribeEmergencyContactSettings',
  access: 'read',
  handle: async (_input, view, { call }) => ({
    EmergencyContactList: (await subscriptionOf(view, call)).contacts,
  }),
});

export const contactOperations: readonly AnyOperation[] = [
  associate,
  enable,
  disable,
  update,
  describe,
];

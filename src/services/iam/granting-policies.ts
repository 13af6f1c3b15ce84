import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { grantsService } from '../../policy/granted-services.ts';
import type { Noun } from './errors.ts';
import { findManaged } from './grants.ts';
import { onResource } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { type PolicySource, policySourceKind } from './simulation-subject.ts';
import { groups, type Identity } from './state.ts';

const ENTITY_TYPES = { user: 'USER', group: 'GROUP', role: 'ROLE' } as const;
const ENTITIES = 100;

interface Held {
  readonly text: string;
  readonly shown: {
    readonly PolicyName: string;
    readonly PolicyType: 'INLINE' | 'MANAGED';
    readonly PolicyArn?: string;
    readonly EntityType?: 'USER' | 'GROUP' | 'ROLE';
    readonly EntityName?: string;
  };
}

/** Which of an entity's policies give access to a service. */
export const grantingPolicyOperations: readonly AnyOperation[] = [
  onResource({
    name: 'ListPoliciesGrantingServiceAccess',
    access: 'read',
    kind: policySourceKind,
    of: ({ Arn }) => Arn,
    handle: async (input, { document, view }, { call }) => {
      const held = await heldPolicies(view, document);
      const about = `${input.Arn}/${input.ServiceNamespaces.join()}`;
      const page = pageOf(call, { MaxItems: ENTITIES, Marker: input.Marker }, about);
      const services = pageOfList(input.ServiceNamespaces, page);
      const PoliciesGrantingServiceAccess = services.items.map((service) => ({
        ServiceNamespace: service,
        Policies: held
          .filter(({ text }) => grantsService(text, 'identity', service))
          .map(({ shown }) => shown),
      }));
      return { PoliciesGrantingServiceAccess, ...services.answer };
    },
  }),
];

/** The entity's own policies, and those of a user's groups. */
async function heldPolicies(
  view: View,
  { noun, identity }: PolicySource,
): Promise<readonly Held[]> {
  const all = [...(await ownPolicies(view, noun, identity))];
  for (const name of noun === 'user' ? identity.groups : []) {
    const group = await view.get(groups, name);
    if (group !== undefined) all.push(...(await ownPolicies(view, 'group', group)));
  }
  return all;
}

async function ownPolicies(view: View, noun: Noun, identity: Identity): Promise<readonly Held[]> {
  const owner = { EntityType: ENTITY_TYPES[noun], EntityName: identity.name };
  const all = Object.entries(identity.inline).map(([PolicyName, text]): Held => {
    return { text, shown: { PolicyName, PolicyType: 'INLINE', ...owner } };
  });
  for (const PolicyArn of identity.attached) {
    const policy = await findManaged(view, PolicyArn);
    const text = policy?.versions.find(({ id }) => id === policy.defaultVersion)?.text;
    if (policy === undefined || text === undefined) continue;
    all.push({ text, shown: { PolicyName: policy.name, PolicyType: 'MANAGED', PolicyArn } });
  }
  return all;
}

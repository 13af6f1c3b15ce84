import type { PolicyType, TargetType } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { RCP_FULL_ACCESS } from './aws-policies.ts';
import { constraintViolation, invalidInput, organizationsError } from './errors.ts';
import { POLICY_LIMITS } from './limits.ts';
import { compileMemberships, policyById } from './memberships.ts';
import { found, keysOfPolicy, onOrganization, policyTypeKeys } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { summaryOf } from './policies.ts';
import { policyKind, type Seat, targetKind } from './resources.ts';
import { entities, type Entity, type Organization } from './state.ts';

const TARGET_TYPES: Readonly<Record<Entity['kind'], TargetType>> = {
  root: 'ROOT',
  ou: 'ORGANIZATIONAL_UNIT',
  account: 'ACCOUNT',
};

function isAccessControl(type: PolicyType): boolean {
  return type === 'SERVICE_CONTROL_POLICY' || type === 'RESOURCE_CONTROL_POLICY';
}

function assertEnabled({ policyTypes }: Organization, type: PolicyType): void {
  if (!policyTypes.includes(type)) throw organizationsError('PolicyTypeNotEnabledException');
}

/** Only policies that control access are written down in memberships. */
async function putAttached(
  { organization, view }: Seat,
  entity: Entity,
  type: PolicyType,
  unit: Unit,
) {
  view.put(entities, entity.id, entity);
  if (isAccessControl(type)) await compileMemberships(unit, organization);
}

export const attachmentOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'AttachPolicy',
    access: 'write',
    on: async ({ PolicyId, TargetId }, context) => [
      await context.resolve(policyKind, PolicyId),
      await context.resolve(targetKind, TargetId),
    ],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async ({ PolicyId: id, TargetId }, seat, context) => {
      const { type } = await found(context, policyKind, id);
      const target = await found(context, targetKind, TargetId);
      assertEnabled(seat.organization, type);
      if (target.policies.some((attachment) => attachment.id === id)) {
        throw organizationsError('DuplicatePolicyAttachmentException');
      }
      const alike = target.policies.filter((attachment) => attachment.type === type);
      if (alike.length >= POLICY_LIMITS[type].attached) {
        throw constraintViolation(
          'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You have attached the maximum number of policies to the specified target.',
        );
      }
      const attached = context.call.now;
      const changed = { ...target, policies: [...target.policies, { id, type, attached }] };
      await putAttached(seat, changed, type, context.unit);
      return {};
    },
  }),
  onOrganization({
    name: 'DetachPolicy',
    access: 'write',
    on: async ({ PolicyId, TargetId }, context) => [
      await context.resolve(policyKind, PolicyId),
      await context.resolve(targetKind, TargetId),
    ],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async ({ PolicyId: id, TargetId }, seat, context) => {
      const { type } = await found(context, policyKind, id);
      const target = await found(context, targetKind, TargetId);
      if (id === RCP_FULL_ACCESS) {
        throw invalidInput(
          'NON_DETACHABLE_POLICY',
          'You specified a policy that cannot be detached from the target.',
        );
      }
      const policies = target.policies.filter((attachment) => attachment.id !== id);
      if (policies.length === target.policies.length) {
        throw organizationsError('PolicyNotAttachedException');
      }
      if (type === 'SERVICE_CONTROL_POLICY' && !policies.some((one) => one.type === type)) {
        throw constraintViolation(
          'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
          'You cannot remove the last policy attached to the specified target. You must have at ' +
            'least one attached at all times.',
        );
      }
      await putAttached(seat, { ...target, policies }, type, context.unit);
      return {};
    },
  }),
  onOrganization({
    name: 'ListPoliciesForTarget',
    access: 'read',
    on: async ({ TargetId }, context) => [await context.resolve(targetKind, TargetId)],
    keys: ({ Filter }) => policyTypeKeys(Filter),
    handle: async (input, { view }, context) => {
      const target = await found(context, targetKind, input.TargetId);
      const alike = target.policies.filter(({ type }) => type === input.Filter);
      const page = pageOf(context.call, input, `${input.TargetId}/${input.Filter}`);
      const { items, answer } = pageOfList(alike, page);
      const policies = await Promise.all(items.map(({ id }) => policyById(view, id)));
      return {
        Policies: policies.flatMap((policy) => (policy === undefined ? [] : [summaryOf(policy)])),
        ...answer,
      };
    },
  }),
  onOrganization({
    name: 'ListTargetsForPolicy',
    access: 'read',
    on: async ({ PolicyId }, context) => [await context.resolve(policyKind, PolicyId)],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async (input, { view }, context) => {
      await found(context, policyKind, input.PolicyId);
      const page = pageOf(context.call, input, input.PolicyId);
      const where = { index: 'policy', prefix: input.PolicyId };
      const listed = await view.list(entities, { ...where, ...page.query });
      const Targets = listed.items.map(({ document: { id, arn, name, kind } }) => {
        return { TargetId: id, Arn: arn, Name: name, Type: TARGET_TYPES[kind] };
      });
      return { Targets, ...page.answer(listed.last) };
    },
  }),
];

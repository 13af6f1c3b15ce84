import type { Ec2Operations, IamInstanceProfileAssociation } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import type { InstanceProfileDirectory } from '../../iam/port.ts';
import { permissionOn, permissionTo } from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { instanceOf } from './lifecycle.ts';
import { instanceNoun } from './noun.ts';
import { listerOfAll, pageOf } from '../pages.ts';
import { passesRole, usableProfile } from './profiles.ts';
import { type InstanceDocument, instances, type ProfileAssociation } from './state.ts';

export const ASSOCIATION = 'iip-assoc';

interface Associated {
  readonly id: string;
  readonly instance: InstanceDocument;
  readonly association: ProfileAssociation;
  readonly tags: Readonly<Record<string, string>>;
}

function shown(
  { instance, association }: Pick<Associated, 'instance' | 'association'>,
  State: IamInstanceProfileAssociation['State'],
): IamInstanceProfileAssociation {
  return {
    AssociationId: association.id,
    InstanceId: instance.id,
    IamInstanceProfile: { Arn: association.arn, Id: association.profileId },
    State,
    Timestamp: new Date(association.since),
  };
}

async function holderOf(view: View, id: string): Promise<Associated | undefined> {
  const page = await view.list(instances, { index: 'association', prefix: id, limit: 1 });
  const instance = page.items[0]?.document;
  if (instance?.profile === undefined || instance.profile.id !== id) return undefined;
  return { id, instance, association: instance.profile, tags: {} };
}

/** Errors: InvalidAssociationID.NotFound. */
async function requireHolder(view: View, id: string): Promise<Associated> {
  const holder = await holderOf(view, id);
  if (holder !== undefined) return holder;
  const text = `The association ID '${id}' does not exist`;
  throw ec2Error('InvalidAssociationID.NotFound', text);
}

/** Of an association that leads nowhere, no instance is known: everything is asked for. */
async function onHolder(context: ResolveContext, id: string) {
  const holder = await holderOf(context.view, id);
  const { operation } = context.call;
  if (holder === undefined) return permissionTo(context, operation);
  const resource = await context.resolve(instanceNoun.kind, holder.instance.id);
  return permissionTo(context, operation, resource);
}

export async function newAssociation(
  profiles: InstanceProfileDirectory,
  context: Context,
  given: Parameters<typeof usableProfile>[2],
): Promise<ProfileAssociation> {
  const { arn, id: profileId } = await usableProfile(profiles, context, given);
  const id = await context.once(() => newId(ASSOCIATION));
  return { id, arn, profileId, since: context.call.now };
}

function createAssociate(
  profiles: InstanceProfileDirectory,
): OperationOf<Ec2Operations, 'AssociateIamInstanceProfile'> {
  return {
    name: 'AssociateIamInstanceProfile',
    access: 'write',
    authorize: async ({ InstanceId, IamInstanceProfile }, context) => [
      await permissionOn(context, instanceNoun, InstanceId),
      ...(await passesRole(profiles, context, IamInstanceProfile, InstanceId)),
    ],
    handle: async ({ InstanceId, IamInstanceProfile }, context) => {
      const instance = await instanceOf(context, InstanceId);
      if (instance.profile !== undefined) {
        const text = `There is an existing association for instance ${InstanceId}`;
        throw ec2Error('IncorrectState', text);
      }
      const association = await newAssociation(profiles, context, IamInstanceProfile);
      context.view.put(instances, InstanceId, { ...instance, profile: association });
      return {
        IamInstanceProfileAssociation: shown({ instance, association }, 'associating'),
      };
    },
  };
}

function createReplace(
  profiles: InstanceProfileDirectory,
): OperationOf<Ec2Operations, 'ReplaceIamInstanceProfileAssociation'> {
  return {
    name: 'ReplaceIamInstanceProfileAssociation',
    access: 'write',
    authorize: async ({ AssociationId, IamInstanceProfile }, context) => {
      const holder = await holderOf(context.view, AssociationId);
      return [
        await onHolder(context, AssociationId),
        ...(await passesRole(profiles, context, IamInstanceProfile, holder?.instance.id)),
      ];
    },
    handle: async ({ AssociationId, IamInstanceProfile }, context) => {
      const { instance } = await requireHolder(context.view, AssociationId);
      const association = await newAssociation(profiles, context, IamInstanceProfile);
      context.view.put(instances, instance.id, { ...instance, profile: association });
      return {
        IamInstanceProfileAssociation: shown({ instance, association }, 'associating'),
      };
    },
  };
}

const disassociate: OperationOf<Ec2Operations, 'DisassociateIamInstanceProfile'> = {
  name: 'DisassociateIamInstanceProfile',
  access: 'write',
  authorize: async ({ AssociationId }, context) => [await onHolder(context, AssociationId)],
  handle: async ({ AssociationId }, { view }) => {
    const holder = await requireHolder(view, AssociationId);
    const { profile: _, ...rest } = holder.instance;
    view.put(instances, rest.id, rest);
    return { IamInstanceProfileAssociation: shown(holder, 'disassociating') };
  },
};

const FILTERS = filterTable<Associated>({
  'instance-id': ({ instance }) => instance.id,
  state: () => 'associated',
});

const describe: OperationOf<Ec2Operations, 'DescribeIamInstanceProfileAssociations'> = {
  name: 'DescribeIamInstanceProfileAssociations',
  access: 'read',
  authorize: async (_, context) => [
    permissionTo(context, 'DescribeIamInstanceProfileAssociations'),
  ],
  handle: async (input, { call, view }) => {
    const wanted = filterOf(input.Filters, FILTERS);
    const ids = input.AssociationIds ?? [];
    const all =
      ids.length > 0
        ? await Promise.all(ids.map((id) => requireHolder(view, id)))
        : (await everyOf(view, instances)).flatMap((instance) => {
            const { profile: association } = instance;
            return association === undefined
              ? []
              : [{ id: association.id, instance, association, tags: {} }];
          });
    const page = await pageOf(call, input, listerOfAll(all), wanted);
    return {
      IamInstanceProfileAssociations: page.items.map((item) => shown(item, 'associated')),
      NextToken: page.NextToken,
    };
  },
};

export function createProfileAssociations(
  profiles: InstanceProfileDirectory,
): readonly AnyOperation[] {
  return [createAssociate(profiles), createReplace(profiles), disassociate, describe];
}

import type {
  Ec2Operations,
  InstanceAttribute,
  InstanceAttributeName,
  InstanceBlockDeviceMappingSpecification,
  ModifyInstanceAttributeRequest,
} from '../../../../models/ec2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { type Conditions, permissionOn } from '../authorization.ts';
import { INSTANCE_TYPES } from '../domain/instance-types.ts';
import {
  ec2Error,
  invalidCombination,
  invalidParameterValue,
  missingParameter,
  unbuilt,
} from '../errors.ts';
import { groupOf } from '../network/group-store.ts';
import { groupNoun } from '../network/nouns.ts';
import { volumeNoun } from '../storage/nouns.ts';
import { architectureMismatch } from './instance-type.ts';
import { instanceOf } from './lifecycle.ts';
import { instanceNoun } from './noun.ts';
import { shownDevice, shownGroups } from './shown.ts';
import { type HeldVolume, type InstanceDocument, instances } from './state.ts';
import { checkedUserData } from './user-data.ts';

const describeInstanceAttribute: OperationOf<Ec2Operations, 'DescribeInstanceAttribute'> = {
  name: 'DescribeInstanceAttribute',
  access: 'read',
  authorize: async ({ InstanceId, Attribute }, context) => [
    await permissionOn(context, instanceNoun, InstanceId, attributeCondition(Attribute)),
  ],
  handle: async ({ InstanceId, Attribute }, context) => ({
    InstanceId,
    ...(await shownAttribute(context, Attribute, await instanceOf(context, InstanceId))),
  }),
};

function attributeCondition(attribute: string): Conditions {
  return new Map([['ec2:attribute', [attribute]]]);
}

async function shownAttribute(
  { view }: Context,
  name: InstanceAttributeName,
  instance: InstanceDocument,
): Promise<InstanceAttribute> {
  switch (name) {
    case 'blockDeviceMapping':
      return { BlockDeviceMappings: instance.volumes.map(shownDevice) };
    case 'disableApiStop':
      return { DisableApiStop: { Value: instance.isProtectedFromStop } };
    case 'disableApiTermination':
      return { DisableApiTermination: { Value: instance.isProtectedFromTermination } };
    case 'ebsOptimized':
      return { EbsOptimized: { Value: instance.isEbsOptimized } };
    case 'enaSupport':
      return { EnaSupport: { Value: true } };
    case 'enclaveOptions':
      return { EnclaveOptions: { Enabled: false } };
    case 'groupSet':
      return { Groups: await shownGroups(view, instance.groupIds) };
    case 'instanceInitiatedShutdownBehavior':
      return { InstanceInitiatedShutdownBehavior: { Value: instance.shutdownBehavior } };
    case 'instanceType':
      return { InstanceType: { Value: instance.instanceType } };
    case 'productCodes':
      return { ProductCodes: [] };
    case 'rootDeviceName':
      return { RootDeviceName: { Value: instance.rootDevice } };
    case 'sourceDestCheck':
      return { SourceDestCheck: { Value: instance.checksSource } };
    case 'sriovNetSupport':
      return { SriovNetSupport: { Value: 'simple' } };
    case 'userData':
      return { UserData: { Value: instance.userData } };
    case 'kernel':
    case 'ramdisk':
      return {};
  }
}

const modifyInstanceAttribute: OperationOf<Ec2Operations, 'ModifyInstanceAttribute'> = {
  name: 'ModifyInstanceAttribute',
  access: 'write',
  authorize: async (input, context) => {
    const { InstanceId: id, Groups = [] } = input;
    const conditions = attributeCondition(changeOf(input).name);
    const volumeIds = await volumesIn(input, context);
    return Promise.all([
      permissionOn(context, instanceNoun, id, conditions),
      ...[...new Set(Groups)].map((one) => permissionOn(context, groupNoun, one, conditions)),
      ...volumeIds.map((one) => permissionOn(context, volumeNoun, one, conditions)),
    ]);
  },
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.InstanceId);
    const changed = { ...instance, ...(await changeOf(input).apply(instance, context)) };
    context.view.put(instances, instance.id, changed);
    return {};
  },
};

/** The volumes at the devices that a request names. */
async function volumesIn(
  { InstanceId, BlockDeviceMappings = [] }: ModifyInstanceAttributeRequest,
  context: ResolveContext,
): Promise<readonly string[]> {
  if (BlockDeviceMappings.length === 0) return [];
  const { resolved } = await context.resolve(instanceNoun.kind, InstanceId);
  const named = new Set(BlockDeviceMappings.map(({ DeviceName }) => DeviceName));
  const held = resolved.document?.volumes ?? [];
  return held.filter(({ device }) => named.has(device)).map(({ volumeId }) => volumeId);
}

interface Change {
  readonly name: string;
  readonly apply: (
    instance: InstanceDocument,
    context: Context,
  ) => Promise<Partial<InstanceDocument>>;
}

/** The one attribute that a request changes. Errors: MissingParameter, InvalidParameterCombination. */
function changeOf(input: ModifyInstanceAttributeRequest): Change {
  const changes = [...givenChanges(input)];
  if (changes.length > 1) {
    throw invalidCombination('Fields for multiple attribute types specified');
  }
  const [change] = changes;
  if (change === undefined) throw missingParameter('attribute');
  return change;
}

/** An attribute stands in a member of its own, or by its name and a text. */
function* givenChanges(input: ModifyInstanceAttributeRequest): Generator<Change> {
  const { Attribute: named, Value: text } = input;
  const flags = [
    ['disableApiTermination', input.DisableApiTermination, 'isProtectedFromTermination'],
    ['disableApiStop', input.DisableApiStop, 'isProtectedFromStop'],
    ['ebsOptimized', input.EbsOptimized, 'isEbsOptimized'],
    ['sourceDestCheck', input.SourceDestCheck, 'checksSource'],
  ] as const;
  for (const [name, member, property] of flags) {
    const value =
      member?.Value ?? (named === name && text !== undefined ? text === 'true' : undefined);
    if (value !== undefined) yield { name, apply: async () => ({ [property]: value }) };
  }
  const textOf = (name: string, member: { readonly Value?: string | undefined } | undefined) =>
    member?.Value ?? (named === name ? text : undefined);
  const type = textOf('instanceType', input.InstanceType);
  if (type !== undefined) yield { name: 'instanceType', apply: retyped(type) };
  const behavior = textOf(
    'instanceInitiatedShutdownBehavior',
    input.InstanceInitiatedShutdownBehavior,
  );
  if (behavior !== undefined) {
    yield { name: 'instanceInitiatedShutdownBehavior', apply: async () => shutdown(behavior) };
  }
  const data = input.UserData?.Value ?? (named === 'userData' ? text : undefined);
  if (data !== undefined) yield { name: 'userData', apply: withUserData(data) };
  const { Groups: groupIds, BlockDeviceMappings: mappings } = input;
  if (groupIds !== undefined) yield { name: 'groupSet', apply: regrouped(groupIds) };
  if (mappings !== undefined) yield { name: 'blockDeviceMapping', apply: remapped(mappings) };
  for (const [name, member] of [
    ['kernel', input.Kernel],
    ['ramdisk', input.Ramdisk],
    ['sriovNetSupport', input.SriovNetSupport],
    ['enaSupport', input.EnaSupport],
  ] as const) {
    if (member !== undefined) throw unbuilt('ModifyInstanceAttribute', `the attribute ${name}`);
  }
}

function requireStopped({ id, state }: InstanceDocument): void {
  if (state === 'stopped') return;
  const text = `The instance '${id}' is not in the 'stopped' state.`;
  throw ec2Error('IncorrectInstanceState', text);
}

function retyped(type: string): Change['apply'] {
  return async (instance) => {
    requireStopped(instance);
    const facts = INSTANCE_TYPES.find(({ name }) => name === type);
    if (facts === undefined) {
      const what = 'instance types other than those of DescribeInstanceTypes';
      throw unbuilt('ModifyInstanceAttribute', what);
    }
    const { architecture } = instance;
    if (!facts.architectures.some((one) => one === architecture)) {
      throw architectureMismatch(facts.architectures, architecture);
    }
    return { instanceType: facts.name };
  };
}

function shutdown(behavior: string): Partial<InstanceDocument> {
  if (behavior === 'stop' || behavior === 'terminate') return { shutdownBehavior: behavior };
  throw invalidParameterValue(
    `Value (${behavior}) for parameter instanceInitiatedShutdownBehavior is invalid.`,
  );
}

function withUserData(data: string | Uint8Array): Change['apply'] {
  return async (instance) => {
    requireStopped(instance);
    // A blob comes decoded; the text of old is base64.
    const text = typeof data === 'string' ? data : Buffer.from(data).toString('base64');
    return { userData: checkedUserData(text) };
  };
}

function regrouped(groupIds: readonly string[]): Change['apply'] {
  return async (instance, { view }) => {
    if (groupIds.length === 0) throw missingParameter('groupId');
    for (const id of groupIds) {
      if ((await groupOf(view, id)).vpcId !== instance.vpcId) throw differentNetworks(id, instance);
    }
    return { groupIds: [...new Set(groupIds)] };
  };
}

function differentNetworks(groupId: string, { subnetId }: InstanceDocument) {
  const text = `Security group ${groupId} and subnet ${subnetId} belong to different networks.`;
  return ec2Error('InvalidParameter', text);
}

function remapped(mappings: readonly InstanceBlockDeviceMappingSpecification[]): Change['apply'] {
  return async (instance) => {
    let volumes: readonly HeldVolume[] = instance.volumes;
    for (const { DeviceName, Ebs } of mappings) {
      const held = volumes.find(({ device }) => device === DeviceName);
      if (held === undefined) {
        const text = `No device is currently mapped at ${DeviceName ?? ''}`;
        throw ec2Error('InvalidInstanceAttributeValue', text);
      }
      const { deleteOnTermination } = held;
      const changed = {
        ...held,
        deleteOnTermination: Ebs?.DeleteOnTermination ?? deleteOnTermination,
      };
      volumes = volumes.map((one) => (one === held ? changed : one));
    }
    return { volumes };
  };
}

const resetInstanceAttribute: OperationOf<Ec2Operations, 'ResetInstanceAttribute'> = {
  name: 'ResetInstanceAttribute',
  access: 'write',
  authorize: async ({ InstanceId, Attribute }, context) => [
    await permissionOn(context, instanceNoun, InstanceId, attributeCondition(Attribute)),
  ],
  handle: async ({ InstanceId, Attribute }, context) => {
    const instance = await instanceOf(context, InstanceId);
    if (Attribute !== 'sourceDestCheck') {
      throw unbuilt('ResetInstanceAttribute', `the attribute ${Attribute}`);
    }
    context.view.put(instances, InstanceId, { ...instance, checksSource: true });
    return {};
  },
};

export const instanceAttributeOperations: readonly AnyOperation[] = [
  describeInstanceAttribute,
  modifyInstanceAttribute,
  resetInstanceAttribute,
];

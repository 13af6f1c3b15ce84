import type {
  Ec2Operations,
  ImageAttribute,
  ImageAttributeName,
  ModifyImageAttributeRequest,
} from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { type Conditions, permissionOn } from '../authorization.ts';
import {
  ec2Error,
  invalidCombination,
  invalidParameterValue,
  missingParameter,
  unbuilt,
} from '../errors.ts';
import { grantChange, shownGrant } from './launch-grants.ts';
import { imageNoun } from './noun.ts';
import { ownImageOf } from './own.ts';
import { blocksPublicSharing } from './settings.ts';
import { requireShareable } from './shareable.ts';
import { shownDevice } from './shown.ts';
import type { ImageDocument } from './state.ts';
import { putImage } from './visibility.ts';

const GRANTS_MAX = 1_000;

const describeImageAttribute: OperationOf<Ec2Operations, 'DescribeImageAttribute'> = {
  name: 'DescribeImageAttribute',
  access: 'read',
  authorize: async ({ ImageId, Attribute }, context) => [
    await permissionOn(context, imageNoun, ImageId, attributeCondition(Attribute)),
  ],
  handle: async ({ ImageId, Attribute }, context) => ({
    ImageId,
    ...shownAttribute(Attribute, await ownImageOf(context, ImageId)),
  }),
};

function attributeCondition(attribute: string | undefined): Conditions {
  return new Map(attribute === undefined ? [] : [['ec2:attribute', [attribute]]]);
}

function shownAttribute(name: ImageAttributeName, image: ImageDocument): ImageAttribute {
  switch (name) {
    case 'blockDeviceMapping':
      return { BlockDeviceMappings: image.devices.map(shownDevice) };
    case 'bootMode':
      return { BootMode: { Value: image.bootMode } };
    case 'description':
      return { Description: { Value: image.description } };
    case 'imdsSupport':
      return { ImdsSupport: { Value: image.imdsSupport } };
    case 'launchPermission':
      return { LaunchPermissions: image.grants.map(shownGrant) };
    case 'productCodes':
      return { ProductCodes: [] };
    case 'sriovNetSupport':
      return { SriovNetSupport: { Value: image.sriovNetSupport } };
    case 'tpmSupport':
      return { TpmSupport: { Value: image.tpmSupport } };
    case 'deregistrationProtection':
      return { DeregistrationProtection: { Value: 'disabled' } };
    case 'kernel':
    case 'ramdisk':
      return {};
    case 'lastLaunchedTime':
    case 'uefiData':
      throw unbuilt('DescribeImageAttribute', `the attribute ${name}`);
  }
}

const modifyImageAttribute: OperationOf<Ec2Operations, 'ModifyImageAttribute'> = {
  name: 'ModifyImageAttribute',
  access: 'write',
  authorize: async (input, context) => [
    await permissionOn(context, imageNoun, input.ImageId, modifyConditions(input)),
  ],
  handle: async (input, context) => {
    const image = await ownImageOf(context, input.ImageId);
    putImage(context.unit, await modified(context, image, input));
    return {};
  },
};

/** The one attribute that a request changes. Errors: those of its parameters. */
function attributeOf(input: ModifyImageAttributeRequest): string {
  const given = [
    ...(input.Description === undefined ? [] : ['description']),
    ...(input.ImdsSupport === undefined ? [] : ['imdsSupport']),
    ...(input.LaunchPermission === undefined ? [] : ['launchPermission']),
  ];
  if (given.length > 1) throw invalidCombination('Fields for multiple attribute types specified');
  const [name = input.Attribute ?? (input.OperationType && 'launchPermission')] = given;
  if (name === undefined) throw missingParameter('attribute');
  return name;
}

function modifyConditions(input: ModifyImageAttributeRequest): Conditions {
  const attribute = attributeOf(input);
  const conditions = new Map(attributeCondition(attribute));
  if (attribute !== 'launchPermission') return conditions;
  const { add, remove } = grantChange(input);
  const keys = {
    user: 'userid',
    group: 'group',
    organization: 'organizationarn',
    unit: 'organizationalunitarn',
  };
  for (const [verb, grants] of [
    ['add', add],
    ['remove', remove],
  ] as const) {
    for (const { kind, who } of grants) {
      const key = `ec2:attribute/launchpermission/${verb}/${keys[kind]}`;
      conditions.set(key, [...(conditions.get(key) ?? []), who]);
      const short = `ec2:${verb}/${keys[kind]}`;
      conditions.set(short, [...(conditions.get(short) ?? []), who]);
    }
  }
  return conditions;
}

async function modified(
  context: Context,
  image: ImageDocument,
  input: ModifyImageAttributeRequest,
): Promise<ImageDocument> {
  const attribute = attributeOf(input);
  switch (attribute) {
    case 'description':
      return { ...image, description: input.Description?.Value ?? input.Value ?? '' };
    case 'imdsSupport': {
      const value = input.ImdsSupport?.Value ?? input.Value;
      if (value !== 'v2.0') {
        throw invalidParameterValue(`Value (${value ?? ''}) for parameter imdsSupport is invalid.`);
      }
      return { ...image, imdsSupport: 'v2.0' };
    }
    case 'launchPermission':
      return regranted(context, image, input);
    default:
      throw unbuilt('ModifyImageAttribute', `the attribute ${attribute}`);
  }
}

/** Errors: those of what can't be shared, and of limits. */
async function regranted(
  context: Context,
  image: ImageDocument,
  input: ModifyImageAttributeRequest,
): Promise<ImageDocument> {
  const { add, remove } = grantChange(input);
  if (add.length > 0) await requireShareable(context, image, add);
  const isAdded = add.some(({ kind }) => kind === 'group');
  if (isAdded && (await blocksPublicSharing(context.view))) {
    const text =
      'You can’t publicly share AMIs in this Region because block public access for AMIs is enabled.';
    throw ec2Error('OperationNotPermitted', text);
  }
  const kept = image.grants.filter(({ who }) => !remove.some((gone) => gone.who === who));
  const fresh = add.filter(
    ({ who }, index) =>
      !kept.some((one) => one.who === who) && add.findIndex((other) => other.who === who) === index,
  );
  const grants = [...kept, ...fresh];
  if (grants.length > GRANTS_MAX) {
    const text = `The maximum number of launch permissions of an AMI is ${GRANTS_MAX}.`;
    throw ec2Error('AttributeLimitExceeded', text);
  }
  return { ...image, grants };
}

const resetImageAttribute: OperationOf<Ec2Operations, 'ResetImageAttribute'> = {
  name: 'ResetImageAttribute',
  access: 'write',
  authorize: async ({ ImageId, Attribute }, context) => [
    await permissionOn(context, imageNoun, ImageId, attributeCondition(Attribute)),
  ],
  handle: async ({ ImageId }, context) => {
    putImage(context.unit, { ...(await ownImageOf(context, ImageId)), grants: [] });
    return {};
  },
};

export const imageAttributeOperations: readonly AnyOperation[] = [
  describeImageAttribute,
  modifyImageAttribute,
  resetImageAttribute,
];

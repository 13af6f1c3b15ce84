import type { Ec2Operations } from '../../../../models/ec2/types.ts';
import { judged, type ManagedRule, type ResourceRule } from '../evaluating/managed-rule.ts';
import { isTrueAt, objectsAt, textAt, valueAt } from '../evaluating/reading.ts';
import type { Reference } from '../recording/asking.ts';

const encryptionByDefault: Reference<Ec2Operations['GetEbsEncryptionByDefault']> = {
  service: 'ec2',
  operation: 'GetEbsEncryptionByDefault',
};

function instanceRule(identifier: string, judge: ResourceRule['judge']): ManagedRule {
  return { kind: 'resource', identifier, types: ['AWS::EC2::Instance'], trigger: 'change', judge };
}

export const volumeAndInstanceRules: readonly ManagedRule[] = [
  {
    kind: 'resource',
    identifier: 'ENCRYPTED_VOLUMES',
    types: ['AWS::EC2::Volume'],
    trigger: 'change',
    parameters: { kmsId: {} },
    judge: ({ configuration }, { kmsId }) => {
      if (textAt(configuration, 'state') !== 'in-use') return undefined;
      if (!isTrueAt(configuration, 'encrypted')) {
        return judged(false, 'The attached volume is not encrypted.');
      }
      const key = textAt(configuration, 'kmsKeyId') ?? '';
      const isRight = kmsId === undefined || key === kmsId || key.endsWith(`/${kmsId}`);
      return judged(isRight, `The volume is not encrypted under ${kmsId}.`);
    },
  },
  {
    kind: 'resource',
    identifier: 'EC2_VOLUME_INUSE_CHECK',
    types: ['AWS::EC2::Volume'],
    trigger: 'change',
    parameters: { deleteOnTermination: { kind: 'boolean' } },
    judge: ({ configuration }, { deleteOnTermination }) => {
      const attachments = objectsAt(configuration, 'attachments');
      if (attachments.length === 0) return judged(false, 'The volume is attached to no instance.');
      if (deleteOnTermination !== 'true') return judged(true, '');
      const isDeleted = attachments.every((one) => isTrueAt(one, 'deleteOnTermination'));
      return judged(isDeleted, 'The volume outlives its instance.');
    },
  },
  {
    kind: 'account',
    identifier: 'EC2_EBS_ENCRYPTION_BY_DEFAULT',
    asks: ['ec2.amazonaws.com'],
    judge: async (ask) => {
      const { EbsEncryptionByDefault } = await ask(encryptionByDefault, {});
      return judged(EbsEncryptionByDefault === true, 'New volumes are not encrypted by default.');
    },
  },
  instanceRule('EC2_IMDSV2_CHECK', ({ configuration }) =>
    judged(
      textAt(configuration, 'metadataOptions', 'httpTokens') === 'required',
      'The instance answers requests for metadata without a token.',
    ),
  ),
  instanceRule('EC2_INSTANCE_NO_PUBLIC_IP', ({ configuration }) =>
    judged(
      [undefined, null, ''].includes(textAt(configuration, 'publicIpAddress')),
      'The instance has a public IP address.',
    ),
  ),
  instanceRule('EC2_INSTANCE_PROFILE_ATTACHED', ({ configuration }) =>
    judged(
      textAt(configuration, 'iamInstanceProfile', 'arn') !== undefined,
      'The instance has no instance profile.',
    ),
  ),
  instanceRule('INSTANCES_IN_VPC', ({ configuration }) =>
    judged(valueAt(configuration, 'vpcId') !== undefined, 'The instance is in no VPC.'),
  ),
];

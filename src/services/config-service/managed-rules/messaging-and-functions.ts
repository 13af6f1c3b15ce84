import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { isPublicFor } from '../evaluating/policy-questions.ts';
import { textAt, textsOf, valueAt } from '../evaluating/reading.ts';

export const messagingAndFunctionRules: readonly ManagedRule[] = [
  {
    kind: 'resource',
    identifier: 'SNS_ENCRYPTED_KMS',
    types: ['AWS::SNS::Topic'],
    trigger: 'change',
    parameters: { kmsKeyIds: {} },
    judge: ({ configuration }, { kmsKeyIds }) => {
      const key = textAt(configuration, 'KmsMasterKeyId');
      const isListed = kmsKeyIds === undefined || kmsKeyIds.split(',').includes(key ?? '');
      return judged(key !== undefined && isListed, 'The topic is not encrypted by a KMS key.');
    },
  },
  {
    kind: 'resource',
    identifier: 'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED',
    types: ['AWS::Lambda::Function'],
    trigger: 'change',
    judge: ({ arn = '', supplementary }) => {
      const asked = ['InvokeFunction', 'InvokeFunctionUrl', 'GetFunction'].map((name) => ({
        action: `lambda:${name}`,
        resource: arn,
      }));
      const isOpen = isPublicFor(textAt(supplementary, 'Policy'), asked);
      return judged(!isOpen, 'The function policy lets everybody in.');
    },
  },
  {
    kind: 'resource',
    identifier: 'LAMBDA_FUNCTION_SETTINGS_CHECK',
    types: ['AWS::Lambda::Function'],
    trigger: 'change',
    parameters: {
      runtime: { isRequired: true },
      role: {},
      timeout: { kind: 'int', default: '3' },
      memorySize: { kind: 'int', default: '128' },
    },
    judge: ({ configuration }, { runtime = '', role, timeout, memorySize }) => {
      if (textAt(configuration, 'packageType') === 'Image') return undefined;
      const runtimes = runtime.split(',').map((one) => one.trim());
      const isRight =
        runtimes.includes(textAt(configuration, 'runtime') ?? '') &&
        (role === undefined || textAt(configuration, 'role') === role) &&
        valueAt(configuration, 'timeout') === Number(timeout) &&
        valueAt(configuration, 'memorySize') === Number(memorySize);
      return judged(isRight, 'The settings of the function are not those expected.');
    },
  },
  {
    kind: 'resource',
    identifier: 'LAMBDA_INSIDE_VPC',
    types: ['AWS::Lambda::Function'],
    trigger: 'change',
    parameters: { subnetIds: {} },
    judge: ({ configuration }, { subnetIds }) => {
      const own = textsOf(valueAt(configuration, 'vpcConfig', 'subnetIds'));
      const allowed = subnetIds?.split(',');
      return judged(
        own.length > 0 && own.every((id) => allowed?.includes(id) !== false),
        'The function is in no VPC, or in subnets it should not be in.',
      );
    },
  },
];

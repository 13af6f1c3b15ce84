import type { Ec2Operations } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { firstOf } from '../../../listing/first-documents.ts';
import { permissionTo } from '../authorization.ts';
import { foundNetwork } from '../network/default-network.ts';
import { vpcs } from '../network/state.ts';

const VPCS_MAX = 10;

/** What AWS tells of an account; networks of before VPCs never existed here. */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['supported-platforms', ['VPC']],
  ['vpc-max-security-groups-per-interface', ['5']],
  ['max-elastic-ips', ['5']],
  ['max-instances', ['1000']],
  ['vpc-max-elastic-ips', ['5']],
]);
const DEFAULT_VPC = 'default-vpc';

const describeAccountAttributes: OperationOf<Ec2Operations, 'DescribeAccountAttributes'> = {
  name: 'DescribeAccountAttributes',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeAccountAttributes')],
  handle: async (input, context) => {
    await foundNetwork(context);
    const all = await firstOf(context.view, vpcs, VPCS_MAX);
    const vpc = all.find(({ isDefault }) => isDefault);
    const attributes = new Map([...ATTRIBUTES, [DEFAULT_VPC, [vpc?.id ?? 'none']] as const]);
    const wanted: readonly string[] = input.AttributeNames ?? [...attributes.keys()];
    return {
      AccountAttributes: [...attributes]
        .filter(([name]) => wanted.includes(name))
        .map(([AttributeName, values]) => ({
          AttributeName,
          AttributeValues: values.map((AttributeValue) => ({ AttributeValue })),
        })),
    };
  },
};

export const accountAttributeOperations: readonly AnyOperation[] = [describeAccountAttributes];

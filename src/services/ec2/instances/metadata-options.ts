import type {
  Ec2Operations,
  InstanceMetadataOptionsRequest,
  InstanceMetadataOptionsResponse,
} from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { type Conditions, permissionOn } from '../authorization.ts';
import { invalidParameterValue } from '../errors.ts';
import { instanceOf } from './lifecycle.ts';
import { instanceNoun } from './noun.ts';
import { instances } from './state.ts';

const HOPS_MAX = 64;

/** Where nothing is asked for; images may ask for tokens. */
export function initialMetadata(needsTokens: boolean): InstanceMetadataOptionsResponse {
  return {
    State: 'applied',
    HttpTokens: needsTokens ? 'required' : 'optional',
    HttpPutResponseHopLimit: needsTokens ? 2 : 1,
    HttpEndpoint: 'enabled',
    HttpProtocolIpv6: 'disabled',
    InstanceMetadataTags: 'disabled',
  };
}

/** Errors: InvalidParameterValue. */
export function withMetadata(
  held: InstanceMetadataOptionsResponse,
  given: InstanceMetadataOptionsRequest,
): InstanceMetadataOptionsResponse {
  const hops = given.HttpPutResponseHopLimit ?? held.HttpPutResponseHopLimit ?? 1;
  if (hops < 1 || hops > HOPS_MAX) {
    throw invalidParameterValue(
      `Value (${hops}) for parameter httpPutResponseHopLimit is invalid. Must be between 1 and ${HOPS_MAX}.`,
    );
  }
  return {
    State: 'applied',
    HttpTokens: given.HttpTokens ?? held.HttpTokens,
    HttpPutResponseHopLimit: hops,
    HttpEndpoint: given.HttpEndpoint ?? held.HttpEndpoint,
    HttpProtocolIpv6: given.HttpProtocolIpv6 ?? held.HttpProtocolIpv6,
    InstanceMetadataTags: given.InstanceMetadataTags ?? held.InstanceMetadataTags,
  };
}

/** What policies may ask of metadata options that a request gives. */
export function metadataConditions(given: InstanceMetadataOptionsRequest = {}): Conditions {
  const conditions = new Map<string, readonly string[]>();
  for (const [key, value] of [
    ['ec2:metadatahttptokens', given.HttpTokens],
    ['ec2:metadatahttpendpoint', given.HttpEndpoint],
    ['ec2:metadatahttpputresponsehoplimit', given.HttpPutResponseHopLimit],
    ['ec2:instancemetadatatags', given.InstanceMetadataTags],
  ] as const) {
    if (value !== undefined) conditions.set(key, [String(value)]);
  }
  return conditions;
}

export const modifyMetadataOptions: OperationOf<Ec2Operations, 'ModifyInstanceMetadataOptions'> = {
  name: 'ModifyInstanceMetadataOptions',
  access: 'write',
  authorize: async (input, context) => [
    await permissionOn(context, instanceNoun, input.InstanceId, metadataConditions(input)),
  ],
  handle: async (input, context) => {
    const instance = await instanceOf(context, input.InstanceId);
    const metadata = withMetadata(instance.metadata, input);
    context.view.put(instances, instance.id, { ...instance, metadata });
    return {
      InstanceId: instance.id,
      InstanceMetadataOptions: { ...metadata, State: 'pending' },
    };
  },
};

import { ec2Error } from '../errors.ts';
import { nounOf } from '../nouns.ts';
import { type InstanceDocument, instances } from './state.ts';

export function instanceNotFound(ids: readonly string[]) {
  const text =
    ids.length > 1
      ? `The instance IDs '${ids.join(', ')}' do not exist`
      : `The instance ID '${ids[0] ?? ''}' does not exist`;
  return ec2Error('InvalidInstanceID.NotFound', text);
}

/** Instances, by their ids. */
export const instanceNoun = nounOf<InstanceDocument>({
  type: 'instance',
  prefix: 'i',
  collection: instances,
  notFound: (id) => instanceNotFound([id]),
  malformedCode: 'InvalidInstanceID.Malformed',
  conditions: (instance, key) => CONDITIONS.get(key)?.(instance),
});

type Reader = (instance: InstanceDocument) => readonly string[];

const CONDITIONS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ec2:instanceid', ({ id }) => [id]],
  ['ec2:instancetype', ({ instanceType }) => [instanceType]],
  ['ec2:availabilityzone', ({ zone }) => [zone]],
  ['ec2:tenancy', ({ tenancy }) => [tenancy]],
  ['ec2:ebsoptimized', ({ isEbsOptimized }) => [String(isEbsOptimized)]],
  ['ec2:rootdevicetype', () => ['ebs']],
  ['ec2:instanceprofile', ({ profile }) => (profile === undefined ? [] : [profile.arn])],
  ['ec2:metadatahttptokens', ({ metadata }) => [metadata.HttpTokens ?? 'optional']],
  ['ec2:metadatahttpendpoint', ({ metadata }) => [metadata.HttpEndpoint ?? 'enabled']],
  [
    'ec2:metadatahttpputresponsehoplimit',
    ({ metadata }) => [String(metadata.HttpPutResponseHopLimit ?? 1)],
  ],
]);

import type { KmsOperations } from '../../../../../models/kms/types.ts';
import { camel, everyPage, listingOf, type Reference, unless } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const listKeys: Reference<KmsOperations['ListKeys']> = { service: 'kms', operation: 'ListKeys' };
const describeKey: Reference<KmsOperations['DescribeKey']> = {
  service: 'kms',
  operation: 'DescribeKey',
};
const rotationStatus: Reference<KmsOperations['GetKeyRotationStatus']> = {
  service: 'kms',
  operation: 'GetKeyRotationStatus',
};
const listTags: Reference<KmsOperations['ListResourceTags']> = {
  service: 'kms',
  operation: 'ListResourceTags',
};
/** What a key that can't rotate, or does nothing now, answers. */
const NO_ROTATION = ['UnsupportedOperationException', 'KMSInvalidStateException'];

export const kmsKeys: RecordedType = {
  type: 'AWS::KMS::Key',
  source: 'kms.amazonaws.com',
  list: async (ask) => {
    const keys = await everyPage({
      fetch: (Marker) => ask(listKeys, Marker === undefined ? {} : { Marker }),
      items: ({ Keys }) => Keys,
      next: ({ NextMarker }) => NextMarker,
    });
    return listingOf(keys, ({ KeyId = '', KeyArn }) => ({
      id: KeyId,
      arn: KeyArn,
      describe: async () => {
        const { KeyMetadata } = await ask(describeKey, { KeyId });
        if (KeyMetadata === undefined) return undefined;
        const isOwn = KeyMetadata.KeyManager === 'CUSTOMER';
        const rotation = isOwn
          ? await unless(NO_ROTATION, ask(rotationStatus, { KeyId }))
          : undefined;
        const { Tags } = isOwn ? await ask(listTags, { KeyId }) : { Tags: [] };
        const tags = Object.fromEntries(
          (Tags ?? []).map(({ TagKey, TagValue }) => [TagKey, TagValue]),
        );
        return {
          configuration: camel(KeyMetadata),
          supplementary: rotation === undefined ? {} : { KeyRotationStatus: camel(rotation) },
          tags,
          created: KeyMetadata.CreationDate,
        };
      },
    }));
  },
};

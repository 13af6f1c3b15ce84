import type { DestinationProperties } from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalid, invalidParameter, noSuchResource } from './errors.ts';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketWriter } from '../s3/port.ts';
import { onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import { placeOf, requestOf } from './publishing.ts';
import { type DestinationDocument, destinations } from './state.ts';

const GENERATE: OperationReference<
  KmsOperations['GenerateDataKey']['input'],
  KmsOperations['GenerateDataKey']['output']
> = { service: 'kms', operation: 'GenerateDataKey' };

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;
const ofDestination = {
  of,
  below: ({ DestinationId }: { readonly DestinationId: string }) =>
    `/publishingDestination/${DestinationId}`,
};

async function destinationOf(view: View, id: string): Promise<DestinationDocument> {
  const destination = await view.get(destinations, id);
  if (destination === undefined) throw noSuchResource();
  return destination;
}

/** Whether GuardDuty might write there, under that key, as things are now. */
async function statusOf(
  context: Context,
  buckets: BucketWriter,
  scope: Scope,
  { bucketArn, keyArn }: Pick<DestinationDocument, 'bucketArn' | 'keyArn'>,
): Promise<DestinationDocument['status']> {
  const { unit, call } = context;
  const { bucket, folder } = placeOf(bucketArn);
  const callService: Context['callService'] = (reference, input, options) =>
    context.callService(reference, input, options);
  const request = await requestOf({ unit, scope, now: call.now, callService });
  const key = `${folder}AWSLogs/${scope.account}/GuardDuty/${scope.region}/`;
  const refused = await buckets.mayPut(unit, { bucket, key }, request);
  if (refused !== undefined) return 'UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY';
  const { service: principal, sourceArn, sourceAccount: account } = request;
  try {
    const asked = { KeyId: keyArn, KeySpec: 'AES_256' } as const;
    await context.mayCall(GENERATE, asked, { as: { principal, sourceArn, account } });
  } catch {
    return 'UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY';
  }
  return 'PUBLISHING';
}

function propertiesOf(
  { DestinationArn, KmsKeyArn }: DestinationProperties,
  before?: DestinationDocument,
) {
  const bucketArn = DestinationArn ?? before?.bucketArn;
  const keyArn = KmsKeyArn ?? before?.keyArn;
  if (bucketArn === undefined || !/^arn:[^:]+:s3:::[^/]+/.test(bucketArn)) {
    throw invalidParameter('destinationProperties.destinationArn');
  }
  if (keyArn === undefined || !/^arn:[^:]+:kms:/.test(keyArn)) {
    throw invalidParameter('destinationProperties.kmsKeyArn');
  }
  return { bucketArn, keyArn };
}

const createPublishingDestination = (buckets: BucketWriter): AnyOperation =>
  onDetector({
    name: 'CreatePublishingDestination',
    access: 'write',
    of,
    tags: ({ Tags }) => Tags,
    handle: async (input, { detector, view }, context) => {
      if ((await everyOf(view, destinations)).length > 0) {
        throw invalid('a publishing destination already exists for the current account');
      }
      const places = propertiesOf(input.DestinationProperties);
      const status = await statusOf(context, buckets, detector, places);
      const id = await context.once(() => hexId(32));
      const failing = status === 'PUBLISHING' ? 0 : context.call.now;
      view.put(destinations, id, { id, ...places, status, failing, tags: input.Tags ?? {} });
      return { DestinationId: id };
    },
  });

const describePublishingDestination: AnyOperation = onDetector({
  name: 'DescribePublishingDestination',
  access: 'read',
  ...ofDestination,
  handle: async ({ DestinationId }, { view }) => {
    const found = await destinationOf(view, DestinationId);
    return {
      DestinationId,
      DestinationType: 'S3' as const,
      Status: found.status,
      PublishingFailureStartTimestamp: found.failing,
      DestinationProperties: { DestinationArn: found.bucketArn, KmsKeyArn: found.keyArn },
      Tags: found.tags,
    };
  },
});

const updatePublishingDestination = (buckets: BucketWriter): AnyOperation =>
  onDetector({
    name: 'UpdatePublishingDestination',
    access: 'write',
    ...ofDestination,
    handle: async (input, { detector, view }, context) => {
      const found = await destinationOf(view, input.DestinationId);
      const places = propertiesOf(input.DestinationProperties ?? {}, found);
      const status = await statusOf(context, buckets, detector, places);
      const failing = status === 'PUBLISHING' ? 0 : found.failing || context.call.now;
      view.put(destinations, found.id, { ...found, ...places, status, failing });
      return {};
    },
  });

const deletePublishingDestination: AnyOperation = onDetector({
  name: 'DeletePublishingDestination',
  access: 'write',
  ...ofDestination,
  handle: async ({ DestinationId }, { view }) => {
    const { id } = await destinationOf(view, DestinationId);
    view.delete(destinations, id);
    return {};
  },
});

const listPublishingDestinations: AnyOperation = onDetector({
  name: 'ListPublishingDestinations',
  access: 'read',
  of,
  handle: async (input, { view }, { call }) => {
    const page = pageOfList(call, input, 'destinations', await everyOf(view, destinations));
    const Destinations = page.items.map(({ id, status }) => ({
      DestinationId: id,
      DestinationType: 'S3' as const,
      Status: status,
    }));
    return { Destinations, ...page.answer };
  },
});

/** Buckets that findings are written into, under a key of the customer's. */
export function destinationOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [
    createPublishingDestination(buckets),
    describePublishingDestination,
    updatePublishingDestination(buckets),
    deletePublishingDestination,
    listPublishingDestinations,
  ];
}

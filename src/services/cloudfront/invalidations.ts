import type { Invalidation } from '../../../models/cloudfront/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalidArgument, noSuchInvalidation } from './errors.ts';
import { newId } from './ids.ts';
import { type CloudFrontOperation, distributionOf, onDistribution } from './operation.ts';
import { pageOf } from './pages.ts';
import {
  type DistributionDocument,
  distributions,
  type InvalidationDocument,
  invalidations,
} from './state.ts';

const PATHS_MAX = 3_000;
/** Marks that a distribution keeps: beyond that everything from before the oldest is stale. */
const MARKS_MAX = 500;
const LOCATION = 'https://cloudfront.amazonaws.com/2020-05-31/distribution/';

export const createInvalidation: CloudFrontOperation<'CreateInvalidation'> = {
  name: 'CreateInvalidation',
  access: 'write',
  authorize: async ({ DistributionId }, context) => [
    await onDistribution('CreateInvalidation', DistributionId, context),
  ],
  handle: async ({ DistributionId, InvalidationBatch: batch }, context) => {
    const { document, view } = await distributionOf(context, DistributionId);
    const paths = batch.Paths.Items ?? [];
    if (paths.length === 0 || paths.length > PATHS_MAX || paths.length !== batch.Paths.Quantity) {
      throw invalidArgument('Your request contains an invalid number of invalidation paths.');
    }
    if (!paths.every((path) => /^\/[^*]*\*?$/.test(path))) {
      throw invalidArgument('Your request contains one or more invalid invalidation paths.');
    }
    const all = await everyOf(view, invalidations, { prefix: `${DistributionId}/` });
    const same = all.find((one) => one.callerReference === batch.CallerReference);
    const made: InvalidationDocument = same ?? {
      id: await newId(context.unit, 'I'),
      distribution: DistributionId,
      created: context.call.now,
      callerReference: batch.CallerReference,
      paths,
    };
    if (JSON.stringify(made.paths) !== JSON.stringify(paths)) {
      throw invalidArgument('The caller reference was used for another invalidation batch.');
    }
    if (same === undefined) {
      view.put(invalidations, `${DistributionId}/${made.id}`, made);
      view.put(distributions, document.id, withMarks(document, made));
    }
    return {
      Location: `${LOCATION}${DistributionId}/invalidation/${made.id}`,
      Invalidation: shown(made),
    };
  },
};

function withMarks(
  document: DistributionDocument,
  { paths, created }: InvalidationDocument,
): DistributionDocument {
  const given = new Set(paths);
  const marks = [
    ...document.stale.filter(({ path }) => !given.has(path)),
    ...paths.map((path) => ({ path, at: created })),
  ];
  const dropped = marks.slice(0, Math.max(0, marks.length - MARKS_MAX));
  const staleBefore = Math.max(document.staleBefore, ...dropped.map(({ at }) => at));
  return { ...document, stale: marks.slice(dropped.length), staleBefore };
}

export const getInvalidation: CloudFrontOperation<'GetInvalidation'> = {
  name: 'GetInvalidation',
  access: 'read',
  authorize: async ({ DistributionId }, context) => [
    await onDistribution('GetInvalidation', DistributionId, context),
  ],
  handle: async ({ DistributionId, Id }, context) => {
    const { view } = await distributionOf(context, DistributionId);
    const found = await view.get(invalidations, `${DistributionId}/${Id}`);
    if (found === undefined) throw noSuchInvalidation();
    return { Invalidation: shown(found) };
  },
};

export const listInvalidations: CloudFrontOperation<'ListInvalidations'> = {
  name: 'ListInvalidations',
  access: 'read',
  authorize: async ({ DistributionId }, context) => [
    await onDistribution('ListInvalidations', DistributionId, context),
  ],
  handle: async (input, context) => {
    const { view } = await distributionOf(context, input.DistributionId);
    const all = await everyOf(view, invalidations, { prefix: `${input.DistributionId}/` });
    const list = all.map(({ id, created }) => ({
      Id: id,
      CreateTime: new Date(created),
      Status: 'Completed',
    }));
    return { InvalidationList: pageOf(input, list) };
  },
};

/** What is kept is asked for anew from the moment that an invalidation is there, so it is done at once. */
function shown({ id, created, callerReference, paths }: InvalidationDocument): Invalidation {
  return {
    Id: id,
    Status: 'Completed',
    CreateTime: new Date(created),
    InvalidationBatch: {
      Paths: { Quantity: paths.length, Items: paths },
      CallerReference: callerReference,
    },
  };
}

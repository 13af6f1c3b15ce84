import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { isBucketName } from './domain/bucket-name.ts';
import {
  bucketExists,
  bucketHasVersions,
  bucketNotEmpty,
  bucketOwnedByYou,
  illegalLocation,
  invalidArgument,
  invalidBucketName,
  tooManyBuckets,
  unbuilt,
} from './errors.ts';
import { requirePrivate } from './ownership.ts';
import { BLOCKS_ALL } from './public-access.ts';
import { bucketArn } from './resources.ts';
import { buckets, objects, uploads, versions } from './state.ts';

/** AWS's default quota. */
const BUCKETS_MAX = 10_000;
const PAGE_MAX = 1_000;

export const createBucket: OperationOf<S3Operations, 'CreateBucket'> = {
  name: 'CreateBucket',
  access: 'write',
  authorize: async (input, context) => {
    // A name that another account has is no resource of this call: its policy has no say.
    const resource = bucketArn(context.call.scope, input.Bucket);
    const location = input.CreateBucketConfiguration?.LocationConstraint;
    const conditions = new Map(
      location === undefined ? [] : [['s3:locationconstraint', [location]]],
    );
    const further =
      input.ObjectLockEnabledForBucket === true
        ? ['s3:PutBucketObjectLockConfiguration', 's3:PutBucketVersioning']
        : [];
    return ['s3:CreateBucket', ...further].map((action) => ({ action, resource, conditions }));
  },
  handle: async (input, context) => {
    const { call, view } = context;
    const name = input.Bucket;
    const { scope } = call;
    if (!isBucketName(name)) throw invalidBucketName(name);
    const constraint = input.CreateBucketConfiguration?.LocationConstraint;
    const wanted = constraint === 'EU' ? 'eu-west-1' : (constraint ?? 'us-east-1');
    if (scope.region !== 'us-east-1' && wanted !== scope.region) {
      throw illegalLocation(constraint ?? 'unspecified');
    }
    requirePrivate(input);
    const { ObjectOwnership: ownership } = input;
    if (ownership !== undefined && ownership !== 'BucketOwnerEnforced') {
      throw unbuilt('CreateBucket', 'access control lists');
    }
    const known = await view.get(buckets, name);
    if (known !== undefined) {
      if (known.account !== scope.account) throw bucketExists(name);
      // us-east-1 alone lets its owner create a bucket again.
      if (wanted !== 'us-east-1' || known.region !== wanted) throw bucketOwnedByYou(name);
    } else {
      const owned = { index: 'account', prefix: `${scope.account}/`, limit: PAGE_MAX };
      let count = 0;
      for (let page = await view.list(buckets, owned); ; ) {
        count += page.items.length;
        if (page.last === undefined) break;
        page = await view.list(buckets, { ...owned, after: page.last });
      }
      if (count >= BUCKETS_MAX) throw tooManyBuckets();
      view.put(buckets, name, {
        name,
        account: scope.account,
        region: wanted,
        created: call.now,
        publicAccessBlock: BLOCKS_ALL,
        ...(input.ObjectLockEnabledForBucket === true
          ? { versioning: 'Enabled' as const, objectLock: {} }
          : {}),
      });
    }
    context.audit.resource('AWS::S3::Bucket', bucketArn(scope, name), scope.account);
    return { Location: `/${name}`, BucketArn: bucketArn(scope, name) };
  },
};

export const deleteBucket: OperationOf<S3Operations, 'DeleteBucket'> = {
  name: 'DeleteBucket',
  access: 'write',
  authorize: onBucket('s3:DeleteBucket'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const view = context.viewOf(resource);
    const { items } = await view.list(objects, { prefix: `${document.name}/`, limit: 1 });
    const going = await view.list(uploads, {
      index: 'key',
      prefix: `${document.name}/`,
      limit: 1,
    });
    const old = await view.list(versions, {
      index: 'key',
      prefix: `${document.name}/`,
      limit: 1,
    });
    if (old.items.length > 0) throw bucketHasVersions(document.name);
    if (items.length + going.items.length > 0) throw bucketNotEmpty(document.name);
    view.delete(buckets, document.name);
    return {};
  },
};

export const headBucket: OperationOf<S3Operations, 'HeadBucket'> = {
  name: 'HeadBucket',
  access: 'read',
  eventCategory: 'data',
  authorize: onBucket('s3:ListBucket'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    return {
      BucketArn: resource.resolved.arn,
      BucketRegion: document.region,
      AccessPointAlias: false,
    };
  },
};

export const listBuckets: OperationOf<S3Operations, 'ListBuckets'> = {
  name: 'ListBuckets',
  access: 'read',
  authorize: async () => [{ action: 's3:ListAllMyBuckets', resource: '*' }],
  handle: async (input, { call, view }) => {
    const { account } = call.scope;
    const prefix = `${account}/${input.Prefix ?? ''}`;
    const kind = 's3:ListBuckets';
    const scope = `${prefix} ${input.BucketRegion ?? ''}`;
    const token = input.ContinuationToken;
    const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
    if (token !== undefined && after === undefined) {
      throw invalidArgument(
        'The continuation token provided is incorrect',
        'continuation-token',
        token,
      );
    }
    const page = await view.list(buckets, {
      index: 'account',
      prefix,
      limit: Math.min(input.MaxBuckets ?? PAGE_MAX, PAGE_MAX),
      ...(after === undefined ? {} : { after }),
    });
    const shown = page.items.filter(
      ({ document }) => input.BucketRegion === undefined || document.region === input.BucketRegion,
    );
    return {
      Buckets: shown.map(({ document }) => ({
        Name: document.name,
        CreationDate: new Date(document.created),
        BucketRegion: document.region,
        BucketArn: bucketArn(document, document.name),
      })),
      Owner: { ID: canonicalUser(account) },
      ...(page.last === undefined
        ? {}
        : { ContinuationToken: encodeMarker(kind, scope, page.last) }),
      ...(input.Prefix === undefined ? {} : { Prefix: input.Prefix }),
    };
  },
};

export const getBucketLocation: OperationOf<S3Operations, 'GetBucketLocation'> = {
  name: 'GetBucketLocation',
  access: 'read',
  authorize: onBucket('s3:GetBucketLocation'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    const { region } = document;
    return isConstraint(region) ? { LocationConstraint: region } : {};
  },
};

type Constraint = NonNullable<
  S3Operations['GetBucketLocation']['output'] extends { LocationConstraint?: infer C } ? C : never
>;

/** Buckets of us-east-1 have no constraint; in every other Region it is the Region's name. */
function isConstraint(region: string): region is Constraint {
  return region !== 'us-east-1';
}

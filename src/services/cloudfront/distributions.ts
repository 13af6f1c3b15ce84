import { listedTagConditions } from '../../core/tags.ts';
import type {
  Distribution,
  DistributionConfig,
  DistributionSummary,
} from '../../../models/cloudfront/types.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { releaseCertificate, useCertificate } from '../acm/port.ts';
import { aliasesOf, configOf } from './distribution-config.ts';
import {
  aliasTaken,
  distributionExists,
  illegalUpdate,
  invalidWebAcl,
  notDisabled,
  tooManyDistributions,
} from './errors.ts';
import { newId } from './ids.ts';
import {
  type CloudFrontOperation,
  type CloudFrontParts,
  distributionOf,
  onDistribution,
  requireVersion,
} from './operation.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { type DistributionDocument, distributions, EVERYWHERE, sites } from './state.ts';
import { tagsOf } from './tags.ts';

const LOCATION = 'https://cloudfront.amazonaws.com/2020-05-31/distribution/';

/** Of an account. */
const DISTRIBUTIONS_MAX = 200;

function creation(parts: CloudFrontParts) {
  return async (
    context: Context,
    given: DistributionConfig,
    tags: DistributionDocument['tags'],
  ) => {
    const { unit, view, call } = context;
    const all = await everyOf(view, distributions);
    const same = all.find(({ config }) => config.CallerReference === given.CallerReference);
    if (same !== undefined) throw distributionExists(same.id);
    if (all.length >= DISTRIBUTIONS_MAX) throw tooManyDistributions();
    const config = await configOf(context, given);
    const id = await newId(unit);
    const document: DistributionDocument = {
      id,
      account: call.scope.account,
      arn: arnOf(call.scope, `distribution/${id}`),
      etag: await newId(unit),
      modified: call.now,
      domainName: `${(await newId(unit, 'd')).toLowerCase()}.cloudfront.net`,
      config,
      tags,
      stale: [],
      staleBefore: 0,
    };
    await keep(parts, context, undefined, document);
    return { Distribution: shown(document), Location: `${LOCATION}${id}`, ETag: document.etag };
  };
}

export function createCreateDistribution(
  parts: CloudFrontParts,
): CloudFrontOperation<'CreateDistribution'> {
  const create = creation(parts);
  return {
    name: 'CreateDistribution',
    access: 'write',
    authorize: async (_input, context) => [
      await onDistribution('CreateDistribution', '*', context),
    ],
    handle: ({ DistributionConfig: config }, context) => create(context, config, {}),
  };
}

export function createCreateDistributionWithTags(
  parts: CloudFrontParts,
): CloudFrontOperation<'CreateDistributionWithTags'> {
  const create = creation(parts);
  return {
    name: 'CreateDistributionWithTags',
    access: 'write',
    authorize: async ({ DistributionConfigWithTags: { Tags } }, context) => {
      const conditions = listedTagConditions(Tags.Items ?? []);
      return [
        await onDistribution('CreateDistribution', '*', context, conditions),
        await onDistribution('TagResource', '*', context, conditions),
      ];
    },
    handle: ({ DistributionConfigWithTags: { DistributionConfig: config, Tags } }, context) =>
      create(context, config, tagsOf(Tags.Items ?? [])),
  };
}

/** Errors: CNAMEAlreadyExists, InvalidWebACLId. */
async function keep(
  { webAcls }: CloudFrontParts,
  context: Context,
  before: DistributionDocument | undefined,
  after: DistributionDocument,
): Promise<void> {
  const { unit, view, call } = context;
  const { account, arn, id, config } = after;
  const webAcl = config.WebACLId === '' ? undefined : config.WebACLId;
  const scope = { account, region: 'us-east-1' };
  if (!(await webAcls.setForDistribution(unit, scope, arn, webAcl))) throw invalidWebAcl();
  const names = unit.view(EVERYWHERE);
  for (const alias of before === undefined ? [] : aliasesOf(before.config)) {
    names.delete(sites, alias);
  }
  const isSecure = config.ViewerCertificate?.ACMCertificateArn !== undefined;
  for (const name of [after.domainName, ...aliasesOf(config)]) {
    const taken = await names.get(sites, name);
    if (taken !== undefined && taken.distribution !== id) throw aliasTaken();
    names.put(sites, name, { account, distribution: id, isSecure });
  }
  const [old, next] = [before, after].map(
    (one) => one?.config.ViewerCertificate?.ACMCertificateArn,
  );
  if (old !== undefined && old !== next) await releaseCertificate(unit, old, arn);
  if (next !== undefined && old !== next) await useCertificate(unit, next, arn);
  view.put(distributions, id, after);
  unit.emit(sitesChanged(scope, call.now));
}

export const getDistribution: CloudFrontOperation<'GetDistribution'> = {
  name: 'GetDistribution',
  access: 'read',
  authorize: async ({ Id }, context) => [await onDistribution('GetDistribution', Id, context)],
  handle: async ({ Id }, context) => {
    const { document } = await distributionOf(context, Id);
    return { Distribution: shown(document), ETag: document.etag };
  },
};

export const getDistributionConfig: CloudFrontOperation<'GetDistributionConfig'> = {
  name: 'GetDistributionConfig',
  access: 'read',
  authorize: async ({ Id }, context) => [
    await onDistribution('GetDistributionConfig', Id, context),
  ],
  handle: async ({ Id }, context) => {
    const { document } = await distributionOf(context, Id);
    return { DistributionConfig: document.config, ETag: document.etag };
  },
};

export function createUpdateDistribution(
  parts: CloudFrontParts,
): CloudFrontOperation<'UpdateDistribution'> {
  return {
    name: 'UpdateDistribution',
    access: 'write',
    authorize: async ({ Id }, context) => [await onDistribution('UpdateDistribution', Id, context)],
    handle: async ({ Id, IfMatch, DistributionConfig: given }, context) => {
      const { document } = await distributionOf(context, Id);
      requireVersion(document.etag, IfMatch);
      if (given.CallerReference !== document.config.CallerReference) {
        throw illegalUpdate('The caller reference of a distribution cannot be changed.');
      }
      const after: DistributionDocument = {
        ...document,
        config: await configOf(context, given),
        etag: await newId(context.unit),
        modified: context.call.now,
      };
      await keep(parts, context, document, after);
      return { Distribution: shown(after), ETag: after.etag };
    },
  };
}

export function createDeleteDistribution({
  webAcls,
}: CloudFrontParts): CloudFrontOperation<'DeleteDistribution'> {
  return {
    name: 'DeleteDistribution',
    access: 'write',
    authorize: async ({ Id }, context) => [await onDistribution('DeleteDistribution', Id, context)],
    handle: async ({ Id, IfMatch }, context) => {
      const { document, view } = await distributionOf(context, Id);
      requireVersion(document.etag, IfMatch);
      if (document.config.Enabled) throw notDisabled();
      const { account, arn, config, domainName } = document;
      const names = context.unit.view(EVERYWHERE);
      for (const name of [domainName, ...aliasesOf(config)]) names.delete(sites, name);
      const certificate = config.ViewerCertificate?.ACMCertificateArn;
      if (certificate !== undefined) await releaseCertificate(context.unit, certificate, arn);
      webAcls.resourceDeleted(context.unit, { account, region: 'us-east-1' }, arn);
      view.delete(distributions, Id);
      context.unit.emit(sitesChanged({ account, region: 'us-east-1' }, context.call.now));
      return {};
    },
  };
}

export const listDistributions: CloudFrontOperation<'ListDistributions'> = {
  name: 'ListDistributions',
  access: 'read',
  authorize: async () => [{ action: 'cloudfront:ListDistributions', resource: '*' }],
  handle: async (input, { view }) => {
    const all = (await everyOf(view, distributions)).map(summary);
    return { DistributionList: pageOf(input, all) };
  },
};

export const listDistributionsByWebACLId: CloudFrontOperation<'ListDistributionsByWebACLId'> = {
  name: 'ListDistributionsByWebACLId',
  access: 'read',
  authorize: async () => [{ action: 'cloudfront:ListDistributionsByWebACLId', resource: '*' }],
  handle: async (input, { view }) => {
    // `null` asks for those that have none.
    const wanted = input.WebACLId === 'null' ? '' : input.WebACLId;
    const all = (await everyOf(view, distributions)).filter(
      ({ config }) => config.WebACLId === wanted,
    );
    return { DistributionList: pageOf(input, all.map(summary)) };
  },
};

function shown(document: DistributionDocument): Distribution {
  return {
    Id: document.id,
    ARN: document.arn,
    Status: 'Deployed',
    LastModifiedTime: new Date(document.modified),
    InProgressInvalidationBatches: 0,
    DomainName: document.domainName,
    ActiveTrustedSigners: { Enabled: false, Quantity: 0 },
    ActiveTrustedKeyGroups: { Enabled: false, Quantity: 0 },
    DistributionConfig: document.config,
  };
}

function summary(document: DistributionDocument): DistributionSummary {
  const { config } = document;
  return {
    Id: document.id,
    ARN: document.arn,
    ETag: document.etag,
    Status: 'Deployed',
    LastModifiedTime: new Date(document.modified),
    DomainName: document.domainName,
    Aliases: config.Aliases ?? { Quantity: 0 },
    Origins: config.Origins,
    DefaultCacheBehavior: config.DefaultCacheBehavior,
    CacheBehaviors: config.CacheBehaviors ?? { Quantity: 0 },
    CustomErrorResponses: { Quantity: 0 },
    Comment: config.Comment,
    PriceClass: config.PriceClass ?? 'PriceClass_All',
    Enabled: config.Enabled,
    ViewerCertificate: config.ViewerCertificate ?? {},
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    WebACLId: config.WebACLId ?? '',
    HttpVersion: config.HttpVersion ?? 'http2',
    IsIPV6Enabled: config.IsIPV6Enabled ?? true,
    Staging: false,
  };
}

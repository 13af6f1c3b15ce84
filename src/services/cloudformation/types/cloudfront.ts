import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { listOf, objectOf } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const TAGS: TagOperations = {
  service: 'cloudfront',
  target: (Resource) => ({ Resource }),
  tags: (Items) => ({ Tags: { Items } }),
  keys: (Items) => ({ TagKeys: { Items } }),
};

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('cloudfront', operation, input);
}

/** Lists as CloudFront has them: with their length. What is written that way already stays. */
function counted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const Items = value.map((one: JsonValue) => counted(one));
    return { Quantity: Items.length, Items };
  }
  if (!isJsonObject(value)) return value;
  const isCounted = Array.isArray(value['Items']);
  const entries = Object.entries(value).map(([name, inner = null]) => {
    if (isCounted && Array.isArray(inner)) {
      return [name, inner.map((one: JsonValue) => counted(one))] as const;
    }
    return [name, counted(inner)] as const;
  });
  return Object.fromEntries(entries);
}

function behavior(given: JsonObject): JsonObject {
  const { AllowedMethods, CachedMethods, TrustedSigners, TrustedKeyGroups, ...rest } = given;
  const { ForwardedValues, ...plain } = objectOf(counted(rest));
  const trusted = (list: JsonValue): JsonObject => ({ ...objectOf(counted(list)), Enabled: true });
  const cached = CachedMethods === undefined ? {} : { CachedMethods: counted(CachedMethods) };
  // Which methods are cached is said within those that are allowed.
  const allowed = AllowedMethods ?? (CachedMethods === undefined ? undefined : ['HEAD', 'GET']);
  return {
    ...plain,
    ...(allowed === undefined
      ? {}
      : { AllowedMethods: { ...objectOf(counted(allowed)), ...cached } }),
    ...(listOf(TrustedSigners).length === 0
      ? {}
      : { TrustedSigners: trusted(TrustedSigners ?? []) }),
    ...(listOf(TrustedKeyGroups).length === 0
      ? {}
      : { TrustedKeyGroups: trusted(TrustedKeyGroups ?? []) }),
    ...(ForwardedValues === undefined
      ? {}
      : { ForwardedValues: { Cookies: { Forward: 'none' }, ...objectOf(ForwardedValues) } }),
  };
}

function origin(given: JsonObject): JsonObject {
  const { OriginCustomHeaders, CustomOriginConfig, S3OriginConfig, ...rest } = given;
  const places = { HTTPPort: 80, HTTPSPort: 443 };
  const custom = { ...places, ...objectOf(counted(CustomOriginConfig ?? {})) };
  return {
    ...objectOf(counted(rest)),
    ...(OriginCustomHeaders === undefined ? {} : { CustomHeaders: counted(OriginCustomHeaders) }),
    ...(CustomOriginConfig === undefined ? {} : { CustomOriginConfig: custom }),
    ...(S3OriginConfig === undefined
      ? {}
      : { S3OriginConfig: { OriginAccessIdentity: '', ...objectOf(S3OriginConfig) } }),
  };
}

function restrictions(given: JsonValue): JsonObject {
  const { Locations, ...rest } = objectOf(objectOf(given)['GeoRestriction']);
  return { GeoRestriction: { ...rest, ...objectOf(counted(Locations ?? [])) } };
}

/** A template's configuration as the API has it. */
function configuration(properties: JsonObject, CallerReference: string): JsonObject {
  const given = objectOf(properties['DistributionConfig']);
  const { Origins, DefaultCacheBehavior, CacheBehaviors, Restrictions, Logging, ...others } = given;
  const { IPV6Enabled, CNAMEs, Aliases, ...rest } = others;
  const names = [...listOf(Aliases), ...listOf(CNAMEs)];
  const of = (list: JsonValue | undefined, spelled: (one: JsonObject) => JsonObject) => {
    const Items = listOf(list).map((one) => spelled(objectOf(one)));
    return { Quantity: Items.length, Items };
  };
  return {
    Comment: '',
    ...objectOf(counted(rest)),
    CallerReference,
    Origins: of(Origins, origin),
    DefaultCacheBehavior: behavior(objectOf(DefaultCacheBehavior)),
    ...(CacheBehaviors === undefined ? {} : { CacheBehaviors: of(CacheBehaviors, behavior) }),
    ...(names.length === 0 ? {} : { Aliases: counted(names) }),
    ...(IPV6Enabled === undefined ? {} : { IsIPV6Enabled: IPV6Enabled }),
    ...(Restrictions === undefined ? {} : { Restrictions: restrictions(Restrictions) }),
    ...(Logging === undefined
      ? {}
      : { Logging: { IncludeCookies: false, Prefix: '', ...objectOf(Logging), Enabled: true } }),
  };
}

const distribution: ResourceType = {
  name: 'AWS::CloudFront::Distribution',
  needs: 'cloudfront:CreateDistributionWithTags',
  handles: 'DistributionConfig Tags',
  create: async (work, properties) => {
    const DistributionConfig = configuration(properties, work.token);
    const Tags = { Items: work.tags(properties['Tags']) };
    const { Distribution } = await call(work, 'CreateDistributionWithTags', {
      DistributionConfigWithTags: { DistributionConfig, Tags },
    });
    const { Id, DomainName } = objectOf(Distribution);
    return { id: String(Id), attributes: { Id, DomainName } };
  },
  update: async (work, change) => {
    const { id: Id, properties, changed, attributes } = change;
    if (changed.includes('DistributionConfig')) {
      const { DistributionConfig, ETag } = await call(work, 'GetDistributionConfig', { Id });
      const { CallerReference } = objectOf(DistributionConfig);
      const wanted = configuration(properties, String(CallerReference));
      await call(work, 'UpdateDistribution', { Id, IfMatch: ETag, DistributionConfig: wanted });
    }
    const arn = `arn:${work.partition}:cloudfront::${work.scope.account}:distribution/${Id}`;
    await changeTags(work, change, arn, TAGS);
    return { id: Id, attributes };
  },
  delete: async (work, { id: Id }) => {
    const found = await work.attempt('cloudfront', 'GetDistributionConfig', { Id });
    if (found === undefined) return undefined;
    const config = objectOf(found['DistributionConfig']);
    let IfMatch = found['ETag'];
    if (config['Enabled'] === true) {
      const DistributionConfig = { ...config, Enabled: false };
      const disabled = await call(work, 'UpdateDistribution', { Id, IfMatch, DistributionConfig });
      IfMatch = disabled['ETag'];
    }
    await work.attempt('cloudfront', 'DeleteDistribution', { Id, IfMatch });
    return undefined;
  },
};

/** Of an origin access control, nothing can be changed here: another takes its place. */
const accessControl: ResourceType = {
  name: 'AWS::CloudFront::OriginAccessControl',
  needs: 'cloudfront:CreateOriginAccessControl',
  handles: 'OriginAccessControlConfig',
  create: async (work, { OriginAccessControlConfig }) => {
    const input = { OriginAccessControlConfig };
    const { OriginAccessControl } = await call(work, 'CreateOriginAccessControl', input);
    const { Id } = objectOf(OriginAccessControl);
    return { id: String(Id), attributes: { Id } };
  },
  delete: async (work, { id: Id }) => {
    const found = await work.attempt('cloudfront', 'GetOriginAccessControl', { Id });
    if (found === undefined) return undefined;
    const input = { Id, IfMatch: found['ETag'] };
    await work.attempt('cloudfront', 'DeleteOriginAccessControl', input);
    return undefined;
  },
};

export const cloudFrontTypes: readonly ResourceType[] = [distribution, accessControl];

import { coversDomain } from '../../core/certificate-name.ts';
import type {
  CacheBehavior,
  DefaultCacheBehavior,
  DistributionConfig,
  ViewerCertificate,
} from '../../../models/cloudfront/types.ts';
import type { Context } from '../../contract/operation.ts';
import { findCertificate } from '../acm/port.ts';
import { cachePolicies, originRequestPolicies } from './domain/policies.ts';
import {
  invalidArgument,
  invalidViewerCertificate,
  noSuchCachePolicy,
  noSuchOrigin,
  noSuchOriginRequestPolicy,
  unbuilt,
} from './errors.ts';
import { requireOrigin } from './origin-config.ts';

const ORIGINS_MAX = 25;
const BEHAVIORS_MAX = 25;
const ALIASES_MAX = 100;
const METHODS = { Quantity: 2, Items: ['HEAD', 'GET'] } as const;

/** A configuration as it is kept: with what stands for what was not said. Errors: AWS's, and 501. */
export async function configOf(
  context: Context,
  given: DistributionConfig,
): Promise<DistributionConfig> {
  const { operation } = context.call;
  requireBuilt(given, operation);
  const origins = given.Origins.Items;
  if (origins.length === 0 || origins.length > ORIGINS_MAX) {
    throw invalidArgument('The parameter Origins is not valid.');
  }
  const ids = new Set(origins.map(({ Id }) => Id));
  if (ids.size < origins.length) {
    throw invalidArgument('The parameter Origins contains two origins with the same Id.');
  }
  for (const origin of origins) await requireOrigin(context, origin);
  if (!/^([!-.0-~][!-~]{0,254})?$/.test(given.DefaultRootObject ?? '')) {
    throw invalidArgument('The parameter DefaultRootObject is not valid.');
  }
  const behaviors = given.CacheBehaviors?.Items ?? [];
  if (behaviors.length > BEHAVIORS_MAX) {
    throw invalidArgument('The parameter CacheBehaviors has too many items.');
  }
  for (const behavior of [given.DefaultCacheBehavior, ...behaviors]) {
    requireBehavior(behavior, ids, operation);
  }
  const aliases = aliasesOf(given);
  const certificate = await certificateOf(context, given.ViewerCertificate, aliases);
  return {
    ...given,
    Aliases: { Quantity: aliases.length, ...(aliases.length === 0 ? {} : { Items: aliases }) },
    DefaultRootObject: given.DefaultRootObject ?? '',
    DefaultCacheBehavior: wholeBehavior(given.DefaultCacheBehavior),
    CacheBehaviors: {
      Quantity: behaviors.length,
      ...(behaviors.length === 0
        ? {}
        : { Items: behaviors.map((one) => ({ ...one, ...wholeBehavior(one) })) }),
    },
    CustomErrorResponses: { Quantity: 0 },
    PriceClass: given.PriceClass ?? 'PriceClass_All',
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    WebACLId: given.WebACLId ?? '',
    HttpVersion: given.HttpVersion ?? 'http2',
    IsIPV6Enabled: given.IsIPV6Enabled ?? true,
    Staging: false,
    ViewerCertificate: certificate,
  };
}

function wholeBehavior(behavior: DefaultCacheBehavior): DefaultCacheBehavior {
  const allowed = behavior.AllowedMethods ?? METHODS;
  return {
    ...behavior,
    AllowedMethods: { CachedMethods: METHODS, ...allowed },
    Compress: behavior.Compress ?? false,
    SmoothStreaming: false,
    FieldLevelEncryptionId: '',
  };
}

/** AWS gives these names to what is somebody's already. */
const GIVEN_NAME = /\.(amazonaws\.com|amazonaws\.com\.cn|cloudfront\.net)$/;

/** Lower case, as names are compared. Errors: InvalidArgument. */
export function aliasesOf({ Aliases }: Pick<DistributionConfig, 'Aliases'>): readonly string[] {
  const names = (Aliases?.Items ?? []).map((name) => name.toLowerCase());
  const wrong = names.find(
    (name) => !/^(\*\.)?([a-z0-9_-]{1,63}\.)+[a-z]{2,63}$/.test(name) || GIVEN_NAME.test(name),
  );
  if (wrong !== undefined || names.length > ALIASES_MAX) {
    throw invalidArgument('The parameter Aliases contains one or more invalid values.');
  }
  return [...new Set(names)];
}

/** What nothing here does is named, never kept as if it were done. */
function requireBuilt(config: DistributionConfig, operation: string): void {
  const { Restrictions, OriginGroups, CustomErrorResponses, Logging } = config;
  const wanted: readonly (readonly [boolean, string])[] = [
    [(OriginGroups?.Quantity ?? 0) > 0, 'origin groups'],
    [(CustomErrorResponses?.Quantity ?? 0) > 0, 'custom error responses'],
    [Logging?.Enabled === true, 'logging'],
    [(Restrictions?.GeoRestriction.RestrictionType ?? 'none') !== 'none', 'geo restrictions'],
    [config.Staging === true, 'staging distributions'],
    [(config.ContinuousDeploymentPolicyId ?? '') !== '', 'continuous deployment'],
    [(config.AnycastIpListId ?? '') !== '', 'anycast addresses'],
    [(config.ConnectionMode ?? 'direct') !== 'direct', 'tenants'],
    [config.ViewerMtlsConfig !== undefined, 'client certificates of viewers'],
    [config.TenantConfig !== undefined, 'tenants'],
  ];
  const [missing] = wanted.filter(([isWanted]) => isWanted);
  if (missing !== undefined) throw unbuilt(operation, missing[1]);
}

function requireBehavior(
  behavior: DefaultCacheBehavior | CacheBehavior,
  origins: ReadonlySet<string>,
  operation: string,
): void {
  if (!origins.has(behavior.TargetOriginId)) throw noSuchOrigin();
  requireBuiltBehavior(behavior, operation);
  const { CachePolicyId, OriginRequestPolicyId, ForwardedValues } = behavior;
  if (CachePolicyId === undefined && ForwardedValues === undefined) {
    throw invalidArgument('The parameter ForwardedValues is required.');
  }
  if (CachePolicyId !== undefined && !cachePolicies.has(CachePolicyId)) throw noSuchCachePolicy();
  if (OriginRequestPolicyId !== undefined && !originRequestPolicies.has(OriginRequestPolicyId)) {
    throw noSuchOriginRequestPolicy();
  }
}

function requireBuiltBehavior(behavior: DefaultCacheBehavior, operation: string): void {
  const wanted: readonly (readonly [boolean, string])[] = [
    [(behavior.LambdaFunctionAssociations?.Quantity ?? 0) > 0, 'functions at the edge'],
    [(behavior.FunctionAssociations?.Quantity ?? 0) > 0, 'functions at the edge'],
    [behavior.TrustedSigners?.Enabled === true, 'signed URLs'],
    [behavior.TrustedKeyGroups?.Enabled === true, 'signed URLs'],
    [(behavior.FieldLevelEncryptionId ?? '') !== '', 'field-level encryption'],
    [behavior.RealtimeLogConfigArn !== undefined, 'real-time logs'],
    [behavior.ResponseHeadersPolicyId !== undefined, 'response headers policies'],
    [behavior.GrpcConfig?.Enabled === true, 'gRPC'],
    [behavior.SmoothStreaming === true, 'Smooth Streaming'],
    [behavior.ForwardedValues?.Cookies.Forward === 'whitelist', 'lists of cookies'],
    [
      (behavior.ForwardedValues?.QueryStringCacheKeys?.Quantity ?? 0) > 0,
      'lists of query string parameters',
    ],
  ];
  const [missing] = wanted.filter(([isWanted]) => isWanted);
  if (missing !== undefined) throw unbuilt(operation, missing[1]);
}

const CERTIFICATE_REGION = 'us-east-1';

/** Errors: InvalidViewerCertificate. */
async function certificateOf(
  { unit, call }: Context,
  given: ViewerCertificate | undefined,
  aliases: readonly string[],
): Promise<ViewerCertificate> {
  const arn = given?.ACMCertificateArn;
  if (arn === undefined) {
    if (given?.IAMCertificateId !== undefined) {
      throw unbuilt(call.operation, 'certificates of IAM');
    }
    if (aliases.length > 0) {
      throw invalidArgument(
        'To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.',
      );
    }
    return {
      CloudFrontDefaultCertificate: true,
      SSLSupportMethod: 'vip',
      MinimumProtocolVersion: 'TLSv1',
      CertificateSource: 'cloudfront',
    };
  }
  const certificate = await findCertificate(unit, arn);
  const { account, region } = certificate?.scope ?? {};
  const isFit =
    account === call.scope.account &&
    region === CERTIFICATE_REGION &&
    certificate?.status === 'ISSUED' &&
    aliases.every((alias) => certificate.names.some((name) => coversDomain(name, alias)));
  if (!isFit) throw invalidViewerCertificate();
  return {
    CloudFrontDefaultCertificate: false,
    ACMCertificateArn: arn,
    SSLSupportMethod: given?.SSLSupportMethod ?? 'sni-only',
    MinimumProtocolVersion: given?.MinimumProtocolVersion ?? 'TLSv1.2_2021',
    Certificate: arn,
    CertificateSource: 'acm',
  };
}

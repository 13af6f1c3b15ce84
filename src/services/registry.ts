import type { Blobs } from '../contract/blobs.ts';
import type { FunctionRunner } from '../contract/functions.ts';
import type { Host } from '../contract/host.ts';
import type { Service } from '../contract/service.ts';
import type { TrailReader } from '../contract/trail.ts';
import type { AddressKnowledge } from '../firewall/addresses/knowledge.ts';
import type { Classifier } from '../classification/work/classifier.ts';
import type { KeyWork } from '../crypto/work/key-work.ts';
import type { VulnerabilityDatabase } from '../vulnerabilities/database.ts';
import { createAccessAnalyzerService } from './access-analyzer/service.ts';
import { createAcmService } from './acm/service.ts';
import { createAcmPcaService } from './acm-pca/service.ts';
import { protectableStages } from './apigateway/protectable-stages.ts';
import { createApiGatewayService } from './apigateway/service.ts';
import { HttpCalls } from './apigatewayv2/calls/answer.ts';
import { createMappedApis } from './apigatewayv2/calls/sites.ts';
import { createHttpApisService } from './apigatewayv2/service.ts';
import { createCloudFormationService } from './cloudformation/service.ts';
import { createCloudFrontService } from './cloudfront/service.ts';
import { createCloudTrailService } from './cloudtrail/service.ts';
import { recordedResources } from './config-service/recorded-resources.ts';
import { createConfigService } from './config-service/service.ts';
import { trailBuckets } from './cloudtrail/trail-buckets.ts';
import { metricWriter } from './cloudwatch/metric-writer.ts';
import { cloudwatchService } from './cloudwatch/service.ts';
import type { BillingParts } from './cost-explorer/charges.ts';
import { createCostExplorerService } from './cost-explorer/service.ts';
import { createDynamoDbService } from './dynamodb/service.ts';
import { sharedTables } from './dynamodb/shared-tables.ts';
import { createStreamReader } from './dynamodb/streams/stream-reader.ts';
import { createDynamoDbStreamsService } from './dynamodb-streams/service.ts';
import { createEbsService } from './ebs/service.ts';
import { instanceHosts } from './ec2/instances/hosts.ts';
import { createEcrService } from './ecr/service.ts';
import { createEc2Service } from './ec2/service.ts';
import { createSnapshotShelf } from './ec2/storage/shelf.ts';
import type { Elbv2Parts } from './elbv2/parts.ts';
import { protectableLoadBalancers } from './elbv2/protectable.ts';
import { createElbv2Service } from './elbv2/service.ts';
import { eventsQuotas } from './events/quotas.ts';
import { createEventsService, type EventsParts } from './events/service.ts';
import { accountFounder } from './iam/account-founder.ts';
import { accountOfAccessKey, newAccessKeyId } from './iam/access-key-id.ts';
import { sessionDirectory } from './iam/assumable-roles.ts';
import { createRootKind } from './iam/organization-roots.ts';
import type { KeySets, SessionSealer } from './iam/port.ts';
import { profileDirectory } from './iam/profile-directory.ts';
import { principalDirectory } from './iam/principals.ts';
import { sharedRoles } from './iam/shared-roles.ts';
import { detectorCheck } from './guardduty/control-checks.ts';
import { keyRotationCheck } from './kms/control-checks.ts';
import { metadataCheck } from './ec2/instances/control-checks.ts';
import { publicAccessCheck } from './s3/control-checks.ts';
import { secretRotationCheck } from './secretsmanager/control-checks.ts';
import { passwordChecks } from './iam/control-checks.ts';
import { trailChecks } from './cloudtrail/control-checks.ts';
import { createSecurityHubService } from './securityhub/service.ts';
import { placesBy } from './guardduty/places.ts';
import { createGuardDutyService } from './guardduty/service.ts';
import { createFmsService } from './fms/service.ts';
import { createIamService } from './iam/service.ts';
import { createTokenSigner } from './iam/token-issuers.ts';
import { grantToJson } from './iam/session-grant.ts';
import { kmsMeter } from './kms/meter.ts';
import { kmsQuotas } from './kms/quotas.ts';
import { sharedKeys } from './kms/shared-keys.ts';
import { createKmsService, type KmsParts } from './kms/service.ts';
import { inspectorMeter } from './inspector2/usage-totals.ts';
import { createInspectorService } from './inspector2/service.ts';
import { createFunctionInventory } from './lambda/function-inventory.ts';
import { createMacieService } from './macie2/service.ts';
import { messageArrived } from './lambda/mapping-state.ts';
import { createLambdaService } from './lambda/service.ts';
import { createLogsService } from './logs/service.ts';
import {
  organizationAccounts,
  managedOrganizations,
  organizationDirectory,
  organizationLookup,
  organizationSource,
  organizationZones,
  payerLookup,
} from './organizations/membership-source.ts';
import { createOrganizationsService } from './organizations/service.ts';
import { sharedBuckets } from './s3/shared-buckets.ts';
import { createBucketInventory } from './s3/bucket-inventory.ts';
import { createBucketWriter } from './s3/bucket-writer.ts';
import { createMasterRotation } from './rds/master-rotation.ts';
import type { RdsParts } from './rds/parts.ts';
import { createRdsService } from './rds/service.ts';
import { route53Service } from './route53/service.ts';
import { createS3Service } from './s3/service.ts';
import { lambdaMeter } from './lambda/meter.ts';
import { secretsManagerMeter } from './secretsmanager/meter.ts';
import { secretsManagerQuotas } from './secretsmanager/quotas.ts';
import { createShieldMeter } from './shield/meter.ts';
import { createShieldService } from './shield/service.ts';
import { sharedSecrets } from './secretsmanager/shared-secrets.ts';
import { createSecretsManagerService } from './secretsmanager/service.ts';
import { createSchedulerService } from './scheduler/service.ts';
import { createServiceQuotasService } from './service-quotas/service.ts';
import type { SnsParts } from './sns/operation.ts';
import { sharedTopics } from './sns/shared-topics.ts';
import { createSnsService } from './sns/service.ts';
import { sharedQueues } from './sqs/shared-queues.ts';
import { createSqsService } from './sqs/service.ts';
import { ssmMeter } from './ssm/meter.ts';
import { createSsmService } from './ssm/service.ts';
import { createStsService, type StsParts } from './sts/service.ts';
import { webAclAssociations } from './wafv2/associations.ts';
import { mitigationGroups } from './wafv2/mitigation-groups.ts';
import { createManagedCatalogue } from './wafv2/managed-catalogue.ts';
import { createWafv2Service, type Wafv2Parts } from './wafv2/service.ts';
import type { ManagedGroups } from './wafv2/rules/managed-groups.ts';
import { createManagedWebAcls } from './wafv2/managed-web-acls.ts';

/** What services are given besides their contexts. */
export interface ServiceParts {
  readonly trail: TrailReader;
  readonly blobs: Blobs;
  readonly sealer: SessionSealer;
  readonly keyWork: KeyWork;
  /** Looks for sensitive data off the thread that answers. */
  readonly classifier: Classifier;
  /** Runs customers' functions. */
  readonly functions: FunctionRunner;
  /** The running server, for what waits between units. */
  readonly host: Host;
  /** See `KmsParts`. */
  readonly grantDelayMs: number;
  /** Keys of identity providers, which stand on other hosts. */
  readonly keySets: KeySets;
  /** See `KmsParts`. */
  readonly proxyTransport: KmsParts['proxyTransport'];
  readonly hsms: KmsParts['hsms'];
  readonly attestationRoots: KmsParts['attestationRoots'];
  /** `https://host:port`, where clients reach this server. */
  readonly publicUrl: () => string;
  /** See `Elbv2Parts`. */
  readonly probe: Elbv2Parts['probe'];
  /** See `EventsParts`. */
  readonly sendHttp: EventsParts['send'];
  /** How SNS reaches web servers and mailboxes. */
  readonly mailer: SnsParts['mailer'];
  /** Runs database servers on this machine. */
  readonly databases: RdsParts['databases'];
  readonly openAuthorizationMessage: StsParts['openAuthorizationMessage'];
  /** What the firewall and GuardDuty are told of addresses. */
  readonly addressKnowledge: AddressKnowledge;
  /** Which packages are vulnerable; undefined: nobody said. */
  readonly vulnerabilities: VulnerabilityDatabase | undefined;
  /** See `Wafv2Parts`. */
  readonly onLogsDropped: Wafv2Parts['onLogsDropped'];
}

/** Who bills, and who pays. */
export const billing: BillingParts = {
  meters: [
    inspectorMeter,
    kmsMeter,
    lambdaMeter,
    secretsManagerMeter,
    createShieldMeter(payerLookup),
    ssmMeter,
  ],
  payers: payerLookup,
};

/** Every service that is built. A service is one line here; the rest of AWS's models answer 501 by name. */
export function createServices(parts: ServiceParts): readonly Service[] {
  const managed = createManagedCatalogue(parts.addressKnowledge);
  const services: Service[] = [
    ...identityServices(parts),
    ...keysAndSecrets(parts),
    ...auditServices(parts),
    ...eventServices(parts),
    createConfigService({
      buckets: createBucketWriter(parts.blobs),
      isServed: (principal) => services.some((one) => one.principal === principal),
    }),
    ...detectionServices(parts),
    createCloudFormationService({
      isBuilt: (id, name) => isBuilt(services, id, name),
      address: () => parts.host.address(),
    }),
    createCloudFrontService({ webAcls: webAclAssociations }),
    ...apiServices(parts),
    ...storageServices(parts),
    createElbv2Service({ probe: parts.probe, webAcls: webAclAssociations }),
    firewallManager(managed),
    createLambdaService({
      blobs: parts.blobs,
      runner: parts.functions,
      metrics: metricWriter,
      principals,
      endpoint: () => parts.host.address(),
    }),
    route53Service,
    createWafv2Service({
      principals,
      buckets: createBucketWriter(parts.blobs),
      managed,
      resources: [protectableLoadBalancers, protectableStages],
      metrics: metricWriter,
      onLogsDropped: parts.onLogsDropped,
    }),
    createSchedulerService({ isBuilt: (id, name) => isBuilt(services, id, name) }),
    createShieldService({
      buckets: createBucketWriter(parts.blobs),
      isBuilt: (id, name) => isBuilt(services, id, name),
      metrics: metricWriter,
      webAcls: webAclAssociations,
      groups: mitigationGroups,
    }),
    createServiceQuotasService([
      { code: 'events', name: 'Amazon EventBridge (CloudWatch Events)', rules: eventsQuotas },
      { code: 'kms', name: 'AWS Key Management Service (AWS KMS)', rules: kmsQuotas },
      { code: 'secretsmanager', name: 'AWS Secrets Manager', rules: secretsManagerQuotas },
    ]),
  ];
  return services;
}

/** Where data lies, and what runs on it. */
function storageServices(parts: ServiceParts): readonly Service[] {
  return [
    createDynamoDbService({ principals }),
    createDynamoDbStreamsService(createStreamReader()),
    createEbsService(createSnapshotShelf(parts.blobs)),
    createEcrService({ principals }),
    createEc2Service({
      blobs: parts.blobs,
      organizations: organizationSource,
      instanceProfiles: profileDirectory,
    }),
    createRdsService({ databases: parts.databases, principals }),
    createS3Service({ blobs: parts.blobs, principals }),
  ];
}

function firewallManager(managed: ManagedGroups): Service {
  return createFmsService({
    organizations: managedOrganizations,
    resources: recordedResources,
    webAcls: createManagedWebAcls(managed, [protectableLoadBalancers]),
    associations: webAclAssociations,
  });
}

/** Knows the principals that resource policies name. */
const principals = principalDirectory;

/** Who may do what, and in whose name. */
function identityServices(parts: ServiceParts): readonly Service[] {
  const { sealer, keyWork, keySets, publicUrl, openAuthorizationMessage } = parts;
  return [
    createAccessAnalyzerService({
      shared: [
        sharedKeys,
        sharedRoles,
        sharedBuckets,
        sharedQueues,
        sharedTopics,
        sharedSecrets,
        sharedTables,
      ],
      organizations: organizationZones,
    }),
    createIamService({
      keySets,
      keyWork,
      publicUrl,
      organizations: organizationSource,
      organizationDirectory,
    }),
    createOrganizationsService({ principals, founder: accountFounder }),
    createStsService({
      directory: sessionDirectory,
      roots: createRootKind(organizationDirectory),
      tokens: createTokenSigner(publicUrl),
      organizations: organizationSource,
      sessions: {
        newAccessKeyId: (account: string) => newAccessKeyId('ASIA', account),
        seal: (grant: Parameters<typeof grantToJson>[0]) => sealer.seal(grantToJson(grant)),
      },
      keySets,
      accountOfAccessKey,
      openAuthorizationMessage,
    }),
  ];
}

function keysAndSecrets(parts: ServiceParts): readonly Service[] {
  return [
    createKmsService({
      principals,
      trail: parts.trail,
      work: parts.keyWork,
      grantDelayMs: parts.grantDelayMs,
      proxyTransport: parts.proxyTransport,
      hsms: parts.hsms,
      attestationRoots: parts.attestationRoots,
    }),
    createSecretsManagerService({
      principals,
      managedRotations: [createMasterRotation(parts.databases)],
    }),
    createSsmService({ principals }),
    createAcmService({
      keyWork: parts.keyWork,
      publicUrl: parts.publicUrl,
      mailer: parts.mailer,
    }),
    createAcmPcaService({
      keyWork: parts.keyWork,
      principals,
      buckets: createBucketWriter(parts.blobs),
    }),
  ];
}

/** What happened, how often, and what it costs. */
function auditServices({ trail, blobs }: ServiceParts): readonly Service[] {
  return [
    createCloudTrailService({
      trail,
      buckets: createBucketWriter(blobs),
      organizations: organizationLookup,
    }),
    cloudwatchService,
    createCostExplorerService(billing),
    createLogsService({ metrics: metricWriter }),
  ];
}

function eventServices({ host, mailer, sendHttp: send }: ServiceParts): readonly Service[] {
  return [
    createEventsService({ principals, send }),
    createSnsService({ host, principals, send, mailer }),
    createSqsService({ host, principals, arrived: messageArrived }),
  ];
}

/** Customers' own APIs, and the names that lead to them. */
function apiServices({ host, keySets }: ServiceParts): readonly Service[] {
  const calls = new HttpCalls({ host, keySets });
  const httpApis = createMappedApis(calls);
  return [
    createApiGatewayService({
      principals,
      host,
      metrics: metricWriter,
      httpApis,
      webAcls: webAclAssociations,
    }),
    createHttpApisService(calls),
  ];
}

/** What is found out about all of it. */
function detectionServices({
  blobs,
  classifier,
  vulnerabilities,
  addressKnowledge,
}: ServiceParts): readonly Service[] {
  return [
    createGuardDutyService({
      buckets: createBucketWriter(blobs),
      organizations: organizationAccounts,
      trails: trailBuckets,
      instances: instanceHosts,
      places: placesBy(addressKnowledge),
    }),
    createInspectorService({
      principals,
      inventory: createFunctionInventory(blobs),
      database: vulnerabilities,
    }),
    createMacieService({
      principals,
      buckets: createBucketWriter(blobs),
      inventory: createBucketInventory(organizationSource),
      classifier,
    }),
    createSecurityHubService({
      organizations: organizationAccounts,
      checks: [
        detectorCheck,
        keyRotationCheck,
        metadataCheck,
        publicAccessCheck,
        secretRotationCheck,
        ...passwordChecks,
        ...trailChecks,
      ],
    }),
  ];
}

function isBuilt(services: readonly Service[], id: string, operation: string): boolean {
  const service = services.find((one) => one.id === id);
  return service?.operations.some(({ name }) => name === operation) ?? false;
}

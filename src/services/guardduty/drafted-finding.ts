import type {
  Action,
  Anomaly,
  Finding,
  RemoteIpDetails,
  Resource,
  S3BucketDetail,
  Sequence,
  Service,
} from '../../../models/guardduty/types.ts';
import { partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { ApiCall } from '../../detection/api-call.ts';
import type { AnomalyFacts, Draft, Observed, SequenceFacts } from '../../detection/draft.ts';
import type { DnsQuery } from '../../detection/dns/dns-query.ts';
import { type Flow, TCP, UDP } from '../../detection/flow/flow.ts';
import type { Place, Places } from '../../detection/world.ts';
import { registrableDomain } from '../../detection/threats/domain-set.ts';
import { detectorArn } from './resources.ts';

export interface FindingOrigin {
  readonly scope: Scope;
  readonly detectorId: string;
  readonly id: string;
  readonly places: Places;
}

/** A finding as GuardDuty shows it, of its first occurrence. */
export function findingOf(draft: Draft, { scope, detectorId, id, places }: FindingOrigin): Finding {
  const at = new Date(draft.at).toISOString();
  return {
    SchemaVersion: '2.0',
    AccountId: scope.account,
    Region: scope.region,
    Partition: partitionOf(scope.region),
    Id: id,
    Arn: `${detectorArn(scope, detectorId)}/finding/${id}`,
    Type: draft.type,
    Severity: draft.severity,
    Title: draft.title,
    Description: draft.description,
    CreatedAt: at,
    UpdatedAt: at,
    Resource: resourceOf(draft),
    Service: {
      ServiceName: 'guardduty',
      DetectorId: detectorId,
      Archived: false,
      Count: 1,
      EventFirstSeen: at,
      EventLastSeen: at,
      ...occurrenceOf(draft, places),
    },
  };
}

/** What each occurrence says anew. */
export function occurrenceOf(draft: Draft, places: Places): Service {
  const { anomaly, sequence, threats = [], feature } = draft;
  return {
    Action: actionOf(draft, places),
    ResourceRole: draft.role,
    ...(feature === 'S3_DATA_EVENTS' ? { FeatureName: 'S3DataEvents' } : {}),
    ...(threats.length === 0
      ? {}
      : {
          Evidence: {
            ThreatIntelligenceDetails: threats.map(({ list, names }) => ({
              ThreatListName: list,
              ThreatNames: names,
            })),
          },
        }),
    ...(anomaly === undefined ? {} : { Detection: { Anomaly: anomalyShown(anomaly) } }),
    ...(sequence === undefined ? {} : { Detection: { Sequence: sequenceShown(sequence, draft) } }),
  };
}

function actionOf(draft: Draft, places: Places): Action {
  const { action } = draft;
  switch (action.kind) {
    case 'api':
      return {
        ActionType: 'AWS_API_CALL',
        AwsApiCallAction: callShown(action.call, draft, places),
      };
    case 'dns':
      return { ActionType: 'DNS_REQUEST', DnsRequestAction: queryShown(action.query) };
    case 'flow':
      return {
        ActionType: 'NETWORK_CONNECTION',
        NetworkConnectionAction: connectionShown(action.flow, places),
      };
    case 'probe': {
      const { flow } = action;
      const probe = {
        LocalPortDetails: portShown(flow.local.port),
        LocalIpDetails: { IpAddressV4: flow.local.ip },
        RemoteIpDetails: addressShown(flow.remote.ip, places),
      };
      return {
        ActionType: 'PORT_PROBE',
        PortProbeAction: { Blocked: !flow.isAccepted, PortProbeDetails: [probe] },
      };
    }
  }
}

function callShown(call: ApiCall, { remote }: Draft, places: Places) {
  const { bucket } = call;
  return {
    Api: call.name,
    ServiceName: call.source,
    CallerType: 'Remote IP',
    ...(call.error === undefined ? {} : { ErrorCode: call.error }),
    UserAgent: call.agent,
    RemoteIpDetails: addressShown(call.ip, places),
    ...(remote === undefined
      ? {}
      : { RemoteAccountDetails: { AccountId: remote.account, Affiliated: remote.affiliated } }),
    AffectedResources: bucket === undefined ? {} : { 'AWS::S3::Bucket': bucket.arn },
  };
}

function queryShown({ name, protocol }: DnsQuery) {
  return {
    Domain: name,
    DomainWithSuffix: registrableDomain(name),
    Protocol: protocol,
    Blocked: false,
  };
}

function connectionShown(flow: Flow, places: Places) {
  const protocols = new Map([
    [TCP, 'TCP'],
    [UDP, 'UDP'],
  ]);
  return {
    Blocked: !flow.isAccepted,
    ConnectionDirection: flow.direction,
    Protocol: protocols.get(flow.protocol) ?? String(flow.protocol),
    LocalNetworkInterface: flow.interfaceId,
    LocalIpDetails: { IpAddressV4: flow.local.ip },
    LocalPortDetails: portShown(flow.local.port),
    RemoteIpDetails: addressShown(flow.remote.ip, places),
    RemotePortDetails: portShown(flow.remote.port),
  };
}

const PORT_NAMES = new Map([
  [22, 'SSH'],
  [25, 'SMTP'],
  [53, 'DNS'],
  [80, 'HTTP'],
  [389, 'LDAP'],
  [443, 'HTTPS'],
  [3389, 'RDP'],
]);

function portShown(port: number) {
  return { Port: port, PortName: PORT_NAMES.get(port) ?? 'Unknown' };
}

function addressShown(ip: string, places: Places): RemoteIpDetails {
  const place: Place = places.locate(ip) ?? {};
  const { country, city, latitude, longitude, asn, asnOrg } = place;
  return {
    ...(ip.includes(':') ? { IpAddressV6: ip } : { IpAddressV4: ip }),
    ...(country === undefined ? {} : { Country: { CountryName: country } }),
    ...(city === undefined ? {} : { City: { CityName: city } }),
    ...(latitude === undefined || longitude === undefined
      ? {}
      : { GeoLocation: { Lat: latitude, Lon: longitude } }),
    ...(asnOrg === undefined
      ? {}
      : { Organization: { Asn: asn, AsnOrg: asnOrg, Org: asnOrg, Isp: asnOrg } }),
  };
}

function resourceOf(draft: Draft): Resource {
  const { action, buckets = [] } = draft;
  if (action.kind === 'dns') return instanceShown(action.query.client, action.query.vpc);
  if (action.kind !== 'api') {
    const { flow } = action;
    return instanceShown(flow.instance ?? flow.interfaceId, '', flow);
  }
  if (draft.sequence !== undefined) return { ResourceType: 'AttackSequence' };
  const { actor } = action.call;
  return {
    ResourceType:
      /^[^:]+:S3\//.test(draft.type) && draft.feature === 'S3_DATA_EVENTS'
        ? 'S3Bucket'
        : 'AccessKey',
    AccessKeyDetails: {
      AccessKeyId: actor.accessKeyId,
      PrincipalId: actor.principalId,
      UserName: actor.userName,
      UserType: actor.type,
    },
    ...(buckets.length === 0
      ? {}
      : { S3BucketDetails: buckets.map((bucket) => bucketShown(bucket, action.call)) }),
  };
}

function instanceShown(instance: string, VpcId: string, flow?: Flow): Resource {
  const NetworkInterfaces =
    flow === undefined
      ? VpcId === ''
        ? []
        : [{ VpcId }]
      : [{ NetworkInterfaceId: flow.interfaceId, PrivateIpAddress: flow.local.ip }];
  return { ResourceType: 'Instance', InstanceDetails: { InstanceId: instance, NetworkInterfaces } };
}

function bucketShown(
  { name, arn, access }: NonNullable<Draft['buckets']>[number],
  call: ApiCall,
): S3BucketDetail {
  const base = { Arn: arn, Name: name, Type: 'Destination', Owner: { Id: call.account } };
  if (access === undefined) return base;
  const permissions = {
    AllowsPublicReadAccess: access.publicRead,
    AllowsPublicWriteAccess: access.publicWrite,
  };
  const none = { AllowsPublicReadAccess: false, AllowsPublicWriteAccess: false };
  return {
    ...base,
    PublicAccess: {
      EffectivePermission: access.effective,
      PermissionConfiguration: {
        BucketLevelPermissions: {
          AccessControlList: access.by === 'acl' ? permissions : none,
          BucketPolicy: access.by === 'policy' ? permissions : none,
        },
      },
    },
  };
}

function anomalyShown({ unusual, profiles }: AnomalyFacts): Anomaly {
  const observed = ({ frequency, values }: Observed) =>
    ({
      ProfileType: 'FREQUENCY',
      ProfileSubtype: frequency,
      Observations: { Text: values },
    }) as const;
  const mapped = <T, U>(
    by: Readonly<Record<string, Readonly<Record<string, T>>>>,
    show: (one: T) => U,
  ) =>
    Object.fromEntries(
      Object.entries(by).map(([profile, inner]) => [
        profile,
        Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, show(value)])),
      ]),
    );
  return {
    Profiles: mapped(profiles, (list) => list.map(observed)),
    Unusual: { Behavior: mapped(unusual, observed) },
  };
}

function sequenceShown(
  { description, signals, actor }: SequenceFacts,
  { type, at }: Draft,
): Sequence {
  const uid = `${type}/${actor.principalId}/${at}`;
  return {
    Uid: uid,
    Description: description,
    Actors: [
      {
        Id: actor.principalId,
        User: {
          Name: actor.userName,
          Uid: actor.principalId,
          Type: actor.type,
          CredentialUid: actor.accessKeyId,
          Account: { Uid: actor.account },
        },
      },
    ],
    Resources: [],
    Signals: signals.map((signal, index) => {
      const when = new Date(signal.at);
      return {
        Uid: signal.id ?? `${uid}/${index}`,
        Type: signal.isFinding ? 'FINDING' : 'CLOUD_TRAIL',
        Name: signal.name,
        CreatedAt: when,
        UpdatedAt: when,
        FirstSeenAt: when,
        LastSeenAt: when,
        Count: 1,
        ActorIds: [actor.principalId],
        SignalIndicators: [{ Key: 'ATTACK_TACTIC', Values: [signal.tactic] }],
      };
    }),
    SequenceIndicators: [
      { Key: 'ATTACK_TACTIC', Values: [...new Set(signals.map(({ tactic }) => tactic))] },
    ],
  };
}

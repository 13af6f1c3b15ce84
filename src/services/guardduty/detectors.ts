import type {
  DataSourceConfigurations,
  DetectorFeature,
  DetectorFeatureConfiguration,
  DetectorFeatureConfigurationResult,
  DetectorFeatureResult,
  GetDetectorResponse,
} from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { hexId } from '../../core/ids.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf } from './accounts.ts';
import { detectorExists, hasMembers, invalid, unbuilt } from './errors.ts';
import { onAccount, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import {
  accountScope,
  type DetectorDocument,
  detectors,
  destinations,
  filters,
  findings,
  listParts,
  lists,
  members,
} from './state.ts';

/** What every detector reads. */
const FOUNDATION: readonly DetectorFeatureResult[] = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];
const FEATURES: readonly DetectorFeature[] = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'EKS_RUNTIME_MONITORING',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
];
/** The one feature beside the foundation for which there is something to read. */
const READABLE: DetectorFeature = 'S3_DATA_EVENTS';

interface FeatureInput {
  readonly DataSources?: DataSourceConfigurations | undefined;
  readonly Features?: readonly DetectorFeatureConfiguration[] | undefined;
}

/** What a request makes of the features. Errors: 501 for one whose logs nothing here writes. */
export function featuresAfter(
  operation: string,
  before: DetectorDocument['features'],
  { DataSources, Features = [] }: FeatureInput,
  now: Instant,
): DetectorDocument['features'] {
  const isOn = DataSources?.S3Logs?.Enable;
  if (isOn !== undefined && Features.length > 0) {
    throw invalid('both dataSources and features are specified');
  }
  const next = { ...before };
  if (isOn !== undefined) {
    next[READABLE] = { status: isOn ? 'ENABLED' : 'DISABLED', updated: now };
  }
  if (DataSources?.Kubernetes?.AuditLogs.Enable === true) {
    throw unbuilt(operation, 'audit logs of Kubernetes: no cluster runs here');
  }
  for (const { Name: name, Status: status } of Features) {
    if (name === undefined || status === undefined) continue;
    if (status === 'ENABLED' && name !== READABLE) {
      throw unbuilt(operation, `the feature ${name}: nothing here writes what it would read`);
    }
    next[name] = { status, updated: now };
  }
  return next;
}

/** Makes the detector of an account in a Region; S3 protection is on unless the request says otherwise. */
export async function newDetector(
  context: Pick<Context, 'unit'>,
  place: { readonly account: string; readonly region: string; readonly now: Instant },
  settings: {
    readonly isEnabled: boolean;
    readonly frequency?: DetectorDocument['frequency'] | undefined;
    readonly features?: DetectorDocument['features'];
    readonly tags?: Tags | undefined;
  },
): Promise<DetectorDocument> {
  const { account, region, now } = place;
  const detector: DetectorDocument = {
    id: await context.unit.once(() => hexId(32)),
    account,
    region,
    isEnabled: settings.isEnabled,
    frequency: settings.frequency ?? 'SIX_HOURS',
    features: settings.features ?? { [READABLE]: { status: 'ENABLED', updated: now } },
    created: now,
    updated: now,
    tags: settings.tags ?? {},
  };
  context.unit.view(accountScope(account)).put(detectors, region, detector);
  return detector;
}

const text = (instant: Instant): string => new Date(instant).toISOString();

/** All that may be switched on or off. */
export function shownFeatures({ features, created }: DetectorDocument) {
  return FEATURES.map((Name) => ({
    Name,
    Status: features[Name]?.status ?? ('DISABLED' as const),
    UpdatedAt: new Date(features[Name]?.updated ?? created),
  }));
}

function shownFoundation({ isEnabled, created }: DetectorDocument) {
  return FOUNDATION.map(
    (Name): DetectorFeatureConfigurationResult => ({
      Name,
      Status: isEnabled ? 'ENABLED' : 'DISABLED',
      UpdatedAt: new Date(created),
    }),
  );
}

export function shownSources({ isEnabled, features }: DetectorDocument) {
  const base = isEnabled ? 'ENABLED' : 'DISABLED';
  return {
    CloudTrail: { Status: base },
    DNSLogs: { Status: base },
    FlowLogs: { Status: base },
    S3Logs: { Status: features[READABLE]?.status ?? 'DISABLED' },
    Kubernetes: { AuditLogs: { Status: 'DISABLED' } },
    MalwareProtection: {
      ScanEc2InstanceWithFindings: { EbsVolumes: { Status: 'DISABLED' } },
      ServiceRole: '',
    },
  } as const;
}

function shown(detector: DetectorDocument): GetDetectorResponse {
  const { account, created, updated, frequency, isEnabled, tags } = detector;
  return {
    CreatedAt: text(created),
    FindingPublishingFrequency: frequency,
    ServiceRole:
      `arn:aws:iam::${account}:role/aws-service-role/guardduty.amazonaws.com/` +
      'AWSServiceRoleForAmazonGuardDuty',
    Status: isEnabled ? 'ENABLED' : 'DISABLED',
    UpdatedAt: text(updated),
    DataSources: shownSources(detector),
    Tags: tags,
    Features: [...shownFoundation(detector), ...shownFeatures(detector)],
  };
}

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

export const detectorOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateDetector',
    access: 'write',
    tags: ({ Tags }) => Tags,
    handle: async (input, _view, context) => {
      const { account, region } = context.call.scope;
      const { now } = context.call;
      const known = await context.unit.view(accountScope(account)).get(detectors, region);
      if (known !== undefined) throw detectorExists();
      const start = { [READABLE]: { status: 'ENABLED', updated: now } } as const;
      const { id } = await newDetector(
        context,
        { account, region, now },
        {
          isEnabled: input.Enable,
          frequency: input.FindingPublishingFrequency,
          features: featuresAfter('CreateDetector', start, input, now),
          tags: input.Tags,
        },
      );
      return { DetectorId: id };
    },
  }),
  onAccount({
    name: 'ListDetectors',
    access: 'read',
    handle: async (input, _view, { call, unit }) => {
      const { account, region } = call.scope;
      const detector = await unit.view(accountScope(account)).get(detectors, region);
      const page = pageOfList(call, input, '', detector === undefined ? [] : [detector.id]);
      return { DetectorIds: page.items, ...page.answer };
    },
  }),
  onDetector({
    name: 'GetDetector',
    access: 'read',
    of,
    handle: async (_input, { detector }) => shown(detector),
  }),
  onDetector({
    name: 'UpdateDetector',
    access: 'write',
    of,
    handle: async (input, { detector, keep }, { call, unit }) => {
      const { FindingPublishingFrequency: frequency, Enable: isEnabled } = input;
      const administrator = await administratorOf(unit, detector);
      if (frequency !== undefined && administrator !== undefined) {
        throw invalid('a member account cannot change the finding publishing frequency');
      }
      keep({
        ...detector,
        isEnabled: isEnabled ?? detector.isEnabled,
        frequency: frequency ?? detector.frequency,
        features: featuresAfter('UpdateDetector', detector.features, input, call.now),
        updated: call.now,
      });
      return {};
    },
  }),
  onDetector({
    name: 'DeleteDetector',
    access: 'write',
    of,
    handle: async (_input, { detector, view }, { unit }) => {
      const { items } = await view.list(members, { limit: 1 });
      if (items.length > 0) throw hasMembers();
      if ((await administratorOf(unit, detector)) !== undefined) {
        throw invalid('the current account is associated with an administrator account');
      }
      unit.view(accountScope(detector.account)).delete(detectors, detector.region);
      for (const { finding } of await everyOf(view, findings)) view.delete(findings, finding.Id);
      for (const { name } of await everyOf(view, filters)) view.delete(filters, name);
      for (const { id } of await everyOf(view, destinations)) view.delete(destinations, id);
      for (const { id, parts } of await everyOf(view, lists)) {
        view.delete(lists, id);
        for (let part = 0; part < parts; part += 1) view.delete(listParts, `${id}/${part}`);
      }
      return {};
    },
  }),
];

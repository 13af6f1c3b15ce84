import type { AnyOperation } from '../../contract/service.ts';
import { hexId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { OF_CREDENTIALS, OF_DATA } from '../../detection/api/attack-sequences.ts';
import { API_DETECTORS } from '../../detection/api/detectors.ts';
import { readApiCall } from '../../detection/api-call.ts';
import { DNS_DETECTORS } from '../../detection/dns/detectors.ts';
import { type Draft, type DraftAction, SEVERITY } from '../../detection/draft.ts';
import { FLOW_DETECTORS } from '../../detection/flow/detectors.ts';
import { TCP } from '../../detection/flow/flow.ts';
import { NO_PLACES } from '../../detection/world.ts';
import { findingOf } from './drafted-finding.ts';
import { invalidParameter } from './errors.ts';
import { tell, write } from './finding-keeping.ts';
import { onDetector } from './operation.ts';
import type { DetectorDocument, FindingDocument } from './state.ts';

const API = new Set(API_DETECTORS.flatMap(({ types }) => types));
const DNS = new Set(DNS_DETECTORS.flatMap(({ types }) => types));
const FLOW = new Set(FLOW_DETECTORS.flatMap(({ types }) => types));
const SEQUENCES = new Set([OF_CREDENTIALS, OF_DATA]);
/** Every type that can be found here. */
const FINDING_TYPES: readonly string[] = [...new Set([...API, ...DNS, ...FLOW, ...SEQUENCES])];

/** Findings that show what a real one would look like, and say that they are none. */
export const sampleOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateSampleFindings',
    access: 'write',
    of: ({ DetectorId }) => DetectorId,
    handle: async ({ FindingTypes: types = FINDING_TYPES }, { detector }, { unit, call }) => {
      const unknown = types.find((type) => !FINDING_TYPES.includes(type));
      if (unknown !== undefined) throw invalidParameter('findingTypes');
      const keeper = { unit, detector, places: NO_PLACES, now: call.now };
      for (const type of new Set(types)) {
        const id = await unit.once(() => hexId(32));
        const document = sampleOf(type, id, detector, call.now);
        await write(keeper, document);
        await tell(keeper, document);
      }
      return {};
    },
  }),
];

function sampleOf(
  type: string,
  id: string,
  detector: DetectorDocument,
  at: Instant,
): FindingDocument {
  const title = `[SAMPLE] A finding of the type ${type}.`;
  const draft: Draft = {
    type,
    severity: SEQUENCES.has(type) ? SEVERITY.critical : SEVERITY.medium,
    title,
    description: title,
    key: `sample/${type}`,
    at,
    role: 'TARGET',
    action: actionOf(type, detector, at),
    feature: /:S3\/(Anomalous|Malicious|Tor|Kali|Parrot|Pentoo)/.test(type)
      ? 'S3_DATA_EVENTS'
      : 'CLOUD_TRAIL',
    ...(type.includes(':S3/')
      ? {
          buckets: [
            { name: 'GeneratedFindingBucketName', arn: 'arn:aws:s3:::GeneratedFindingBucketName' },
          ],
        }
      : {}),
  };
  const { account, region } = detector;
  const origin = { scope: { account, region }, detectorId: detector.id, id, places: NO_PLACES };
  return {
    finding: findingOf(draft, origin),
    key: draft.key,
    additional: { sample: true },
    first: at,
    last: at,
    updated: at,
    isSuppressed: false,
    isPending: false,
  };
}

const ADDRESS = '198.51.100.0';
const INSTANCE = 'i-99999999';

function actionOf(type: string, { account, region }: DetectorDocument, time: Instant): DraftAction {
  const place = { account, region, time };
  if (DNS.has(type)) {
    const asked = {
      client: INSTANCE,
      vpc: 'GeneratedFindingVPCId',
      name: 'generatedfindingdomainname.com',
    };
    return {
      kind: 'dns',
      query: { ...place, ...asked, type: 'A', code: 'NOERROR', answers: [], protocol: 'UDP' },
    };
  }
  if (FLOW.has(type)) {
    return {
      kind: type.startsWith('Recon:EC2/PortProbe') ? 'probe' : 'flow',
      flow: {
        account,
        region,
        interfaceId: 'eni-abcdef00',
        instance: INSTANCE,
        local: { ip: '10.0.0.23', port: 2_000 },
        remote: { ip: ADDRESS, port: 22 },
        direction: 'INBOUND',
        protocol: TCP,
        packets: 1,
        bytes: 40,
        start: time,
        end: time,
        isAccepted: true,
      },
    };
  }
  const call = readApiCall(
    JSON.stringify({
      eventType: 'AwsApiCall',
      eventSource: 'GeneratedFindingAPIServiceName',
      eventName: 'GeneratedFindingAPIName',
      sourceIPAddress: ADDRESS,
      userAgent: '',
      userIdentity: {
        type: 'IAMUser',
        accountId: account,
        accessKeyId: 'GeneratedFindingAccessKeyId',
        principalId: 'GeneratedFindingPrincipalId',
        userName: 'GeneratedFindingUserName',
      },
    }),
    place,
  );
  if (call === undefined) throw new Error('the record of the sample is none of a call');
  return { kind: 'api', call };
}

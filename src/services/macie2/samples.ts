import type { FindingType } from '../../../models/macie2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { keepNew } from './finding-keeping.ts';
import { onSession } from './operation.ts';
import { WORSENINGS } from './posture.ts';
import { severityOf } from './sensitive-finding.ts';
import type { FindingDocument } from './state.ts';

const SENSITIVE: readonly FindingType[] = [
  'SensitiveData:S3Object/Multiple',
  'SensitiveData:S3Object/Financial',
  'SensitiveData:S3Object/Personal',
  'SensitiveData:S3Object/Credentials',
  'SensitiveData:S3Object/CustomIdentifier',
];
const TYPES: readonly FindingType[] = [...SENSITIVE, ...WORSENINGS.map(({ type }) => type)];

/** Findings that show what a real one would look like, and say that they are none. */
export const sampleOperations: readonly AnyOperation[] = [
  onSession({
    name: 'CreateSampleFindings',
    access: 'write',
    handle: async ({ findingTypes = TYPES }, { scope, session }, { unit, call }) => {
      for (const type of new Set(findingTypes)) {
        const id = await unit.once(uuid);
        await keepNew({ unit, scope, session, now: call.now }, sampleOf(type, id, scope, call.now));
      }
      return {};
    },
  }),
];

const BUCKET = 'amzn-s3-demo-bucket';
const ACTOR = {
  ipAddressDetails: { ipAddressV4: '198.51.100.1' },
  userIdentity: { type: 'IAMUser', iamUser: { userName: 'sample' } },
} as const;
const OBJECT = {
  bucketArn: `arn:aws:s3:::${BUCKET}`,
  key: 'sample.csv',
  path: `${BUCKET}/sample.csv`,
  extension: 'csv',
  size: 4_750,
  storageClass: 'STANDARD',
} as const;
const SENSITIVE_SAMPLE = {
  category: 'CLASSIFICATION',
  severity: severityOf(2),
  classification: {
    originType: 'SENSITIVE_DATA_DISCOVERY_JOB',
    result: {
      status: { code: 'COMPLETE' },
      mimeType: 'text/csv',
      sizeClassified: 4_750,
      additionalOccurrences: false,
      sensitiveData: [],
      customDataIdentifiers: { totalCount: 0, detections: [] },
    },
  },
} as const;

function sampleOf(type: FindingType, id: string, scope: Scope, now: Instant): FindingDocument {
  const { account, region } = scope;
  const title = `[SAMPLE] A finding of the type ${type}`;
  const base = {
    id,
    account,
    region,
    type,
    title,
    description: `${title}.`,
    created: now,
    updated: now,
    count: 1,
    isArchived: false,
    isSample: true,
    isPending: false,
    bucket: {
      arn: OBJECT.bucketArn,
      name: BUCKET,
      created: now,
      owner: { id: 'sample' },
      tags: [],
    },
  };
  const worsening = WORSENINGS.find((one) => one.type === type);
  return worsening === undefined
    ? { ...base, ...SENSITIVE_SAMPLE, object: { ...OBJECT, modified: now } }
    : {
        ...base,
        category: 'POLICY',
        severity: severityOf(worsening.severity),
        policy: { api: 'GeneratedFindingAPIName', first: now, last: now, actor: ACTOR },
      };
}

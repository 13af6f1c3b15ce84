import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';

const OF_ACCOUNT = 'Policy:S3/AccountBlockPublicAccessDisabled';
const OF_BUCKET = 'Policy:S3/BucketBlockPublicAccessDisabled';
const NAMES = [
  'PutPublicAccessBlock',
  'DeletePublicAccessBlock',
  'PutBucketPublicAccessBlock',
  'DeleteBucketPublicAccessBlock',
  'PutAccountPublicAccessBlock',
  'DeleteAccountPublicAccessBlock',
];
const PARTS = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'];

/** What keeps a bucket, or all buckets of the account, from becoming public was switched off. */
export const publicAccessBlock: ApiDetector = {
  types: [OF_ACCOUNT, OF_BUCKET],
  names: new Set(NAMES),
  detect: (call) => {
    if (call.error !== undefined || !switchesOff(call)) return [];
    const { bucket } = call;
    if (bucket === undefined) {
      const title = 'Amazon S3 Block Public Access was disabled for the account.';
      const description = `${title.slice(0, -1)} ${call.account} by ${nameOf(call)} calling ${call.name}.`;
      return [ofCall(call, { type: OF_ACCOUNT, severity: SEVERITY.low, title, description })];
    }
    const access = { publicRead: false, publicWrite: false, by: 'block', effective: 'UNKNOWN' };
    return [
      ofCall(call, {
        type: OF_BUCKET,
        severity: SEVERITY.low,
        title: `Amazon S3 Block Public Access was disabled for S3 bucket ${bucket.name}.`,
        description:
          `Block Public Access of S3 bucket ${bucket.name} was disabled by ${nameOf(call)} ` +
          `calling ${call.name}.`,
        key: `${call.actor.principalId}/${bucket.name}`,
        buckets: [{ ...bucket, access: { ...access, by: 'block', effective: 'UNKNOWN' } }],
      }),
    ];
  },
};

function switchesOff({ source, name, parameters }: ApiCall): boolean {
  if (source !== 's3.amazonaws.com' && source !== 's3control.amazonaws.com') return false;
  if (name.startsWith('Delete')) return true;
  const text = JSON.stringify(parameters);
  return !PARTS.every((part) => new RegExp(`"${part}":true`, 'i').test(text));
}

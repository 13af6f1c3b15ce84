import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { type Draft, nameOf, ofCall, SEVERITY } from '../draft.ts';
import { agentFamily, networkOf } from '../memory/dimensions.ts';
import { dayOf } from '../memory/histogram.ts';
import { volumeName } from '../memory/learning.ts';
import type { Volume } from '../memory/memories.ts';
import { volumeOf } from '../memory/volumes.ts';
import type { World } from '../world.ts';
import { anomalyOf, WARM_UP_DAYS, WARM_UP_MS } from './unusual-calls.ts';

const KINDS = {
  'Discovery:S3/AnomalousBehavior': SEVERITY.low,
  'Exfiltration:S3/AnomalousBehavior': SEVERITY.high,
  'Impact:S3/AnomalousBehavior.Delete': SEVERITY.high,
  'Impact:S3/AnomalousBehavior.Permission': SEVERITY.high,
  'Impact:S3/AnomalousBehavior.Write': SEVERITY.medium,
} as const;
/** A day's calls against the mean of the days before. */
const TIMES_MEAN = 10;
const CALLS_MIN = 50;

/** A bucket is used in a way, or as often, as it and its user never were. */
export const unusualBucketUse: ApiDetector = {
  types: Object.keys(KINDS),
  detect: (call, world) => {
    const type = typeOf(call);
    if (type === undefined || !isKnown(call, world)) return [];
    return [...unusualManner(call, world, type), ...unusualVolume(call, world)];
  },
};

function typeOf({ bucket, isManagement, name }: ApiCall): keyof typeof KINDS | undefined {
  if (bucket === undefined) return undefined;
  if (/^PutObjectAcl|^PutBucket(Acl|Policy)|^DeleteBucketPolicy/.test(name)) {
    return 'Impact:S3/AnomalousBehavior.Permission';
  }
  if (isManagement) return undefined;
  if (name.startsWith('Delete')) return 'Impact:S3/AnomalousBehavior.Delete';
  if (/^(List|GetObjectAcl|GetObjectTagging|Head)/.test(name))
    return 'Discovery:S3/AnomalousBehavior';
  if (/^(GetObject|CopyObject|SelectObject)/.test(name)) return 'Exfiltration:S3/AnomalousBehavior';
  return /^(Put|Upload|Create)/.test(name) ? 'Impact:S3/AnomalousBehavior.Write' : undefined;
}

function isKnown({ time }: ApiCall, { bucket }: World): boolean {
  if (bucket?.first === undefined) return false;
  return time - bucket.first >= WARM_UP_MS && bucket.days >= WARM_UP_DAYS;
}

function unusualManner(call: ApiCall, world: World, type: keyof typeof KINDS): readonly Draft[] {
  const { actor, bucket, places } = world;
  if (bucket === undefined || call.bucket === undefined) return [];
  const dimension = (
    name: string,
    value: string,
    own: typeof bucket.users,
    all: typeof bucket.users,
  ) => ({
    name,
    value,
    own,
    ofAccount: all,
  });
  const anomaly = anomalyOf(
    [
      dimension('userName', call.actor.userName, bucket.users, bucket.users),
      dimension('asnOrg', networkOf(call.ip, places), bucket.networks, actor.networks),
      dimension('userAgent', agentFamily(call.agent), bucket.agents, actor.agents),
    ],
    dayOf(call.time),
  );
  if (anomaly === undefined) return [];
  return [
    ofCall(call, {
      type,
      severity: KINDS[type],
      title: `${nameOf(call)} is anomalously invoking ${call.name} on S3 bucket ${call.bucket.name}.`,
      description:
        `API ${call.name} was invoked on S3 bucket ${call.bucket.name} by ${nameOf(call)} from ` +
        `${call.ip} in a way that is unusual for the bucket.`,
      key: `${call.actor.principalId}/${call.bucket.name}`,
      anomaly,
    }),
  ];
}

/** Told when the day's calls pass the limit, and each time they have doubled since. */
function unusualVolume(call: ApiCall, { actor, bucket }: World): readonly Draft[] {
  if (call.bucket === undefined || bucket === undefined) return [];
  if (!['GetObject', 'CopyObject', 'SelectObjectContent'].includes(call.name)) return [];
  const day = dayOf(call.time);
  const own = volumeOf(actor.volumes, volumeName(call.name, call.bucket.name), day);
  if (own.days < WARM_UP_DAYS || !passes(own)) return [];
  const everywhere = volumeOf(actor.volumes, volumeName(call.name, '*'), day);
  const everybody = volumeOf(bucket.volumes, volumeName(call.name, '*'), day);
  const shown = ({ today, mean }: Volume) => ({
    last24Hours: today + 1,
    dailyMean: Math.round(mean * 100) / 100,
  });
  return [
    ofCall(call, {
      type: 'Exfiltration:S3/AnomalousBehavior',
      severity: SEVERITY.high,
      title: `${nameOf(call)} is reading unusually much from S3 bucket ${call.bucket.name}.`,
      description:
        `API ${call.name} was invoked ${own.today + 1} times in a day on S3 bucket ` +
        `${call.bucket.name} by ${nameOf(call)}, who does so ${own.mean.toFixed(1)} times on average.`,
      key: `${call.actor.principalId}/${call.bucket.name}`,
      additional: {
        unusualVolume: {
          identityAndBucket: shown(own),
          identityAndAllBuckets: shown(everywhere),
          allIdentitiesAndBucket: shown(everybody),
        },
      },
    }),
  ];
}

function passes({ today, mean }: Volume): boolean {
  const limit = Math.max(CALLS_MIN, TIMES_MEAN * mean);
  const times = (today + 1) / limit;
  const before = today / limit;
  return times >= 1 && (before < 1 || Math.floor(Math.log2(times)) > Math.floor(Math.log2(before)));
}

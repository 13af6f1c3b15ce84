import { isJsonObject, type JsonObject } from '../../core/json.ts';
import type { ApiCall } from '../api-call.ts';
import { textIn } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { World } from '../world.ts';

const TYPE = 'Stealth:IAMUser/CloudTrailLoggingDisabled';

/** Somebody stopped, deleted or emptied a trail, or took away the bucket it writes to. */
export const trailTampering: ApiDetector = {
  types: [TYPE],
  names: new Set([
    'StopLogging',
    'DeleteTrail',
    'UpdateTrail',
    'PutEventSelectors',
    'DeleteBucket',
  ]),
  detect: (call, world) => {
    const trail = call.error === undefined ? disabled(call, world) : undefined;
    if (trail === undefined) return [];
    return [
      ofCall(call, {
        type: TYPE,
        severity: SEVERITY.low,
        title: `AWS CloudTrail trail ${trail} was disabled.`,
        description:
          `AWS CloudTrail trail ${trail} was disabled by ${nameOf(call)} calling ${call.name}. ` +
          'Who acts without being recorded may be hiding what they do.',
        key: `${call.actor.principalId}/${trail}`,
      }),
    ];
  },
};

/** What was disabled: a trail, or the bucket of one. */
function disabled({ source, name, parameters, bucket }: ApiCall, world: World): string | undefined {
  if (name === 'DeleteBucket') {
    return bucket !== undefined && world.trailBuckets.has(bucket.name) ? bucket.name : undefined;
  }
  if (source !== 'cloudtrail.amazonaws.com') return undefined;
  const trail = textIn(parameters, 'name') || textIn(parameters, 'trailName');
  if (name === 'UpdateTrail') return narrows(parameters) ? trail : undefined;
  if (name === 'PutEventSelectors') return selectsNothing(parameters) ? trail : undefined;
  return trail;
}

function narrows(parameters: JsonObject): boolean {
  const { isMultiRegionTrail, includeGlobalServiceEvents } = parameters;
  return isMultiRegionTrail === false || includeGlobalServiceEvents === false;
}

/** No management events, and none of data. */
function selectsNothing({ eventSelectors, advancedEventSelectors }: JsonObject): boolean {
  if (Array.isArray(advancedEventSelectors) && advancedEventSelectors.length > 0) return false;
  if (!Array.isArray(eventSelectors)) return true;
  return eventSelectors.filter(isJsonObject).every(({ includeManagementEvents, dataResources }) => {
    const hasData = Array.isArray(dataResources) && dataResources.length > 0;
    return includeManagementEvents === false && !hasData;
  });
}

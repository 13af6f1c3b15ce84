import { objectIn } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';

const TYPE = 'Stealth:S3/ServerAccessLoggingDisabled';

/** A bucket's access is no longer logged. */
export const serverAccessLogging: ApiDetector = {
  types: [TYPE],
  names: new Set(['PutBucketLogging']),
  detect: (call) => {
    const { bucket, parameters, error } = call;
    if (bucket === undefined || error !== undefined) return [];
    const status = objectIn(parameters, 'bucketLoggingStatus');
    if (status['loggingEnabled'] ?? status['LoggingEnabled']) return [];
    return [
      ofCall(call, {
        type: TYPE,
        severity: SEVERITY.low,
        title: `Amazon S3 server access logging was disabled for S3 bucket ${bucket.name}.`,
        description:
          `Server access logging of S3 bucket ${bucket.name} was disabled by ${nameOf(call)} ` +
          `calling ${call.name}.`,
        key: `${call.actor.principalId}/${bucket.name}`,
      }),
    ];
  },
};

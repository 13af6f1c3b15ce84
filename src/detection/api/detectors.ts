import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { World } from '../world.ts';
import { bedrockLogging } from './bedrock-logging.ts';
import { consoleLogins } from './console-logins.ts';
import { exfiltratedCredentials } from './exfiltrated-credentials.ts';
import { listedCallers } from './listed-callers.ts';
import { passwordPolicy } from './password-policy.ts';
import { publicAccessBlock } from './public-access-block.ts';
import { publicBuckets } from './public-buckets.ts';
import { rootUse } from './root-use.ts';
import { serverAccessLogging } from './server-access-logging.ts';
import { testingSystems } from './testing-systems.ts';
import { trailTampering } from './trail-tampering.ts';
import { unusualBucketUse } from './unusual-bucket-use.ts';
import { unusualCalls } from './unusual-calls.ts';

/** Every detector of calls. One is a file and a line here. */
export const API_DETECTORS: readonly ApiDetector[] = [
  trailTampering,
  passwordPolicy,
  serverAccessLogging,
  rootUse,
  publicAccessBlock,
  publicBuckets,
  bedrockLogging,
  testingSystems,
  listedCallers,
  consoleLogins,
  exfiltratedCredentials,
  unusualCalls,
  unusualBucketUse,
];

const OF_ANY = API_DETECTORS.filter(({ names }) => names === undefined);
const BY_NAME = new Map<string, readonly ApiDetector[]>();
for (const detector of API_DETECTORS) {
  for (const name of detector.names ?? []) {
    BY_NAME.set(name, [...(BY_NAME.get(name) ?? []), detector]);
  }
}
const NONE: readonly ApiDetector[] = [];

/** What all detectors tell of one call. */
export function detectCall(call: ApiCall, world: World): readonly Draft[] {
  const found: Draft[] = [];
  for (const detector of OF_ANY) found.push(...detector.detect(call, world));
  for (const detector of BY_NAME.get(call.name) ?? NONE)
    found.push(...detector.detect(call, world));
  return found;
}

import { hash } from 'node:crypto';
import type { Call, Context } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { viaService } from './conditions.ts';
import type { ProxyConfiguration } from './key-store-state.ts';
import type { ProxyAddress } from './xks-proxies.ts';

/** More runs than a unit has. */
const RUNS_MAX = 10;

/** A proxy as a call on a key speaks to it. The key is unknown while it is being made. */
export function addressOf(
  proxy: ProxyConfiguration,
  call: Call,
  operation: string,
  kmsKeyArn?: string,
): ProxyAddress {
  const via = call.calledVia.at(-1);
  return addressWith(proxy, call, {
    awsPrincipalArn: call.caller.identity.arn,
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
    kmsOperation: operation,
    kmsRequestId: call.requestId,
    ...(via === undefined ? {} : { kmsViaService: viaService(via, call.scope.region) }),
  });
}

/** A proxy as it is asked for its health: nobody's key is concerned. */
export function healthAddress(proxy: ProxyConfiguration, call: Call): ProxyAddress {
  return addressWith(proxy, call, { kmsRequestId: call.requestId, kmsOperation: call.operation });
}

function addressWith(proxy: ProxyConfiguration, call: Call, metadata: JsonObject): ProxyAddress {
  return { proxy, region: call.scope.region, now: call.realNow, metadata };
}

/**
 * What a proxy is asked in a unit that may run again: once for each subject. Another run that asks for something else,
 * because the key or its store were changed meanwhile, asks anew.
 */
export async function askOnce<T>(
  context: Context,
  subject: readonly (string | Uint8Array)[],
  ask: () => Promise<T>,
): Promise<T> {
  const digests = subject.map((part) => hash('sha256', part, 'hex'));
  const name = hash('sha256', digests.join(), 'hex');
  for (let run = 0; run < RUNS_MAX; run += 1) {
    const asked = await context.once(async () => ({ name, answer: await ask() }));
    if (asked.name === name) return asked.answer;
  }
  throw new Error('a unit asked a key store proxy for too many things');
}

import type { ThrottleSettings } from '../../../../models/apigateway/types.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { ACCOUNT_BURST, ACCOUNT_RATE, digestOf } from '../account.ts';
import { own } from '../definitions.ts';
import { valueOf } from '../domain/fields.ts';
import { GatewayFault } from '../domain/gateway-fault.ts';
import type { Rate, TokenBuckets } from '../domain/token-bucket.ts';
import {
  ACCOUNT_ID,
  type ApiKeyDocument,
  accounts,
  apiKeys,
  childId,
  planKeys,
  type UsagePlanDocument,
  usagePlans,
  usages,
} from '../state.ts';
import { counted, remainingOf } from '../usage.ts';
import type { ApiCall } from './call.ts';

/** A key that may call the stage, by a plan. */
export interface PlannedKey {
  readonly key: ApiKeyDocument;
  readonly plan: UsagePlanDocument;
}

/** Whose key came along. Undefined: the method asks for none, and none that counts came. Errors: GatewayFault. */
export async function keyOf(
  call: ApiCall,
  usageKey: string | undefined,
): Promise<PlannedKey | undefined> {
  const { snapshot, headers, method, context, scope, api, stage } = call;
  const given = snapshot.apiKeySource === 'AUTHORIZER' ? usageKey : valueOf(headers, 'x-api-key');
  const found =
    given === undefined
      ? undefined
      : await context.read((unit) =>
          plannedKey(unit, { scope, value: given, stage: `${api.id}/${stage.stageName}` }),
        );
  if (found !== undefined) return found;
  if (method.apiKeyRequired !== true) return undefined;
  throw new GatewayFault('INVALID_API_KEY', 'Forbidden');
}

interface Presented {
  readonly scope: ApiCall['scope'];
  readonly value: string;
  readonly stage: string;
}

const VALUE_MAX = 128;

async function plannedKey(
  unit: Unit,
  { scope, value, stage }: Presented,
): Promise<PlannedKey | undefined> {
  if (value.length > VALUE_MAX) return undefined;
  const view = unit.view(scope);
  const account = await view.get(accounts, ACCOUNT_ID);
  if (account === undefined) return undefined;
  const prefix = digestOf(account, value);
  const { items } = await view.list(apiKeys, { index: 'digest', prefix, limit: 1 });
  const key = items[0]?.document;
  if (key?.enabled !== true) return undefined;
  for (const { planId } of await everyOf(view, planKeys, { index: 'key', prefix: `${key.id}/` })) {
    const plan = await view.get(usagePlans, planId);
    const isOfStage = plan?.apiStages?.some((one) => `${one.apiId}/${one.stage}` === stage);
    if (plan !== undefined && isOfStage === true) return { key, plan };
  }
  return undefined;
}

/** Takes the call of every rate it counts to, the narrowest first. Errors: GatewayFault. */
export function throttle(
  buckets: TokenBuckets,
  call: ApiCall,
  planned: PlannedKey | undefined,
): void {
  const { scope, request } = call;
  const account = `account/${scope.account}/${scope.region}`;
  const wanted = [
    ...planRates(call, planned),
    ...stageRates(call),
    [account, { rate: ACCOUNT_RATE, burst: ACCOUNT_BURST }] as const,
  ];
  if (!buckets.take(wanted, request.arrived)) {
    throw new GatewayFault('THROTTLED', 'Too Many Requests');
  }
}

type Named = readonly [name: string, rate: Rate];

function planRates(
  { api, stage, resource, method }: ApiCall,
  planned: PlannedKey | undefined,
): readonly Named[] {
  if (planned === undefined) return [];
  const { plan, key } = planned;
  const ofStage = plan.apiStages?.find(
    (one) => one.apiId === api.id && one.stage === stage.stageName,
  );
  const name = `${resource.path}/${method.httpMethod}`;
  const ofMethod = ofStage?.throttle?.[name];
  const client = `plan/${plan.id}/${key.id}`;
  return [
    ...named(`${client}/${api.id}/${stage.stageName}${name}`, ofMethod),
    ...named(client, plan.throttle),
  ];
}

function stageRates({ scope, api, stage, resource, method }: ApiCall): readonly Named[] {
  const settings = stage.methodSettings ?? {};
  const path = resource.path === '/' ? '~1' : resource.path.slice(1).replaceAll('/', '~1');
  const exact = `${path}/${method.httpMethod}`;
  // A method's own settings stand in the place of those of all, each by itself.
  const [all = {}, only = {}] = [own(settings, '*/*'), own(settings, exact)];
  const { throttlingRateLimit: rate, throttlingBurstLimit: burst } = only;
  const key = rate === undefined && burst === undefined ? '*/*' : exact;
  const place = `stage/${scope.account}/${scope.region}/${api.id}/${stage.stageName}/${key}`;
  return named(place, {
    rateLimit: rate ?? all.throttlingRateLimit,
    burstLimit: burst ?? all.throttlingBurstLimit,
  });
}

/** A limit that is not set limits nothing. */
function named(name: string, settings: ThrottleSettings | undefined): readonly Named[] {
  const { rateLimit, burstLimit } = settings ?? {};
  if (rateLimit === undefined && burstLimit === undefined) return [];
  return [[name, { rate: rateLimit ?? ACCOUNT_RATE, burst: burstLimit ?? ACCOUNT_BURST }]];
}

/** Counts a request that a key makes. Errors: GatewayFault when the plan's quota is used up. */
export async function spend(
  { context }: ApiCall,
  { plan, key }: PlannedKey,
  scope: ApiCall['scope'],
): Promise<void> {
  const isLeft = await context.write(async (unit, now: Instant) => {
    const view = unit.view(scope);
    const id = childId(plan.id, key.id);
    const usage = await view.get(usages, id);
    if (remainingOf(plan, usage, now) <= 0) return false;
    view.put(usages, id, counted(plan, usage, now));
    return true;
  });
  if (!isLeft) throw new GatewayFault('QUOTA_EXCEEDED', 'Limit Exceeded');
}

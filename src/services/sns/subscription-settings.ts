import { parseArn } from '../../core/arn.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { filterPolicyFault, type FilterScope } from './domain/filter-policy.ts';
import { deadLetterTarget } from './delivery.ts';
import { invalidParameter } from './errors.ts';

interface Subject {
  readonly protocol: string;
  readonly region: string;
  /** What a filter policy is about. */
  readonly scope: FilterScope;
}

/** What the attributes say of it. */
export function filterScope(attributes: Readonly<Record<string, string>>): FilterScope {
  return attributes['FilterPolicyScope'] === 'MessageBody' ? 'MessageBody' : 'MessageAttributes';
}

const POLICY_BYTES_MAX = 262_144;

/** An attribute that subscriptions have, with a value that it may have. Errors: InvalidParameter. */
export function requireSubscriptionAttribute(name: string, value: string, subject: Subject): void {
  const check = CHECKS.get(name);
  if (check === undefined) throw invalidParameter('AttributeName');
  const fault = value === '' ? undefined : check(value, subject);
  if (fault !== undefined) throw invalidParameter(fault);
}

type Check = (value: string, subject: Subject) => string | undefined;

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['RawMessageDelivery', rawDelivery],
  ['FilterPolicy', (value, { scope }) => filterPolicyFault(value, scope)],
  [
    'FilterPolicyScope',
    (value) =>
      value === 'MessageAttributes' || value === 'MessageBody'
        ? undefined
        : `FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
  ],
  ['RedrivePolicy', redrivePolicy],
  ['DeliveryPolicy', deliveryPolicy],
]);

const RAW: ReadonlySet<string> = new Set(['sqs', 'http', 'https']);

function rawDelivery(value: string, { protocol }: Subject): string | undefined {
  if (!/^(true|false)$/i.test(value)) {
    return `RawMessageDelivery: Invalid value [${value}]. Must be true or false.`;
  }
  const isWanted = value.toLowerCase() === 'true';
  return isWanted && !RAW.has(protocol)
    ? `Delivery protocol [${protocol}] does not support raw message delivery.`
    : undefined;
}

function redrivePolicy(value: string, { region }: Subject): string | undefined {
  const target = deadLetterTarget(value);
  const arn = target === undefined ? undefined : parseArn(target);
  if (arn?.service !== 'sqs') {
    return 'RedrivePolicy: deadLetterTargetArn is an invalid arn';
  }
  return arn.region === region ? undefined : 'RedrivePolicy: must be in the Region of the topic';
}

function deliveryPolicy(value: string, { protocol }: Subject): string | undefined {
  if (protocol !== 'http' && protocol !== 'https') {
    return 'DeliveryPolicy: only http and https subscriptions have one';
  }
  if (Buffer.byteLength(value) > POLICY_BYTES_MAX) return 'DeliveryPolicy: too long';
  try {
    const json: JsonValue = JSON.parse(value);
    return isJsonObject(json) ? undefined : 'DeliveryPolicy: Unexpected JSON member: is no object';
  } catch {
    return 'DeliveryPolicy: failed to parse JSON.';
  }
}

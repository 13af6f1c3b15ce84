import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { matchesAttributes, matchesBody } from './domain/filter-match.ts';
import type { Notification, NotificationAttribute } from './message.ts';
import type { SubscriptionDocument } from './state.ts';

/** Whether a subscription wants a message: all of them, without a filter policy. */
export function matchesFilter(
  { attributes }: SubscriptionDocument,
  notification: Notification,
): boolean {
  const text = attributes['FilterPolicy'];
  if (text === undefined || text === '') return true;
  const policy: JsonValue = JSON.parse(text);
  if (!isJsonObject(policy) || Object.keys(policy).length === 0) return true;
  if (attributes['FilterPolicyScope'] === 'MessageBody') {
    const body = objectOf(notification.message);
    return body !== undefined && matchesBody(policy, body);
  }
  const values: Record<string, readonly JsonValue[]> = {};
  for (const [name, attribute] of Object.entries(notification.attributes)) {
    values[name] = valuesOf(attribute);
  }
  return matchesAttributes(policy, values);
}

/** Binary attributes can't be filtered by. */
function valuesOf({ type, value }: NotificationAttribute): readonly JsonValue[] {
  if (type.startsWith('Binary')) return [];
  if (type.startsWith('Number')) return [Number(value)];
  if (type !== 'String.Array') return [value];
  const list = parse(value);
  return Array.isArray(list) ? list : [];
}

function objectOf(text: string): JsonObject | undefined {
  const json = parse(text);
  return json !== undefined && isJsonObject(json) ? json : undefined;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

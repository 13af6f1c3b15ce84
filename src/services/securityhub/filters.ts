import type {
  AwsSecurityFinding,
  AwsSecurityFindingFilters,
} from '../../../models/securityhub/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { addressSet } from '../../detection/threats/address-set.ts';
import { PATHS } from './filter-paths.ts';

/** A finding as filters look at it. */
export function plainFinding(finding: AwsSecurityFinding): JsonObject {
  const plain: JsonValue = JSON.parse(JSON.stringify(finding));
  return isJsonObject(plain) ? plain : {};
}

/** Whether a finding meets every filter that is given. */
export function meets(
  plain: JsonObject,
  filters: AwsSecurityFindingFilters | undefined,
  now: Instant,
): boolean {
  const given: JsonValue = JSON.parse(JSON.stringify(filters ?? {}));
  if (!isJsonObject(given)) return true;
  return Object.entries(given).every(([name, conditions]) => {
    if (!Array.isArray(conditions) || conditions.length === 0) return true;
    return meetsAll(plain, name, conditions.filter(isJsonObject), now);
  });
}

/** One that affirms suffices; all that deny must hold. */
function meetsAll(
  plain: JsonObject,
  name: string,
  conditions: readonly JsonObject[],
  now: Instant,
): boolean {
  const denies = conditions.filter((one) => String(one['Comparison'] ?? '').includes('NOT_'));
  const affirms = conditions.filter((one) => !denies.includes(one));
  const holds = (one: JsonObject): boolean => meetsOne(plain, name, one, now);
  return denies.every(holds) && (affirms.length === 0 || affirms.some(holds));
}

function meetsOne(plain: JsonObject, name: string, condition: JsonObject, now: Instant): boolean {
  if (name === 'Keyword') {
    return JSON.stringify(plain)
      .toLowerCase()
      .includes(String(condition['Value'] ?? '').toLowerCase());
  }
  const values = valuesAt(plain, PATHS.get(name) ?? name);
  if (condition['Key'] !== undefined) return meetsMap(values, condition);
  if (condition['Cidr'] !== undefined) {
    const range = addressSet([String(condition['Cidr'])]);
    return values.some((value) => range.find(String(value)) !== undefined);
  }
  if (['Start', 'End', 'DateRange'].some((one) => condition[one] !== undefined)) {
    return values.some((value) => meetsDate(Date.parse(String(value)), condition, now));
  }
  if (['Gte', 'Lte', 'Eq', 'Gt', 'Lt'].some((one) => condition[one] !== undefined)) {
    return values.some((value) => meetsNumber(Number(value), condition));
  }
  const texts = values.filter((value) => !isJsonObject(value)).map(String);
  return meetsText(
    texts,
    String(condition['Value'] ?? ''),
    String(condition['Comparison'] ?? 'EQUALS'),
  );
}

function meetsText(texts: readonly string[], wanted: string, comparison: string): boolean {
  switch (comparison) {
    case 'PREFIX':
      return texts.some((text) => text.startsWith(wanted));
    case 'CONTAINS':
      return texts.some((text) => text.includes(wanted));
    case 'CONTAINS_WORD':
      return texts.some((text) => text.toLowerCase().split(/\W+/).includes(wanted.toLowerCase()));
    case 'NOT_EQUALS':
      return !texts.includes(wanted);
    case 'PREFIX_NOT_EQUALS':
      return !texts.some((text) => text.startsWith(wanted));
    case 'NOT_CONTAINS':
      return !texts.some((text) => text.includes(wanted));
    default:
      return texts.includes(wanted);
  }
}

function meetsMap(values: readonly JsonValue[], { Key, Value, Comparison }: JsonObject): boolean {
  const texts = values.flatMap((value) => {
    const inner = isJsonObject(value) ? own(value, String(Key)) : undefined;
    return inner === undefined ? [] : [String(inner)];
  });
  return meetsText(texts, String(Value ?? ''), String(Comparison ?? 'EQUALS'));
}

function meetsNumber(value: number, { Gte, Lte, Eq, Gt, Lt }: JsonObject): boolean {
  const bound = (limit: JsonValue | undefined, test: (limit: number) => boolean): boolean =>
    typeof limit !== 'number' || test(limit);
  return (
    bound(Gte, (limit) => value >= limit) &&
    bound(Lte, (limit) => value <= limit) &&
    bound(Eq, (limit) => value === limit) &&
    bound(Gt, (limit) => value > limit) &&
    bound(Lt, (limit) => value < limit)
  );
}

function meetsDate(at: number, { Start, End, DateRange }: JsonObject, now: Instant): boolean {
  if (typeof Start === 'string' && !(at >= Date.parse(Start))) return false;
  if (typeof End === 'string' && !(at <= Date.parse(End))) return false;
  if (!isJsonObject(DateRange)) return true;
  const days = Number(DateRange['Value'] ?? 0) * DAY_MS;
  return DateRange['Comparison'] === 'OLDER_THAN' ? at < now - days : at >= now - days;
}

/** What a path such as `Resources.Type` leads to; lists are gone through. */
export function valuesAt(plain: JsonObject, path: string): readonly JsonValue[] {
  let found: readonly JsonValue[] = [plain];
  for (const name of path.split('.')) {
    found = found.flatMap((value) => {
      const inner = isJsonObject(value) ? own(value, name) : undefined;
      if (inner === undefined || inner === null) return [];
      return Array.isArray(inner) ? inner : [inner];
    });
  }
  return found;
}

/** Names are customers': `constructor` leads to nothing. */
function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

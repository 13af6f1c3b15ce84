import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** What a policy that shares a rule group must allow, and what it may. */
const NEEDED = ['wafv2:createwebacl', 'wafv2:updatewebacl', 'wafv2:putfirewallmanagerrulegroups'];
const ALLOWED: ReadonlySet<string> = new Set([...NEEDED, 'wafv2:getrulegroup']);

/** The statements of a policy that shares a rule group; undefined: it is none. They name no resource. */
export function sharingStatements(text: string): readonly JsonObject[] | undefined {
  const policy = parsed(text);
  if (!isJsonObject(policy) || policy['Version'] !== '2012-10-17') return undefined;
  const given = policy['Statement'];
  const list = isList(given) ? given : [given];
  const statements = list.filter((one) => isJsonObject(one) && isSharing(one));
  return list.length > 0 && statements.length === list.length
    ? statements.filter((one) => isJsonObject(one))
    : undefined;
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function isSharing(statement: JsonObject): boolean {
  const { Effect, Action, Principal, Resource, NotResource } = statement;
  if (Effect !== 'Allow' || Principal === undefined) return false;
  if (Resource !== undefined || NotResource !== undefined) return false;
  const list = isList(Action) ? Action : [Action];
  const actions = list.map((one) => (typeof one === 'string' ? one.toLowerCase() : ''));
  return (
    actions.every((action) => ALLOWED.has(action)) &&
    NEEDED.every((action) => actions.includes(action))
  );
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

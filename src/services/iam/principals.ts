import type { Unit } from '../../contract/view.ts';
import type { Collection } from '../../contract/collection.ts';
import { parseArn } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { BoundPolicy, PrincipalDirectory } from './port.ts';
import { accountScope, roles, users } from './state.ts';

const ACCOUNT = /^\d{12}$/;
/** Providers that need no registration in an account. */
const WEB_PROVIDERS: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** Providers of an account are named before they are made, as AWS lets them be. */
const PROVIDER_ARN = /^arn:aws:iam::\d{12}:(oidc-provider|saml-provider)\/.+$/;

/** Principals of policies, looked up in every account of this installation. */
export const principalDirectory: PrincipalDirectory = { bind, show, identify, isService };

async function bind(unit: Unit, text: string): Promise<BoundPolicy | { readonly unknown: string }> {
  const document: JsonValue = JSON.parse(text);
  const principals: Record<string, string> = {};
  for (const { kind, name } of principalsOf(document)) {
    if (!(await exists(unit, kind, name))) return { unknown: `"${kind}":"${name}"` };
    const id = kind === 'AWS' ? await uniqueIdOf(unit, name) : undefined;
    if (id !== undefined) principals[name] = id;
  }
  if (Object.keys(principals).length === 0) return { text };
  const bound = JSON.stringify(renamed(document, new Map(Object.entries(principals))));
  return { text, bound: { text: bound, principals } };
}

async function show(unit: Unit, policy: BoundPolicy): Promise<string> {
  const gone = new Map<string, string>();
  for (const [arn, id] of Object.entries(policy.bound?.principals ?? {})) {
    if ((await uniqueIdOf(unit, arn)) !== id) gone.set(arn, id);
  }
  if (gone.size === 0) return policy.text;
  const document: JsonValue = JSON.parse(policy.text);
  return JSON.stringify(renamed(document, gone));
}

interface Named {
  readonly kind: string;
  readonly name: string;
}

function principalsOf(document: JsonValue): readonly Named[] {
  const found: Named[] = [];
  for (const statement of statementsOf(document)) {
    for (const element of ['Principal', 'NotPrincipal']) {
      const kinds = statement[element];
      if (!isJsonObject(kinds)) continue;
      for (const [kind, names] of Object.entries(kinds)) {
        for (const name of listOf(names)) {
          if (typeof name === 'string') found.push({ kind, name });
        }
      }
    }
  }
  return found;
}

function statementsOf(document: JsonValue): readonly JsonObject[] {
  if (!isJsonObject(document)) return [];
  return listOf(document['Statement']).filter(isJsonObject);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The document with the names of its AWS principals replaced; nothing else is touched. */
function renamed(document: JsonValue, names: ReadonlyMap<string, string>): JsonValue {
  if (!isJsonObject(document)) return document;
  const Statement = statementsOf(document).map((statement) =>
    Object.fromEntries(
      Object.entries(statement).map(([element, value]) =>
        element === 'Principal' || element === 'NotPrincipal'
          ? [element, renamedElement(value, names)]
          : [element, value],
      ),
    ),
  );
  return { ...document, Statement };
}

function renamedElement(
  value: JsonValue | undefined,
  names: ReadonlyMap<string, string>,
): JsonValue | undefined {
  if (!isJsonObject(value)) return value;
  const rename = (name: JsonValue): JsonValue =>
    typeof name === 'string' ? (names.get(name) ?? name) : name;
  const aws = value['AWS'];
  if (aws === undefined) return value;
  return { ...value, AWS: isList(aws) ? aws.map(rename) : rename(aws) };
}

async function exists(unit: Unit, kind: string, name: string): Promise<boolean> {
  switch (kind) {
    case 'Service':
      return isService(name);
    case 'Federated':
      return WEB_PROVIDERS.has(name) || PROVIDER_ARN.test(name);
    case 'CanonicalUser':
      return /^[0-9a-f]{64}$/.test(name);
    default:
      return name === '*' || isAccount(name) || (await uniqueIdOf(unit, name)) !== undefined;
  }
}

function isService(name: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com|amazon\.com|aws\.internal)$/.test(name);
}

async function identify(unit: Unit, name: string): Promise<string | undefined> {
  const arn = parseArn(name);
  if (arn === undefined) return undefined;
  return isAccount(name) ? arn.account : uniqueIdOf(unit, name);
}

function isAccount(name: string): boolean {
  if (ACCOUNT.test(name)) return true;
  const arn = parseArn(name);
  return arn?.service === 'iam' && arn.resource === 'root' && ACCOUNT.test(arn.account);
}

/** The unique id behind the ARN of a user, role, role session or federated user. */
async function uniqueIdOf(unit: Unit, name: string): Promise<string | undefined> {
  const arn = parseArn(name);
  if (arn === undefined || !ACCOUNT.test(arn.account)) return undefined;
  const [type, ...rest] = arn.resource.split('/');
  const last = rest.at(-1);
  if (last === undefined) return undefined;
  if (arn.service === 'iam' && type === 'user') return identityId(unit, users, arn.account, name);
  if (arn.service === 'iam' && type === 'role') return identityId(unit, roles, arn.account, name);
  if (arn.service !== 'sts') return undefined;
  if (type === 'federated-user' && rest.length === 1) return `${arn.account}:${last}`;
  return type === 'assumed-role' && rest.length === 2
    ? sessionId(unit, arn.account, rest[0] ?? '', last)
    : undefined;
}

async function sessionId(
  unit: Unit,
  account: string,
  role: string,
  session: string,
): Promise<string | undefined> {
  // A role that a service has in every account: its name, which no other role can have, is its id.
  if (role.startsWith('aws:')) return `${account}:${role}:${session}`;
  const found = await unit.view(accountScope(account)).get(roles, role.toLowerCase());
  return found?.name === role ? `${found.id}:${session}` : undefined;
}

async function identityId<T extends { readonly id: string; readonly arn: string }>(
  unit: Unit,
  collection: Collection<T>,
  account: string,
  arn: string,
): Promise<string | undefined> {
  const name = arn.slice(arn.lastIndexOf('/') + 1).toLowerCase();
  const found = await unit.view(accountScope(account)).get(collection, name);
  return found?.arn === arn ? found.id : undefined;
}

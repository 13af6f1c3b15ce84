import type { JsonValue } from '../core/json.ts';
import { compileCached } from './cache.ts';
import { type ConditionDocument, readDocument } from './document.ts';
import { ANYBODY, reasonOfResource, STRANGER } from './resource-side.ts';

/** What every stranger brings. Keys that say where in AWS a call comes from, such as a VPC's, are missing. */
const BROUGHT: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:principalaccount', [STRANGER.account]],
  ['aws:principalarn', [STRANGER.arn]],
  ['aws:principaltype', ['User']],
  ['aws:userid', [STRANGER.principalId]],
  ['aws:username', [STRANGER.userName]],
  ['aws:sourceip', ['203.0.113.99']],
  ['aws:securetransport', ['true']],
  ['aws:useragent', ['stranger']],
  ['aws:viaawsservice', ['false']],
  ['aws:principalisawsservice', ['false']],
  ['aws:multifactorauthpresent', ['true']],
]);

/** Keys that a caller may choose as it likes, or that are about the resource and the call, never about who calls. */
const FREE =
  /^((?!aws:)[a-z0-9-]+:|aws:(requesttag|resourcetag|principaltag)\/|aws:(tagkeys|referer|currenttime|epochtime|requestedregion|calledvia|calledviafirst|calledvialast|resourceaccount)$)/;

/** Keys that narrow a policy to whom it names only while their values have no wildcards. */
const NAMING = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:userid',
  'aws:username',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:principalorgid',
  'aws:principalorgpaths',
]);

/**
 * Whether a resource policy lets in strangers: it is asked about callers whom nobody can have meant. A value with a
 * wildcard, of a key that says who calls, counts as one that somebody unknown has.
 */
export function isPublic(text: string, arn: string, actions: readonly string[]): boolean {
  const policy = compileCached(text, 'resource');
  const json: JsonValue = JSON.parse(text);
  const conditions = readDocument(json).statements.flatMap((statement) => statement.conditions);
  const brought = new Map([...BROUGHT, ...freeValues(conditions)]);
  return [STRANGER, ANYBODY].some((principal) =>
    actions.some(
      (action) =>
        reasonOfResource({
          action,
          resource: arn,
          principal,
          resourceAccount: '000000000000',
          policy,
          // Whatever identity policies say, the resource's own has to let them in.
          resourcePolicyMode: 'required',
          condition: (key) => brought.get(key),
        }).outcome === 'allowed',
    ),
  );
}

/** What a stranger would bring to meet the conditions that any stranger can meet. */
function freeValues(
  conditions: readonly ConditionDocument[],
): readonly (readonly [string, readonly string[]])[] {
  return conditions.flatMap(({ operator, key: named, values }) => {
    const key = named.toLowerCase();
    if (/Not/.test(operator)) return [];
    const wild = values.filter((value) => /[*?]/.test(value) && !value.includes('${'));
    if (NAMING.has(key) && wild.length > 0) return [[key, wild.map(filled)] as const];
    return FREE.test(key) ? [[key, values.map(filled)] as const] : [];
  });
}

function filled(value: string): string {
  return value.replaceAll('*', 'stranger').replaceAll('?', 'x');
}

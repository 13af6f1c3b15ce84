import type {
  ConditionDocument,
  NegatableList,
  PolicyDocument,
  PrincipalDocument,
  StatementDocument,
} from '../../../policy/document.ts';
import { accountOf, confines, singlesOutOutsiders, type Zone } from './zone.ts';

/** What somebody outside the zone of trust may do, and under which conditions. */
export interface ExternalAccess {
  /** One entry: `AWS`, `Federated` or `CanonicalUser`, and whom. */
  readonly principal: Readonly<Record<string, string>>;
  readonly actions: readonly string[];
  readonly condition: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
}

/** With one of these equal to something, a policy for everybody is not public. */
const RESTRICTING = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpcsourceip',
  'kms:calleraccount',
  'kms:viaservice',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
const FIXING =
  /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)$/i;
const EVERYWHERE = new Set(['*', '0.0.0.0/0', '::/0']);

/**
 * What a resource policy allows to principals outside the zone. A Deny takes away what it covers in whole; one whose
 * conditions may not hold takes nothing away, so that what is left may be more than the policy allows, and never less.
 * Services as principals are not looked at: they act for somebody, whom their own checks know.
 */
export function externalAccess(document: PolicyDocument, zone: Zone): readonly ExternalAccess[] {
  const denies = document.statements.filter((one) => one.effect === 'Deny' && reaches(one, zone));
  const found = new Map<string, ExternalAccess>();
  for (const statement of document.statements) {
    if (statement.effect !== 'Allow' || statement.principal === undefined) continue;
    if (statement.conditions.some((condition) => confines(zone, condition))) continue;
    const condition = shown(statement.conditions);
    for (const [kind, name] of outsiders(statement.principal, zone)) {
      const actions = allowedActions(statement, denies, [kind, name]);
      if (actions.length === 0) continue;
      const isPublic = kind === 'AWS' && name === '*' && !statement.conditions.some(restricts);
      const key = JSON.stringify([kind, name, condition]);
      const known = found.get(key);
      found.set(key, {
        principal: { [kind]: name },
        actions: [...new Set([...(known?.actions ?? []), ...actions])],
        condition,
        isPublic: isPublic || known?.isPublic === true,
      });
    }
  }
  return [...found.values()];
}

type Named = readonly [kind: string, name: string];

function outsiders({ kinds, negated }: PrincipalDocument, zone: Zone): readonly Named[] {
  if (negated) return [['AWS', '*']];
  const found: Named[] = [];
  for (const name of kinds.get('AWS') ?? []) {
    const account = accountOf(name);
    const isOutside = name === '*' || (account !== undefined && !zone.accounts.has(account));
    if (isOutside) found.push(['AWS', name]);
  }
  for (const name of kinds.get('Federated') ?? []) found.push(['Federated', name]);
  for (const name of kinds.get('CanonicalUser') ?? []) found.push(['CanonicalUser', name]);
  return found;
}

/** A condition that keeps the public out, though perhaps not everybody outside. */
function restricts({ operator, key, values }: ConditionDocument): boolean {
  return (
    FIXING.test(operator) &&
    RESTRICTING.has(key.toLowerCase()) &&
    !values.some((value) => EVERYWHERE.has(value))
  );
}

function shown(conditions: readonly ConditionDocument[]): Readonly<Record<string, string>> {
  return Object.fromEntries(conditions.map(({ key, values }) => [key, values.join(',')]));
}

/** A Deny that surely holds for who is outside. */
function reaches({ conditions }: StatementDocument, zone: Zone): boolean {
  return conditions.every((condition) => singlesOutOutsiders(zone, condition));
}

function allowedActions(
  { action, resource }: StatementDocument,
  denies: readonly StatementDocument[],
  principal: Named,
): readonly string[] {
  // What `NotAction` leaves is too much to name.
  const actions = action === undefined || action.negated ? ['*'] : action.values;
  const covering = denies.filter(
    (deny) => namesToo(deny.principal, principal) && coversAll(deny.resource, resource),
  );
  return actions.filter((one) => !covering.some((deny) => coversAction(deny.action, one)));
}

function namesToo(principal: PrincipalDocument | undefined, [kind, name]: Named): boolean {
  if (principal === undefined || principal.negated) return false;
  const everybody = principal.kinds.get('AWS')?.includes('*') === true;
  if (everybody) return true;
  return kind === 'AWS' && principal.kinds.get('AWS')?.includes(name) === true;
}

function coversAction(deny: NegatableList | undefined, action: string): boolean {
  if (deny === undefined || deny.negated) return false;
  return deny.values.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
}

function coversAll(deny: NegatableList | undefined, allow: NegatableList | undefined): boolean {
  if (deny === undefined) return true;
  if (deny.negated) return false;
  const wanted = allow === undefined || allow.negated ? ['*'] : allow.values;
  return wanted.every((text) => deny.values.some((pattern) => covers(pattern, text)));
}

/** Whether everything a second pattern matches, the first one does too. */
function covers(pattern: string, text: string): boolean {
  if (pattern.includes('?') && /[*?]/.test(text)) return pattern === text;
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return matchesOnes(head, text);
  const tail = rest.pop() ?? '';
  if (text.length < head.length + tail.length) return false;
  if (!matchesOnes(head, text.slice(0, head.length))) return false;
  if (!matchesOnes(tail, text.slice(text.length - tail.length))) return false;
  let at = head.length;
  const end = text.length - tail.length;
  for (const part of rest) {
    const found = placeIn(part, text, at, end);
    if (found === -1) return false;
    at = found + part.length;
  }
  return true;
}

function placeIn(part: string, text: string, from: number, end: number): number {
  for (let at = from; at + part.length <= end; at += 1) {
    if (matchesOnes(part, text.slice(at, at + part.length))) return at;
  }
  return -1;
}

/** Character by character; a question mark stands for any one. */
function matchesOnes(pattern: string, text: string): boolean {
  const [characters, others] = [Array.from(pattern), Array.from(text)];
  if (characters.length !== others.length) return false;
  return characters.every((character, at) => character === '?' || character === others[at]);
}

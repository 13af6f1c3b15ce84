import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { compileCached } from '../../../policy/cache.ts';
import { type NegatableList, readDocument } from '../../../policy/document.ts';
import { evaluate } from '../../../policy/evaluate.ts';
import { reasonOfResource, STRANGER } from '../../../policy/resource-side.ts';
import type { Reason } from '../../../policy/types.ts';
import { isPublicPolicy } from '../../s3/port.ts';

/*
 * Questions about policies that services accepted. The engine that decides requests answers them, for a caller whom no
 * policy can have meant.
 */

function policyOf(statement: JsonObject): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function statementsIn(text: string): readonly JsonObject[] {
  const document: JsonValue = JSON.parse(text);
  const statement = isJsonObject(document) ? document['Statement'] : undefined;
  const all = Array.isArray(statement) ? statement : [statement ?? null];
  return all.filter(isJsonObject);
}

interface Question {
  readonly action: string;
  readonly resource: string;
}

/** What comes of a stranger's request by a resource policy; the stranger's own policies allow everything. */
function reasonBy(
  text: string,
  { action, resource }: Question,
  brought: ReadonlyMap<string, readonly string[]>,
): Reason {
  return reasonOfResource({
    action,
    resource,
    principal: STRANGER,
    resourceAccount: '000000000000',
    policy: compileCached(text, 'resource'),
    resourcePolicyMode: 'required',
    condition: (key) => brought.get(key),
  });
}

/**
 * Whether a statement is public, by S3's meaning of the word, and about one of the requests. Its conditions are judged by
 * the former alone.
 */
export function isPublicFor(text: string | undefined, questions: readonly Question[]): boolean {
  if (text === undefined) return false;
  return statementsIn(text).some(({ Condition, ...statement }) => {
    const whole = Condition === undefined ? statement : { ...statement, Condition };
    if (!isPublicPolicy(policyOf(whole))) return false;
    const unconditional = policyOf(statement);
    return questions.some(
      (question) => reasonBy(unconditional, question, new Map()).outcome === 'allowed',
    );
  });
}

/** Whether every one of the requests is denied when it does not come over TLS. */
export function deniesPlainHttp(text: string | undefined, questions: readonly Question[]): boolean {
  if (text === undefined) return false;
  const plain = new Map([['aws:securetransport', ['false']]]);
  return questions.every((question) => reasonBy(text, question, plain).outcome === 'explicitDeny');
}

/**
 * Whether one statement of an identity policy allows every action on everything: those that no policy can mean, and those
 * that this one names or leaves out.
 */
export function hasAdministratorStatement(text: string): boolean {
  return statementsIn(text).some((statement) => {
    const one = policyOf(statement);
    const json: JsonValue = JSON.parse(one);
    const [{ action, resource } = {}] = readDocument(json).statements;
    const identity = [{ type: 'identity', policy: compileCached(one, 'identity') } as const];
    return ['unheard:Of', ...named(action)].every((asked) =>
      ['arn:aws:unheard:::of', ...named(resource)].every(
        (on) =>
          evaluate({
            action: asked,
            resource: on,
            principal: STRANGER,
            policies: { identity, scps: [] },
            resourceAccount: STRANGER.account,
            resourcePolicyMode: 'optional',
            rcps: [],
            condition: () => undefined,
          }).allowed,
      ),
    );
  });
}

/** Something for each pattern. */
function named(list: NegatableList | undefined): readonly string[] {
  return (list?.values ?? []).map((one) => one.replaceAll('*', 'any').replaceAll('?', 'x'));
}

import type {
  CustomRequestHandling,
  CustomResponse,
  ExcludedRule,
  RuleAction,
  RuleActionOverride,
} from '../../models/wafv2/types.ts';
import type { CustomResponseBodies } from './document.ts';
import type { CustomAnswer, InsertedHeader, RuleActionName } from './evaluation.ts';
import type { Matcher } from './statements/matching.ts';

/** A rule made ready. */
export interface CompiledRule {
  readonly kind: 'rule';
  readonly name: string;
  readonly metricName: string;
  readonly type: 'REGULAR' | 'RATE_BASED';
  readonly matches: Matcher;
  readonly action: CompiledAction;
  /** What the rule itself says, where another action was put in its place. */
  readonly overridden?: RuleActionName;
  /** Counts by the older list of excluded rules. */
  readonly excluded: boolean;
  readonly labels: readonly string[];
  readonly immunitySec: Immunity;
}

/** A group of rules, as one rule of the web ACL refers to it. */
export interface CompiledGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly metricName: string;
  readonly type: 'GROUP' | 'MANAGED_RULE_GROUP';
  readonly groupId: string;
  /** What stands before `#rule` in samples. */
  readonly sampleName: string;
  readonly scopeDown?: Matcher;
  readonly rules: readonly CompiledRule[];
  /** What the group decides is counted alone. */
  readonly counts: boolean;
}

export interface Immunity {
  readonly captcha: number;
  readonly challenge: number;
}

export interface CompiledAction {
  readonly name: RuleActionName;
  readonly answer?: CustomAnswer;
  readonly insertHeaders: readonly InsertedHeader[];
}

const CONTENT_TYPES = {
  TEXT_PLAIN: 'text/plain',
  TEXT_HTML: 'text/html',
  APPLICATION_JSON: 'application/json',
} as const;

const INSERTED_PREFIX = 'x-amzn-waf-';

/** A rule's action, with the headers and the answer it asks for. Undefined action: count. */
export function compileAction(
  action: RuleAction | undefined,
  bodies: CustomResponseBodies,
): CompiledAction {
  if (action?.Block !== undefined) {
    const custom = action.Block.CustomResponse;
    const answer = custom && customAnswer(custom, bodies);
    return { name: 'BLOCK', insertHeaders: [], ...(answer === undefined ? {} : { answer }) };
  }
  const inserting = (name: RuleActionName, given: Inserting): CompiledAction => ({
    name,
    insertHeaders: insertedHeaders(given),
  });
  if (action?.Allow !== undefined) return inserting('ALLOW', action.Allow);
  if (action?.Captcha !== undefined) return inserting('CAPTCHA', action.Captcha);
  if (action?.Challenge !== undefined) return inserting('CHALLENGE', action.Challenge);
  return inserting('COUNT', action?.Count ?? {});
}

interface Inserting {
  readonly CustomRequestHandling?: CustomRequestHandling | undefined;
}

function insertedHeaders({ CustomRequestHandling }: Inserting): readonly InsertedHeader[] {
  return (CustomRequestHandling?.InsertHeaders ?? []).map(({ Name, Value }) => ({
    name: `${INSERTED_PREFIX}${Name}`,
    value: Value,
  }));
}

function customAnswer(
  { ResponseCode, ResponseHeaders, CustomResponseBodyKey }: CustomResponse,
  bodies: CustomResponseBodies,
): CustomAnswer {
  const body = CustomResponseBodyKey === undefined ? undefined : bodies?.[CustomResponseBodyKey];
  return {
    status: ResponseCode,
    headers: (ResponseHeaders ?? []).map(({ Name, Value }) => [Name, Value] as const),
    ...(body === undefined
      ? {}
      : { body: { contentType: CONTENT_TYPES[body.ContentType], content: body.Content } }),
  };
}

/** What a reference to a group changes of the rules in it. */
export interface Overrides {
  readonly RuleActionOverrides?: readonly RuleActionOverride[] | undefined;
  readonly ExcludedRules?: readonly ExcludedRule[] | undefined;
}

/** A rule of a group with the action that the reference puts in the place of its own. Names that no rule has change nothing. */
export function overriddenRule(
  rule: CompiledRule,
  { RuleActionOverrides, ExcludedRules }: Overrides,
  bodies: CustomResponseBodies,
): CompiledRule {
  if (ExcludedRules?.some(({ Name }) => Name === rule.name) === true) {
    return {
      ...rule,
      action: { name: 'COUNT', insertHeaders: [] },
      overridden: rule.action.name,
      excluded: true,
    };
  }
  const override = RuleActionOverrides?.find(({ Name }) => Name === rule.name);
  if (override === undefined) return rule;
  const action = compileAction(override.ActionToUse, bodies);
  return { ...rule, action, overridden: rule.action.name };
}

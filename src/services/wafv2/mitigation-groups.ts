import type { Rule, Statement } from '../../../models/wafv2/types.ts';
import type { Unit, View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { itemKey, parseItemArn } from './arns.ts';
import { limitsExceeded } from './errors.ts';
import type { Mitigation, MitigationGroups, MitigationRule } from './port.ts';
import { LIMITS } from './quotas.ts';
import { arnOf } from './resources.ts';
import {
  type IpSetDocument,
  ipSets,
  type RuleGroupDocument,
  ruleGroups,
  type WebAclDocument,
  webAcls,
} from './state.ts';
import { storedRule } from './stored-rules.ts';

/** The account in which Shield has its rule groups. */
const OWNER = '153427709519';
const CAPACITY = 150;
const PRIORITY = 10_000_000;
/** Requests of one known offender in five minutes. AWS doesn't tell its own limit. */
const OFFENDER_LIMIT = 100;
const OFFENDER_RULE = 'ShieldKnownOffenderIPRateBasedRule';
/** What the owner of a web ACL may do with the group in it. */
const GRANTED = ['wafv2:CreateWebACL', 'wafv2:UpdateWebACL', 'wafv2:CheckCapacity'];

interface Place {
  readonly unit: Unit;
  /** The web ACL's own documents, and Shield's of the same Region. */
  readonly view: View;
  readonly owned: View;
  readonly arn: string;
  readonly webAcl: WebAclDocument;
}

export const mitigationGroups: MitigationGroups = {
  add: async (unit, arn, mitigation) => {
    const place = await placeOf(unit, arn);
    if (place === undefined) return;
    const group = (await groupOf(place)) ?? (await newGroup(place));
    if (!isReferred(place, group)) await refer(place, group);
    await putRules(place, group, mitigation);
  },
  change: async (unit, arn, mitigation) => {
    const place = await placeOf(unit, arn);
    const group = place && (await groupOf(place));
    if (place === undefined || group === undefined || !isReferred(place, group)) return false;
    await putRules(place, group, mitigation);
    return true;
  },
  remove: async (unit, arn) => {
    const place = await placeOf(unit, arn);
    const group = place && (await groupOf(place));
    if (place === undefined || group === undefined) return;
    if (isReferred(place, group)) await unrefer(place, group);
    deleteSets(place.owned, group);
    place.owned.delete(ruleGroups, itemKey(group));
  },
};

async function placeOf(unit: Unit, arn: string): Promise<Place | undefined> {
  const item = parseItemArn(arn);
  if (item?.type !== 'webacl') return undefined;
  const view = unit.view(item.scope);
  const webAcl = await view.get(webAcls, itemKey(item));
  if (webAcl?.id !== item.id) return undefined;
  return { unit, view, owned: unit.view(ownScope(item.scope)), arn, webAcl };
}

function ownScope({ region }: Scope): Scope {
  return { account: OWNER, region };
}

/** `ShieldMitigationRuleGroup_123456789012_<id of the web ACL>_`. */
function namesBegin({ scope, id }: WebAclDocument): string {
  return `ShieldMitigationRuleGroup_${scope.account}_${id}_`;
}

async function groupOf({ owned, webAcl }: Place): Promise<RuleGroupDocument | undefined> {
  const { wafScope } = webAcl;
  const prefix = itemKey({ wafScope, name: namesBegin(webAcl) });
  const { items } = await owned.list(ruleGroups, { prefix, limit: 1 });
  return items[0]?.document;
}

async function newGroup({ unit, webAcl }: Place): Promise<RuleGroupDocument> {
  const [id, lockToken, unique] = await unit.once(() => [uuid(), uuid(), uuid()] as const);
  const name = `${namesBegin(webAcl)}${unique}`;
  const { wafScope } = webAcl;
  const scope = ownScope(webAcl.scope);
  const group: RuleGroupDocument = {
    name,
    id,
    lockToken,
    wafScope,
    scope,
    tags: {},
    capacity: CAPACITY,
    rules: [],
    references: [],
    settings: { VisibilityConfig: visibility(name) },
  };
  const Resource = arnOf('rulegroup', group);
  const Principal = { AWS: webAcl.scope.account };
  const Statement = [{ Effect: 'Allow', Principal, Action: GRANTED, Resource }];
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  return { ...group, policy: { text } };
}

function visibility(MetricName: string) {
  return { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName };
}

function isReferred({ webAcl }: Place, group: RuleGroupDocument): boolean {
  return webAcl.references.includes(arnOf('rulegroup', group));
}

/** Errors: WAFLimitsExceededException, where the web ACL has no room for the group. */
async function refer({ unit, view, webAcl }: Place, group: RuleGroupDocument): Promise<void> {
  const capacity = webAcl.capacity + group.capacity;
  if (capacity > LIMITS.capacityUnits) throw limitsExceeded('WEB_ACL_CAPACITY_UNITS');
  const ARN = arnOf('rulegroup', group);
  const rule: Rule = {
    Name: group.name,
    Priority: PRIORITY,
    Statement: { RuleGroupReferenceStatement: { ARN } },
    OverrideAction: { None: {} },
    VisibilityConfig: visibility(group.name),
  };
  const lockToken = await unit.once(uuid);
  view.put(webAcls, itemKey(webAcl), {
    ...webAcl,
    lockToken,
    capacity,
    rules: [...webAcl.rules, storedRule(rule)],
    references: [...webAcl.references, ARN],
  });
}

async function unrefer({ unit, view, webAcl }: Place, group: RuleGroupDocument): Promise<void> {
  const arn = arnOf('rulegroup', group);
  const lockToken = await unit.once(uuid);
  view.put(webAcls, itemKey(webAcl), {
    ...webAcl,
    lockToken,
    capacity: webAcl.capacity - group.capacity,
    rules: webAcl.rules.filter(({ Name }) => Name !== group.name),
    references: webAcl.references.filter((one) => one !== arn),
  });
}

function deleteSets(owned: View, { references }: RuleGroupDocument): void {
  for (const arn of references) {
    const item = parseItemArn(arn);
    if (item?.type === 'ipset') owned.delete(ipSets, itemKey(item));
  }
}

async function putRules(
  { unit, owned }: Place,
  group: RuleGroupDocument,
  mitigation: Mitigation,
): Promise<void> {
  deleteSets(owned, group);
  const sets: IpSetDocument[] = [];
  const among = async (name: string, addresses: readonly string[]): Promise<Statement> => {
    const made: Statement[] = [];
    for (const version of ['IPV4', 'IPV6'] as const) {
      const own = addresses.filter((one) => one.includes(':') === (version === 'IPV6'));
      if (own.length === 0 && (version === 'IPV6' || addresses.length > 0)) continue;
      const [id, lockToken] = await unit.once(() => [uuid(), uuid()] as const);
      const set: IpSetDocument = {
        name: `${group.name}_${name}_${version}`,
        id,
        lockToken,
        wafScope: group.wafScope,
        scope: group.scope,
        tags: {},
        version,
        addresses: own.map((one) => `${one}/${version === 'IPV6' ? 128 : 32}`),
      };
      sets.push(set);
      made.push({ IPSetReferenceStatement: { ARN: arnOf('ipset', set) } });
    }
    return oneOf(made, (Statements) => ({ OrStatement: { Statements } }));
  };
  const rules: Rule[] = [await offenderRule(mitigation, among)];
  for (const [at, rule] of mitigation.rules.entries())
    rules.push(await signatureRule(rule, at + 1, among));
  for (const set of sets) owned.put(ipSets, itemKey(set), set);
  const lockToken = await unit.once(uuid);
  owned.put(ruleGroups, itemKey(group), {
    ...group,
    lockToken,
    rules: rules.map(storedRule),
    references: sets.map((set) => arnOf('ipset', set)),
  });
}

type Among = (name: string, addresses: readonly string[]) => Promise<Statement>;

async function offenderRule({ action, offenders }: Mitigation, among: Among): Promise<Rule> {
  return {
    Name: OFFENDER_RULE,
    Priority: 0,
    Statement: {
      RateBasedStatement: {
        Limit: OFFENDER_LIMIT,
        EvaluationWindowSec: 300,
        AggregateKeyType: 'IP',
        ScopeDownStatement: await among('KnownOffenders', offenders),
      },
    },
    Action: action === 'BLOCK' ? { Block: {} } : { Count: {} },
    VisibilityConfig: visibility(OFFENDER_RULE),
  };
}

async function signatureRule(rule: MitigationRule, Priority: number, among: Among): Promise<Rule> {
  const { name, action, addresses, statements } = rule;
  const all = addresses.length === 0 ? statements : [await among(name, addresses), ...statements];
  return {
    Name: name,
    Priority,
    Statement: oneOf(all, (Statements) => ({ AndStatement: { Statements } })),
    Action: action === 'BLOCK' ? { Block: {} } : { Count: {} },
    VisibilityConfig: visibility(name),
  };
}

function oneOf(
  statements: readonly Statement[],
  joined: (statements: readonly Statement[]) => Statement,
): Statement {
  const [first, ...others] = statements;
  return first !== undefined && others.length === 0 ? first : joined(statements);
}

/** The web ACL is deleted, and Shield's group with it. */
export async function forgetMitigation(unit: Unit, document: WebAclDocument): Promise<void> {
  const owned = unit.view(ownScope(document.scope));
  const prefix = itemKey({ wafScope: document.wafScope, name: namesBegin(document) });
  for (const group of await everyOf<RuleGroupDocument>(owned, ruleGroups, { prefix })) {
    deleteSets(owned, group);
    owned.delete(ruleGroups, itemKey(group));
  }
}

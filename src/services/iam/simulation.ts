import { setImmediate } from 'node:timers/promises';
import type { IamOperations } from '../../../models/iam/types.ts';
import type { Call, Context, Operation } from '../../contract/operation.ts';
import type { Membership, OrganizationSource } from '../../contract/organization.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { compileCached } from '../../policy/cache.ts';
import { contextKeysOf } from '../../policy/context-keys.ts';
import type { PolicyGrammar } from '../../policy/grammar.ts';
import { isServiceLinked } from '../../policy/service-linked.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { ConditionLookup, PrincipalIdentity } from '../../policy/types.ts';
import { invalidInput } from './errors.ts';
import { onResource } from './operation.ts';
import { pageOf } from './pages.ts';
import { assertScenario } from './simulation-scenarios.ts';
import {
  type Outcome,
  shownBoundaryDecision,
  shownOutcome,
  simulate,
  type SimulatedPolicy,
  simulatedPolicy,
  type Simulation,
} from './simulated-request.ts';
import {
  boundaryOfSource,
  policiesOfSource,
  type PolicyInput,
  type PolicySource,
  policySourceKind,
  simulatedPrincipal,
} from './simulation-subject.ts';
import { accountScope } from './state.ts';

type Custom = IamOperations['SimulateCustomPolicy']['input'];
type OfPrincipal = IamOperations['SimulatePrincipalPolicy']['input'];
type Input = Custom | OfPrincipal;

/** One page weighs no more than so many statements, so that nobody's simulation holds up the others. */
const WEIGHED_PER_PAGE = 200_000;

/** Policies tried out: decided by the engine that decides real requests, with nothing done. */
export const simulationOperations = (
  organizations: OrganizationSource,
): readonly AnyOperation[] => [
  {
    name: 'SimulateCustomPolicy',
    access: 'read',
    authorize: async () => [{ action: 'iam:SimulateCustomPolicy', resource: '*' }],
    handle: (input, context) => simulateCustom(input, context, organizations),
  } satisfies Operation<Custom, object>,
  {
    name: 'SimulatePrincipalPolicy',
    access: 'read',
    authorize: async (input, context) => {
      const resource = await context.resolve(policySourceKind, input.PolicySourceArn);
      return [{ action: 'iam:SimulatePrincipalPolicy', resource }];
    },
    handle: (input, context) => simulatePrincipal(input, context, organizations),
  } satisfies Operation<OfPrincipal, object>,
  {
    name: 'GetContextKeysForCustomPolicy',
    access: 'read',
    authorize: async () => [{ action: 'iam:GetContextKeysForCustomPolicy', resource: '*' }],
    handle: async ({ PolicyInputList }) => ({
      ContextKeyNames: keysOf(numbered(PolicyInputList, 'PolicyInputList')),
    }),
  } satisfies Operation<IamOperations['GetContextKeysForCustomPolicy']['input'], object>,
  onResource({
    name: 'GetContextKeysForPrincipalPolicy',
    access: 'read',
    kind: policySourceKind,
    of: ({ PolicySourceArn }) => PolicySourceArn,
    handle: async ({ PolicyInputList }, { document, view }) => {
      const own = await policiesOfSource(view, document);
      return { ContextKeyNames: keysOf([...own, ...numbered(PolicyInputList, 'PolicyInputList')]) };
    },
  }),
];

async function simulateCustom(
  input: Custom,
  context: Context,
  organizations: OrganizationSource,
): Promise<object> {
  const { call } = context;
  if (input.ResourcePolicy !== undefined && input.CallerArn === undefined) {
    throw invalidInput('CallerArn is required when a resource policy is specified.');
  }
  const caller = input.CallerArn;
  const principal = caller === undefined ? nobody(call) : simulatedPrincipal(caller, undefined);
  return pageOfResults(call, input, {
    ...common(input, call),
    principal,
    membership: await membershipOf(principal, context, organizations),
    given: numbered(input.PolicyInputList, 'PolicyInputList'),
    boundary: boundaryGiven(input),
    isCallerKnown: caller !== undefined,
  });
}

async function simulatePrincipal(
  input: OfPrincipal,
  context: Context,
  organizations: OrganizationSource,
): Promise<object> {
  const { call } = context;
  const resource = await context.resolve(policySourceKind, input.PolicySourceArn);
  const { document: source } = resource.resolved;
  if (source === undefined) throw new Error('a missing entity was simulated');
  const view = context.unit.view(accountScope(call.scope.account));
  const own = await policiesOfSource(view, source);
  const principal = await callerOf(input, context, source);
  return pageOfResults(call, input, {
    ...common(input, call),
    principal,
    membership: await membershipOf(principal, context, organizations),
    given: [...own, ...numbered(input.PolicyInputList, 'PolicyInputList')],
    boundary: boundaryGiven(input) ?? (await boundaryOfSource(view, source)),
    isCallerKnown: true,
  });
}

/** The simulated caller: the entity itself unless the request names another. */
async function callerOf(
  input: OfPrincipal,
  context: Context,
  source: PolicySource,
): Promise<PrincipalIdentity> {
  const { CallerArn: arn = input.PolicySourceArn } = input;
  if (arn === input.PolicySourceArn) return simulatedPrincipal(arn, source);
  const { unit, call } = context;
  const found = await policySourceKind.find(arn, {
    unit,
    caller: call.caller,
    scope: call.scope,
    now: call.now,
    calledVia: call.calledVia,
  });
  return simulatedPrincipal(arn, found.document);
}

/** The place of the simulated caller's account in its organization, told only to the account itself. */
function membershipOf(
  { account }: PrincipalIdentity,
  { call, unit }: Context,
  organizations: OrganizationSource,
): Promise<Membership | undefined> {
  if (account !== call.scope.account) return Promise.resolve(undefined);
  return organizations.membership(unit, account);
}

/** A caller without a name, for policies that are tried out on their own. */
function nobody({ scope }: Call): PrincipalIdentity {
  return { type: 'IAMUser', account: scope.account, arn: '', principalId: '' };
}

interface Prepared {
  readonly principal: PrincipalIdentity;
  readonly membership: Membership | undefined;
  readonly given: readonly PolicyInput[];
  readonly boundary: PolicyInput | undefined;
  readonly resourceOwner: string | undefined;
  readonly entries: ReadonlyMap<string, readonly string[]>;
  readonly isCallerKnown: boolean;
}

function common(input: Input, call: Call): Pick<Prepared, 'resourceOwner' | 'entries'> {
  assertScenario(input.ResourceHandlingOption, input.ResourceArns ?? []);
  const entries = new Map<string, readonly string[]>();
  for (const { ContextKeyName: name, ContextKeyValues: values } of input.ContextEntries ?? []) {
    if (name !== undefined && values !== undefined) entries.set(name.toLowerCase(), values);
  }
  const owner = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(
    input.ResourceOwner ?? call.scope.account,
  );
  if (owner === null) throw invalidInput(`Invalid resource owner: ${input.ResourceOwner}`);
  return { resourceOwner: input.ResourceOwner === undefined ? undefined : owner[1], entries };
}

function boundaryGiven(input: Input): PolicyInput | undefined {
  const given = numbered(
    input.PermissionsBoundaryPolicyInputList,
    'PermissionsBoundaryPolicyInputList',
  );
  if (given.length > 1) throw invalidInput('Only one permissions boundary can be simulated.');
  return given[0];
}

function numbered(texts: readonly string[] | undefined, list: string): readonly PolicyInput[] {
  return (texts ?? []).map((text, index) => ({ id: `${list}.${index + 1}`, text }));
}

async function pageOfResults(call: Call, input: Input, prepared: Prepared): Promise<object> {
  const simulation = compiled(input, prepared);
  const resources = input.ResourceArns ?? [];
  const page = pageOf(call, input, JSON.stringify([input.ActionNames.length, resources.length]));
  const start = page.after === undefined ? 0 : Number(page.after.key);
  const cost = statementsOf(simulation) * Math.max(1, resources.length);
  if (cost > WEIGHED_PER_PAGE) throw invalidInput('The simulation is too large.');
  const most = Math.min(page.limit, Math.floor(WEIGHED_PER_PAGE / cost));
  const results: object[] = [];
  for (const action of input.ActionNames.slice(start, start + most)) {
    results.push(shownResult(simulation, action, resources));
    await setImmediate();
  }
  const end = start + results.length;
  const last = end < input.ActionNames.length ? { key: String(end), id: '' } : undefined;
  return { EvaluationResults: results, ...page.answer(last) };
}

function statementsOf({ identity, boundary, resource, scps }: Simulation): number {
  const given = [...identity, boundary, resource].map((one) => one?.policy);
  return [...given, ...scps.flat()].reduce(
    (sum, one) => sum + (one?.policy.statements.length ?? 0),
    1,
  );
}

function compiled(input: Input, prepared: Prepared): Simulation {
  const { principal, membership, given, boundary, resourceOwner } = prepared;
  const { ResourcePolicy: text } = input;
  return {
    principal,
    identity: given.map((one) => policyOf(one, 'IAM Policy', 'identity')),
    boundary: boundary && policyOf(boundary, 'Permissions Boundary Policy', 'boundary'),
    resource:
      text === undefined
        ? undefined
        : policyOf({ id: 'ResourcePolicy', text }, 'Resource Policy', 'resource'),
    scps: isServiceLinked(principal) ? [] : (membership?.scps ?? []),
    resourceOwner: resourceOwner ?? principal.account,
    lookup: lookupOf(prepared),
  };
}

function policyOf(
  input: PolicyInput,
  kind: SimulatedPolicy['kind'],
  grammar: PolicyGrammar,
): SimulatedPolicy {
  return readable(input, () => {
    const policy = compileCached(input.text, grammar);
    return simulatedPolicy(input, kind, { type: grammar, policy });
  });
}

function keysOf(inputs: readonly PolicyInput[]): readonly string[] {
  const keys = new Map<string, string>();
  for (const input of inputs) {
    for (const name of readable(input, () => contextKeysOf(input.text, 'identity'))) {
      if (!keys.has(name.toLowerCase())) keys.set(name.toLowerCase(), name);
    }
  }
  return [...keys.values()];
}

function readable<T>({ id }: PolicyInput, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw invalidInput(`${id}: ${error.message}`);
    throw error;
  }
}

/** What the request gives, and what AWS's simulator knows by itself of the caller. */
function lookupOf({ principal, membership, entries, isCallerKnown }: Prepared): ConditionLookup {
  const known = new Map<string, readonly string[]>(entries);
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !known.has(key)) known.set(key, [value]);
  };
  if (isCallerKnown) {
    add('aws:principalaccount', principal.account);
    add('aws:principaltype', principal.type === 'IAMUser' ? 'User' : principal.type);
    add('aws:userid', principal.principalId);
    add('aws:username', principal.userName);
    add('aws:principalorgid', membership?.organizationId);
    add('aws:principalorgpaths', membership?.path);
  }
  return (key) => known.get(key);
}

const SEVERITY = { allowed: 0, implicitDeny: 1, explicitDeny: 2 } as const;

/** One action's result: the most restrictive of its resources, and what each came to. */
function shownResult(simulation: Simulation, action: string, resources: readonly string[]) {
  const asked = resources.length === 0 ? ['*'] : resources;
  const outcomes = asked.map((resource) => simulate(simulation, action, resource));
  const worst = outcomes.reduce((a, b) => (SEVERITY[b.decision] > SEVERITY[a.decision] ? b : a));
  const named = resources.length > 0 && !(resources.length === 1 && resources[0] === '*');
  const { allowedByBoundary, allowedByOrganization } = combined(outcomes);
  return {
    EvalActionName: action,
    // AWS gives the template of the action's resource type where several resources are asked for.
    EvalResourceName: asked.length === 1 ? worst.resource : '*',
    EvalDecision: worst.decision,
    MatchedStatements: union(outcomes.filter(({ decision }) => decision === worst.decision)),
    MissingContextValues: [...new Set(outcomes.flatMap(({ missing }) => missing))],
    ...shownBoundaryDecision(allowedByBoundary),
    ...(allowedByOrganization === undefined
      ? {}
      : { OrganizationsDecisionDetail: { AllowedByOrganizations: allowedByOrganization } }),
    ...(named
      ? {
          EvalDecisionDetails: worstDetails(outcomes),
          ResourceSpecificResults: outcomes.map(shownOutcome),
        }
      : {}),
  };
}

function combined(outcomes: readonly Outcome[]) {
  const every = (values: readonly (boolean | undefined)[]): boolean | undefined => {
    return values.includes(undefined) ? undefined : values.every((value) => value === true);
  };
  return {
    allowedByBoundary: every(outcomes.map((one) => one.allowedByBoundary)),
    allowedByOrganization: every(outcomes.map((one) => one.allowedByOrganization)),
  };
}

function union(outcomes: readonly Outcome[]) {
  const statements = outcomes.flatMap(({ decisive }) => decisive);
  return [...new Map(statements.map((one) => [JSON.stringify(one), one])).values()];
}

function worstDetails(outcomes: readonly Outcome[]) {
  const details: Record<string, Outcome['decision']> = {};
  for (const [kind, decision] of outcomes.flatMap((one) => Object.entries(one.details))) {
    if (SEVERITY[decision] >= SEVERITY[details[kind] ?? 'allowed']) details[kind] = decision;
  }
  return details;
}

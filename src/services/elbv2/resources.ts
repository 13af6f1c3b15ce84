import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import type { Tags } from '../../core/tags.ts';
import { type Named, namedBy, type Noun } from './domain/arns.ts';
import {
  listenerNotFound,
  loadBalancerNotFound,
  ruleNotFound,
  targetGroupNotFound,
  validationError,
} from './errors.ts';
import {
  type ListenerDocument,
  listeners,
  type LoadBalancerDocument,
  loadBalancers,
  type RuleDocument,
  type TargetGroupDocument,
  targetGroups,
} from './state.ts';

const TAG_KEY = 'elasticloadbalancing:resourcetag/';

interface Tagged {
  readonly tags: Tags;
}

function tagged<T extends Tagged>(resource: Resolved<T>): Tags {
  return resource.document?.tags ?? {};
}

function conditions({ document }: Resolved<Tagged>, key: string): readonly string[] | undefined {
  if (document === undefined || !key.startsWith(TAG_KEY)) return undefined;
  const name = key.slice(TAG_KEY.length);
  const found = Object.entries(document.tags).find(([one]) => one.toLowerCase() === name);
  return found === undefined ? undefined : [found[1]];
}

/** Errors: ValidationError, for what is no ARN of such a thing in the caller's account and Region. */
function placeOf(noun: Noun, what: string, arn: string, { scope }: FindContext): Named {
  const named = namedBy(arn);
  if (named?.noun !== noun) throw validationError(`'${arn}' is not a valid ${what} ARN`);
  return { ...named, scope: { account: named.scope.account, region: scope.region } };
}

export const loadBalancerKind: ResourceKind<LoadBalancerDocument> = {
  name: 'elasticloadbalancing:loadbalancer',
  policyMode: 'none',
  find: async (arn, context) => {
    const { scope, parts } = placeOf('loadbalancer', 'load balancer', arn, context);
    const found = await context.unit.view(scope).get(loadBalancers, parts[1] ?? '');
    const document = found?.arn === arn ? found : undefined;
    return { arn, scope, id: parts[1] ?? '', document, missing: loadBalancerNotFound() };
  },
  tags: tagged,
  conditions,
};

export const listenerKind: ResourceKind<ListenerDocument> = {
  name: 'elasticloadbalancing:listener',
  policyMode: 'none',
  find: async (arn, context) => {
    const { scope, parts } = placeOf('listener', 'listener', arn, context);
    const document = await listenerById(context.unit.view(scope), parts[3] ?? '');
    const isOne = document?.arn === arn;
    return {
      arn,
      scope,
      id: parts[3] ?? '',
      document: isOne ? document : undefined,
      missing: listenerNotFound(),
    };
  },
  tags: tagged,
  conditions,
};

async function listenerById(view: View, id: string): Promise<ListenerDocument | undefined> {
  const page = await view.list(listeners, { index: 'id', prefix: id, limit: 1 });
  return page.items[0]?.document;
}

/** A rule with the listener that has it; the default rule too. */
export interface OwnedRule extends Tagged {
  readonly listener: ListenerDocument;
  /** Undefined: the listener's default rule. */
  readonly rule: RuleDocument | undefined;
}

export const ruleKind: ResourceKind<OwnedRule> = {
  name: 'elasticloadbalancing:listener-rule',
  policyMode: 'none',
  find: async (arn, context) => {
    const { scope, parts } = placeOf('listener-rule', 'rule', arn, context);
    const listener = await listenerById(context.unit.view(scope), parts[3] ?? '');
    const rule = listener?.rules.find((one) => one.arn === arn);
    const isDefault = listener?.defaultRuleArn === arn;
    const document =
      listener === undefined || (rule === undefined && !isDefault)
        ? undefined
        : { listener, rule, tags: rule?.tags ?? {} };
    return { arn, scope, id: parts[4] ?? '', document, missing: ruleNotFound() };
  },
  tags: tagged,
  conditions,
};

export const targetGroupKind: ResourceKind<TargetGroupDocument> = {
  name: 'elasticloadbalancing:targetgroup',
  policyMode: 'none',
  find: async (arn, context) => {
    const { scope, parts } = placeOf('targetgroup', 'target group', arn, context);
    const found = await context.unit.view(scope).get(targetGroups, parts[0] ?? '');
    const document = found?.arn === arn ? found : undefined;
    return { arn, scope, id: parts[0] ?? '', document, missing: targetGroupNotFound() };
  },
  tags: tagged,
  conditions,
};

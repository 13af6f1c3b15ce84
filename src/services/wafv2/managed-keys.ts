import { isIPv6 } from 'node:net';
import type { RateBasedStatement, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { SlidingCounters } from '../../firewall/sliding-counters.ts';
import { itemArn } from './arns.ts';
import { placeOf } from './authorization.ts';
import { fullIpv6 } from './domain/addresses.ts';
import { nonexistentItem, unsupportedAggregateKeyType } from './errors.ts';
import { itemTarget } from './items.ts';
import { ruleGroupKind, webAclKind } from './resources.ts';
import type { StoredRule } from './stored-rules.ts';
import { shownRule } from './stored-rules.ts';

type Operation = OperationOf<Wafv2Operations, 'GetRateBasedStatementManagedKeys'>;
type Input = Wafv2Operations['GetRateBasedStatementManagedKeys']['input'];

/** The addresses that a rate-based rule limits now. */
export function managedKeys(counters: SlidingCounters): Operation {
  return {
    name: 'GetRateBasedStatementManagedKeys',
    access: 'read',
    authorize: async (input, context) => [
      {
        action: 'wafv2:GetRateBasedStatementManagedKeys',
        resource: await context.resolve(webAclKind.resource, webAclArn(input, context)),
      },
    ],
    handle: async (input, context) => {
      const { statement, counterId } = await rateRule(input, context);
      const { AggregateKeyType: type } = statement;
      if (type !== 'IP' && type !== 'FORWARDED_IP') throw unsupportedAggregateKeyType();
      const id = `${counterId}|${JSON.stringify(statement)}`;
      const keys = counters.limitedKeys(id, context.call.now);
      const six = keys.filter((key) => isIPv6(key));
      const four = keys.filter((key) => !isIPv6(key));
      return {
        ManagedKeysIPV4: {
          IPAddressVersion: 'IPV4',
          Addresses: four.map((address) => `${address}/32`),
        },
        ManagedKeysIPV6: {
          IPAddressVersion: 'IPV6',
          Addresses: six.map((address) => `${fullIpv6(address)}/128`),
        },
      };
    },
  };
}

function webAclArn({ Scope, WebACLName, WebACLId }: Input, { call }: Pick<ResolveContext, 'call'>) {
  const scope = placeOf(call, Scope);
  return itemArn({ type: 'webacl', scope, wafScope: Scope, name: WebACLName, id: WebACLId });
}

/** The rate-based rule of a web ACL, or of a rule group that a rule of it refers to. */
async function rateRule(
  input: Input,
  context: Context,
): Promise<{ readonly statement: RateBasedStatement; readonly counterId: string }> {
  const { RuleName: name, RuleGroupRuleName: groupRule } = input;
  const { document, arn } = await itemTarget(context, webAclKind, webAclArn(input, context));
  if (groupRule === undefined) {
    return { statement: rateBasedIn(document.rules, name), counterId: `${arn}|${name}` };
  }
  const reference = document.rules.find(({ Name }) => Name === groupRule)?.Statement
    .RuleGroupReferenceStatement;
  if (reference === undefined) throw nonexistentItem();
  const group = await context.resolve(ruleGroupKind.resource, reference.ARN);
  const rules = group.resolved.document?.rules ?? [];
  return { statement: rateBasedIn(rules, name), counterId: `${arn}|${groupRule}|${name}` };
}

function rateBasedIn(rules: readonly StoredRule[], name: string): RateBasedStatement {
  const rule = rules.find(({ Name }) => Name === name);
  const statement = rule === undefined ? undefined : shownRule(rule).Statement.RateBasedStatement;
  if (statement === undefined) throw nonexistentItem();
  return statement;
}

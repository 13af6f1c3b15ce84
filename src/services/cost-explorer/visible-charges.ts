import type { Expression } from '../../../models/cost-explorer/types.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { formatArn } from '../../core/arn.ts';
import { type BillingParts, type Charge, chargesOf } from './charges.ts';
import { dayText } from './domain/calendar.ts';
import { unbuilt } from './errors.ts';
import { filterOf } from './filter.ts';
import type { Span } from './periods.ts';

/** `authorize` of an operation: AWS's denials name it as their resource. */
export function mayAsk(operation: string) {
  return (_input: object, { call }: ResolveContext): Promise<readonly Permission[]> => {
    const { partition, scope } = call;
    const resource = formatArn({
      partition,
      service: 'ce',
      region: scope.region,
      account: scope.account,
      resource: `/${operation}`,
    });
    return Promise.resolve([{ action: `ce:${operation}`, resource }]);
  };
}

interface Question {
  readonly Filter?: Expression | undefined;
  readonly BillingViewArn?: string | undefined;
}

/** The span's charges that the caller's account sees: its own, and of all it pays for. */
export async function visibleCharges(
  { call, unit }: Context,
  parts: BillingParts,
  { Filter, BillingViewArn }: Question,
  span: Span,
): Promise<readonly Charge[]> {
  if (BillingViewArn !== undefined) throw unbuilt(call.operation, 'billing views');
  const wanted = filterOf(call.operation, Filter);
  const { account } = call.scope;
  const payer = await parts.payers.payerOf(unit, account);
  const [first, end] = [dayText(span.from), dayText(span.until)];
  const charges = await chargesOf(unit, parts, payer, { ...span, now: call.now });
  return charges.filter(
    (charge) =>
      (account === payer || charge.account === account) &&
      charge.day >= first &&
      charge.day < end &&
      wanted(charge),
  );
}

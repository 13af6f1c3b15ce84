import type { SizeConstraintStatement, Statement } from '../../../models/wafv2/types.ts';
import type { Unit } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Mitigation, MitigationRule } from '../wafv2/port.ts';
import type { Signature, Term } from './detection/signature.ts';
import { VALUE_LENGTH_MAX } from './detection/top-counts.ts';
import { RULES_MAX } from './limits.ts';
import { accountView, type AutomaticResponse, offenders, ONLY, protections } from './state.ts';

/** A protection whose traffic Shield answers by rules. */
interface Answering {
  readonly id: string;
  readonly response: AutomaticResponse;
}

/** The protections of an account that share a web ACL. */
export async function sharersOf(unit: Unit, account: string, webAcl: string) {
  const all = await everyOf(accountView(unit, account), protections);
  return all.flatMap((protection) =>
    protection.response?.webAcl === webAcl
      ? [{ ...protection, response: protection.response }]
      : [],
  );
}

/** What the rule group of a web ACL holds now. */
export async function mitigationOf(
  unit: Unit,
  account: string,
  sharers: readonly Answering[],
): Promise<Mitigation> {
  const known = await accountView(unit, account).get(offenders, ONLY);
  const blocks = sharers.some(({ response }) => response.action === 'BLOCK');
  return {
    action: blocks ? 'BLOCK' : 'COUNT',
    offenders: known?.addresses ?? [],
    rules: sharers
      .flatMap(({ id, response: { action, signatures } }) =>
        signatures.map((signature, at) => ({
          ...ruleOf(signature),
          name: ruleName(id, at),
          action,
        })),
      )
      .slice(0, RULES_MAX),
  };
}

/** `ShieldMitigation-1f0c2d3e-1`, after the protection. */
export function ruleName(protection: string, at: number): string {
  return `ShieldMitigation-${protection.slice(0, 8)}-${at + 1}`;
}

function ruleOf(signature: Signature): Pick<MitigationRule, 'addresses' | 'statements'> {
  return {
    addresses: signature.flatMap((term) => (term.trait === 'client' ? term.values : [])),
    statements: signature.flatMap((term) => (term.trait === 'client' ? [] : [statementOf(term)])),
  };
}

const FIELDS = {
  method: { Method: {} },
  path: { UriPath: {} },
  agent: { SingleHeader: { Name: 'user-agent' } },
  referrer: { SingleHeader: { Name: 'referer' } },
} as const;

const AS_SENT = [{ Priority: 0, Type: 'NONE' }] as const;

function statementOf({ trait, value }: Exclude<Term, { readonly trait: 'client' }>): Statement {
  const field = { FieldToMatch: FIELDS[trait], TextTransformations: AS_SENT };
  if (value === undefined || value === '') {
    const SizeConstraintStatement: SizeConstraintStatement = {
      ...field,
      ComparisonOperator: 'GT',
      Size: 0,
    };
    return { NotStatement: { Statement: { SizeConstraintStatement } } };
  }
  return {
    ByteMatchStatement: {
      ...field,
      SearchString: Buffer.from(value, 'latin1'),
      PositionalConstraint: value.length >= VALUE_LENGTH_MAX ? 'STARTS_WITH' : 'EXACTLY',
    },
  };
}

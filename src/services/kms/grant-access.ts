import type { Caller } from '../../contract/identity.ts';
import type { FindContext, GrantQuestion, Resolved } from '../../contract/resource.ts';
import type { Cursor, View } from '../../contract/view.ts';
import type { Naming } from '../../policy/statement.ts';
import type { PrincipalIdentity } from '../../policy/types.ts';
import {
  type AskedGrant,
  type ContextPair,
  isWithin,
  satisfies,
} from './domain/grant-constraints.ts';
import { grantOperationOf } from './domain/grant-operations.ts';
import { type GrantDocument, grants, indexKey } from './grant-state.ts';
import type { KeyDocument } from './state.ts';

const PAGE = 1_000;

/**
 * How a grant on the key that covers the request names the caller. Asked only when no policy allows. A grant to an
 * account leaves it to that account's identity policies, as a key policy does.
 */
export async function grantNaming(
  key: Resolved<KeyDocument>,
  question: GrantQuestion,
  context: FindContext,
): Promise<Naming> {
  if (key.document?.hasGrants !== true) return 'none';
  const view = context.unit.view(key.scope);
  const covers = coverage(question, context);
  if (covers === undefined) return 'none';
  for (const { id, naming } of partiesOf(context.caller.identity)) {
    if (await someGrant(view, indexKey(key.id, id), covers)) return naming;
  }
  return 'none';
}

/** Who a caller is to grants, the closest first. */
export function partiesOf(
  identity: PrincipalIdentity,
): readonly { readonly id: string; readonly naming: Naming }[] {
  const { principalId, roleId, account, service } = identity;
  switch (identity.type) {
    case 'Anonymous':
    case 'WebIdentity':
    case 'Saml':
      return [];
    case 'AWSService':
      return service === undefined ? [] : [{ id: service, naming: 'direct' }];
    case 'Root':
      return [{ id: account, naming: 'account' }];
    case 'IAMUser':
    case 'FederatedUser':
    case 'AssumedRole':
      return [
        { id: principalId, naming: 'direct' },
        ...(roleId === undefined ? [] : [{ id: roleId, naming: 'role' } as const]),
        { id: account, naming: 'account' },
      ];
  }
}

type Covers = (grant: GrantDocument) => boolean;

function coverage(question: GrantQuestion, context: FindContext): Covers | undefined {
  const operation = grantOperationOf(question.action);
  if (operation === undefined) return undefined;
  const pairs = pairsIn(question.conditions);
  const request = { operation, pairs, sourceArn: sourceArnOf(context.caller) };
  const asked = operation === 'CreateGrant' ? askedGrant(question.conditions, pairs) : undefined;
  return (grant) =>
    grant.operations.includes(operation) &&
    (grant.effective <= context.now || question.presented.includes(grant.id)) &&
    satisfies(request, grant.constraints) &&
    (asked === undefined || isWithin(asked, grant));
}

async function someGrant(view: View, prefix: string, covers: Covers): Promise<boolean> {
  let after: Cursor | undefined;
  do {
    const query = { index: 'grantee', prefix, limit: PAGE };
    const page = await view.list(grants, after === undefined ? query : { ...query, after });
    if (page.items.some(({ document }) => covers(document))) return true;
    after = page.last;
  } while (after !== undefined);
  return false;
}

export function sourceArnOf(caller: Caller): string | undefined {
  return caller.conditions.get('aws:sourcearn')?.[0];
}

const CONTEXT_KEY = 'kms:encryptioncontext:';

/** The encryption context as the request's condition keys tell it. */
function pairsIn(conditions: GrantQuestion['conditions']): readonly ContextPair[] {
  return [...conditions].flatMap(([key, values]): ContextPair[] =>
    key.startsWith(CONTEXT_KEY)
      ? values.map((value): ContextPair => [key.slice(CONTEXT_KEY.length), value])
      : [],
  );
}

/** What a CreateGrant asks for, as its condition keys tell it. */
function askedGrant(
  conditions: GrantQuestion['conditions'],
  pairs: readonly ContextPair[],
): AskedGrant {
  const types = conditions.get('kms:grantconstrainttype') ?? [];
  const kind = types.includes('EncryptionContextEquals')
    ? 'equals'
    : types.includes('EncryptionContextSubset')
      ? 'subset'
      : undefined;
  return {
    operations: conditions.get('kms:grantoperations') ?? [],
    kind,
    pairs,
    sourceArn: conditions.get('kms:grantconstraintsourcearn')?.[0],
  };
}

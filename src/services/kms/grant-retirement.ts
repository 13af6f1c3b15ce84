import type { KmsOperations } from '../../../models/kms/types.ts';
import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Naming } from '../../policy/statement.ts';
import { isGrantId } from './domain/grant-id.ts';
import { handleOfToken } from './domain/grant-token.ts';
import { grantNotFound, invalidGrantId, invalidGrantToken, validation } from './errors.ts';
import { partiesOf } from './grant-access.ts';
import {
  type GrantDocument,
  grantDocumentId,
  type GrantParty,
  grantPlaces,
  grants,
} from './grant-state.ts';
import { hiddenDenial, isOwn, keyArn, sharedKeyKind } from './resources.ts';

type RetireInput = KmsOperations['RetireGrant']['input'];

/**
 * A grant that is to be retired. The grant itself says who may: its retiring principal, its grantee if RetireGrant is
 * among its operations, and the account that made it. Policies of the key have no say, and what an identity policy
 * allows counts only for those who act for a whole account that the grant names. A Deny in it counts always.
 */
export const retirableGrantKind: ResourceKind<GrantDocument, RetireInput> = {
  name: 'kms:grant',
  policyMode: 'required',
  find: ({ GrantToken: token, KeyId: keyId, GrantId: grantId }, context) => {
    if (token !== undefined && keyId === undefined && grantId === undefined) {
      return findByToken(token, context);
    }
    if (token === undefined && keyId !== undefined && grantId !== undefined) {
      return findById(keyId, grantId, context);
    }
    throw validation('Either a grant token, or a grant ID and a key ID, must be specified.');
  },
  grants: ({ document }, _question, { caller }) => {
    const { identity } = caller;
    const parties = partiesOf(identity);
    let naming: Naming = 'none';
    if (document !== undefined) {
      const { grantee, retiring, operations, issuer } = document;
      const named = [retiring, operations.includes('RetireGrant') ? grantee : undefined];
      naming =
        parties.find(({ id }) => named.some((party) => isParty(party, id)))?.naming ?? 'none';
      const isIssuer = identity.type === 'Root' && identity.account === issuer;
      if (naming === 'none' && isIssuer) naming = 'account';
    }
    return Promise.resolve(naming);
  },
  denial: (resource, action, decision, context) =>
    isOwn(resource.scope, context) ? undefined : hiddenDenial(resource, action, decision, context),
};

function isParty(party: GrantParty | undefined, id: string): boolean {
  return party?.id === id;
}

async function findByToken(token: string, context: FindContext): Promise<Resolved<GrantDocument>> {
  const handle = handleOfToken(token);
  const view = context.unit.view(context.scope);
  const place = handle === undefined ? undefined : await view.get(grantPlaces, handle);
  if (place === undefined || place.scope.region !== context.scope.region) throw invalidGrantToken();
  const id = grantDocumentId(place.keyId, place.grantId);
  const document = await context.unit.view(place.scope).get(grants, id);
  if (document === undefined) throw invalidGrantToken();
  return { arn: keyArn(place.scope, place.keyId), scope: place.scope, id, document };
}

async function findById(
  keyId: string,
  grantId: string,
  context: FindContext,
): Promise<Resolved<GrantDocument>> {
  if (!isGrantId(grantId)) throw invalidGrantId(grantId);
  const key = await sharedKeyKind.find(keyId, context);
  const id = grantDocumentId(key.id, grantId);
  const document =
    key.document === undefined ? undefined : await context.unit.view(key.scope).get(grants, id);
  const missing = key.missing ?? grantNotFound(grantId);
  const { arn, scope } = key;
  return { arn, scope, id, document, ...(document === undefined ? { missing } : {}) };
}

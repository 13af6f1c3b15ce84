import type { GrantListEntry, KmsOperations } from '../../../models/kms/types.ts';
import { parseArn, partitionOf } from '../../core/arn.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { keyTarget, managesKey, type KeyTarget } from './authorization.ts';
import { addForAwsResource, requestConditions } from './conditions.ts';
import { validation } from './errors.ts';
import { idOf, serviceId, shownParty } from './grant-parties.ts';
import { existingGrant } from './grant-removal.ts';
import {
  type GrantDocument,
  grantDocumentId,
  grantPlaces,
  grants,
  indexKey,
} from './grant-state.ts';
import { pageOf } from './pages.ts';
import { keyArn, sharedKeyKind } from './resources.ts';

const GRANTS_PER_PAGE = 50;

export function createListGrants(
  principals: PrincipalDirectory,
): OperationOf<KmsOperations, 'ListGrants'> {
  return {
    name: 'ListGrants',
    access: 'read',
    authorize: managesKey(
      'kms:ListGrants',
      (conditions, _input, _key, { call }) => addForAwsResource(conditions, call),
      sharedKeyKind,
    ),
    handle: async (input, context) => {
      const key = await keyTarget(context, sharedKeyKind, input.KeyId);
      const { GrantId, GranteePrincipal, GranteeServicePrincipal } = input;
      assertOneFilter(GranteePrincipal, GranteeServicePrincipal, 'Grantee');
      const granteeId = await filterOf(
        principals,
        context,
        GranteePrincipal,
        GranteeServicePrincipal,
      );
      const about = JSON.stringify([key.arn, GrantId ?? null, granteeId ?? null]);
      const page = pageOf(context.call, input, GRANTS_PER_PAGE, about);
      if (GrantId !== undefined) {
        const grant = await existingGrant(key, GrantId);
        const isAsked = granteeId === undefined || grant.grantee.id === granteeId;
        const Grants = isAsked ? [await entry(principals, context, grant)] : [];
        return { Grants, Truncated: false };
      }
      const { items, last } = await grantsOfKey(key, granteeId, page);
      const Grants = await entries(principals, context, items);
      return { Grants, ...page.answer(last) };
    },
  };
}

export function createListRetirableGrants(
  principals: PrincipalDirectory,
): OperationOf<KmsOperations, 'ListRetirableGrants'> {
  return {
    name: 'ListRetirableGrants',
    access: 'read',
    // What is asked about is the principal; keys and grants are not asked.
    authorize: (input, context) => {
      // A service asks for itself, and has no policies that could allow it to.
      if (isOwnService(input.RetiringServicePrincipal, context)) return Promise.resolve([]);
      const conditions = requestConditions(context.call);
      const resource = input.RetiringPrincipal ?? '*';
      const isNamed = parseArn(resource) !== undefined;
      return Promise.resolve([
        { action: 'kms:ListRetirableGrants', resource: isNamed ? resource : '*', conditions },
      ]);
    },
    handle: async (input, context) => {
      const { RetiringPrincipal, RetiringServicePrincipal } = input;
      if ((RetiringPrincipal === undefined) === (RetiringServicePrincipal === undefined)) {
        throw validation(
          'You must specify either RetiringPrincipal or RetiringServicePrincipal, but not both.',
        );
      }
      const id = await filterOf(principals, context, RetiringPrincipal, RetiringServicePrincipal);
      const page = pageOf(context.call, input, GRANTS_PER_PAGE, id);
      const prefix = indexKey(context.call.scope.region, id ?? '');
      const { items, last } = await context.view.list(grantPlaces, {
        index: 'retiring',
        prefix,
        limit: page.limit,
        ...(page.after === undefined ? {} : { after: page.after }),
      });
      const found: GrantDocument[] = [];
      for (const { document: place } of items) {
        const view = context.unit.view(place.scope);
        const grant = await view.get(grants, grantDocumentId(place.keyId, place.grantId));
        if (grant !== undefined) found.push(grant);
      }
      return { Grants: await entries(principals, context, found), ...page.answer(last) };
    },
  };
}

function isOwnService(name: string | undefined, { call }: ResolveContext): boolean {
  const { service } = call.caller.identity;
  return name !== undefined && service !== undefined && serviceId(name) === service;
}

function assertOneFilter(
  principal: string | undefined,
  service: string | undefined,
  who: string,
): void {
  if (principal === undefined || service === undefined) return;
  throw validation(
    `You can specify either ${who}Principal or ${who}ServicePrincipal, but not both.`,
  );
}

/** The id to look grants up by. Only services may ask for a service principal's. */
async function filterOf(
  principals: PrincipalDirectory,
  context: Context,
  principal: string | undefined,
  service: string | undefined,
): Promise<string | undefined> {
  if (service !== undefined) {
    if (context.call.caller.identity.type !== 'AWSService') {
      throw validation('Filters by service principal are only usable by service principals.');
    }
    return serviceId(service);
  }
  if (principal === undefined) return undefined;
  return principals.isService(principal)
    ? serviceId(principal)
    : idOf(principals, context, principal);
}

async function grantsOfKey(
  key: KeyTarget,
  granteeId: string | undefined,
  { limit, after }: ReturnType<typeof pageOf>,
) {
  const { id } = key.document;
  const where =
    granteeId === undefined
      ? { prefix: `${id}/` }
      : { index: 'grantee', prefix: indexKey(id, granteeId) };
  const query = { ...where, limit, ...(after === undefined ? {} : { after }) };
  const { items, last } = await key.view.list(grants, query);
  return { items: items.map(({ document }) => document), last };
}

async function entries(
  principals: PrincipalDirectory,
  context: Context,
  found: readonly GrantDocument[],
): Promise<readonly GrantListEntry[]> {
  const shown: GrantListEntry[] = [];
  for (const grant of found) shown.push(await entry(principals, context, grant));
  return shown;
}

async function entry(
  principals: PrincipalDirectory,
  context: Context,
  grant: GrantDocument,
): Promise<GrantListEntry> {
  const { grantee, retiring, constraints, scope } = grant;
  const { equals, subset, sourceArn } = constraints;
  const granteeName = await shownParty(principals, context, grantee);
  const retiringName =
    retiring === undefined ? undefined : await shownParty(principals, context, retiring);
  return {
    KeyId: keyArn(scope, grant.keyId),
    GrantId: grant.id,
    Name: grant.name ?? '',
    CreationDate: new Date(grant.created),
    ...(grantee.isService
      ? { GranteeServicePrincipal: granteeName }
      : { GranteePrincipal: granteeName }),
    ...(retiringName === undefined ? {} : shownRetiring(retiring?.isService, retiringName)),
    IssuingAccount: `arn:${partitionOf(scope.region)}:iam::${grant.issuer}:root`,
    Operations: grant.operations,
    ...(Object.keys(constraints).length === 0
      ? {}
      : {
          Constraints: {
            ...(equals === undefined ? {} : { EncryptionContextEquals: equals }),
            ...(subset === undefined ? {} : { EncryptionContextSubset: subset }),
            ...(sourceArn === undefined ? {} : { SourceArn: sourceArn }),
          },
        }),
  };
}

function shownRetiring(isService: boolean | undefined, name: string) {
  return isService === true ? { RetiringServicePrincipal: name } : { RetiringPrincipal: name };
}

import type { StsOperations } from '../../../models/sts/types.ts';
import type { Caller } from '../../contract/identity.ts';
import type {
  AuthorizedResource,
  Permission,
  ProvenOperationOf,
} from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { AssumableRole, KeySets } from '../iam/port.ts';
import { validationError } from './errors.ts';
import {
  authorizedRole,
  newRoleSession,
  type RoleSessionParts,
  sessionSeconds,
} from './role-session.ts';
import { sessionTags, tagPermissionConditions } from './session-tags.ts';
import {
  type FetchedKeys,
  fetchTokenKeys,
  readWebClaims,
  type VerifiedToken,
  verifyWebToken,
  type WebClaims,
} from './web-token.ts';

type Input = StsOperations['AssumeRoleWithWebIdentity']['input'];

const CLAIMS_IN_SESSION = ['aud', 'sub', 'amr'];

/** A role for whom an OpenID Connect provider vouches for; the token is the only credential. */
export function createAssumeRoleWithWebIdentity(
  parts: RoleSessionParts & { readonly keySets: KeySets },
): ProvenOperationOf<StsOperations, 'AssumeRoleWithWebIdentity', FetchedKeys | undefined> {
  return {
    name: 'AssumeRoleWithWebIdentity',
    access: 'read',
    beforehand: ({ WebIdentityToken: token, RoleArn }, context) =>
      fetchTokenKeys(token, accountOfRole(RoleArn), parts, context),
    identify: async (input, context, fetched) => {
      if (input.ProviderId !== undefined) {
        const text = 'OAuth 2.0 access tokens are not built; pass an OpenID Connect ID token';
        throw new ServiceError('NotImplementedException', text, { status: 501 });
      }
      const account = accountOfRole(input.RoleArn);
      const { directory } = parts;
      const verified = await verifyWebToken(
        input.WebIdentityToken,
        account,
        { directory, fetched },
        context,
      );
      return webCaller(account, verified);
    },
    authorize: async (input, context) =>
      permissions(input, await context.resolve(parts.directory.roles, input.RoleArn)),
    handle: async (input, context) => {
      const { caller } = context.call;
      const claims = readWebClaims(input.WebIdentityToken);
      const { resource, role } = await authorizedRole(context, parts.directory, input.RoleArn);
      const provider = caller.identity.arn;
      const session = await newRoleSession(context, parts, {
        resource,
        sessionName: input.RoleSessionName,
        seconds: sessionSeconds(input.DurationSeconds, role),
        passed: input,
        tags: sessionTags(
          { Tags: claims.tags, TransitiveTagKeys: claims.transitiveTagKeys },
          caller,
        ),
        sourceIdentity: claims.sourceIdentity,
        federation: { kind: 'web', provider, conditions: keptClaims(provider, caller) },
      });
      return {
        ...session,
        SubjectFromWebIdentityToken: claims.subject,
        Provider: provider,
        Audience: claims.audience,
      };
    },
  };
}

function permissions(
  input: Input,
  resource: AuthorizedResource<AssumableRole>,
): readonly Permission[] {
  const claims = readWebClaims(input.WebIdentityToken);
  const conditions = new Map<string, readonly string[]>([
    ['sts:rolesessionname', [input.RoleSessionName]],
    ...tagPermissionConditions({
      Tags: claims.tags,
      TransitiveTagKeys: claims.transitiveTagKeys,
    }),
  ]);
  const actions = ['sts:AssumeRoleWithWebIdentity'];
  if (claims.tags.length > 0) actions.push('sts:TagSession');
  if (claims.sourceIdentity !== undefined) {
    conditions.set('sts:sourceidentity', [claims.sourceIdentity]);
    actions.push('sts:SetSourceIdentity');
  }
  return actions.map((action) => ({ action, resource, conditions }));
}

export function accountOfRole(text: string): string {
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'iam' || !/^\d{12}$/.test(arn.account)) {
    throw validationError('Request ARN is invalid');
  }
  return arn.account;
}

/** `arn:aws:iam::1:oidc-provider/server.example.com` → `server.example.com`, which begins the provider's keys. */
function keyPrefix(provider: string): string {
  return provider.replace(/^arn:[^/]*oidc-provider\//, '').toLowerCase();
}

function webCaller(account: string, { claims, provider }: VerifiedToken): Caller {
  const { principal } = provider;
  const principalId = `${principal}:${claims.audience}:${claims.subject}`;
  return {
    identity: { type: 'WebIdentity', account, arn: principal, principalId },
    userIdentity: {
      type: 'WebIdentityUser',
      principalId,
      userName: claims.subject,
      identityProvider: principal,
    },
    conditions: new Map([
      ['aws:federatedprovider', [principal]],
      ...claimConditions(keyPrefix(principal), claims),
    ]),
    tags: {},
  };
}

function claimConditions(
  prefix: string,
  claims: WebClaims,
): readonly (readonly [string, readonly string[]])[] {
  const { audience, otherAudiences, subject, methods, email } = claims;
  return [
    [`${prefix}:aud`, [audience]],
    [`${prefix}:oaud`, otherAudiences],
    [`${prefix}:sub`, [subject]],
    ...(methods.length === 0 ? [] : [[`${prefix}:amr`, methods] as const]),
    ...(email === undefined ? [] : [[`${prefix}:email`, [email]] as const]),
  ];
}

/** What stays known in the session. Source: IAM User Guide, keys for OIDC federation, "Available in session". */
function keptClaims(provider: string, caller: Caller): Readonly<Record<string, readonly string[]>> {
  const kept: Record<string, readonly string[]> = {};
  for (const claim of CLAIMS_IN_SESSION) {
    const key = `${keyPrefix(provider)}:${claim}`;
    const values = caller.conditions.get(key);
    if (values !== undefined) kept[key] = values;
  }
  return kept;
}

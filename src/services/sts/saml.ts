import type { StsOperations } from '../../../models/sts/types.ts';
import type { Caller } from '../../contract/identity.ts';
import type { Call, IdentifyContext, OperationOf } from '../../contract/operation.ts';
import { accessDenied, invalidIdentityToken } from './errors.ts';
import {
  authorizedRole,
  newRoleSession,
  type RoleSessionParts,
  sessionSeconds,
} from './role-session.ts';
import { nameQualifierOf, samlConditions } from './saml-keys.ts';
import { type SamlClaims, verifySamlResponse } from './saml-response.ts';
import { sessionTags, tagPermissionConditions } from './session-tags.ts';
import { accountOfRole } from './web-identity.ts';

type Input = StsOperations['AssumeRoleWithSAML']['input'];

const KEPT_IN_SESSION = ['saml:sub', 'saml:sub_type', 'saml:namequalifier'];

/** A role for whom a SAML identity provider vouches for; the signed assertion is the only credential. */
export function createAssumeRoleWithSAML(
  parts: RoleSessionParts,
): OperationOf<StsOperations, 'AssumeRoleWithSAML'> {
  // Verified when the caller is identified; the same call asks again when it is authorized and handled.
  const verified = new WeakMap<Caller, SamlClaims>();
  const claimsOf = (call: Call): SamlClaims => {
    const claims = verified.get(call.caller);
    if (claims === undefined) throw new Error('an assertion was not verified');
    return claims;
  };
  return {
    name: 'AssumeRoleWithSAML',
    access: 'read',
    identify: async (input, context) => {
      const { caller, claims } = await samlCaller(parts, input, context);
      verified.set(caller, claims);
      return caller;
    },
    authorize: async (input, context) => {
      const claims = claimsOf(context.call);
      const resource = await context.resolve(parts.directory.roles, input.RoleArn);
      const conditions = new Map<string, readonly string[]>([
        ['sts:rolesessionname', [claims.sessionName]],
        ...tagPermissionConditions(tagInput(claims)),
      ]);
      const actions = ['sts:AssumeRoleWithSAML'];
      if (claims.tags.length > 0) actions.push('sts:TagSession');
      if (claims.sourceIdentity !== undefined) {
        conditions.set('sts:sourceidentity', [claims.sourceIdentity]);
        actions.push('sts:SetSourceIdentity');
      }
      return actions.map((action) => ({ action, resource, conditions }));
    },
    handle: async (input, context) => {
      const { caller, scope } = context.call;
      const claims = claimsOf(context.call);
      const { resource, role } = await authorizedRole(context, parts.directory, input.RoleArn);
      const seconds = sessionSeconds(input.DurationSeconds, role);
      const session = await newRoleSession(context, parts, {
        resource,
        sessionName: claims.sessionName,
        // The assertion can only shorten what was asked for.
        seconds: Math.min(seconds, claims.sessionSeconds ?? seconds),
        passed: input,
        tags: sessionTags(tagInput(claims), caller),
        sourceIdentity: claims.sourceIdentity,
        federation: { kind: 'saml', provider: input.PrincipalArn, conditions: keptClaims(caller) },
      });
      return {
        ...session,
        Subject: claims.subject,
        SubjectType: claims.subjectType,
        Issuer: claims.issuer,
        Audience: claims.recipient,
        NameQualifier: nameQualifierOf(claims, scope.account, input.PrincipalArn),
      };
    },
  };
}

function keptClaims(caller: Caller): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(KEPT_IN_SESSION.map((key) => [key, caller.conditions.get(key) ?? []]));
}

function tagInput({ tags, transitiveTagKeys }: SamlClaims) {
  return { Tags: tags, TransitiveTagKeys: transitiveTagKeys };
}

async function samlCaller(
  { directory }: RoleSessionParts,
  input: Input,
  { unit, now, realNow }: IdentifyContext,
): Promise<{ readonly caller: Caller; readonly claims: SamlClaims }> {
  const account = accountOfRole(input.RoleArn);
  const { PrincipalArn: provider } = input;
  const isOwn = provider.startsWith(`arn:aws:iam::${account}:saml-provider/`);
  const source = isOwn ? await directory.samlSource(unit, provider, now) : undefined;
  if (source === undefined) throw invalidIdentityToken("Specified provider doesn't exist");
  const claims = await verifySamlResponse(input.SAMLAssertion, source, realNow);
  const pairs = [`${input.RoleArn},${provider}`, `${provider},${input.RoleArn}`];
  if (!claims.roles.some((pair) => pairs.includes(pair))) {
    throw accessDenied('Not authorized to perform sts:AssumeRoleWithSAML');
  }
  const conditions = samlConditions(claims, account, provider);
  const principalId = `${nameQualifierOf(claims, account, provider)}:${claims.subject}`;
  const caller: Caller = {
    identity: { type: 'Saml', account, arn: provider, principalId },
    userIdentity: {
      type: 'SAMLUser',
      principalId,
      userName: claims.subject,
      identityProvider: provider,
    },
    conditions,
    tags: {},
  };
  return { caller, claims };
}

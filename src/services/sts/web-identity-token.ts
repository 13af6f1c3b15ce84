import type { StsOperations } from '../../../models/sts/types.ts';
import type { OrganizationSource } from '../../contract/organization.ts';
import type { Call, Context, OperationOf } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import { SECOND_MS } from '../../core/time.ts';
import type { TokenSigner } from '../iam/port.ts';
import { validationError } from './errors.ts';
import { sessionTags, tagPermissionConditions } from './session-tags.ts';

type Input = StsOperations['GetWebIdentityToken']['input'];

const SECONDS_DEFAULT = 300;
const PAYLOAD_BYTES_MAX = 8 * 1024;
const CLAIMS = 'https://sts.amazonaws.com/';

export interface WebIdentityTokenParts {
  readonly tokens: TokenSigner;
  readonly organizations: OrganizationSource;
}

/** A token of the account's own issuer, by which its caller proves to others who it is. */
export function createGetWebIdentityToken(
  parts: WebIdentityTokenParts,
): OperationOf<StsOperations, 'GetWebIdentityToken'> {
  return {
    name: 'GetWebIdentityToken',
    access: 'read',
    authorize: async (input) => {
      const conditions = new Map<string, readonly string[]>([
        ['sts:identitytokenaudience', input.Audience],
        ['sts:signingalgorithm', [input.SigningAlgorithm]],
        ['sts:durationseconds', [String(input.DurationSeconds ?? SECONDS_DEFAULT)]],
        ...tagPermissionConditions(input),
      ]);
      const actions = ['sts:GetWebIdentityToken'];
      if ((input.Tags ?? []).length > 0) actions.push('sts:TagGetWebIdentityToken');
      return actions.map((action) => ({ action, resource: '*', conditions }));
    },
    handle: async (input, context) => {
      const { call, unit } = context;
      const algorithm = algorithmOf(input.SigningAlgorithm);
      const seconds = input.DurationSeconds ?? SECONDS_DEFAULT;
      const { session } = call.caller;
      if (session !== undefined && call.now + seconds * SECOND_MS > session.expires) {
        throw refusal(
          'SessionDurationEscalationException',
          'The requested token duration would extend the session beyond its original expiration time.',
          403,
        );
      }
      const claims = await claimsOf(input, context, seconds, parts.organizations);
      if (Buffer.byteLength(JSON.stringify(claims)) > PAYLOAD_BYTES_MAX) {
        throw refusal(
          'JWTPayloadSizeExceededException',
          'The requested token payload size exceeds the maximum allowed size.',
          400,
        );
      }
      const token = await parts.tokens.sign(unit, call.scope.account, algorithm, claims);
      if (token === undefined) {
        throw refusal(
          'OutboundWebIdentityFederationDisabledException',
          'The outbound web identity federation feature is not enabled for this account.',
          403,
        );
      }
      // Those who are shown a token go by real time.
      const Expiration = new Date((issuedAt(call) + seconds) * SECOND_MS);
      context.audit.response({ expiration: Expiration.toISOString() });
      return { WebIdentityToken: token, Expiration };
    },
  };
}

function refusal(code: string, text: string, status: number): ServiceError {
  return new ServiceError(code, text, { status });
}

function algorithmOf(text: string): 'RS256' | 'ES384' {
  if (text === 'RS256' || text === 'ES384') return text;
  throw validationError(`SigningAlgorithm must be RS256 or ES384, not ${text}`);
}

function issuedAt({ realNow }: Call): number {
  return Math.floor(realNow / SECOND_MS);
}

/** Source: IAM User Guide, "Understanding token claims". */
async function claimsOf(
  input: Input,
  context: Context,
  seconds: number,
  organizations: OrganizationSource,
): Promise<JsonObject> {
  const { call, unit } = context;
  const { session, ...caller } = call.caller;
  const { identity, tags, conditions } = caller;
  const { account, region } = call.scope;
  const membership = await organizations.membership(unit, account);
  const { tags: requestTags } = sessionTags(input, caller);
  const issued = issuedAt(call);
  const provider = conditions.get('aws:federatedprovider')?.[0];
  const [only, ...others] = input.Audience;
  return {
    aud: only !== undefined && others.length === 0 ? only : input.Audience,
    sub: identity.roleArn ?? identity.arn,
    iat: issued,
    exp: issued + seconds,
    jti: await context.once(uuid),
    [CLAIMS]: {
      aws_account: account,
      source_region: region,
      ...(membership === undefined
        ? {}
        : { org_id: membership.organizationId, ou_path: membership.path }),
      ...(Object.keys(tags).length === 0 ? {} : { principal_tags: tags }),
      ...(session === undefined
        ? {}
        : { original_session_exp: new Date(session.expires).toISOString() }),
      ...(provider === undefined ? {} : { federated_provider: provider }),
      ...(session?.sourceIdentity === undefined ? {} : { source_identity: session.sourceIdentity }),
      ...(Object.keys(requestTags).length === 0 ? {} : { request_tags: requestTags }),
    },
  };
}

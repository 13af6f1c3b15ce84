import { createHash, createPublicKey } from 'node:crypto';
import type { Collection } from '../../contract/collection.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import { signJws } from '../../crypto/jws.ts';
import type { StoredPair } from '../../crypto/keys/stored-pair.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { onAccount } from './operation.ts';
import type { TokenSigner } from './port.ts';
import { accountScope, SHARED_SCOPE } from './state.ts';

/** An account as an OpenID Connect provider of its own principals. */
interface TokenIssuer {
  /** A UUID: the last part of the issuer's URL. */
  readonly id: string;
  readonly enabled: boolean;
  readonly keys: readonly {
    readonly algorithm: 'RS256' | 'ES384';
    readonly kid: string;
    /** PKCS#8 and SubjectPublicKeyInfo, base64. */
    readonly secret: string;
    readonly publicKey: string;
  }[];
}

/** One to an account, which keeps its URL and keys while it is disabled. */
export const tokenIssuers: Collection<TokenIssuer> = {
  name: 'iam.tokenIssuer',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};
/** By the issuer's id. */
export const tokenIssuerAccounts: Collection<{ readonly account: string }> = {
  name: 'iam.tokenIssuerAccount',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
const ONLY = 'only';

export interface TokenIssuerParts {
  readonly keyWork: Pick<KeyWork, 'generate'>;
  /** `https://host:port`, where clients reach this server. */
  readonly publicUrl: () => string;
}

/** Below the server's own paths, since AWS's host names are not ours. */
function issuerUrl(publicUrl: string, id: string): string {
  return `${publicUrl}/_holdfast/issuers/${id}`;
}

function refusal(code: string, text: string): ServiceError {
  return new ServiceError(code, text, { status: code === 'FeatureEnabled' ? 409 : 404 });
}

function disabled(): ServiceError {
  return refusal(
    'FeatureDisabled',
    'Outbound web identity federation is not enabled for this account.',
  );
}

async function enabledIn(view: View): Promise<TokenIssuer> {
  const issuer = await view.get(tokenIssuers, ONLY);
  if (issuer?.enabled !== true) throw disabled();
  return issuer;
}

/** Tokens by which an account's principals prove to others who they are. */
export function tokenIssuerOperations({
  keyWork,
  publicUrl,
}: TokenIssuerParts): readonly AnyOperation[] {
  return [
    onAccount({
      name: 'EnableOutboundWebIdentityFederation',
      access: 'write',
      handle: async (_input, view, context) => {
        const known = await view.get(tokenIssuers, ONLY);
        if (known?.enabled === true) {
          throw refusal(
            'FeatureEnabled',
            'Outbound web identity federation is already enabled for this account.',
          );
        }
        const issuer = known ?? (await newIssuer(context, keyWork));
        view.put(tokenIssuers, ONLY, { ...issuer, enabled: true });
        const { account } = context.call.scope;
        context.unit.view(SHARED_SCOPE).put(tokenIssuerAccounts, issuer.id, { account });
        return { IssuerIdentifier: issuerUrl(publicUrl(), issuer.id) };
      },
    }),
    onAccount({
      name: 'DisableOutboundWebIdentityFederation',
      access: 'write',
      handle: async (_input, view) => {
        view.put(tokenIssuers, ONLY, { ...(await enabledIn(view)), enabled: false });
        return {};
      },
    }),
    onAccount({
      name: 'GetOutboundWebIdentityFederationInfo',
      access: 'read',
      handle: async (_input, view) => {
        const { id } = await enabledIn(view);
        return { IssuerIdentifier: issuerUrl(publicUrl(), id), JwtVendingEnabled: true };
      },
    }),
  ];
}

function newIssuer(context: Context, keyWork: TokenIssuerParts['keyWork']): Promise<TokenIssuer> {
  return context.once(async () => {
    const [rsa, elliptic] = await Promise.all([
      keyWork.generate('RSA_2048'),
      keyWork.generate('ECC_NIST_P384'),
    ]);
    return { id: uuid(), enabled: true, keys: [keptKey('RS256', rsa), keptKey('ES384', elliptic)] };
  });
}

function keptKey(algorithm: 'RS256' | 'ES384', pair: StoredPair): TokenIssuer['keys'][number] {
  return {
    algorithm,
    kid: createHash('sha256').update(pair.publicKey).digest('base64url'),
    secret: Buffer.from(pair.secret).toString('base64'),
    publicKey: Buffer.from(pair.publicKey).toString('base64'),
  };
}

/** What STS signs tokens with. */
export function createTokenSigner(publicUrl: () => string): TokenSigner {
  return {
    sign: async (unit, account, algorithm, claims) => {
      const issuer = await unit.view(accountScope(account)).get(tokenIssuers, ONLY);
      const key = issuer?.keys.find((one) => one.algorithm === algorithm);
      if (issuer?.enabled !== true || key === undefined) return undefined;
      const payload = { iss: issuerUrl(publicUrl(), issuer.id), ...claims };
      const secret = Buffer.from(key.secret, 'base64');
      return signJws({ alg: algorithm, kid: key.kid }, payload, secret);
    },
  };
}

export interface IssuerDocuments {
  /** The answer to `/.well-known/openid-configuration`. */
  readonly configuration: JsonObject;
  /** A JSON Web Key Set. */
  readonly keys: JsonObject;
}

/** What an issuer publishes, without proof of who asks; undefined when there is no such issuer. */
export async function issuerDocuments(
  unit: Unit,
  id: string,
  publicUrl: string,
): Promise<IssuerDocuments | undefined> {
  const known = await unit.view(SHARED_SCOPE).get(tokenIssuerAccounts, id);
  if (known === undefined) return undefined;
  const issuer = await unit.view(accountScope(known.account)).get(tokenIssuers, ONLY);
  if (issuer?.id !== id) return undefined;
  const url = issuerUrl(publicUrl, id);
  return {
    configuration: {
      issuer: url,
      jwks_uri: `${url}/.well-known/jwks.json`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: issuer.keys.map(({ algorithm }) => algorithm),
      claims_supported: ['iss', 'aud', 'sub', 'iat', 'exp', 'jti', 'https://sts.amazonaws.com/'],
    },
    keys: { keys: issuer.keys.map(shownKey) },
  };
}

function shownKey({ algorithm, kid, publicKey }: TokenIssuer['keys'][number]): JsonObject {
  const der = Buffer.from(publicKey, 'base64');
  const jwk = createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const { kty = '', n, e, crv, x, y } = jwk;
  const numbers = { n, e, crv, x, y };
  const known = Object.entries(numbers).filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  return { kty, ...Object.fromEntries(known), kid, alg: algorithm, use: 'sig' };
}

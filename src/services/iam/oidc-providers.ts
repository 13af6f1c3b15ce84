import { listedTagConditions } from '../../core/tags.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidInput, quotaExceeded, validationError } from './errors.ts';
import {
  CLIENT_IDS_PER_OIDC_PROVIDER,
  OIDC_PROVIDERS_PER_ACCOUNT,
  THUMBPRINTS_PER_OIDC_PROVIDER,
} from './limits.ts';
import { countUpTo } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import type { KeySets } from './port.ts';
import { accountScope, type OidcProvider, oidcProviders } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { shownTags, withTags } from './tags.ts';
import { oidcProviderArn } from './web-providers.ts';

const URL_CHARACTERS_MAX = 255;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const providerKind: ResourceKind<OidcProvider> = {
  name: 'iam:oidc-provider',
  policyMode: 'none',
  find: async (arn, { unit, scope: { account } }) => {
    const scope = accountScope(account);
    const document = await unit.view(scope).get(oidcProviders, arn);
    const text = `OpenIDConnect Provider not found for arn ${arn}`;
    const missing = new ServiceError('NoSuchEntity', text, { status: 404 });
    return { arn, scope, id: arn, document, missing };
  },
  tags: ({ document }) => document?.tags ?? {},
};

const ofProvider = {
  kind: providerKind,
  of: (input: { readonly OpenIDConnectProviderArn: string }) => input.OpenIDConnectProviderArn,
};

interface Place {
  readonly scheme: 'https' | 'http';
  readonly url: string;
}

/** HTTPS, as AWS asks for; and HTTP on this machine alone, for providers that run beside it. */
function placeOf(text: string): Place {
  const wrong = () => validationError('Invalid Open ID Connect Provider URL');
  if (!URL.canParse(text) || text.length > URL_CHARACTERS_MAX) throw wrong();
  const url = new URL(text);
  const isLocal = url.protocol === 'http:' && LOOPBACK.has(url.hostname);
  if (url.protocol !== 'https:' && !isLocal) throw wrong();
  if (/[?#@]/.test(text)) throw wrong();
  return { scheme: isLocal ? 'http' : 'https', url: text.replace(/^https?:\/\//, '') };
}

function checkedThumbprints(thumbprints: readonly string[]): readonly string[] {
  if (thumbprints.length > THUMBPRINTS_PER_OIDC_PROVIDER) {
    throw invalidInput('Thumbprint list must contain fewer than 5 entries.');
  }
  if (!thumbprints.every((one) => /^[0-9a-fA-F]{40}$/.test(one))) {
    throw validationError('Thumbprint must be a hexadecimal SHA-1 digest of 40 characters.');
  }
  return thumbprints;
}

function checkedClientIds(clientIds: readonly string[]): readonly string[] {
  if (clientIds.length > CLIENT_IDS_PER_OIDC_PROVIDER) {
    throw quotaExceeded('ClientIdsPerOpenIdConnectProvider', CLIENT_IDS_PER_OIDC_PROVIDER);
  }
  return clientIds;
}

/** OpenID Connect providers: who may vouch for users of web identities. */
export function oidcProviderOperations(keySets: KeySets): readonly AnyOperation[] {
  return [
    createOpenIDConnectProvider(keySets),
    ...readingOperations,
    ...changingOperations,
    ...tagOperations({
      noun: 'OpenIDConnectProvider',
      member: 'OpenIDConnectProviderArn',
      kind: providerKind,
      collection: oidcProviders,
    }),
  ];
}

function createOpenIDConnectProvider(keySets: KeySets): AnyOperation {
  return onAccount({
    name: 'CreateOpenIDConnectProvider',
    access: 'write',
    arn: ({ Url }, account) => oidcProviderArn(account, Url.replace(/^https?:\/\//, '')),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      const place = placeOf(input.Url);
      const arn = oidcProviderArn(context.call.scope.account, place.url);
      if ((await view.get(oidcProviders, arn)) !== undefined) {
        const text = `Provider with url ${input.Url} already exists.`;
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      const most = OIDC_PROVIDERS_PER_ACCOUNT;
      if ((await countUpTo(view, oidcProviders, most)) >= most) {
        throw quotaExceeded('OpenIdConnectProvidersPerAccount', most);
      }
      const given = checkedThumbprints(input.ThumbprintList ?? []);
      const clientIds = checkedClientIds(input.ClientIDList ?? []);
      const fetched = place.scheme === 'https' && given.length === 0;
      const provider: OidcProvider = {
        ...place,
        arn,
        clientIds: [...new Set(clientIds)],
        thumbprints: fetched ? [await context.once(() => thumbprintOf(keySets, input.Url))] : given,
        created: context.call.now,
        tags: withTags({}, input.Tags),
      };
      view.put(oidcProviders, arn, provider);
      return { OpenIDConnectProviderArn: arn, Tags: shownTags(provider.tags) };
    },
  });
}

async function thumbprintOf(keySets: KeySets, url: string): Promise<string> {
  try {
    return await keySets.thumbprintOf(url);
  } catch {
    throw new ServiceError(
      'OpenIdIdpCommunicationError',
      'The request failed because IAM cannot connect to the OpenID Connect identity provider URL.',
      { status: 400 },
    );
  }
}

const readingOperations: readonly AnyOperation[] = [
  onResource({
    name: 'GetOpenIDConnectProvider',
    access: 'read',
    ...ofProvider,
    handle: async (_input, { document }) => ({
      Url: document.url,
      ClientIDList: document.clientIds,
      ThumbprintList: document.thumbprints,
      CreateDate: new Date(document.created),
      Tags: shownTags(document.tags),
    }),
  }),
  onAccount({
    name: 'ListOpenIDConnectProviders',
    access: 'read',
    handle: async (_input, view) => {
      const { items } = await view.list(oidcProviders, { limit: OIDC_PROVIDERS_PER_ACCOUNT });
      return { OpenIDConnectProviderList: items.map(({ document }) => ({ Arn: document.arn })) };
    },
  }),
];

const changingOperations: readonly AnyOperation[] = [
  onResource({
    name: 'DeleteOpenIDConnectProvider',
    access: 'write',
    ...ofProvider,
    handle: async (_input, { id, view }) => {
      view.delete(oidcProviders, id);
      return {};
    },
  }),
  onResource({
    name: 'UpdateOpenIDConnectProviderThumbprint',
    access: 'write',
    ...ofProvider,
    handle: async ({ ThumbprintList }, { document, id, view }) => {
      const thumbprints = checkedThumbprints(ThumbprintList);
      view.put(oidcProviders, id, { ...document, thumbprints });
      return {};
    },
  }),
  onResource({
    name: 'AddClientIDToOpenIDConnectProvider',
    access: 'write',
    ...ofProvider,
    handle: async ({ ClientID }, { document, id, view }) => {
      const clientIds = checkedClientIds([...new Set([...document.clientIds, ClientID])]);
      view.put(oidcProviders, id, { ...document, clientIds });
      return {};
    },
  }),
  onResource({
    name: 'RemoveClientIDFromOpenIDConnectProvider',
    access: 'write',
    ...ofProvider,
    handle: async ({ ClientID }, { document, id, view }) => {
      const clientIds = document.clientIds.filter((one) => one !== ClientID);
      view.put(oidcProviders, id, { ...document, clientIds });
      return {};
    },
  }),
];

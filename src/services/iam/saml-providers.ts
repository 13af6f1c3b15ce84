import { listedTagConditions } from '../../core/tags.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { DAY_MS } from '../../core/time.ts';
import { quotaExceeded } from './errors.ts';
import { SAML_PROVIDERS_PER_ACCOUNT } from './limits.ts';
import { countUpTo } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import type { SamlSource } from './port.ts';
import { readSamlMetadata } from './saml-metadata.ts';
import { accountScope, type SamlProvider, samlProviders } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { shownTags, withTags } from './tags.ts';

/** Metadata that names no end is good for a century, as in AWS. */
const LIFETIME_MS = 100 * 365 * DAY_MS;

function providerArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:saml-provider/${name}`;
}

const providerKind: ResourceKind<SamlProvider> = {
  name: 'iam:saml-provider',
  policyMode: 'none',
  find: async (arn, { unit, scope: { account } }) => {
    const scope = accountScope(account);
    const document = await unit.view(scope).get(samlProviders, arn);
    const text = `Manifest not found for arn ${arn}`;
    const missing = new ServiceError('NoSuchEntity', text, { status: 404 });
    return { arn, scope, id: arn, document, missing };
  },
  tags: ({ document }) => document?.tags ?? {},
};

const ofProvider = {
  kind: providerKind,
  of: (input: { readonly SAMLProviderArn: string }) => input.SAMLProviderArn,
};

function assertPlain(input: {
  readonly AssertionEncryptionMode?: string | undefined;
  readonly AddPrivateKey?: string | undefined;
  readonly RemovePrivateKey?: string | undefined;
}): void {
  const { AssertionEncryptionMode: mode, AddPrivateKey: added, RemovePrivateKey: removed } = input;
  if (mode === undefined && added === undefined && removed === undefined) return;
  const text = 'encrypted SAML assertions are not built';
  throw new ServiceError('NotImplementedException', text, { status: 501 });
}

/** SAML identity providers, by the metadata they publish. */
export const samlProviderOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateSAMLProvider',
    access: 'write',
    arn: ({ Name }, account) => providerArn(account, Name),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      assertPlain(input);
      const { Name: name, SAMLMetadataDocument: metadata } = input;
      const arn = providerArn(context.call.scope.account, name);
      if ((await view.get(samlProviders, arn)) !== undefined) {
        const text = `Provider with name ${name} already exists.`;
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      const most = SAML_PROVIDERS_PER_ACCOUNT;
      if ((await countUpTo(view, samlProviders, most)) >= most) {
        throw quotaExceeded('SAMLProvidersPerAccount', most);
      }
      const { now } = context.call;
      const provider: SamlProvider = {
        arn,
        uniqueId: await context.once(() => uniqueId('SAMLSP', 16)),
        metadata,
        created: now,
        validUntil: readSamlMetadata(metadata).validUntil ?? now + LIFETIME_MS,
        tags: withTags({}, input.Tags),
      };
      view.put(samlProviders, arn, provider);
      return { SAMLProviderArn: arn, Tags: shownTags(provider.tags) };
    },
  }),
  onResource({
    name: 'GetSAMLProvider',
    access: 'read',
    ...ofProvider,
    handle: async (_input, { document }) => ({
      SAMLProviderUUID: document.uniqueId,
      SAMLMetadataDocument: document.metadata,
      CreateDate: new Date(document.created),
      ValidUntil: new Date(document.validUntil),
      Tags: shownTags(document.tags),
    }),
  }),
  onAccount({
    name: 'ListSAMLProviders',
    access: 'read',
    handle: async (_input, view) => {
      const { items } = await view.list(samlProviders, { limit: SAML_PROVIDERS_PER_ACCOUNT });
      const SAMLProviderList = items.map(({ document }) => ({
        Arn: document.arn,
        ValidUntil: new Date(document.validUntil),
        CreateDate: new Date(document.created),
      }));
      return { SAMLProviderList };
    },
  }),
  onResource({
    name: 'UpdateSAMLProvider',
    access: 'write',
    ...ofProvider,
    handle: async (input, { document, id, view }, { call }) => {
      assertPlain(input);
      const { SAMLMetadataDocument: metadata } = input;
      if (metadata !== undefined) {
        const validUntil = readSamlMetadata(metadata).validUntil ?? call.now + LIFETIME_MS;
        view.put(samlProviders, id, { ...document, metadata, validUntil });
      }
      return { SAMLProviderArn: document.arn };
    },
  }),
  onResource({
    name: 'DeleteSAMLProvider',
    access: 'write',
    ...ofProvider,
    handle: async (_input, { id, view }) => {
      view.delete(samlProviders, id);
      return {};
    },
  }),
  ...tagOperations({
    noun: 'SAMLProvider',
    member: 'SAMLProviderArn',
    kind: providerKind,
    collection: samlProviders,
  }),
];

/** What STS verifies assertions by. Undefined: there is no such provider, or its metadata is out of date. */
export async function samlSource(
  unit: Unit,
  arn: string,
  now: number,
): Promise<SamlSource | undefined> {
  const account = parseArn(arn)?.account ?? '';
  const provider = await unit.view(accountScope(account)).get(samlProviders, arn);
  if (provider === undefined || provider.validUntil <= now) return undefined;
  const { entityId, certificates } = readSamlMetadata(provider.metadata);
  return { issuer: entityId, certificates };
}

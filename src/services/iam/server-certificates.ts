import { listedTagConditions } from '../../core/tags.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { type ServerCertificate, serverCertificates } from './credential-state.ts';
import { noSuchNamed, quotaExceeded } from './errors.ts';
import { SERVER_CERTIFICATES_PER_ACCOUNT } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf } from './pages.ts';
import { assertChain, assertKeyOf, readCertificate } from './pem-certificates.ts';
import { accountScope } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { shownTags, withTags } from './tags.ts';

function certificateArn(account: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:server-certificate${path}${name}`;
}

const certificateKind: ResourceKind<ServerCertificate> = {
  name: 'iam:server-certificate',
  policyMode: 'none',
  find: async (name, { unit, scope: { account } }) => {
    const scope = accountScope(account);
    const id = name.toLowerCase();
    const document = await unit.view(scope).get(serverCertificates, id);
    const arn = document?.arn ?? certificateArn(account, '/', name);
    return { arn, scope, id, document, missing: noSuchNamed('Server Certificate', name) };
  },
  tags: ({ document }) => document?.tags ?? {},
};

const ofCertificate = {
  kind: certificateKind,
  of: (input: { readonly ServerCertificateName: string }) => input.ServerCertificateName,
};

function shownCertificate(certificate: ServerCertificate) {
  return {
    Path: certificate.path,
    ServerCertificateName: certificate.name,
    ServerCertificateId: certificate.id,
    Arn: certificate.arn,
    UploadDate: new Date(certificate.uploaded),
    Expiration: new Date(certificate.expires),
  };
}

async function assertFree(view: View, name: string): Promise<void> {
  if ((await view.get(serverCertificates, name.toLowerCase())) === undefined) return;
  const text = `The Server Certificate with name ${name} already exists.`;
  throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
}

/** Certificates with their keys, for servers. A key never comes out again. */
export const serverCertificateOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'UploadServerCertificate',
    access: 'write',
    arn: (input, account) =>
      certificateArn(account, input.Path ?? '/', input.ServerCertificateName),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      const { ServerCertificateName: name, Path: path = '/', CertificateChain: chain } = input;
      const parsed = readCertificate(input.CertificateBody);
      assertKeyOf(parsed, input.PrivateKey);
      if (chain !== undefined) assertChain(parsed, chain);
      await assertFree(view, name);
      const most = SERVER_CERTIFICATES_PER_ACCOUNT;
      if ((await countUpTo(view, serverCertificates, most)) >= most) {
        throw quotaExceeded('ServerCertificatesPerAccount', most);
      }
      const certificate: ServerCertificate = {
        name,
        id: await context.once(() => uniqueId('ASCA', 17)),
        path,
        arn: certificateArn(context.call.scope.account, path, name),
        body: input.CertificateBody,
        privateKey: input.PrivateKey,
        uploaded: context.call.now,
        expires: Date.parse(parsed.validTo),
        tags: withTags({}, input.Tags),
        ...(chain === undefined ? {} : { chain }),
      };
      view.put(serverCertificates, name.toLowerCase(), certificate);
      const tags = shownTags(certificate.tags);
      return {
        ServerCertificateMetadata: shownCertificate(certificate),
        ...(tags.length === 0 ? {} : { Tags: tags }),
      };
    },
  }),
  onResource({
    name: 'GetServerCertificate',
    access: 'read',
    ...ofCertificate,
    handle: async (_input, { document }) => ({
      ServerCertificate: {
        ServerCertificateMetadata: shownCertificate(document),
        CertificateBody: document.body,
        ...(document.chain === undefined ? {} : { CertificateChain: document.chain }),
        Tags: shownTags(document.tags),
      },
    }),
  }),
  onAccount({
    name: 'ListServerCertificates',
    access: 'read',
    handle: async (input, view, { call }) => {
      const prefix = input.PathPrefix ?? '/';
      const page = pageOf(call, input, prefix);
      const listed = await listWanted(view, serverCertificates, page, ({ path }) =>
        path.startsWith(prefix),
      );
      return {
        ServerCertificateMetadataList: listed.items.map(shownCertificate),
        ...listed.answer,
      };
    },
  }),
  onResource({
    name: 'UpdateServerCertificate',
    access: 'write',
    ...ofCertificate,
    handle: async (input, { document, id, view }, { call }) => {
      const { NewServerCertificateName: name = document.name, NewPath: path = document.path } =
        input;
      const newId = name.toLowerCase();
      if (newId !== id) await assertFree(view, name);
      view.delete(serverCertificates, id);
      const arn = certificateArn(call.scope.account, path, name);
      view.put(serverCertificates, newId, { ...document, name, path, arn });
      return {};
    },
  }),
  onResource({
    name: 'DeleteServerCertificate',
    access: 'write',
    ...ofCertificate,
    handle: async (_input, { id, view }) => {
      view.delete(serverCertificates, id);
      return {};
    },
  }),
  ...tagOperations({
    noun: 'ServerCertificate',
    member: 'ServerCertificateName',
    kind: certificateKind,
    collection: serverCertificates,
  }),
];

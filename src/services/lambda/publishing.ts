import { randomUUID } from 'node:crypto';
import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { shown } from './configuration.ts';
import { invalidParameterValue, preconditionFailed } from './errors.ts';
import { pageOf } from './pages.ts';
import { functionOf, onFunction } from './resources.ts';
import {
  type FunctionDocument,
  functions,
  type VersionDocument,
  versionId,
  versions,
} from './state.ts';

export const publishVersion: OperationOf<LambdaOperations, 'PublishVersion'> = {
  name: 'PublishVersion',
  access: 'write',
  authorize: onFunction('lambda:PublishVersion'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const { document } = place;
    const { latest } = document;
    if (input.RevisionId !== undefined && input.RevisionId !== latest.revisionId) {
      throw preconditionFailed();
    }
    if (input.CodeSha256 !== undefined && input.CodeSha256 !== latest.code.sha256) {
      throw invalidParameterValue(
        `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST ` +
          `(${latest.code.sha256}). Please try again with the CodeSHA256 in $LATEST.`,
      );
    }
    const { version } = await publish(context, view, document, input.Description);
    return shown(document, version, { qualifier: version.version });
  },
};

/** Makes a version of the newest code; the one before, where nothing changed since. */
export async function publish(
  context: Context,
  view: View,
  document: FunctionDocument,
  description?: string,
): Promise<{ readonly document: FunctionDocument; readonly version: VersionDocument }> {
  const { name, latest, nextVersion } = document;
  const last = await view.get(versions, versionId(name, String(nextVersion - 1)));
  if (last?.publishedFrom === latest.revisionId) return { document, version: last };
  const number = String(nextVersion);
  const version: VersionDocument = {
    ...latest,
    version: number,
    revisionId: await context.once(randomUUID),
    publishedFrom: latest.revisionId,
    modified: context.call.now,
    ...(description === undefined ? {} : { description }),
  };
  const after = { ...document, nextVersion: nextVersion + 1 };
  view.put(versions, versionId(name, number), version);
  view.put(functions, name, after);
  return { document: after, version };
}

export const listVersionsByFunction: OperationOf<LambdaOperations, 'ListVersionsByFunction'> = {
  name: 'ListVersionsByFunction',
  access: 'read',
  authorize: onFunction('lambda:ListVersionsByFunction'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const { document } = place;
    const page = pageOf(context.call, input, document.name);
    const prefix = `${document.name}/`;
    const { items, last } = await view.list(versions, { prefix, ...page.query });
    const first = page.query.after === undefined ? [document.latest] : [];
    return {
      Versions: [...first, ...items.map((item) => item.document)].map((version) =>
        shown(document, version, { qualifier: version.version }),
      ),
      ...page.answer(last),
    };
  },
};

/** Lets an archive go, unless a published version still runs it. */
export async function dropCode(
  {
    blobs,
    context,
    view,
  }: { readonly blobs: Blobs; readonly context: Context; readonly view: View },
  { name, scope }: FunctionDocument,
  { code }: VersionDocument,
): Promise<void> {
  const { items } = await view.list(versions, { index: 'code', prefix: code.blob.name, limit: 1 });
  const latest = await view.get(functions, name);
  if (items.length > 0 || latest?.latest.code.blob.name === code.blob.name) return;
  blobs.unname(context.unit, scope, code.blob, context.call.now);
}

import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { CodeParts } from './code.ts';
import { reserve } from './concurrency.ts';
import { invalidParameterValue, resourceConflict } from './errors.ts';
import { eventConfigId, eventConfigs } from './event-configs.ts';
import { functionArn, LATEST } from './function-names.ts';
import { dropCode } from './publishing.ts';
import { urlKey } from './url-state.ts';
import { dropUrls } from './urls.ts';
import { type FoundFunction, functionOf, onFunction } from './resources.ts';
import {
  aliases,
  functions,
  policies,
  qualifiedId,
  type VersionDocument,
  versionId,
  versions,
} from './state.ts';

export function createDeleteFunction(
  parts: CodeParts,
): OperationOf<LambdaOperations, 'DeleteFunction'> {
  return {
    name: 'DeleteFunction',
    access: 'write',
    authorize: onFunction('lambda:DeleteFunction'),
    handle: async (input, context) => {
      const found = await functionOf(context, input);
      const { place, view } = found;
      const { document, qualifier } = place;
      if (qualifier !== undefined) await deleteVersion(found, qualifier);
      else {
        await removeAll(view, aliases, `${document.name}/`);
        await removeAll(view, policies, `${document.name}/`);
        await removeAll(view, eventConfigs, `${document.name}/`);
        view.delete(policies, document.name);
        await dropUrls(view, urlKey(document.scope, document.name));
        view.delete(functions, document.name);
        await reserve(view, -(document.reservedConcurrency ?? 0));
      }
      const gone = qualifier === undefined ? await takeVersions(view, document.name) : [];
      for (const version of [place.version, ...gone]) {
        await dropCode({ blobs: parts.blobs, context, view }, document, version);
      }
      parts.runner.retire(`${functionArn(document.scope, document.name, qualifier)}`);
      return {};
    },
  };
}

/** Errors: InvalidParameterValueException; ResourceConflictException while an alias names it. */
async function deleteVersion({ place, view }: FoundFunction, qualifier: string): Promise<void> {
  const { name } = place.document;
  if (qualifier === LATEST) {
    throw invalidParameterValue('$LATEST version cannot be deleted without deleting the function.');
  }
  if (place.alias !== undefined) {
    throw invalidParameterValue(
      'Deletion of aliases is not currently supported by DeleteFunction. Please use DeleteAlias.',
    );
  }
  const id = versionId(name, qualifier);
  const { items } = await view.list(aliases, { index: 'version', prefix: id, limit: 10 });
  if (items.length > 0) {
    const names = items.map((item) => item.document.name).join(', ');
    throw resourceConflict(
      `Unable to delete version because the following aliases reference it: [${names}]`,
    );
  }
  view.delete(versions, id);
  view.delete(policies, qualifiedId(name, qualifier));
  view.delete(eventConfigs, eventConfigId(name, qualifier));
}

const PAGE = 1_000;

async function removeAll<T extends Document>(
  view: View,
  collection: Collection<T>,
  prefix: string,
): Promise<void> {
  for (;;) {
    const { items, last } = await view.list(collection, { prefix, limit: PAGE });
    for (const { id } of items) view.delete(collection, id);
    if (last === undefined) return;
  }
}

/** Deletes the published versions, one of each archive left to the caller. */
async function takeVersions(view: View, name: string) {
  const byArchive = new Map<string, VersionDocument>();
  for (;;) {
    const { items, last } = await view.list(versions, { prefix: `${name}/`, limit: PAGE });
    for (const { id, document } of items) {
      byArchive.set(document.code.blob.name, document);
      view.delete(versions, id);
    }
    if (last === undefined) return [...byArchive.values()];
  }
}

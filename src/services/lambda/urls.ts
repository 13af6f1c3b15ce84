import type { FunctionUrlConfig, LambdaOperations } from '../../../models/lambda/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { randomBytes } from 'node:crypto';
import { resourceConflict, resourceNotFound, unbuilt } from './errors.ts';
import { functionArn } from './function-names.ts';
import { pageOf } from './pages.ts';
import { type FoundFunction, functionOf, onFunction } from './resources.ts';
import type { FunctionDocument } from './state.ts';
import { type UrlDocument, urlKey, urls } from './url-state.ts';

/** Where this server is. Resolves once it listens. */
export type Endpoint = () => Promise<string>;

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

interface OnUrl {
  readonly FunctionName: string;
  readonly Qualifier?: string | undefined;
  readonly AuthType?: string | undefined;
}

function onUrl<I extends OnUrl>(action: string) {
  return onFunction<I>(
    action,
    ({ AuthType }): ReadonlyMap<string, readonly string[]> =>
      AuthType === undefined ? new Map() : new Map([['lambda:functionurlauthtype', [AuthType]]]),
  );
}

export function createCreateFunctionUrlConfig(
  endpoint: Endpoint,
): OperationOf<LambdaOperations, 'CreateFunctionUrlConfig'> {
  return {
    name: 'CreateFunctionUrlConfig',
    access: 'write',
    authorize: onUrl('lambda:CreateFunctionUrlConfig'),
    handle: async (input, context) => {
      refuseStreams('CreateFunctionUrlConfig', input.InvokeMode);
      const found = await functionOf(context, input);
      if ((await urlOf(found)) !== undefined) {
        const { document, qualifier } = found.place;
        const arn = functionArn(document.scope, document.name, qualifier);
        throw resourceConflict(
          `Failed to create function url config for [functionArn = ${arn}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
        );
      }
      const { document, qualifier } = found.place;
      const { now } = context.call;
      const url: UrlDocument = {
        id: await context.once(newId),
        region: document.scope.region,
        scope: document.scope,
        name: document.name,
        functionArn: functionArn(document.scope, document.name),
        authType: input.AuthType,
        created: now,
        modified: now,
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(input.Cors === undefined ? {} : { cors: input.Cors }),
      };
      found.view.put(urls, url.id, url);
      return shownUrl(url, endpoint);
    },
  };
}

export function createUpdateFunctionUrlConfig(
  endpoint: Endpoint,
): OperationOf<LambdaOperations, 'UpdateFunctionUrlConfig'> {
  return {
    name: 'UpdateFunctionUrlConfig',
    access: 'write',
    authorize: onUrl('lambda:UpdateFunctionUrlConfig'),
    handle: async (input, context) => {
      refuseStreams('UpdateFunctionUrlConfig', input.InvokeMode);
      const found = await functionOf(context, input);
      const before = await existing(found);
      const url: UrlDocument = {
        ...before,
        authType: input.AuthType ?? before.authType,
        modified: context.call.now,
        ...(input.Cors === undefined ? {} : { cors: input.Cors }),
      };
      found.view.put(urls, url.id, url);
      return shownUrl(url, endpoint);
    },
  };
}

export function createGetFunctionUrlConfig(
  endpoint: Endpoint,
): OperationOf<LambdaOperations, 'GetFunctionUrlConfig'> {
  return {
    name: 'GetFunctionUrlConfig',
    access: 'read',
    authorize: onUrl('lambda:GetFunctionUrlConfig'),
    handle: async (input, context) =>
      shownUrl(await existing(await functionOf(context, input)), endpoint),
  };
}

export const deleteFunctionUrlConfig: OperationOf<LambdaOperations, 'DeleteFunctionUrlConfig'> = {
  name: 'DeleteFunctionUrlConfig',
  access: 'write',
  authorize: onUrl('lambda:DeleteFunctionUrlConfig'),
  handle: async (input, context) => {
    const found = await functionOf(context, input);
    const { id } = await existing(found);
    found.view.delete(urls, id);
    return {};
  },
};

export function createListFunctionUrlConfigs(
  endpoint: Endpoint,
): OperationOf<LambdaOperations, 'ListFunctionUrlConfigs'> {
  return {
    name: 'ListFunctionUrlConfigs',
    access: 'read',
    authorize: onUrl('lambda:ListFunctionUrlConfigs'),
    handle: async (input, context) => {
      const { place, view } = await functionOf(context, { FunctionName: input.FunctionName });
      const { scope, name } = place.document;
      const page = pageOf(context.call, input, name);
      const prefix = urlKey(scope, name);
      const { items, last } = await view.list(urls, { index: 'function', prefix, ...page.query });
      return {
        FunctionUrlConfigs: await Promise.all(
          items.map(({ document }) => shownUrl(document, endpoint)),
        ),
        ...page.answer(last),
      };
    },
  };
}

/** Forgets the URLs of a function, or of one of its qualifiers, by `urlKey`. */
export async function dropUrls(view: View, key: string): Promise<void> {
  const { items } = await view.list(urls, { index: 'function', prefix: key, limit: 1_000 });
  for (const item of items) {
    const isOfKey = key.endsWith('/') || item.key === key;
    if (isOfKey) view.delete(urls, item.id);
  }
}

async function urlOf({ place, view }: FoundFunction): Promise<UrlDocument | undefined> {
  const { document, qualifier } = place;
  return urlOn(view, document, qualifier);
}

/** The URL of exactly what is named. */
export async function urlOn(
  view: View,
  { scope, name }: Pick<FunctionDocument, 'scope' | 'name'>,
  qualifier: string | undefined,
): Promise<UrlDocument | undefined> {
  // A key ends where the qualifier does, and longer ones come after it.
  const prefix = urlKey(scope, name, qualifier);
  const { items } = await view.list(urls, { index: 'function', prefix, limit: 1 });
  return items.map(({ document }) => document).find((url) => url.qualifier === qualifier);
}

/** Errors: ResourceNotFoundException. */
async function existing(found: FoundFunction): Promise<UrlDocument> {
  const url = await urlOf(found);
  if (url === undefined) throw resourceNotFound('The resource you requested does not exist.');
  return url;
}

function newId(): string {
  return [...randomBytes(32)].map((byte) => ALPHABET[byte & 31] ?? '').join('');
}

function refuseStreams(operation: string, mode: string | undefined): void {
  if (mode === 'RESPONSE_STREAM') throw unbuilt(operation, 'InvokeMode RESPONSE_STREAM');
}

/** A path of this server: names below `on.aws` lead to AWS. */
async function shownUrl(url: UrlDocument, endpoint: Endpoint): Promise<FunctionUrlConfig> {
  const { id, scope, name, qualifier, authType, cors, created, modified } = url;
  return {
    FunctionUrl: `${await endpoint()}/_holdfast/functions/${id}/`,
    FunctionArn: functionArn(scope, name, qualifier),
    AuthType: authType,
    CreationTime: new Date(created).toISOString(),
    LastModifiedTime: new Date(modified).toISOString(),
    InvokeMode: 'BUFFERED',
    ...(cors === undefined ? {} : { Cors: cors }),
  };
}

import type { InvocationRequest } from '../../../models/lambda/types.ts';
import type { FunctionUrls } from '../../contract/functions.ts';
import type { Permission, ResolveContext } from '../../contract/operation.ts';
import { crossOriginHeaders, preflight } from './domain/cross-origin.ts';
import { urlEvent, urlResponse } from './domain/url-events.ts';
import { createInvoke } from './invoke.ts';
import type { RunParts } from './launch.ts';
import { namedFunction } from './resources.ts';
import { GLOBAL, urls } from './url-state.ts';
import { urlOn } from './urls.ts';

/** URLs of functions: `Invoke` with the request as its event. */
export function createFunctionUrls(parts: RunParts): FunctionUrls {
  return {
    find: (unit, id) => unit.view(GLOBAL).get(urls, id),
    operation: { ...createInvoke(parts), authorize: permissions },
    preflight: ({ cors }, request) => preflight(cors, request),
    input: (url, request, call) => ({
      FunctionName: url.functionArn,
      Payload: Buffer.from(JSON.stringify(urlEvent(url, request, call))),
      ...(url.qualifier === undefined ? {} : { Qualifier: url.qualifier }),
    }),
    answer: (output) => urlResponse(payloadOf(output), 'FunctionError' in output),
    headers: ({ cors }, request) => crossOriginHeaders(cors, request),
  };
}

/** A URL asks for two permissions, and policies may say of which kind it is. */
async function permissions(
  input: InvocationRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const resource = await namedFunction(input, context);
  const place = resource.resolved.document;
  const url =
    place === undefined
      ? undefined
      : await urlOn(context.unit.view(GLOBAL), place.document, place.qualifier);
  return [
    {
      action: 'lambda:InvokeFunctionUrl',
      resource,
      conditions: new Map([['lambda:functionurlauthtype', [url?.authType ?? 'AWS_IAM']]]),
    },
    {
      action: 'lambda:InvokeFunction',
      resource,
      conditions: new Map([['lambda:invokedviafunctionurl', ['true']]]),
    },
  ];
}

function payloadOf(output: object): Uint8Array {
  return 'Payload' in output && output.Payload instanceof Uint8Array
    ? output.Payload
    : new Uint8Array();
}

import { loadIndex, loadModel } from '../../model/load.ts';

/** Names of SDKs that are not those of their services. */
const SDK_NAMES: ReadonlyMap<string, string> = new Map([['cloudwatchevents', 'events']]);

/** Service ids by the names that AWS's SDKs have for them: `secretsmanager`, `sfn`, `cloudwatchlogs`. */
let services: ReadonlyMap<string, string> | undefined;

function serviceIds(): ReadonlyMap<string, string> {
  services ??= new Map([
    ...SDK_NAMES,
    ...loadIndex().map(
      ({ id, sdkId }) => [sdkId.replaceAll(/[ -]/g, '').toLowerCase(), id] as const,
    ),
  ]);
  return services;
}

/** The operation that a universal target names: `sqs`, `sendMessage`. Undefined: there is none. */
export function universalOperation(
  sdk: string,
  action: string,
): { readonly service: string; readonly operation: string } | undefined {
  const service = serviceIds().get(sdk.toLowerCase());
  if (service === undefined) return undefined;
  const operation = `${action.slice(0, 1).toUpperCase()}${action.slice(1)}`;
  return loadModel(service).operations.has(operation) ? { service, operation } : undefined;
}

import type { Service } from './contract/service.ts';
import { checkedOperations, registerService, type RegisteredService } from './gateway/registry.ts';
import { unbuiltService } from './gateway/unbuilt.ts';
import { loadIndex, loadModel, loadOperationNames } from './model/load.ts';
import type { ServiceModel } from './model/types.ts';
import type { RoutedService } from './wire/route.ts';

/** What services declare is held against their models' names now; the models are read on their first request. */
export function serviceRegistry(services: readonly Service[]) {
  const names = loadOperationNames();
  const declared = new Map<string, Service>();
  for (const service of services) {
    checkedOperations(service, names[service.id] ?? []);
    declared.set(service.id, service);
  }
  const registered = new Map<string, RegisteredService>();
  const register = (id: string, of: (model: ServiceModel) => Service): RegisteredService => {
    const known = registered.get(id);
    if (known !== undefined) return known;
    const model = loadModel(id);
    const made = registerService(of(model), model);
    registered.set(id, made);
    return made;
  };
  const builtService = (id: string): RegisteredService | undefined => {
    const service = declared.get(id);
    return service === undefined ? undefined : register(id, () => service);
  };
  return {
    built: { get: builtService },
    serviceOf: (id: string) => builtService(id) ?? register(id, unbuiltService),
  };
}

/** Every service that has a model, built or not. */
export function routedServices(): readonly RoutedService[] {
  return loadIndex().map((entry) => ({
    id: entry.id,
    signingName: entry.signingName,
    protocols: entry.protocols,
    apiVersion: entry.apiVersion,
    model: () => loadModel(entry.id),
    ...(entry.targetPrefix === undefined ? {} : { targetPrefix: entry.targetPrefix }),
  }));
}

/** The product's services, with those that stand beside one or in the place of one with the same id. */
export function withFurther(
  registered: readonly Service[],
  further: readonly Service[],
): readonly Service[] {
  const replaced = new Set(further.map(({ id }) => id));
  return [...registered.filter(({ id }) => !replaced.has(id)), ...further];
}

import type { AnyOperation, Service } from '../contract/service.ts';
import type { OperationModel, ServiceModel } from '../model/types.ts';

/** An operation with its model. `implementation` is undefined where the answer is 501. */
export interface RegisteredOperation {
  readonly service: Service;
  readonly model: OperationModel;
  readonly implementation: AnyOperation | undefined;
  readonly notImplementedReason: string | undefined;
}

/** A service whose model is read on its first request, and checked then and by the tests. */
export interface RegisteredService {
  readonly service: Service;
  readonly model: ServiceModel;
  readonly operations: ReadonlyMap<string, RegisteredOperation>;
}

/**
 * Joins a service with its model. Operations and `notImplemented` together must be the model's list exactly; a name
 * that stands twice, or in no list, is an error that names it.
 */
export function registerService(service: Service, model: ServiceModel): RegisteredService {
  const implemented = new Map<string, AnyOperation>();
  for (const operation of service.operations) {
    if (implemented.has(operation.name)) {
      throw new Error(`${service.id}: ${operation.name} is declared twice`);
    }
    implemented.set(operation.name, operation);
  }
  assertComplete(service, model, implemented);
  const operations = new Map<string, RegisteredOperation>();
  for (const [name, operationModel] of model.operations) {
    operations.set(name, {
      service,
      model: operationModel,
      implementation: implemented.get(name),
      notImplementedReason: service.notImplemented.get(name),
    });
  }
  return { service, model, operations };
}

function assertComplete(
  service: Service,
  model: ServiceModel,
  implemented: ReadonlyMap<string, AnyOperation>,
): void {
  const wrong: string[] = [];
  for (const name of model.operations.keys()) {
    const places = Number(implemented.has(name)) + Number(service.notImplemented.has(name));
    if (places === 0) wrong.push(`${name} is neither implemented nor listed`);
    if (places === 2) wrong.push(`${name} is implemented and listed as not implemented`);
  }
  for (const name of [...implemented.keys(), ...service.notImplemented.keys()]) {
    if (!model.operations.has(name)) wrong.push(`${name} is not in the model`);
  }
  if (wrong.length > 0) throw new Error(`service ${service.id}: ${wrong.join('; ')}`);
}

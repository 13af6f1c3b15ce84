import type { AnyOperation, Service } from '../contract/service.ts';
import type { OperationModel, ServiceModel } from '../model/types.ts';

/** An operation with its model. `implementation` is undefined where the answer is 501. */
export interface RegisteredOperation {
  readonly service: Service;
  readonly model: OperationModel;
  readonly implementation: AnyOperation | undefined;
  readonly notImplementedReason: string | undefined;
}

/** A service joined with its model. */
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
  const implemented = checkedOperations(service, [...model.operations.keys()]);
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

/** The service's operations by name, held against the names that its model has. Errors: as `registerService`. */
export function checkedOperations(
  service: Service,
  names: readonly string[],
): ReadonlyMap<string, AnyOperation> {
  const implemented = new Map<string, AnyOperation>();
  for (const operation of service.operations) {
    if (implemented.has(operation.name)) {
      throw new Error(`${service.id}: ${operation.name} is declared twice`);
    }
    implemented.set(operation.name, operation);
  }
  assertComplete(service, new Set(names), implemented);
  return implemented;
}

function assertComplete(
  service: Service,
  names: ReadonlySet<string>,
  implemented: ReadonlyMap<string, AnyOperation>,
): void {
  const wrong: string[] = [];
  for (const name of names) {
    const places = Number(implemented.has(name)) + Number(service.notImplemented.has(name));
    if (places === 0) wrong.push(`${name} is neither implemented nor listed`);
    if (places === 2) wrong.push(`${name} is implemented and listed as not implemented`);
  }
  for (const name of [...implemented.keys(), ...service.notImplemented.keys()]) {
    if (!names.has(name)) wrong.push(`${name} is not in the model`);
  }
  if (wrong.length > 0) throw new Error(`service ${service.id}: ${wrong.join('; ')}`);
}

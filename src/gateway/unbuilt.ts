import type { Service } from '../contract/service.ts';
import type { ServiceModel } from '../model/types.ts';

/**
 * A service whose model is known and of which nothing is built: each operation answers 501 with its name, after
 * authentication, and leaves its record.
 */
export function unbuiltService(model: ServiceModel): Service {
  const reason = `Holdfast does not have ${model.sdkId} yet`;
  return {
    id: model.id,
    principal: `${model.endpointPrefix}.amazonaws.com`,
    operations: [],
    notImplemented: new Map([...model.operations.keys()].map((name) => [name, reason])),
    collections: [],
    jobs: [],
  };
}

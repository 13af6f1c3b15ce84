import type { Service } from '../src/contract/service.ts';
import type { JsonObject } from '../src/core/json.ts';
import { loadModel } from '../src/model/load.ts';
import { AWS_EVENT } from '../src/services/events/port.ts';

/** A service that hears what event buses would, for `startServer`; `heard` is what it heard. */
export function listeningService(): {
  readonly service: Service;
  readonly heard: readonly JsonObject[];
} {
  const heard: JsonObject[] = [];
  const model = loadModel('rds-data');
  const names = [...model.operations.keys()];
  const service: Service = {
    id: model.id,
    principal: 'rds-data.amazonaws.com',
    operations: [],
    notImplemented: new Map(names.map((name) => [name, 'it only listens'])),
    collections: [],
    jobs: [],
    followers: [
      {
        name: 'test.hears',
        source: 'outbox',
        run: async (batch) => {
          for (const { topic, text } of batch)
            if (topic === AWS_EVENT) heard.push(JSON.parse(text));
        },
      },
    ],
  };
  return { service, heard };
}

import { createHash } from 'node:crypto';
import type {
  BaseConfigurationItem,
  ConfigurationItem,
} from '../../../models/config-service/types.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Item } from './state.ts';

const VERSION = '1.3';

function texts(values: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

export function shownBaseItem({ account }: Scope, item: Item): BaseConfigurationItem {
  return {
    version: VERSION,
    accountId: account,
    configurationItemCaptureTime: new Date(item.captured),
    configurationItemStatus: item.status,
    configurationStateId: item.stateId,
    resourceType: item.type,
    resourceId: item.id,
    awsRegion: item.region,
    configuration: JSON.stringify(item.configuration),
    supplementaryConfiguration: texts(item.supplementary),
    ...(item.arn === undefined ? {} : { arn: item.arn }),
    ...(item.name === undefined ? {} : { resourceName: item.name }),
    ...(item.zone === undefined ? {} : { availabilityZone: item.zone }),
    ...(item.created === undefined ? {} : { resourceCreationTime: new Date(item.created) }),
  };
}

export function shownItem(scope: Scope, item: Item): ConfigurationItem {
  return {
    ...shownBaseItem(scope, item),
    configurationItemMD5Hash: createHash('md5').update(JSON.stringify(item)).digest('hex'),
    tags: item.tags,
    relatedEvents: [],
    relationships: item.relationships,
  };
}

/** As files, notices and functions hold an item: configurations are JSON, not text. */
export function writtenItem({ account }: Scope, item: Item): JsonObject {
  const created: JsonValue = item.created === undefined ? null : time(item.created);
  return {
    relatedEvents: [],
    relationships: item.relationships.map((one) => ({
      resourceId: one.resourceId,
      resourceType: one.resourceType,
      name: one.relationshipName,
    })),
    configuration: item.status === 'ResourceDeleted' ? null : item.configuration,
    supplementaryConfiguration: item.supplementary,
    tags: item.tags,
    configurationItemVersion: VERSION,
    configurationItemCaptureTime: time(item.captured),
    configurationStateId: item.stateId,
    awsAccountId: account,
    configurationItemStatus: item.status,
    resourceType: item.type,
    resourceId: item.id,
    resourceName: item.name ?? null,
    ARN: item.arn ?? null,
    awsRegion: item.region,
    availabilityZone: item.zone ?? (item.region === 'global' ? 'Not Applicable' : 'Regional'),
    resourceCreationTime: created,
  };
}

export function time(instant: number): string {
  return new Date(instant).toISOString();
}

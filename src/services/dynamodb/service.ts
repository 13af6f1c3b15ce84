import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { items, tables } from './state.ts';
import { notImplemented } from './unbuilt.ts';

export interface DynamoDbParts {
  /** Knows the principals that policies name. */
  readonly principals: PrincipalDirectory;
}

/** Tables of items, encrypted under KMS keys. */
export function createDynamoDbService(_parts: DynamoDbParts): Service {
  return {
    id: 'dynamodb',
    principal: 'dynamodb.amazonaws.com',
    operations: [],
    notImplemented,
    collections: [tables, items],
    jobs: [],
  };
}

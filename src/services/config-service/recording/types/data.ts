import type { DynamodbOperations } from '../../../../../models/dynamodb/types.ts';
import type { RdsOperations } from '../../../../../models/rds/types.ts';
import type { SecretsmanagerOperations } from '../../../../../models/secretsmanager/types.ts';
import { camel, everyPage, listingOf, plain, type Reference, tagsOf, unless } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const listTables: Reference<DynamodbOperations['ListTables']> = {
  service: 'dynamodb',
  operation: 'ListTables',
};
const describeTable: Reference<DynamodbOperations['DescribeTable']> = {
  service: 'dynamodb',
  operation: 'DescribeTable',
};
const tableBackups: Reference<DynamodbOperations['DescribeContinuousBackups']> = {
  service: 'dynamodb',
  operation: 'DescribeContinuousBackups',
};
const tableTags: Reference<DynamodbOperations['ListTagsOfResource']> = {
  service: 'dynamodb',
  operation: 'ListTagsOfResource',
};
const dbInstances: Reference<RdsOperations['DescribeDBInstances']> = {
  service: 'rds',
  operation: 'DescribeDBInstances',
};
const listSecrets: Reference<SecretsmanagerOperations['ListSecrets']> = {
  service: 'secretsmanager',
  operation: 'ListSecrets',
};

export const dynamoDbTables: RecordedType = {
  type: 'AWS::DynamoDB::Table',
  source: 'dynamodb.amazonaws.com',
  list: async (ask, { account, region }) => {
    const names = await everyPage({
      fetch: (ExclusiveStartTableName) =>
        ask(listTables, ExclusiveStartTableName === undefined ? {} : { ExclusiveStartTableName }),
      items: ({ TableNames }) => TableNames,
      next: ({ LastEvaluatedTableName }) => LastEvaluatedTableName,
    });
    return listingOf(names, (TableName) => {
      const arn = `arn:aws:dynamodb:${region}:${account}:table/${TableName}`;
      return {
        id: TableName,
        name: TableName,
        arn,
        describe: () =>
          unless(
            ['ResourceNotFoundException', 'TableNotFoundException'],
            (async () => {
              const { Table = {} } = await ask(describeTable, { TableName });
              const { ContinuousBackupsDescription = {} } = await ask(tableBackups, { TableName });
              const { Tags } = await ask(tableTags, { ResourceArn: arn });
              // What is in a table is no configuration of it.
              const { ItemCount: _items, TableSizeBytes: _bytes, ...kept } = Table;
              return {
                configuration: camel(kept),
                supplementary: {
                  ContinuousBackupsDescription: camel(ContinuousBackupsDescription),
                },
                tags: tagsOf(Tags),
                created: Table.CreationDateTime,
              };
            })(),
          ),
      };
    });
  },
};

export const rdsInstances: RecordedType = {
  type: 'AWS::RDS::DBInstance',
  source: 'rds.amazonaws.com',
  list: async (ask) => {
    const all = await everyPage({
      fetch: (Marker) => ask(dbInstances, Marker === undefined ? {} : { Marker }),
      items: ({ DBInstances }) => DBInstances,
      next: ({ Marker }) => Marker,
    });
    return listingOf(all, (instance) => ({
      id: instance.DbiResourceId ?? '',
      name: instance.DBInstanceIdentifier,
      arn: instance.DBInstanceArn,
      describe: async () => ({
        configuration: camel(instance),
        tags: tagsOf(instance.TagList),
        created: instance.InstanceCreateTime,
        zone: instance.AvailabilityZone,
      }),
    }));
  },
};

export const secrets: RecordedType = {
  type: 'AWS::SecretsManager::Secret',
  source: 'secretsmanager.amazonaws.com',
  list: async (ask) => {
    const all = await everyPage({
      fetch: (NextToken) => ask(listSecrets, NextToken === undefined ? {} : { NextToken }),
      items: ({ SecretList }) => SecretList,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(all, (secret) => ({
      id: secret.ARN ?? '',
      name: secret.Name,
      arn: secret.ARN,
      describe: async () => ({
        configuration: plain(secret),
        tags: tagsOf(secret.Tags),
        created: secret.CreatedDate,
      }),
    }));
  },
};

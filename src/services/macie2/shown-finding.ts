import type { Finding } from '../../../models/macie2/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { partitionOf } from '../../core/arn.ts';
import type { FindingDocument } from './state.ts';

/** A finding as the API answers it. */
export function shownFinding(document: FindingDocument): Finding {
  const { bucket, object, policy, region } = document;
  const { created: bucketCreated, ...restOfBucket } = bucket;
  return {
    accountId: document.account,
    archived: document.isArchived,
    category: document.category,
    count: document.count,
    createdAt: new Date(document.created),
    description: document.description,
    id: document.id,
    partition: partitionOf(region),
    region,
    resourcesAffected: {
      s3Bucket: { ...restOfBucket, createdAt: new Date(bucketCreated) },
      ...(object === undefined ? {} : { s3Object: shownObject(object) }),
    },
    sample: document.isSample,
    schemaVersion: '1.0',
    severity: document.severity,
    title: document.title,
    type: document.type,
    updatedAt: new Date(document.updated),
    ...(document.classification === undefined
      ? {}
      : { classificationDetails: document.classification }),
    ...(policy === undefined
      ? {}
      : {
          policyDetails: {
            action: {
              actionType: 'AWS_API_CALL',
              apiCallDetails: {
                api: policy.api,
                apiServiceName: 's3.amazonaws.com',
                firstSeen: new Date(policy.first),
                lastSeen: new Date(policy.last),
              },
            },
            actor: policy.actor,
          },
        }),
  };
}

function shownObject({ modified, ...object }: NonNullable<FindingDocument['object']>) {
  return { ...object, lastModified: new Date(modified) };
}

/** A finding as event buses, results and criteria have it: what it lacks is null. */
export function findingText(document: FindingDocument): JsonObject {
  const plain: JsonValue = JSON.parse(JSON.stringify(shownFinding(document)));
  const text = isJsonObject(plain) ? plain : {};
  const affected = isJsonObject(text['resourcesAffected']) ? text['resourcesAffected'] : {};
  return {
    classificationDetails: null,
    policyDetails: null,
    ...text,
    resourcesAffected: { s3Object: null, ...affected },
  };
}

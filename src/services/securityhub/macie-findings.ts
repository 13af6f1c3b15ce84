import type { AwsSecurityFinding } from '../../../models/securityhub/types.ts';
import type { OutboxFollower } from '../../contract/follower.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { TO_SECURITY_HUB } from '../macie2/port.ts';
import { productArn } from './arns.ts';
import { importFinding } from './finding-keeping.ts';
import { isSubscribed } from './subscribed.ts';

const PRODUCT = 'aws/macie';

/** Findings of Macie, of the kinds that its account sends. */
export const followMacie: OutboxFollower = {
  name: 'securityhub.macie',
  source: 'outbox',
  run: async (batch, unit) => {
    for (const { topic, text, account, region, time } of batch) {
      if (topic !== TO_SECURITY_HUB) continue;
      const detail: JsonValue = JSON.parse(text);
      const scope = { account, region };
      if (!isJsonObject(detail) || !(await isSubscribed(unit, scope, PRODUCT))) continue;
      await importFinding(
        { unit, scope, now: time, by: 'macie.amazonaws.com', source: 'BATCH_IMPORT_FINDINGS' },
        asSecurityFinding(detail, scope),
      );
    }
  },
};

function at(object: JsonObject, ...path: readonly string[]): JsonValue | undefined {
  let found: JsonValue | undefined = object;
  for (const name of path) found = isJsonObject(found) ? found[name] : undefined;
  return found;
}

function textAt(object: JsonObject, ...path: readonly string[]): string {
  const found = at(object, ...path);
  return found === undefined || found === null || typeof found === 'object' ? '' : String(found);
}

const LABELS = { High: 'HIGH', Medium: 'MEDIUM', Low: 'LOW' } as const;
const NORMALIZED = { HIGH: 70, MEDIUM: 40, LOW: 1 } as const;

const GROUPS: ReadonlyMap<string, string> = new Map([
  ['SensitiveData:S3Object/Credentials', 'Sensitive Data Identifications/Passwords'],
  ['SensitiveData:S3Object/Financial', 'Sensitive Data Identifications/Financial'],
  ['Policy:IAMUser/S3BucketPublic', 'Effects/Data Exposure'],
]);

/** `Sensitive Data Identifications/PII/SensitiveData:S3Object-Personal`. */
function typeOf(type: string): string {
  const group =
    GROUPS.get(type) ??
    (type.startsWith('Policy:')
      ? 'Software and Configuration Checks/AWS Security Best Practices'
      : 'Sensitive Data Identifications/PII');
  return `${group}/${type.replace('/', '-')}`;
}

/** A finding of Macie's in the common format. */
function asSecurityFinding(detail: JsonObject, scope: Scope): AwsSecurityFinding {
  const description = textAt(detail, 'severity', 'description');
  const label = LABELS[description === 'High' || description === 'Medium' ? description : 'Low'];
  return {
    SchemaVersion: '2018-10-08',
    Id: textAt(detail, 'id'),
    ProductArn: productArn(scope, PRODUCT),
    ProductName: 'Macie',
    CompanyName: 'Amazon',
    Region: scope.region,
    GeneratorId: 'aws/macie',
    AwsAccountId: textAt(detail, 'accountId'),
    Types: [typeOf(textAt(detail, 'type'))],
    CreatedAt: textAt(detail, 'createdAt'),
    UpdatedAt: textAt(detail, 'updatedAt'),
    Severity: { Label: label, Normalized: NORMALIZED[label] },
    Title: textAt(detail, 'title'),
    Description: textAt(detail, 'description'),
    ProductFields: fieldsOf(detail),
    Resources: resourcesOf(detail, scope),
    Sample: detail['sample'] === true,
    RecordState: 'ACTIVE',
  };
}

function fieldsOf(detail: JsonObject): Readonly<Record<string, string>> {
  const affected = at(detail, 'resourcesAffected');
  const text = (...path: readonly string[]): string =>
    isJsonObject(affected) ? textAt(affected, ...path) : '';
  const fields = [
    ['JobArn', textAt(detail, 'classificationDetails', 'jobArn')],
    ['JobId', textAt(detail, 'classificationDetails', 'jobId')],
    ['OriginType', textAt(detail, 'classificationDetails', 'originType')],
    ['S3Object.Path', text('s3Object', 'path')],
    ['S3Object.Extension', text('s3Object', 'extension')],
    ['S3Object.PublicAccess', text('s3Object', 'publicAccess')],
    ['S3Object.Size', text('s3Object', 'size')],
    ['S3Object.StorageClass', text('s3Object', 'storageClass')],
    ['S3Bucket.effectivePermission', text('s3Bucket', 'publicAccess', 'effectivePermission')],
    ['S3Bucket.allowsUnencryptedObjectUploads', text('s3Bucket', 'allowsUnencryptedObjectUploads')],
  ];
  return Object.fromEntries(fields.filter(([, value]) => value !== ''));
}

function resourcesOf(detail: JsonObject, { region }: Scope): AwsSecurityFinding['Resources'] {
  const place = { Partition: 'aws', Region: region } as const;
  const bucketArn = textAt(detail, 'resourcesAffected', 's3Bucket', 'arn');
  const key = textAt(detail, 'resourcesAffected', 's3Object', 'key');
  const bucket = {
    Type: 'AwsS3Bucket',
    Id: bucketArn,
    ...place,
    Details: {
      AwsS3Bucket: {
        OwnerId: textAt(detail, 'resourcesAffected', 's3Bucket', 'owner', 'id'),
        OwnerAccountId: textAt(detail, 'accountId'),
        CreatedAt: textAt(detail, 'resourcesAffected', 's3Bucket', 'createdAt'),
      },
    },
  };
  if (key === '') return [bucket];
  return [bucket, { Type: 'AwsS3Object', Id: `${bucketArn}/${key}`, ...place }];
}

import type { AwsSecurityFinding, SeverityLabel } from '../../../models/securityhub/types.ts';
import type { OutboxFollower } from '../../contract/follower.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { AWS_EVENT } from '../events/port.ts';
import { productArn } from './arns.ts';
import { importFinding } from './finding-keeping.ts';
import { isSubscribed } from './subscribed.ts';

const PRODUCT = 'aws/guardduty';
const FIELDS_MAX = 45;
const TITLE_MAX = 256;
const DESCRIPTION_MAX = 1_024;

/** Findings of GuardDuty come in as event buses hear of them: what its filters suppress never does. */
export const followGuardDuty: OutboxFollower = {
  name: 'securityhub.guardduty',
  source: 'outbox',
  run: async (batch, unit) => {
    for (const { topic, text, account, region, time } of batch) {
      if (topic !== AWS_EVENT || !text.includes('"source":"aws.guardduty"')) continue;
      const event: JsonValue = JSON.parse(text);
      const detail = isJsonObject(event) ? event['detail'] : undefined;
      const scope = { account, region };
      if (!isJsonObject(detail) || !(await isSubscribed(unit, scope, PRODUCT))) continue;
      const keeping = { unit, scope, now: time, by: 'guardduty.amazonaws.com' };
      await importFinding(
        { ...keeping, source: 'BATCH_IMPORT_FINDINGS' },
        asSecurityFinding(detail, scope),
      );
    }
  },
};

/** A finding of GuardDuty's in the common format. */
function asSecurityFinding(detail: JsonObject, scope: Scope): AwsSecurityFinding {
  const text = (name: string, object: JsonObject = detail): string => String(object[name] ?? '');
  const service = isJsonObject(detail['service']) ? detail['service'] : {};
  const severity = Number(detail['severity'] ?? 0);
  const type = text('type');
  return {
    SchemaVersion: '2018-10-08',
    Id: text('arn'),
    ProductArn: productArn(scope, PRODUCT),
    ProductName: 'GuardDuty',
    CompanyName: 'Amazon',
    GeneratorId: text('arn').replace(/\/finding\/.*$/, ''),
    AwsAccountId: text('accountId'),
    Types: [typeOf(type)],
    FirstObservedAt: text('eventFirstSeen', service),
    LastObservedAt: text('eventLastSeen', service),
    CreatedAt: text('createdAt'),
    UpdatedAt: text('updatedAt'),
    Severity: { Product: severity, Label: labelOf(severity), Original: String(severity) },
    Title: text('title').slice(0, TITLE_MAX),
    Description: text('description').slice(0, DESCRIPTION_MAX),
    ProductFields: fieldsOf(service),
    Resources: resourcesOf(detail, scope),
    Sample: isJsonObject(service['additionalInfo']) && service['additionalInfo']['sample'] === true,
    RecordState: 'ACTIVE',
  };
}

function labelOf(severity: number): SeverityLabel {
  if (severity >= 9) return 'CRITICAL';
  if (severity >= 7) return 'HIGH';
  return severity >= 4 ? 'MEDIUM' : 'LOW';
}

/** What the purpose of a threat is called in the common format. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['Backdoor', 'TTPs/Command and Control'],
  ['Behavior', 'Unusual Behaviors/VM'],
  ['CredentialAccess', 'TTPs/Credential Access'],
  ['CryptoCurrency', 'Effects/Resource Consumption'],
  ['DefenseEvasion', 'TTPs/Defense Evasion'],
  ['Discovery', 'TTPs/Discovery'],
  ['Exfiltration', 'Effects/Data Exfiltration'],
  ['Impact', 'TTPs/Impact'],
  ['InitialAccess', 'TTPs/Initial Access'],
  ['PenTest', 'TTPs'],
  ['Persistence', 'TTPs/Persistence'],
  ['Policy', 'Software and Configuration Checks/AWS Security Best Practices'],
  ['PrivilegeEscalation', 'TTPs/Privilege Escalation'],
  ['Recon', 'TTPs/Discovery'],
  ['Stealth', 'TTPs/Defense Evasion'],
  ['Trojan', 'TTPs/Command and Control'],
  ['UnauthorizedAccess', 'TTPs/Initial Access'],
]);

/** `TTPs/Initial Access/UnauthorizedAccess:EC2-SSHBruteForce`. */
function typeOf(type: string): string {
  const purpose = PURPOSES.get(type.split(':')[0] ?? '') ?? 'TTPs';
  const name = type.replaceAll('/', '-');
  if (type === 'Trojan:EC2/DropPoint') return `Effects/Data Exfiltration/${name}`;
  return `${purpose}/${name}`;
}

/** `aws/guardduty/service/action/actionType`, and so on. */
function fieldsOf(service: JsonObject): Readonly<Record<string, string>> {
  const fields: [string, string][] = [];
  const walk = (value: JsonValue | undefined, path: string): void => {
    if (value === undefined || value === null || fields.length >= FIELDS_MAX) return;
    if (Array.isArray(value)) {
      for (const [index, inner] of value.entries()) walk(inner, `${path}.${index}_`);
    } else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${path}/${name}`);
    } else fields.push([path, String(value)]);
  };
  walk(service, 'aws/guardduty/service');
  return Object.fromEntries(fields);
}

function resourcesOf(detail: JsonObject, scope: Scope): AwsSecurityFinding['Resources'] {
  const resource = isJsonObject(detail['resource']) ? detail['resource'] : {};
  const account = String(detail['accountId']);
  const place = { Partition: 'aws', Region: scope.region } as const;
  const found: AwsSecurityFinding['Resources'][number][] = [];
  const { accessKeyDetails: key, instanceDetails: instance, s3BucketDetails: buckets } = resource;
  if (isJsonObject(key)) {
    found.push({
      Type: 'AwsIamAccessKey',
      Id: `AWS::IAM::AccessKey:${String(key['accessKeyId'] ?? '')}`,
      ...place,
      Details: {
        AwsIamAccessKey: {
          PrincipalId: String(key['principalId'] ?? ''),
          PrincipalName: String(key['userName'] ?? ''),
          PrincipalType: String(key['userType'] ?? ''),
        },
      },
    });
  }
  if (isJsonObject(instance)) {
    const id = `arn:aws:ec2:${scope.region}:${account}:instance/${String(instance['instanceId'])}`;
    found.push({ Type: 'AwsEc2Instance', Id: id, ...place });
  }
  for (const bucket of Array.isArray(buckets) ? buckets : []) {
    if (isJsonObject(bucket))
      found.push({ Type: 'AwsS3Bucket', Id: String(bucket['arn'] ?? ''), ...place });
  }
  if (found.length > 0) return found;
  return [{ Type: 'AwsAccount', Id: `AWS::::Account:${account}`, ...place }];
}

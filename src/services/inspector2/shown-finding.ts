import type { Finding } from '../../../models/inspector2/types.ts';
import { partitionOf } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import type { FindingDocument, LambdaDetails } from './state.ts';

const REMEDIATION = { recommendation: { text: 'None Provided' } } as const;

/** A finding as the API answers it. */
export function shownFinding(finding: FindingDocument): Finding {
  const { modified, ...lambda } = finding.lambda;
  const { vendorCreated, vendorUpdated, ...vulnerability } = finding.vulnerability;
  return {
    findingArn: finding.arn,
    awsAccountId: finding.account,
    type: 'PACKAGE_VULNERABILITY',
    title: finding.title,
    description: finding.description,
    severity: finding.severity,
    status: finding.status,
    fixAvailable: finding.fixAvailable,
    firstObservedAt: new Date(finding.first),
    lastObservedAt: new Date(finding.last),
    updatedAt: new Date(finding.updated),
    remediation: REMEDIATION,
    packageVulnerabilityDetails: {
      ...vulnerability,
      ...(vendorCreated === undefined ? {} : { vendorCreatedAt: new Date(vendorCreated) }),
      ...(vendorUpdated === undefined ? {} : { vendorUpdatedAt: new Date(vendorUpdated) }),
    },
    resources: [
      {
        type: 'AWS_LAMBDA_FUNCTION',
        id: finding.resource,
        partition: partitionOf(finding.region),
        region: finding.region,
        ...(Object.keys(finding.tags).length === 0 ? {} : { tags: finding.tags }),
        details: { awsLambdaFunction: { ...lambda, lastModifiedAt: new Date(modified) } },
      },
    ],
  };
}

/** `Wed Sep 04 16:59:44.356 UTC 2024`, as events have times. */
export function eventTime(instant: Instant): string {
  const date = new Date(instant);
  // `Wed, 04 Sep 2024 16:59:44 GMT`
  const [day = '', date2 = '', month = '', year = '', clock = ''] = date.toUTCString().split(' ');
  const thousandths = String(date.getUTCMilliseconds()).padStart(3, '0');
  return `${day.slice(0, 3)} ${month} ${date2} ${clock}.${thousandths} UTC ${year}`;
}

/** What is not of one cloud alone: the same function in words that fit any. */
function serverlessFunction(lambda: LambdaDetails) {
  return {
    serverlessFunctionName: lambda.functionName,
    runtime: lambda.runtime,
    version: lambda.version,
    codeDigest: lambda.codeSha256,
    lastModifiedAt: eventTime(lambda.modified),
    executionRole: lambda.executionRoleArn,
    packageType: lambda.packageType,
    architectures: lambda.architectures,
  };
}

/** A finding as event buses have it. */
export function findingText(finding: FindingDocument): JsonObject {
  const shown = shownFinding(finding);
  const resources = shown.resources.map((resource) => ({
    ...resource,
    details: { ...resource.details, serverlessFunction: serverlessFunction(finding.lambda) },
    provider: 'AWS',
    providerAccountId: finding.account,
  }));
  const text = plain({ ...shown, resources });
  return isJsonObject(text) ? text : {};
}

/** With times as texts. */
function plain(value: unknown): JsonValue {
  if (value instanceof Date) return eventTime(value.getTime());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}

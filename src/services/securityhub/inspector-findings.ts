import type {
  AwsSecurityFinding,
  SeverityLabel,
  Vulnerability,
} from '../../../models/securityhub/types.ts';
import type { OutboxFollower } from '../../contract/follower.ts';
import type { Scope } from '../../core/scope.ts';
import { type ToldFinding, TO_SECURITY_HUB } from '../inspector2/port.ts';
import { productArn } from './arns.ts';
import { importFinding } from './finding-keeping.ts';
import { isSubscribed } from './subscribed.ts';

const PRODUCT = 'aws/inspector';
const TITLE_MAX = 256;

/** Findings of Inspector, without those that its filters suppress: it tells nobody of these. */
export const followInspector: OutboxFollower = {
  name: 'securityhub.inspector',
  source: 'outbox',
  run: async (batch, unit) => {
    for (const { topic, text, account, region, time } of batch) {
      if (topic !== TO_SECURITY_HUB) continue;
      const told: ToldFinding = JSON.parse(text);
      const scope = { account, region };
      if (!(await isSubscribed(unit, scope, PRODUCT))) continue;
      await importFinding(
        { unit, scope, now: time, by: 'inspector2.amazonaws.com', source: 'BATCH_IMPORT_FINDINGS' },
        asSecurityFinding(told, scope),
      );
    }
  },
};

const LABELS: Readonly<Record<ToldFinding['severity'], SeverityLabel>> = {
  UNTRIAGED: 'INFORMATIONAL',
  INFORMATIONAL: 'INFORMATIONAL',
  LOW: 'LOW',
  MEDIUM: 'MEDIUM',
  HIGH: 'HIGH',
  CRITICAL: 'CRITICAL',
};
const NORMALIZED: Readonly<Record<SeverityLabel, number>> = {
  INFORMATIONAL: 0,
  LOW: 1,
  MEDIUM: 40,
  HIGH: 70,
  CRITICAL: 90,
};

/** A finding of Inspector's in the common format. One that is closed is archived. */
function asSecurityFinding(told: ToldFinding, scope: Scope): AwsSecurityFinding {
  const label = LABELS[told.severity];
  return {
    SchemaVersion: '2018-10-08',
    Id: told.arn,
    ProductArn: productArn(scope, PRODUCT),
    ProductName: 'Inspector',
    CompanyName: 'Amazon',
    Region: scope.region,
    GeneratorId: 'AWSInspector',
    AwsAccountId: told.account,
    Types: ['Software and Configuration Checks/Vulnerabilities/CVE'],
    FirstObservedAt: iso(told.first),
    LastObservedAt: iso(told.last),
    CreatedAt: iso(told.first),
    UpdatedAt: iso(told.updated),
    Severity: { Label: label, Normalized: NORMALIZED[label] },
    Title: told.title.slice(0, TITLE_MAX),
    Description: told.description,
    Remediation: { Recommendation: { Text: 'None Provided' } },
    ProductFields: {
      'aws/inspector/ProductVersion': '2',
      'aws/inspector/FindingStatus': told.status,
    },
    Resources: [resourceOf(told, scope)],
    Vulnerabilities: [vulnerabilityOf(told)],
    RecordState: told.status === 'CLOSED' ? 'ARCHIVED' : 'ACTIVE',
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function resourceOf({ resource, lambda, tags }: ToldFinding, { region }: Scope) {
  return {
    Type: 'AwsLambdaFunction',
    Id: resource,
    Partition: 'aws',
    Region: region,
    ...(Object.keys(tags).length === 0 ? {} : { Tags: tags }),
    Details: {
      AwsLambdaFunction: {
        FunctionName: lambda.functionName,
        CodeSha256: lambda.codeSha256,
        LastModified: iso(lambda.modified),
        Role: lambda.executionRoleArn,
        Runtime: lambda.runtime,
        Version: lambda.version,
        Architectures: lambda.architectures,
        PackageType: 'ZIP',
        ...(lambda.layers === undefined ? {} : { Layers: lambda.layers.map((Arn) => ({ Arn })) }),
      },
    },
  } as const;
}

function vulnerabilityOf({ vulnerability, fixAvailable }: ToldFinding): Vulnerability {
  const { vendorCreated, vendorUpdated, vendorSeverity, sourceUrl } = vulnerability;
  return {
    Id: vulnerability.vulnerabilityId,
    FixAvailable: fixAvailable,
    RelatedVulnerabilities: vulnerability.relatedVulnerabilities,
    ReferenceUrls: vulnerability.referenceUrls,
    Cvss: vulnerability.cvss?.map((score) => ({
      Version: score.version,
      BaseScore: score.baseScore,
      BaseVector: score.scoringVector,
      Source: score.source,
    })),
    Vendor: {
      Name: vulnerability.source,
      ...(sourceUrl === undefined ? {} : { Url: sourceUrl }),
      ...(vendorSeverity === undefined ? {} : { VendorSeverity: vendorSeverity }),
      ...(vendorCreated === undefined ? {} : { VendorCreatedAt: iso(vendorCreated) }),
      ...(vendorUpdated === undefined ? {} : { VendorUpdatedAt: iso(vendorUpdated) }),
    },
    VulnerablePackages: vulnerability.vulnerablePackages?.map((one) => ({
      Name: one.name,
      Version: one.version,
      Epoch: String(one.epoch ?? 0),
      ...(one.packageManager === undefined ? {} : { PackageManager: one.packageManager }),
      ...(one.filePath === undefined ? {} : { FilePath: one.filePath }),
      ...(one.fixedInVersion === undefined ? {} : { FixedInVersion: one.fixedInVersion }),
      ...(one.sourceLambdaLayerArn === undefined
        ? {}
        : { SourceLayerArn: one.sourceLambdaLayerArn }),
    })),
  };
}

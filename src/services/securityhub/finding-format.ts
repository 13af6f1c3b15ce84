import type { AwsSecurityFinding, ImportFindingsError } from '../../../models/securityhub/types.ts';
import type { Scope } from '../../core/scope.ts';
import { isOfAws, productIn } from './arns.ts';

const SCHEMA = '2018-10-08';
const BYTES_MAX = 240 * 1_024;
const TITLE_MAX = 256;
const DESCRIPTION_MAX = 1_024;
const TYPES_MAX = 50;
const RESOURCES_MAX = 32;
const FIELDS_MAX = 50;
const NAMESPACES = new Set([
  'Software and Configuration Checks',
  'TTPs',
  'Effects',
  'Unusual Behaviors',
  'Sensitive Data Identifications',
]);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/;

/** Why a finding is not let in; undefined: it is. */
export function faultOf(
  finding: AwsSecurityFinding,
  scope: Scope,
  isEnabled: (product: string) => boolean,
): ImportFindingsError | undefined {
  const told = (ErrorCode: string, ErrorMessage: string) => ({
    Id: finding.Id,
    ErrorCode,
    ErrorMessage,
  });
  const product = productIn(finding.ProductArn, scope);
  if (product === undefined) {
    return told(
      'InvalidAccess',
      `The product ARN ${finding.ProductArn} is not one of this Region.`,
    );
  }
  if (!isEnabled(product)) {
    return told(
      'InvalidAccess',
      `Account ${scope.account} is not subscribed to product ${finding.ProductArn}.`,
    );
  }
  if (isOfAws(product)) {
    return told(
      'InvalidAccess',
      `Account ${scope.account} is not authorized to import findings of product ${finding.ProductArn}.`,
    );
  }
  if (finding.AwsAccountId !== scope.account) {
    return told(
      'InvalidAccess',
      'The AwsAccountId of the finding is not the account that imports it.',
    );
  }
  const faults = [...formFaults(finding)];
  if (faults.length === 0) return undefined;
  const text = faults.map((fault) => `data${fault}`).join(', ');
  return told('InvalidInput', `Finding does not adhere to Amazon Finding Format. ${text}.`);
}

/** Breaches of the format, as they follow upon the name of the data. */
function* formFaults(finding: AwsSecurityFinding): Generator<string> {
  yield* textFaults(finding);
  yield* typeFaults(finding);
  yield* numberFaults(finding);
  yield* sizeFaults(finding);
}

function* textFaults(finding: AwsSecurityFinding): Generator<string> {
  const { AwsAccountId, Title, Description } = finding;
  if (finding.SchemaVersion !== SCHEMA) yield `.SchemaVersion should be equal to ${SCHEMA}`;
  if (!/^\d{12}$/.test(AwsAccountId)) yield '.AwsAccountId should match pattern "^[0-9]{12}$"';
  for (const name of ['CreatedAt', 'UpdatedAt', 'FirstObservedAt', 'LastObservedAt'] as const) {
    const time = finding[name];
    if (time !== undefined && !isTime(time)) yield `.${name} should match format "date-time"`;
  }
  if (Title.length > TITLE_MAX) yield `.Title should NOT be longer than ${TITLE_MAX} characters`;
  if (Description.length > DESCRIPTION_MAX) {
    yield `.Description should NOT be longer than ${DESCRIPTION_MAX} characters`;
  }
}

function* typeFaults({ FindingProviderFields, Types }: AwsSecurityFinding): Generator<string> {
  const types = FindingProviderFields?.Types ?? Types;
  if (types === undefined) yield " should have required property '.Types'";
  else if (types.length > TYPES_MAX) yield `.Types should NOT have more than ${TYPES_MAX} items`;
  for (const [index, type] of (types ?? []).entries()) {
    if (!isType(type))
      yield `.Types[${index}] should match the form "namespace/category/classifier"`;
  }
}

function* numberFaults(finding: AwsSecurityFinding): Generator<string> {
  const { Severity, FindingProviderFields } = finding;
  if (Severity === undefined && FindingProviderFields?.Severity === undefined) {
    yield " should have required property '.Severity'";
  }
  const { Normalized } = Severity ?? {};
  if (Normalized !== undefined && (Normalized < 0 || Normalized > 100)) {
    yield '.Severity.Normalized should be between 0 and 100';
  }
  for (const name of ['Confidence', 'Criticality'] as const) {
    const value = finding[name];
    if (value !== undefined && (value < 0 || value > 100))
      yield `.${name} should be between 0 and 100`;
  }
}

function* sizeFaults(finding: AwsSecurityFinding): Generator<string> {
  const { Resources } = finding;
  if (Resources.length === 0) yield '.Resources should NOT have fewer than 1 items';
  if (Resources.length > RESOURCES_MAX)
    yield `.Resources should NOT have more than ${RESOURCES_MAX} items`;
  if (Object.keys(finding.ProductFields ?? {}).length > FIELDS_MAX) {
    yield `.ProductFields should NOT have more than ${FIELDS_MAX} properties`;
  }
  if (Buffer.byteLength(JSON.stringify(finding)) > BYTES_MAX)
    yield ' should NOT be larger than 240 KB';
}

function isTime(text: string): boolean {
  return TIME.test(text) && !Number.isNaN(Date.parse(text));
}

function isType(type: string): boolean {
  const parts = type.split('/');
  return (
    parts.length >= 1 && parts.length <= 3 && NAMESPACES.has(parts[0] ?? '') && !parts.includes('')
  );
}

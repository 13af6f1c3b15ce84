import type {
  AwsSecurityFinding,
  Severity,
  SeverityLabel,
} from '../../../models/securityhub/types.ts';

const LOWEST: readonly (readonly [SeverityLabel, number])[] = [
  ['CRITICAL', 90],
  ['HIGH', 70],
  ['MEDIUM', 40],
  ['LOW', 1],
  ['INFORMATIONAL', 0],
];

/** A severity with its label and its number, each from the other where one is missing. */
export function wholeSeverity(severity: Severity): Severity {
  const { Label, Normalized = 0 } = severity;
  if (Label !== undefined) {
    const number = LOWEST.find(([label]) => label === Label)?.[1] ?? 0;
    return { ...severity, Normalized: number };
  }
  const label = LOWEST.find(([, least]) => Normalized >= least)?.[0] ?? 'INFORMATIONAL';
  return { ...severity, Label: label, Normalized };
}

/** What the provider says of it, wherever it says so. */
export function providerSeverity({
  FindingProviderFields,
  Severity = {},
}: AwsSecurityFinding): Severity {
  const given = FindingProviderFields?.Severity;
  return wholeSeverity(
    given === undefined
      ? Severity
      : { ...given, ...(given.Label === undefined ? { Normalized: 0 } : {}) },
  );
}

import type {
  AutomationRulesFindingFieldsUpdate,
  AwsSecurityFinding,
} from '../../../models/securityhub/types.ts';
import type { Instant } from '../../core/time.ts';
import { wholeSeverity } from './severity.ts';
import type { FindingDocument } from './state.ts';

const FIELDS = [
  'VerificationState',
  'Confidence',
  'Criticality',
  'Types',
  'UserDefinedFields',
  'RelatedFindings',
] as const;

/** A finding after a customer, or a rule of theirs, has set members of it; what they set is theirs from then on. */
export function ruledBy(
  document: FindingDocument,
  update: AutomationRulesFindingFieldsUpdate,
  now: Instant,
): FindingDocument {
  const { Note, Severity, Workflow } = update;
  const set: (keyof AwsSecurityFinding)[] = FIELDS.filter((name) => update[name] !== undefined);
  const { finding } = document;
  const UpdatedAt = new Date(now).toISOString();
  const next: AwsSecurityFinding = {
    ...finding,
    ...Object.fromEntries(
      set.map((name) => [name, update[FIELDS.find((one) => one === name) ?? 'Types']]),
    ),
    ...(Note === undefined ? {} : { Note: { ...Note, UpdatedAt } }),
    ...(Severity === undefined
      ? {}
      : { Severity: wholeSeverity({ ...finding.Severity, Label: undefined, ...Severity }) }),
    ...(Workflow === undefined ? {} : { Workflow }),
  };
  if (Severity !== undefined) set.push('Severity');
  return {
    ...document,
    finding: next,
    updated: now,
    owned: [...new Set([...document.owned, ...set])],
  };
}

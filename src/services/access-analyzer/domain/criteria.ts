import type { Criterion } from '../../../../models/access-analyzer/types.ts';
import type { Criteria, Finding } from '../state.ts';

/** What filters ask a finding for, by name; undefined: findings have no such property. */
function valuesOf(finding: Finding, name: string): readonly string[] | undefined {
  const [head, ...rest] = name.split('.');
  const inner = rest.join('.');
  switch (head) {
    case 'id':
      return [finding.id];
    case 'status':
      return [finding.status];
    case 'resource':
      return [finding.resource];
    case 'resourceType':
      return [finding.resourceType];
    case 'resourceOwnerAccount':
      return [finding.owner];
    case 'isPublic':
      return [String(finding.isPublic)];
    case 'findingType':
      return ['ExternalAccess'];
    case 'action':
      return finding.actions;
    case 'principal':
      return listed(finding.principal[inner]);
    case 'condition':
      return listed(finding.condition[inner]);
    default:
      return undefined;
  }
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

/** Names a filter can't ask for; empty when it is right. */
export function unknownNames(criteria: Criteria, of: Finding): readonly string[] {
  return Object.keys(criteria).filter(
    (name) => name !== 'error' && valuesOf(of, name) === undefined,
  );
}

/** Whether a finding meets every criterion. */
export function meets(finding: Finding, criteria: Criteria): boolean {
  return Object.entries(criteria).every(([name, criterion]) =>
    meetsOne(valuesOf(finding, name) ?? [], criterion),
  );
}

function meetsOne(values: readonly string[], { eq, neq, contains, exists }: Criterion): boolean {
  if (exists !== undefined && exists !== values.length > 0) return false;
  if (eq !== undefined && !eq.some((one) => values.includes(one))) return false;
  if (neq?.some((one) => values.includes(one)) === true) return false;
  if (contains === undefined) return true;
  return contains.some((part) => values.some((value) => value.includes(part)));
}

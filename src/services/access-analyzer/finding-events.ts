import type { OutboxEvent } from '../../contract/view.ts';
import { awsEvent } from '../events/port.ts';
import type { Analyzer, Finding } from './state.ts';

/** What event buses hear of a finding that is new, changed, archived or resolved. */
export function tell({ arn, account, region }: Analyzer, finding: Finding): OutboxEvent {
  const time = (instant: number): string => new Date(instant).toISOString();
  return awsEvent({ account, region }, finding.updated, {
    source: 'aws.access-analyzer',
    detailType: 'Access Analyzer Finding',
    resources: [arn],
    detail: {
      version: '1.0',
      id: finding.id,
      status: finding.status,
      resourceType: finding.resourceType,
      resource: finding.resource,
      createdAt: time(finding.created),
      analyzedAt: time(finding.updated),
      updatedAt: time(finding.updated),
      accountId: finding.owner,
      region,
      principal: finding.principal,
      action: finding.actions,
      condition: finding.condition,
      isDeleted: false,
      isPublic: finding.isPublic,
    },
  });
}

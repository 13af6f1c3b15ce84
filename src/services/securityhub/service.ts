import type { Service } from '../../contract/service.ts';
import type { OrganizationAccounts } from '../guardduty/port.ts';
import { actionTargetOperations } from './action-targets.ts';
import { aggregatorOperations } from './aggregators.ts';
import { automationRuleOperations } from './automation-rules.ts';
import { evaluateJob } from './evaluation.ts';
import { expireJob } from './finding-life.ts';
import { findingOperations } from './findings.ts';
import { followGuardDuty } from './guardduty-findings.ts';
import { hubOperations } from './hub.ts';
import { insightOperations } from './insights.ts';
import { followInspector } from './inspector-findings.ts';
import { followMacie } from './macie-findings.ts';
import { departuresFollower, PRINCIPAL } from './membership.ts';
import { organizationOperations } from './organization.ts';
import type { ControlCheck } from './port.ts';
import { productOperations } from './products.ts';
import { standardOperations } from './standards.ts';
import { collections } from './state.ts';
import { notImplemented } from './unbuilt.ts';

export interface SecurityHubParts {
  readonly organizations: OrganizationAccounts;
  /** How controls are answered; those without a check say that they can't be. */
  readonly checks: readonly ControlCheck[];
}

/** All findings in one place: of other services, of partners, and of controls. */
export function createSecurityHubService({ organizations, checks }: SecurityHubParts): Service {
  return {
    id: 'securityhub',
    principal: PRINCIPAL,
    operations: [
      ...hubOperations,
      ...findingOperations,
      ...insightOperations,
      ...productOperations,
      ...actionTargetOperations,
      ...automationRuleOperations,
      ...aggregatorOperations,
      ...standardOperations,
      ...organizationOperations(organizations),
    ],
    notImplemented,
    collections,
    jobs: [evaluateJob(checks), expireJob],
    followers: [followGuardDuty, followInspector, followMacie, departuresFollower(organizations)],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}

import type { PolicyType } from '../../../models/organizations/types.ts';
import { DAY_MS } from '../../core/time.ts';

/** Source: Organizations User Guide, "Quotas and service limits", November 2026; accounts as an increase may grant them. */
export const ACCOUNTS_MAX = 1_000;
export const CREATIONS_AT_ONCE_MAX = 5;
export const CLOSURES_AT_ONCE_MAX = 3;
export const CLOSURES_MAX = 250;
export const CLOSURES_WINDOW_MS = 30 * DAY_MS;
export const CLOSED_KEPT_MS = 90 * DAY_MS;
export const REMOVAL_AGE_MS = 4 * DAY_MS;
export const UNITS_MAX = 2_000;
export const UNIT_DEPTH_MAX = 5;
export const TAGS_MAX = 50;
export const INVITATION_MS = 15 * DAY_MS;
export const FEATURES_REQUEST_MS = 90 * DAY_MS;
export const HANDSHAKE_KEPT_MS = 30 * DAY_MS;

export interface PolicyLimits {
  /** Policies of the type in one organization. */
  readonly policies: number;
  readonly characters: number;
  /** Attached directly to one root, unit or account. */
  readonly attached: number;
}

const DECLARATIVE: PolicyLimits = { policies: 1_000, characters: 10_000, attached: 10 };

export const POLICY_LIMITS: Readonly<Record<PolicyType, PolicyLimits>> = {
  SERVICE_CONTROL_POLICY: { policies: 10_000, characters: 10_240, attached: 10 },
  RESOURCE_CONTROL_POLICY: { policies: 2_000, characters: 5_120, attached: 5 },
  TAG_POLICY: DECLARATIVE,
  BACKUP_POLICY: DECLARATIVE,
  AISERVICES_OPT_OUT_POLICY: { policies: 1_000, characters: 2_500, attached: 5 },
  CHATBOT_POLICY: { ...DECLARATIVE, attached: 5 },
  DECLARATIVE_POLICY_EC2: DECLARATIVE,
  SECURITYHUB_POLICY: DECLARATIVE,
  INSPECTOR_POLICY: DECLARATIVE,
  UPGRADE_ROLLOUT_POLICY: DECLARATIVE,
  BEDROCK_POLICY: DECLARATIVE,
  S3_POLICY: DECLARATIVE,
  NETWORK_SECURITY_DIRECTOR_POLICY: DECLARATIVE,
};

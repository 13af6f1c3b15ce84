import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { ParameterTier } from '../../../models/ssm/types.ts';

export const DEFAULT_TIER = '/ssm/parameter-store/default-parameter-tier';
export const HIGH_THROUGHPUT = '/ssm/parameter-store/high-throughput-enabled';

/** A service setting of an account in a Region that was changed from its default. */
export interface SettingDocument {
  readonly value: string;
  readonly modified: Instant;
  /** ARN of who changed it. */
  readonly modifiedBy: string;
  /** What it was set to, and when: the newest hundred, oldest first. Bills ask for it. */
  readonly changes: readonly { readonly at: Instant; readonly value: string }[];
}

/** By the setting's id. A setting that was reset keeps its history with its default value. */
export const serviceSettings: Collection<SettingDocument> = {
  name: 'ssm.serviceSettings',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** What is chosen where a request names no tier. */
export async function defaultTier(view: View): Promise<ParameterTier> {
  const value = (await view.get(serviceSettings, DEFAULT_TIER))?.value;
  return value === 'Advanced' || value === 'Intelligent-Tiering' ? value : 'Standard';
}

import type { Collection } from '../../contract/collection.ts';
import type { Instant } from '../../core/time.ts';

/** A value granted to an account in a Region. By `SERVICE/CODE`. */
export interface GrantedDocument {
  readonly value: number;
}

/** A request for more. By its id. */
export interface IncreaseDocument {
  readonly id: string;
  readonly service: string;
  readonly code: string;
  readonly desired: number;
  readonly status: 'PENDING' | 'APPROVED';
  readonly created: Instant;
  readonly updated: Instant;
  /** The ARN of who asked. */
  readonly requester: string;
}

export const granted: Collection<GrantedDocument> = {
  name: 'service-quotas.granted',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const increases: Collection<IncreaseDocument> = {
  name: 'service-quotas.increases',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    created: (increase) => [String(increase.created).padStart(15, '0')],
    quota: (increase) => [`${increase.service}/${increase.code}`],
  },
};

export function quotaId(service: string, code: string): string {
  return `${service}/${code}`;
}

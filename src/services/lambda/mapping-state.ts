import type { Collection } from '../../contract/collection.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { GLOBAL } from './url-state.ts';

/** A queue whose messages a function is given. */
export interface MappingDocument {
  readonly id: string;
  readonly scope: Scope;
  readonly queueArn: string;
  readonly name: string;
  readonly qualifier?: string;
  readonly batchSize: number;
  readonly isEnabled: boolean;
  /** The function tells which messages failed; else all or none did. */
  readonly reportsFailures: boolean;
  readonly modified: Instant;
}

/** By id; the queue may be another account's. */
export const mappings: Collection<MappingDocument> = {
  name: 'lambda.mapping',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    queue: ({ queueArn }) => [queueArn],
    function: ({ scope, name }) => [`${scope.account}/${scope.region}/${name}`],
  },
};

/** Of one queue. */
const MAPPINGS_MAX = 10;
export const POLL = 'lambda.poll';

/** Looks for messages once, at that time. Orders never replace each other, so a poll at work is never cut short. */
export async function orderPoll(unit: Unit, mapping: MappingDocument, due: Instant): Promise<void> {
  const id = await unit.once(uuid);
  unit.order({
    id: `${POLL}/${mapping.id}/${id}`,
    kind: POLL,
    scope: mapping.scope,
    due,
    payload: mapping.id,
  });
}

/** What SQS tells: a message can be received at that time. */
export async function messageArrived(unit: Unit, queueArn: string, due: Instant): Promise<void> {
  const query = { index: 'queue', prefix: queueArn, limit: MAPPINGS_MAX };
  const { items } = await unit.view(GLOBAL).list(mappings, query);
  for (const { document } of items) {
    if (document.queueArn === queueArn && document.isEnabled) await orderPoll(unit, document, due);
  }
}

import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { arnOf } from './resources.ts';
import type { ServerOwner } from './state.ts';

/** What can be told of a server: what was done about it, or that it could not be made. */
export type Occasion =
  | 'create'
  | 'start'
  | 'stop'
  | 'restart'
  | 'setPassword'
  | 'remove'
  | 'failure';

interface Notice {
  readonly id: string;
  readonly category: string;
  readonly message: string;
}

function notice(id: string, category: string, message: string): Notice {
  return { id: `RDS-EVENT-${id}`, category, message };
}

const NOTICES: Readonly<Record<ServerOwner['kind'], Readonly<Record<Occasion, Notice>>>> = {
  db: {
    create: notice('0005', 'creation', 'DB instance created'),
    start: notice('0088', 'notification', 'DB instance started'),
    stop: notice('0087', 'notification', 'DB instance stopped'),
    restart: notice('0006', 'availability', 'DB instance restarted'),
    setPassword: notice('0016', 'configuration change', 'Reset master credentials'),
    remove: notice('0003', 'deletion', 'DB instance deleted'),
    failure: notice('0031', 'failure', 'The DB instance could not be made'),
  },
  cluster: {
    create: notice('0170', 'creation', 'DB cluster created'),
    start: notice('0151', 'notification', 'DB cluster started'),
    stop: notice('0150', 'notification', 'DB cluster stopped'),
    restart: notice('0006', 'availability', 'DB cluster restarted'),
    setPassword: notice('0016', 'configuration change', 'Reset master credentials'),
    remove: notice('0171', 'deletion', 'DB cluster deleted'),
    failure: notice('0031', 'failure', 'The DB cluster could not be made'),
  },
};

const WORDS = {
  db: { detailType: 'RDS DB Instance Event', sourceType: 'DB_INSTANCE' },
  cluster: { detailType: 'RDS DB Cluster Event', sourceType: 'CLUSTER' },
} as const;

/** Tells the account's event bus. `reason` is added to the message. */
export function tellOf(
  unit: Unit,
  owner: ServerOwner,
  now: Instant,
  occasion: Occasion,
  reason?: string,
): void {
  const { id, category, message } = NOTICES[owner.kind][occasion];
  const { detailType, sourceType } = WORDS[owner.kind];
  const arn = arnOf(owner);
  unit.emit(
    awsEvent(owner.scope, now, {
      source: 'aws.rds',
      detailType,
      resources: [arn],
      detail: {
        EventCategories: [category],
        SourceType: sourceType,
        SourceArn: arn,
        Date: new Date(now).toISOString(),
        Message: reason === undefined ? message : `${message}: ${reason}`,
        SourceIdentifier: owner.id,
        EventID: id,
        Tags: owner.tags,
      },
    }),
  );
}

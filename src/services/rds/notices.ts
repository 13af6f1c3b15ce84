import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { arnOf } from './resources.ts';
import type { ClusterDocument, ServerOwner } from './state.ts';

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

/** What is told of a change of a global database's primary: `NAME` stands for the new one and its Region. */
const CHANGES = {
  switchoverStarted: ['0181', 'Global switchover to DB cluster NAME started.'],
  oldPrimaryStopped: ['0182', 'Old primary DB cluster NAME successfully shut down.'],
  newPrimaryPromoted: ['0184', 'New primary DB cluster NAME was successfully promoted.'],
  switchoverFinished: ['0185', 'Global switchover to DB cluster NAME finished.'],
  switchoverFailed: ['0187', 'Global switchover to DB cluster NAME failed.'],
  failoverFinished: ['0238', 'Global failover to DB cluster NAME completed.'],
} as const;

export function tellChange(
  unit: Unit,
  cluster: ClusterDocument,
  now: Instant,
  occasion: keyof typeof CHANGES,
): void {
  const [id, text] = CHANGES[occasion];
  const message = text.replace('NAME', `${cluster.id} in Region ${cluster.scope.region}`);
  tell(unit, cluster, now, notice(id, 'global-failover', message));
}

/** Tells the account's event bus. `reason` is added to the message. */
export function tellOf(
  unit: Unit,
  owner: ServerOwner,
  now: Instant,
  occasion: Occasion,
  reason?: string,
): void {
  const { message, ...said } = NOTICES[owner.kind][occasion];
  const whole = reason === undefined ? message : `${message}: ${reason}`;
  tell(unit, owner, now, { ...said, message: whole });
}

function tell(
  unit: Unit,
  owner: ServerOwner,
  now: Instant,
  { id, category, message }: Notice,
): void {
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
        Message: message,
        SourceIdentifier: owner.id,
        EventID: id,
        Tags: owner.tags,
      },
    }),
  );
}

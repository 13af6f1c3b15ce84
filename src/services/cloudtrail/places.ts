import type { JobOrder } from '../../contract/view.ts';
import type { LogPlace } from './domain/log-paths.ts';
import type { TrailDocument } from './state.ts';

/** One trail in one account and Region: what has its own log files, and its own chain of digests. */
export interface TrailPlace {
  readonly trail: string;
  /** The account the trail belongs to. */
  readonly owner: string;
  /** The account whose calls are recorded: another one only for organization trails. */
  readonly account: string;
  readonly region: string;
}

export function placeOfTrail(trail: TrailDocument, account: string, region: string): TrailPlace {
  return { trail: trail.id, owner: trail.account, account, region };
}

export function placeKey({ trail, account, region }: TrailPlace): string {
  return `${trail}/${account}/${region}`;
}

export function ownerScope({ owner, region }: TrailPlace) {
  return { account: owner, region };
}

export function logPlaceOf(trail: TrailDocument, { account, region }: TrailPlace): LogPlace {
  return { prefix: trail.prefix, organization: trail.organization, account, region };
}

export function jobOrder(
  kind: string,
  place: TrailPlace,
  due: number,
  /** Tells jobs of one kind and place apart. */
  turn = '',
): JobOrder {
  return {
    id: `${kind}/${placeKey(place)}${turn === '' ? '' : `/${turn}`}`,
    kind,
    scope: ownerScope(place),
    due,
    payload: JSON.stringify(place),
  };
}

export function readPlace(payload: string): TrailPlace {
  const { trail, owner, account, region }: Partial<TrailPlace> = JSON.parse(payload);
  if (!trail || !owner || !account || !region) throw new Error('the job names no trail');
  return { trail, owner, account, region };
}

import { partitionOf } from '../core/arn.ts';
import { uuid } from '../core/ids.ts';
import type { Clock } from '../core/time.ts';
import type { Call } from '../contract/operation.ts';

type Given = Pick<Call, 'caller' | 'scope' | 'sourceIp' | 'userAgent' | 'secure'> &
  Partial<Pick<Call, 'requestId' | 'service' | 'eventSource' | 'operation'>>;

/** A call that no request of the API is: a service's own work, or what is asked of a site or a database. */
export function plainCall(clock: Clock, given: Given): Call {
  return {
    requestId: uuid(),
    eventId: uuid(),
    service: '',
    eventSource: '',
    operation: '',
    partition: partitionOf(given.scope.region),
    now: clock.serviceTime(),
    realNow: clock.realTime(),
    calledVia: [],
    ...given,
  };
}

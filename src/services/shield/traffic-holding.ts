import type { Holding } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { type AttackParts, recordTraffic } from './attack-course.ts';
import type { TrafficCounts } from './detection/traffic-counts.ts';

/** What was counted is written, and judged as it is. */
export function trafficHolding(counts: TrafficCounts, parts: AttackParts): Holding {
  return {
    get isEmpty() {
      return counts.isEmpty;
    },
    write: async (unit: Unit, now: Instant) => {
      const taken = counts.take();
      const unprotected: string[] = [];
      for (const counted of taken) {
        if (!(await recordTraffic(unit, now, counted, parts))) unprotected.push(counted.resource);
      }
      unit.onCommit(() => {
        counts.written(taken);
        for (const resource of unprotected) counts.unwatch(resource, now);
      });
    },
  };
}

import type { Body } from '../../../models/wafv2/types.ts';
import { ABSENT, type Field, type FieldReading, settled, single } from './reading.ts';
import type { RequestFacts } from './request-facts.ts';

/**
 * Body: as sent, up to the limit of the resource's kind. What is longer is handled as the rule says; with CONTINUE a payload
 * behind the limit is not seen, as in AWS: a size constraint on the body closes that.
 */
export function body({ OversizeHandling = 'CONTINUE' }: Body): Field {
  return {
    id: `body:${OversizeHandling}`,
    location: 'BODY',
    read(facts) {
      const oversize = oversizeBody(facts, OversizeHandling, 'REQUEST_BODY');
      if (oversize !== undefined) return oversize;
      return facts.request.body === '' ? ABSENT : single(facts.request.body);
    },
  };
}

/** Notes that the body is looked at, and what is said of one that is too long. */
export function oversizeBody(
  facts: RequestFacts,
  handling: string,
  name: 'REQUEST_BODY' | 'REQUEST_JSON_BODY',
): FieldReading | undefined {
  facts.bodyInspected = true;
  if (!facts.request.bodyContinues) return undefined;
  facts.oversize.add(name);
  return handling === 'CONTINUE' ? undefined : settled(handling === 'MATCH');
}

import type { EventsOperations } from '../../../models/events/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { anywhere } from './authorization.ts';
import { readEvent } from './domain/event-text.ts';
import { compilePattern, matchesPattern, type Pattern } from './domain/pattern.ts';
import { PatternSyntaxError } from './domain/pattern-reader.ts';
import { invalidEventPattern, invalidParameter } from './errors.ts';

const MEMBERS = ['id', 'account', 'source', 'time', 'region', 'detail-type'] as const;

/** Errors: InvalidEventPatternException. */
export function patternOf(text: string): Pattern {
  try {
    return compilePattern(text);
  } catch (error) {
    if (error instanceof PatternSyntaxError) throw invalidEventPattern(error.message);
    throw error;
  }
}

export const testEventPattern: OperationOf<EventsOperations, 'TestEventPattern'> = {
  name: 'TestEventPattern',
  access: 'read',
  authorize: anywhere('events:TestEventPattern'),
  handle: async ({ EventPattern, Event }) => {
    const event = readEvent(Event);
    if (event === undefined || !isWhole(event)) throw invalidParameter('Event');
    return { Result: matchesPattern(patternOf(EventPattern), event) };
  },
};

function isWhole(event: JsonObject): boolean {
  return MEMBERS.every((name) => Object.hasOwn(event, name) && typeof event[name] === 'string');
}

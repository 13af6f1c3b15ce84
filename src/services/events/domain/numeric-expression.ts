import { equalTo, type Matcher, within } from './matchers.ts';
import type { PatternReader, Token } from './pattern-reader.ts';

const TOO_MANY = 'Too many elements in numeric expression';

/** `["=", 5]`, `[">", 0, "<=", 5]`. Throws PatternSyntaxError. */
export function parseNumeric(reader: PatternReader): Matcher {
  if (reader.next().kind !== '[') return reader.fail('Value of numeric must be an array.');
  const first = reader.next();
  if (first.kind !== 'string') {
    return reader.fail(`Invalid member in numeric match: ${shown(first)}`);
  }
  reader.finish();
  const operator = first.text;
  const value = reader.next();
  switch (operator) {
    case '=':
      return closed(reader, equalTo(numberIn(reader, value, 'equals')));
    case '<':
    case '<=': {
      const to = { value: numberIn(reader, value, operator), isOpen: operator === '<' };
      return closed(reader, within({ to }));
    }
    case '>':
    case '>=': {
      const from = { value: numberIn(reader, value, operator), isOpen: operator === '>' };
      const next = reader.next();
      return next.kind === ']' ? within({ from }) : upTo(reader, next, from);
    }
    default:
      return reader.fail(`Unrecognized numeric range operator: ${operator}`);
  }
}

function upTo(
  reader: PatternReader,
  token: Token,
  from: { readonly value: number; readonly isOpen: boolean },
): Matcher {
  if (token.kind !== 'string') return reader.fail(`Bad value in numeric range: ${shown(token)}`);
  reader.finish();
  const operator = token.text;
  if (operator !== '<' && operator !== '<=') {
    return reader.fail(`Bad numeric range operator: ${operator}`);
  }
  const to = { value: numberIn(reader, reader.next(), operator), isOpen: operator === '<' };
  if (reader.next().kind !== ']') reader.fail('Too many terms in numeric range expression');
  if (to.value < from.value || (to.value === from.value && (to.isOpen || from.isOpen))) {
    reader.fail('Bottom must be less than top');
  }
  return within({ from, to });
}

function numberIn(reader: PatternReader, token: Token, operator: string): number {
  if (token.kind !== 'number') return reader.fail(`Value of ${operator} must be numeric`);
  return token.value;
}

function closed(reader: PatternReader, made: Matcher): Matcher {
  if (reader.next().kind !== ']') reader.fail(TOO_MANY);
  return made;
}

function shown(token: Token): string {
  switch (token.kind) {
    case 'number':
    case 'string':
    case 'name':
      return token.text;
    case 'literal':
      return String(token.value);
    default:
      return token.kind;
  }
}

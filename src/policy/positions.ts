/** Where something stands in a policy's text. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Where each statement of a policy stands, as AWS's policy simulator tells it: in a list a statement starts
 * right behind what comes before it (the bracket or the statement before), else right behind its own brace; it
 * ends right behind its closing brace. Expects a text that has passed the parser.
 */
export function statementSpans(text: string): readonly Span[] {
  const at = afterStatementName(text);
  const place = placer(text);
  if (text[at] !== '[') return [{ start: place(at + 1), end: place(endOfValue(text, at)) }];
  const spans: Span[] = [];
  let start = at + 1;
  for (let from = skipTo(text, start, '{'); from !== -1; from = skipTo(text, start, '{')) {
    const end = endOfValue(text, from);
    spans.push({ start: place(start), end: place(end) });
    start = end;
  }
  return spans;
}

/** Index of the value of the outermost `Statement`. */
function afterStatementName(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      const name: unknown = JSON.parse(text.slice(at, end));
      const colon = skipSpace(text, end);
      at = end - 1;
      if (depth === 1 && name === 'Statement' && text[colon] === ':') {
        return skipSpace(text, colon + 1);
      }
    }
  }
  throw new Error('a policy without statements');
}

/** The next such character, if the list has not ended before it; -1 otherwise. */
function skipTo(text: string, from: number, wanted: string): number {
  let at = from;
  while (at < text.length && text[at] !== wanted && text[at] !== ']') at += 1;
  return text[at] === wanted ? at : -1;
}

/** Index right behind the object or list that begins at `from`. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Index right behind the closing quote. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] ?? '').trim() === '') at += 1;
  return at;
}

/** Asked for growing indexes, so that a long text is walked once. */
function placer(text: string): (index: number) => Position {
  let line = 1;
  let lineStart = 0;
  let seen = 0;
  return (index) => {
    for (; seen < index; seen += 1) {
      if (text[seen] !== '\n') continue;
      line += 1;
      lineStart = seen + 1;
    }
    return { line, column: index - lineStart + 1 };
  };
}

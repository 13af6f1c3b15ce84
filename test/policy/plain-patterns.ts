/**
 * Patterns of policies, read slowly. Sources: IAM User Guide, "Variables and tags", "Using wildcards in resource
 * ARNs", "Condition operators".
 */
type Context = Readonly<Record<string, readonly string[]>>;

/** A character that stands for itself, `*` or `?`. */
type Token = { readonly text: string } | 'any' | 'one';

/**
 * The tokens of a pattern, its variables replaced. Undefined: a variable has no value, so there is no equal or like
 * value. A multivalued key can't be a variable.
 */
function tokensOf(pattern: string, hasVariables: boolean, context: Context): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = pattern;
  while (rest !== '') {
    const variable = hasVariables ? /^\$\{([^}]*)\}/.exec(rest) : null;
    if (variable !== null) {
      const value = valueOf(variable[1] ?? '', context);
      if (value === undefined) return undefined;
      for (const text of value.split('')) tokens.push({ text });
      rest = rest.slice(variable[0].length);
      continue;
    }
    const first = rest.charAt(0);
    if (first === '*') tokens.push('any');
    else if (first === '?') tokens.push('one');
    else tokens.push({ text: first });
    rest = rest.slice(1);
  }
  return tokens;
}

/** What stands between `${` and `}`: a key, a key and its default, or an escaped character. */
function valueOf(body: string, context: Context): string | undefined {
  if (body === '*' || body === '?' || body === '$') return body;
  const parts = /^([^,]+), *'([^']*)'$/.exec(body);
  const key = (parts?.[1] ?? body).trim().toLowerCase();
  const values = context[key] ?? [];
  if (values.length === 0) return parts?.[2];
  return values.length === 1 ? values[0] : undefined;
}

/** Every position of the text that the tokens so far can lead to. */
function leadsToEnd(tokens: readonly Token[], text: string): boolean {
  let reached = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    for (const at of reached) {
      if (token === 'any') for (let to = at; to <= text.length; to += 1) next.add(to);
      else if (token === 'one') {
        if (at < text.length) next.add(at + 1);
      } else if (text.charAt(at) === token.text && at < text.length) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(text.length);
}

/** `StringLike`, and the words of an action. */
export function isLike(
  pattern: string,
  text: string,
  hasVariables: boolean,
  context: Context,
): boolean {
  const tokens = tokensOf(pattern, hasVariables, context);
  return tokens !== undefined && leadsToEnd(tokens, text);
}

/** `StringEquals`: wildcards are characters. Undefined when a variable has no value. */
export function literalOf(
  pattern: string,
  hasVariables: boolean,
  context: Context,
): string | undefined {
  const tokens = tokensOf(pattern, hasVariables, context);
  const spelt = tokens?.map((token) => {
    if (token === 'any') return '*';
    return token === 'one' ? '?' : token.text;
  });
  return spelt?.join('');
}

/** The parts between the first five colons; colons within a variable's name separate nothing. */
function componentsOf(arn: string): string[] {
  const components = [''];
  let isInside = false;
  for (let at = 0; at < arn.length; at += 1) {
    if (arn.startsWith('${', at) && arn.includes('}', at)) isInside = true;
    const character = arn.charAt(at);
    if (character === ':' && !isInside && components.length < 6) components.push('');
    else components.push(`${components.pop() ?? ''}${character}`);
    if (character === '}') isInside = false;
  }
  return components;
}

/**
 * Each of the six components is matched on its own. A lone star matches everything. `isResource`: a pattern of the
 * Resource element may leave out the last components, which then are stars.
 */
export function isArnLike(
  pattern: string,
  arn: string,
  isResource: boolean,
  hasVariables: boolean,
  context: Context,
): boolean {
  if (pattern === '*') return true;
  const wanted = componentsOf(pattern);
  const given = arn.split(':');
  if (given.length < 6) return false;
  const components = [...given.slice(0, 5), given.slice(5).join(':')];
  if (wanted.length < 6 && !isResource) return false;
  return components.every((component, index) =>
    isLike(wanted[index] ?? '*', component, hasVariables, context),
  );
}

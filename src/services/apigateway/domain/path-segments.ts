/**
 * The segments of a request's path, decoded; a slash at the end names nothing more. Undefined: it is malformed, or has a `.` or `..`,
 * plainly or encoded, which a server behind would take for a place above the one that policies name.
 */
export function segmentsOf(path: string): readonly string[] | undefined {
  const parts = path.split('/').slice(1);
  const named = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
  const segments: string[] = [];
  for (const part of named) {
    const segment = decoded(part);
    if (segment === undefined || segment.split(/[/\\]/).some(isDots)) return undefined;
    segments.push(segment);
  }
  return segments;
}

export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isDots(segment: string): boolean {
  return /^(?:\.|%2e){1,2}$/i.test(segment);
}

const VARIABLE = /^\{(.+?)(\+?)\}$/;

/** `{id}` is a variable, and `{proxy+}` one that takes the rest. Undefined: it stands for itself. */
export function variableOf(
  part: string,
): { readonly name: string; readonly isGreedy: boolean } | undefined {
  const [, name, plus] = VARIABLE.exec(part) ?? [];
  return name === undefined ? undefined : { name, isGreedy: plus === '+' };
}

/**
 * One path for all spellings of a request, as policies name it: the template's own segments, and what stands in the place of its
 * variables. Empty segments are none. A slash within a segment stays encoded, so that nobody can write a path of more
 * segments than the route has.
 */
export function namedPath(template: string, segments: readonly string[]): string {
  const parts = template.split('/').slice(1);
  const named = parts.flatMap((part, at) => {
    const variable = variableOf(part);
    if (variable === undefined) return [part];
    return variable.isGreedy
      ? segments.slice(at).flatMap((one) => one.split('/'))
      : [(segments[at] ?? '').replaceAll('/', '%2F')];
  });
  return `/${named.filter((part) => part !== '').join('/')}`;
}

/** What stands in the place of a variable of a URI. */
export interface Filling {
  readonly text: string;
  /** It may be several segments: what `{proxy+}` took. */
  readonly isGreedy: boolean;
}

/**
 * A back end's URI with its variables filled in. Undefined: what stands there would leave the path that the URI gives: neither the host
 * nor what is above can be reached by a value.
 */
export function filledUri(uri: string, fillingOf: (name: string) => Filling): string | undefined {
  const filled = uri.replace(/\{(\w+)\+?\}/g, (_all, name: string) => {
    const { text, isGreedy } = fillingOf(name);
    return isGreedy ? text.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(text);
  });
  const [path = ''] = filled.split(/[?#]/, 1);
  return path.split('/').some(isDots) ? undefined : filled;
}

const AUTHORITY = /^https?:\/\/(?:\$\{stageVariables\.\w+\}|[^/?#\\\s{}$])+(?:[/?#]|$)/;

/** Whether a back end's URI is one: no variable of the path stands in its host. */
export function isBackEndUri(uri: string): boolean {
  return AUTHORITY.test(uri);
}

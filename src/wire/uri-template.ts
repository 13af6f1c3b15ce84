export interface TemplateSegment {
  readonly kind: 'literal' | 'label' | 'greedy';
  /** The text, or the label's name. */
  readonly text: string;
}

/** `/{Bucket}/{Key+}?acl`, taken apart. */
export interface UriTemplate {
  readonly segments: readonly TemplateSegment[];
  /**
   * Query parameters that must be present; '' admits any value only where the template has none.
   */
  readonly constants: ReadonlyMap<string, string>;
}

/** `x-id` only repeats the operation's name and is never required. */
export function compileTemplate(uri: string): UriTemplate {
  const mark = uri.indexOf('?');
  const path = mark < 0 ? uri : uri.slice(0, mark);
  const constants = new Map<string, string>();
  for (const piece of mark < 0 ? [] : uri.slice(mark + 1).split('&')) {
    const [name = '', value = ''] = piece.split('=', 2);
    if (name !== '' && name !== 'x-id') constants.set(name, value);
  }
  return { segments: pathSegments(path).map(segmentOf), constants };
}

function segmentOf(text: string): TemplateSegment {
  if (!text.startsWith('{') || !text.endsWith('}')) return { kind: 'literal', text };
  const name = text.slice(1, -1);
  return name.endsWith('+')
    ? { kind: 'greedy', text: name.slice(0, -1) }
    : { kind: 'label', text: name };
}

/** Undecoded segments; one slash at the end makes no difference to AWS's REST services. */
export function pathSegments(rawPath: string): string[] {
  const path = rawPath.startsWith('/') ? rawPath.slice(1) : rawPath;
  if (path === '') return [];
  const segments = path.split('/');
  if (segments.at(-1) === '' && segments.length > 1) segments.pop();
  return segments;
}

/**
 * Undecoded labels by name; empty when the path does not fit, which routing has ruled out before.
 */
export function matchLabels(template: UriTemplate, rawPath: string): Map<string, string> {
  const labels = new Map<string, string>();
  const raw = (rawPath.startsWith('/') ? rawPath.slice(1) : rawPath).split('/');
  const last = template.segments.length - 1;
  for (const [index, segment] of template.segments.entries()) {
    if (segment.kind === 'literal') continue;
    // Segments after a greedy label are counted from the end; keys keep their trailing slash.
    const text =
      segment.kind === 'greedy'
        ? raw.slice(index, raw.length - (last - index)).join('/')
        : raw[index];
    if (text !== undefined) labels.set(segment.text, text);
    if (segment.kind === 'greedy') {
      for (let after = index + 1; after <= last; after++) {
        const rest = template.segments[after];
        const value = raw[raw.length - 1 - (last - after)];
        if (rest?.kind === 'label' && value !== undefined) labels.set(rest.text, value);
      }
      break;
    }
  }
  return labels;
}

/** Domains, each with all below it. */
export interface DomainSet {
  readonly size: number;
  /** The listed domain that the name is, or is below of. */
  find(name: string): string | undefined;
}

export function domainSet(entries: Iterable<string>): DomainSet {
  const known = new Set<string>();
  for (const entry of entries) {
    known.add(entry.toLowerCase().replace(/^\*\./, '').replace(/\.$/, ''));
  }
  return {
    size: known.size,
    find: (name) => {
      for (let rest = name; rest !== ''; ) {
        if (known.has(rest)) return rest;
        const dot = rest.indexOf('.');
        rest = dot < 0 ? '' : rest.slice(dot + 1);
      }
      return undefined;
    },
  };
}

/** Suffixes under which the third label is what somebody registered. */
const SECOND_LEVEL = new Set('ac co com edu gov gob go mil net ne nom or org'.split(' '));

/** `a.b.example.co.uk` → `example.co.uk`. An approximation: no list of public suffixes is bundled. */
export function registrableDomain(name: string): string {
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isDeep = labels.length > 2 && top.length === 2 && SECOND_LEVEL.has(second);
  return labels.slice(isDeep ? -3 : -2).join('.');
}

/** What a name may have, and `*.` before it. */
const CHARACTERS_MAX = 255;

export function isDomain(text: string): boolean {
  if (text.length > CHARACTERS_MAX) return false;
  return /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]{1,62}$/i.test(text);
}

import type { NamedVersion } from './node-packages.ts';

/** What stands before the first empty line of a `METADATA` file. */
export function installedDistribution(text: string): readonly NamedVersion[] {
  const headers = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const [name, version] = [headers.get('name'), headers.get('version')];
  return name === undefined || version === undefined ? [] : [{ name, version }];
}

const PINNED =
  /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*={2,3}\s*([^\s;,*]+)$/;

/** What a `requirements.txt` pins to one version. What may be any of several says nothing of what is there. */
export function pinnedRequirements(text: string): readonly NamedVersion[] {
  const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
  return lines.flatMap((line) => {
    const [requirement = ''] = line.replace(/(^|\s)#.*$/, '').split(/\s--hash[=\s]|;/);
    const [, name, version] = PINNED.exec(requirement.trim()) ?? [];
    return name === undefined || version === undefined ? [] : [{ name, version }];
  });
}

/** Whether a name of a certificate is for a domain, whatever their case: a star stands for one whole label. */
export function coversDomain(name: string, domain: string): boolean {
  const [own, asked] = [name.toLowerCase(), domain.toLowerCase()];
  if (own === asked) return true;
  const dot = asked.indexOf('.');
  return dot > 0 && own.startsWith('*.') && own.slice(1) === asked.slice(dot);
}

import { randomBytes, randomInt } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { resolveName } from '../route53/port.ts';
import { withoutStar } from './domain/domain-names.ts';
import { type DomainProof, type ProofDocument, proofs } from './state.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_IN_VALUE = 10;
/** Whom a domain's owner may allow to issue certificates, so that ACM does. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'amazon.com',
  'amazontrust.com',
  'awstrust.com',
  'amazonaws.com',
]);

/** Makes the records that prove domains, where the account has none for one yet. */
export async function makeProofs(
  unit: Unit,
  scope: Scope,
  names: readonly string[],
): Promise<void> {
  const domains = names.map(withoutStar);
  const made = await unit.once(() => domains.map(newProof));
  const view = unit.view(scope);
  for (const [index, domain] of domains.entries()) {
    const known = await view.get(proofs, domain);
    const proof = made[index];
    if (known === undefined && proof !== undefined) view.put(proofs, domain, proof);
  }
}

function newProof(domain: string): ProofDocument {
  const letters = Array.from(
    { length: LETTERS_IN_VALUE },
    () => LETTERS[randomInt(LETTERS.length)],
  );
  return {
    name: `_${randomBytes(16).toString('hex')}.${domain}.`,
    value: `_${randomBytes(16).toString('hex')}.${letters.join('')}.acm-validations.aws.`,
  };
}

/** The domains as DNS shows them now. */
export async function provenDomains(
  unit: Unit,
  scope: Scope,
  domains: readonly DomainProof[],
): Promise<readonly DomainProof[]> {
  const view = unit.view(scope);
  const looked: DomainProof[] = [];
  for (const domain of domains) {
    const proof = await view.get(proofs, withoutStar(domain.name));
    const found = proof === undefined ? [] : await resolveName(unit, proof.name, 'CNAME');
    const isProven = found.some((value) => sameName(value, proof?.value ?? ''));
    looked.push({ ...domain, status: isProven ? 'SUCCESS' : 'PENDING_VALIDATION' });
  }
  return looked;
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase().replace(/\.$/, '') === right.toLowerCase().replace(/\.$/, '');
}

/** Whether a domain's owner forbids ACM to issue for it: the records of the nearest domain that has any decide. */
export async function isForbidden(unit: Unit, name: string): Promise<boolean> {
  const labels = withoutStar(name).split('.');
  for (let index = 0; index < labels.length - 1; index += 1) {
    const values = await resolveName(unit, labels.slice(index).join('.'), 'CAA');
    if (values.length > 0) return forbids(values, name.startsWith('*.'));
  }
  return false;
}

function forbids(values: readonly string[], isWildcard: boolean): boolean {
  const issuers = (tag: string): readonly string[] =>
    values.flatMap((value) => {
      const [, found, text = ''] = /^\d+ ([A-Za-z0-9]+) "([^"]*)"$/.exec(value) ?? [];
      return found?.toLowerCase() === tag ? [text.split(';')[0]?.trim().toLowerCase() ?? ''] : [];
    });
  const wild = isWildcard ? issuers('issuewild') : [];
  const named = wild.length > 0 ? wild : issuers('issue');
  return named.length > 0 && !named.some((issuer) => OWN_NAMES.has(issuer));
}

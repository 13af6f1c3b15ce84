import { invalidValidationOptions, limitExceeded, validation } from '../errors.ts';

const FIRST_NAME_MAX = 64;

/** `*.example.com` is proved by the record, and by the mailboxes, of `example.com`. */
export function withoutStar(name: string): string {
  return name.startsWith('*.') ? name.slice(2) : name;
}

const MAILBOXES = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'] as const;

/** Whose owners may approve a certificate for a domain. */
export function validationAddresses(domain: string): readonly string[] {
  return MAILBOXES.map((mailbox) => `${mailbox}@${withoutStar(domain)}`);
}

/** The names of a certificate, the first one first. Errors: ValidationException, LimitExceededException. */
export function certificateNames(
  domainName: string,
  alternatives: readonly string[],
  limit: number,
): readonly string[] {
  const names = [...new Set([domainName, ...alternatives].map((name) => name.toLowerCase()))];
  if (domainName.length > FIRST_NAME_MAX) {
    throw validation('The first domain name can be no longer than 64 characters.');
  }
  if (names.length > limit) {
    throw limitExceeded(`Error: The certificate request contains more than ${limit} domain names.`);
  }
  return names;
}

export interface ValidationOption {
  readonly DomainName: string;
  readonly ValidationDomain: string;
}

/** The domain whose mailboxes are asked for each name. Errors: InvalidDomainValidationOptionsException. */
export function validationDomains(
  names: readonly string[],
  options: readonly ValidationOption[],
): ReadonlyMap<string, string> {
  const domains = new Map(names.map((name) => [name, name]));
  for (const { DomainName, ValidationDomain } of options) {
    const name = DomainName.toLowerCase();
    const domain = ValidationDomain.toLowerCase();
    if (!domains.has(name)) {
      throw invalidValidationOptions(
        `The domain specified in ValidationOptions, ${DomainName}, is not the PrimaryDomain or ` +
          'part of SubjectAlternativeNames.',
      );
    }
    if (!isSuperdomain(domain, withoutStar(name))) {
      throw invalidValidationOptions(
        `The validation domain, ${ValidationDomain}, must be a superdomain of the requested ` +
          `domain, ${DomainName}.`,
      );
    }
    domains.set(name, domain);
  }
  return domains;
}

function isSuperdomain(domain: string, name: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

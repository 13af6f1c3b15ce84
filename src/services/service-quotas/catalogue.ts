import type { Quota, ServiceQuotas } from '../../contract/quota.ts';
import { noSuchQuota, noSuchService } from './errors.ts';

/** A service whose limits are known. */
export interface LimitedService {
  /** As Service Quotas calls it: `kms`. */
  readonly code: string;
  readonly name: string;
  readonly rules: ServiceQuotas;
}

export type ListedQuota = Quota & { readonly code: string };

/** Every quota that can be listed. */
export class Catalogue {
  readonly services: readonly LimitedService[];

  constructor(services: readonly LimitedService[]) {
    this.services = services;
  }

  /** Errors: NoSuchResourceException. */
  service(code: string): LimitedService {
    const found = this.services.find((service) => service.code === code);
    if (found === undefined) throw noSuchService();
    return found;
  }

  quotas(serviceCode: string): readonly ListedQuota[] {
    return this.service(serviceCode)
      .rules.quotas.filter(isListed)
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  quota(serviceCode: string, code: string): ListedQuota {
    const found = this.quotas(serviceCode).find((quota) => quota.code === code);
    if (found === undefined) throw noSuchQuota();
    return found;
  }
}

function isListed(quota: Quota): quota is ListedQuota {
  return quota.code !== undefined;
}

import { isCustom } from '../signal-urls.ts';
import { customResource } from './custom-resource.ts';
import type { ResourceType } from './resource-type.ts';

/** Whether an operation of a service is there to be called. */
export type IsBuilt = (service: string, operation: string) => boolean;

/** The resource types that stacks may have. */
export interface ResourceTypes {
  get(name: string): ResourceType | undefined;
  /** Their names, sorted. */
  names(): readonly string[];
}

export function resourceTypes(all: readonly ResourceType[], isBuilt: IsBuilt): ResourceTypes {
  const byName = new Map(all.map((type) => [type.name, type]));
  if (byName.size < all.length) throw new Error('two resource types share a name');
  const isThere = ({ needs }: ResourceType): boolean => {
    if (needs === undefined) return true;
    const [service = '', operation = ''] = needs.split(':');
    return isBuilt(service, operation);
  };
  return {
    get: (name) => {
      if (isCustom(name)) return customResource;
      const type = byName.get(name);
      return type !== undefined && isThere(type) ? type : undefined;
    },
    names: () =>
      all
        .filter(isThere)
        .map(({ name }) => name)
        .sort(),
  };
}

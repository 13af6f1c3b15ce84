import type { Parameter, ParameterMetadata } from '../../../models/ssm/types.ts';

interface PublicListing {
  /** `/aws/service/global-infrastructure/regions`. */
  readonly level: string;
  readonly isRecursive: boolean;
  readonly after: string | undefined;
  readonly limit: number;
}

interface PublicPage<T> {
  readonly items: readonly T[];
  readonly last: { readonly key: string; readonly id: string } | undefined;
}

export function publicParameter(_region: string, _name: string): Parameter | undefined {
  return undefined;
}

export function publicPage(_region: string, _listing: PublicListing): PublicPage<Parameter> {
  return { items: [], last: undefined };
}

export function publicMetadata(
  _region: string,
  _listing: PublicListing,
): PublicPage<ParameterMetadata> {
  return { items: [], last: undefined };
}

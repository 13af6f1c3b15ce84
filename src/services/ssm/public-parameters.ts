import type { Parameter, ParameterMetadata } from '../../../models/ssm/types.ts';
import { imageParameters } from '../ec2/port.ts';
import { GlobalInfrastructure } from './domain/global-infrastructure.ts';
import { publicArn } from './domain/parameter-name.ts';

interface PublicListing {
  /** `/aws/service/global-infrastructure/regions`. */
  readonly level: string;
  readonly isRecursive: boolean;
  /** The last name of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

interface PublicPage<T> {
  readonly items: readonly T[];
  readonly last: { readonly key: string; readonly id: string } | undefined;
}

let known: GlobalInfrastructure | undefined;

/** Put together on first use: most servers are never asked. */
function infrastructure(): GlobalInfrastructure {
  known ??= new GlobalInfrastructure(imageParameters);
  return known;
}

/** One of AWS's own parameters. Undefined: nothing is known of it. */
export function publicParameter(region: string, name: string): Parameter | undefined {
  const value = valueOf(region, name);
  return value === undefined ? undefined : shown(region, name, value);
}

export function publicPage(region: string, listing: PublicListing): PublicPage<Parameter> {
  const { items, last } = pageOf(listing);
  return { items: items.map((name) => shown(region, name, valueOf(region, name) ?? '')), last };
}

export function publicMetadata(
  region: string,
  listing: PublicListing,
): PublicPage<ParameterMetadata> {
  const { items, last } = pageOf(listing);
  return {
    items: items.map((Name) => ({
      Name,
      ARN: publicArn(region, Name),
      Type: 'String',
      Version: 1,
      Tier: 'Standard',
      DataType: 'text',
    })),
    last,
  };
}

function valueOf(region: string, name: string): string | undefined {
  return imageParameters.valueIn(region, name) ?? infrastructure().values.get(name);
}

function pageOf({ level, isRecursive, after, limit }: PublicListing): PublicPage<string> {
  const names = infrastructure().below(level, isRecursive);
  const start = after === undefined ? 0 : names.findIndex((name) => name > after);
  if (start < 0) return { items: [], last: undefined };
  const items = names.slice(start, start + limit);
  const end = items.at(-1);
  const isOver = start + limit >= names.length;
  return { items, last: isOver || end === undefined ? undefined : { key: end, id: end } };
}

function shown(region: string, name: string, value: string): Parameter {
  return {
    Name: name,
    Type: 'String',
    Value: value,
    Version: 1,
    ARN: publicArn(region, name),
    DataType: 'text',
  };
}

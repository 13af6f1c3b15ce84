import type {
  OperationReference,
  OperationTypes,
  ServiceActor,
} from '../../../contract/operation.ts';
import type { ActContext } from '../../../contract/service.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Listed, Listing } from './recorded-type.ts';

/** Resources of one type that are looked at in an account and Region; further ones are not recorded. */
export const RESOURCES_MAX = 5_000;

/** An operation of another service, by its generated types. */
export type Reference<T extends OperationTypes> = OperationReference<T['input'], T['output']>;

/** Asks a service as the recorder's role, in a unit of its own. */
export type Ask = <I extends object, O>(
  reference: OperationReference<I, O>,
  input: I,
) => Promise<O>;

export const PRINCIPAL = 'config.amazonaws.com';

/** Config in its own name, for an account and Region. */
export function ownName({ account, region }: Scope): ServiceActor & { readonly sourceArn: string } {
  return { principal: PRINCIPAL, account, sourceArn: `arn:aws:config:${region}:${account}:*` };
}

/** Config acts as a role of the account; records name the session so. */
export function roleActor(roleArn: string, { account }: Scope): ServiceActor {
  return {
    principal: PRINCIPAL,
    account,
    role: { arn: roleArn, sessionName: 'AWSConfig-Describe' },
  };
}

export function askAs(context: ActContext, roleArn: string): Ask {
  const as = roleActor(roleArn, context.scope);
  const { region } = context.scope;
  return (reference, input) => context.call(reference, input, { region, as });
}

interface Pages<O, T> {
  readonly fetch: (token: string | undefined) => Promise<O>;
  readonly items: (page: O) => readonly T[] | undefined;
  readonly next: (page: O) => string | undefined;
}

/** What an operation lists. */
export interface Everything<T> {
  readonly items: readonly T[];
  /** There is more than `RESOURCES_MAX`: what is not among the items may be there all the same. */
  readonly isCut: boolean;
}

/** Everything that an operation lists, up to `RESOURCES_MAX`. */
export async function everyPage<O, T>({ fetch, items, next }: Pages<O, T>): Promise<Everything<T>> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const page: O = await fetch(token);
    all.push(...(items(page) ?? []));
    token = next(page);
  } while (token !== undefined && token !== '' && all.length < RESOURCES_MAX);
  const isOver = token === undefined || token === '';
  return { items: all.slice(0, RESOURCES_MAX), isCut: !isOver || all.length > RESOURCES_MAX };
}

/** The same listing of other things: one for each, or several, or none. */
export function listingOf<T>(
  { items, isCut }: Everything<T>,
  listed: (item: T) => Listed | readonly Listed[],
): Listing {
  return { listed: items.flatMap(listed), isCut };
}

/** An answer as JSON: times are ISO 8601. */
export function plain(answer: object): JsonObject {
  const value: JsonValue = JSON.parse(JSON.stringify(answer));
  return isJsonObject(value) ? value : {};
}

/** An answer as JSON whose member names begin with a small letter, as items of older types have them. */
export function camel(answer: object): JsonObject {
  const value = lowered(plain(answer));
  return isJsonObject(value) ? value : {};
}

function lowered(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(lowered);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      member === undefined
        ? []
        : [[name.slice(0, 1).toLowerCase() + name.slice(1), lowered(member)]],
    ),
  );
}

interface TagPair {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function tagsOf(pairs: readonly TagPair[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((pairs ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** Undefined where the service answers with one of these codes: there is none of what was asked for. */
export async function unless<T>(
  codes: readonly string[],
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServiceError && codes.includes(error.code)) return undefined;
    throw error;
  }
}

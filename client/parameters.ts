import { Cache, type CacheOptions } from './cache.ts';

/** What is used of a parameter. */
interface FoundParameter {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}

/** The part of the AWS SDK's `SSM` client that is used. */
export interface ParameterClient {
  getParameter(input: { Name: string; WithDecryption: boolean }): Promise<{
    readonly Parameter?: FoundParameter | undefined;
  }>;
  getParameters(input: { Names: string[]; WithDecryption: boolean }): Promise<{
    readonly Parameters?: readonly FoundParameter[] | undefined;
    readonly InvalidParameters?: readonly string[] | undefined;
  }>;
}

export interface CachedParameters {
  /** The value of a parameter: by its name, `name:version`, `name:label` or ARN. Errors: the client's. */
  get(name: string): Promise<string>;
  /** Values by name; what is not remembered is asked for by tens. Errors: the client's; Error that names what is missing. */
  getMany(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Asks anew, whatever is remembered. */
  refresh(name: string): Promise<string>;
  forget(name?: string): void;
}

/** AWS answers no more at once. */
const NAMES_MAX = 10;

/** Parameters, decrypted, that are asked for once in a while and not with every use. */
export function cachedParameters(
  client: ParameterClient,
  options?: CacheOptions,
): CachedParameters {
  const cache = new Cache<string>(async (name) => {
    const { Parameter } = await client.getParameter({ Name: name, WithDecryption: true });
    if (Parameter?.Value === undefined) throw new Error(`the parameter ${name} has no value`);
    return Parameter.Value;
  }, options);
  return {
    get: (name) => cache.get(name),
    getMany: (names) => getMany(client, cache, names),
    refresh: (name) => cache.refresh(name),
    forget: (name) => cache.forget(name),
  };
}

async function getMany(
  client: ParameterClient,
  cache: Cache<string>,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(names)];
  const unknown = wanted.filter((name) => cache.current(name) === undefined);
  // Names with a version or label come back without them, and ARNs as names: they are asked for one by one.
  const plain = unknown.filter((name) => !name.includes(':'));
  for (let start = 0; start < plain.length; start += NAMES_MAX) {
    await fetchTogether(client, cache, plain.slice(start, start + NAMES_MAX));
  }
  const values = await Promise.all(
    wanted.map(async (name) => [name, await cache.get(name)] as const),
  );
  return new Map(values);
}

/** What can't be had together is asked for one by one, so that old values serve where the cache allows it. */
async function fetchTogether(
  client: ParameterClient,
  cache: Cache<string>,
  names: readonly string[],
): Promise<void> {
  const asked = client.getParameters({ Names: [...names], WithDecryption: true });
  const answer = await asked.catch(() => undefined);
  const missing = answer?.InvalidParameters ?? [];
  if (missing.length > 0) throw new Error(`there are no parameters ${missing.join(', ')}`);
  for (const { Name, Value } of answer?.Parameters ?? []) {
    const name = names.find((one) => withoutSlash(one) === withoutSlash(Name ?? ''));
    if (name !== undefined && Value !== undefined) cache.put(name, Value);
  }
}

/** `/a` and `a` are one parameter. */
function withoutSlash(name: string): string {
  return name.startsWith('/') ? name.slice(1) : name;
}

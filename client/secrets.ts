import { Cache, type CacheOptions } from './cache.ts';

/** The part of the AWS SDK's `SecretsManager` client that is used. */
export interface SecretClient {
  getSecretValue(input: { SecretId: string }): Promise<{
    readonly SecretString?: string | undefined;
    readonly SecretBinary?: Uint8Array | undefined;
    readonly VersionId?: string | undefined;
  }>;
}

/** A version of a secret: text or bytes. */
export interface SecretValue {
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
  readonly versionId: string | undefined;
}

export interface CachedSecrets {
  /** The current version, by the secret's name or ARN. Errors: the client's. */
  get(id: string): Promise<SecretValue>;
  /** The text of the current version. Errors: the client's; Error where the secret has no text. */
  getText(id: string): Promise<string>;
  /** Asks anew: when a password that was rotated is refused, say. */
  refresh(id: string): Promise<SecretValue>;
  forget(id?: string): void;
}

/** Secrets that are asked for once in a while and not with every use. */
export function cachedSecrets(client: SecretClient, options?: CacheOptions): CachedSecrets {
  const cache = new Cache<SecretValue>(async (id) => {
    const { SecretString, SecretBinary, VersionId } = await client.getSecretValue({ SecretId: id });
    return { text: SecretString, bytes: SecretBinary, versionId: VersionId };
  }, options);
  return {
    get: (id) => cache.get(id),
    getText: async (id) => {
      const { text } = await cache.get(id);
      if (text === undefined) throw new Error(`the secret ${id} has no text`);
      return text;
    },
    refresh: (id) => cache.refresh(id),
    forget: (id) => cache.forget(id),
  };
}

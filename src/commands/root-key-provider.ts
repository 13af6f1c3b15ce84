import { UsageError } from '../config/up-config.ts';
import { rootKeyProvider } from '../crypto/root-key-flag.ts';
import { fileRootKey, memoryRootKey, type RootKeyProvider } from '../crypto/root-key.ts';

export interface RootKeyChoice {
  /** `file:PATH` or `passphrase`; undefined: a file beside the data directory. */
  readonly rootKey: string | undefined;
  readonly passphrase: string | undefined;
  /** Undefined: nothing outlives the process. */
  readonly dataDirectory: string | undefined;
}

/** Errors: UsageError when the flag says nothing that can be opened. */
export function rootKeyOf(choice: RootKeyChoice): RootKeyProvider {
  const { rootKey, passphrase, dataDirectory } = choice;
  if (rootKey === undefined) {
    return dataDirectory === undefined ? memoryRootKey() : fileRootKey(`${dataDirectory}.key`);
  }
  if (rootKey === 'passphrase' && (passphrase === undefined || passphrase === '')) {
    throw new UsageError('--root-key passphrase reads HOLDFAST_PASSPHRASE, which is not set');
  }
  try {
    return rootKeyProvider(rootKey, passphrase);
  } catch {
    throw new UsageError(`--root-key wants file:PATH or passphrase, not '${rootKey}'`);
  }
}

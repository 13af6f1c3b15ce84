import type { RootKeyProvider } from './root-key.ts';
import { fileRootKey, passphraseRootKey } from './root-key.ts';

/**
 * The provider that a `--root-key` names: `file:PATH` or `passphrase`.
 * Errors: an Error whose message is a sentence for the operator.
 */
export function rootKeyProvider(flag: string, passphrase: string | undefined): RootKeyProvider {
  if (flag === 'passphrase') {
    if (passphrase === undefined || passphrase === '') throw new Error('no passphrase was given');
    return passphraseRootKey(passphrase);
  }
  if (flag.startsWith('file:') && flag.length > 'file:'.length) {
    return fileRootKey(flag.slice('file:'.length));
  }
  throw new Error(`a root key is file:PATH or passphrase, not '${flag}'`);
}

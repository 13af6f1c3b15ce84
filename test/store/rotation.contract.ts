import { describe, expect, it } from 'vitest';
import type { RootKeyProvider } from '../../src/crypto/root-key.ts';
import { memoryRootKey, passphraseRootKey } from '../../src/crypto/root-key.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { scope, secrets } from './fixture.ts';

/** A place that a store is opened in, again and again. */
export interface Place {
  open(rootKey: RootKeyProvider): Promise<{ readonly store: OpenStore; close(): Promise<void> }>;
  /** Makes each change of a wrapped key fail, or lets them be again. */
  refuseKeys(isRefusing: boolean): Promise<void>;
  /** The sealed body of the document `a`, as it is at rest. */
  body(): Promise<Uint8Array>;
}

/** How every driver takes another root key. */
export function rotationContract(
  name: string,
  inPlace: (use: (place: Place) => Promise<void>) => Promise<void>,
): void {
  async function seal(
    store: OpenStore,
    id: string,
    account: string = scope.account,
  ): Promise<void> {
    const sealed = { ...scope, account };
    await store.run(async (unit) => unit.view(sealed).put(secrets, id, { count: 1 }));
  }

  async function check(place: Place, rootKey: RootKeyProvider, ids = ['a']): Promise<Buffer> {
    const { store, close } = await place.open(rootKey);
    try {
      for (const id of ids) {
        const found = await store.run((unit) => unit.view(scope).get(secrets, id));
        expect(found).toEqual({ count: 1 });
      }
      return store.sessionKey;
    } finally {
      await close();
    }
  }

  describe(name, () => {
    it('wraps the data keys anew and leaves the data alone', () =>
      inPlace(async (place) => {
        const [old, next] = [memoryRootKey(), passphraseRootKey('a passphrase')];
        const { store, close } = await place.open(old);
        await seal(store, 'a');
        const before = await place.body();
        await store.rotateRootKey(next);
        // The server goes on, with keys that it makes from now on too.
        await seal(store, 'b');
        await seal(store, 'c', '444455556666');
        const { sessionKey } = store;
        await close();
        expect(await place.body()).toEqual(before);
        await expect(place.open(old)).rejects.toThrow('root key is not the one');
        expect(await check(place, next, ['a', 'b'])).toEqual(sessionKey);
      }));

    it('that is cut short leaves both keys good, and a start with the new one ends it', () =>
      inPlace(async (place) => {
        const [old, next, other] = [memoryRootKey(), memoryRootKey(), memoryRootKey()];
        const { store, close } = await place.open(old);
        await seal(store, 'a');
        await place.refuseKeys(true);
        await expect(store.rotateRootKey(next)).rejects.toThrow('refused');
        await seal(store, 'b');
        await close();
        await place.refuseKeys(false);
        await check(place, old, ['a', 'b']);
        await expect(place.open(other)).rejects.toThrow('root key is not the one');
        await check(place, next, ['a', 'b']);
        await expect(place.open(old)).rejects.toThrow('root key is not the one');
        await check(place, next, ['a', 'b']);
      }));

    it('can be begun again, to another key', () =>
      inPlace(async (place) => {
        const [old, next, other] = [memoryRootKey(), memoryRootKey(), memoryRootKey()];
        const { store, close } = await place.open(old);
        await seal(store, 'a');
        await place.refuseKeys(true);
        await expect(store.rotateRootKey(next)).rejects.toThrow('refused');
        await place.refuseKeys(false);
        await store.rotateRootKey(other);
        await close();
        for (const gone of [old, next]) {
          await expect(place.open(gone)).rejects.toThrow('root key is not the one');
        }
        await check(place, other);
      }));

    it('changes nothing when the new key can not be had', () =>
      inPlace(async (place) => {
        const old = memoryRootKey();
        const { store, close } = await place.open(old);
        await seal(store, 'a');
        await expect(store.rotateRootKey(passphraseRootKey(''))).rejects.toThrow('is empty');
        await seal(store, 'b');
        await close();
        await check(place, old, ['a', 'b']);
      }));
  });
}

import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context } from '../../contract/operation.ts';
import { STORE_NOT_CONNECTED } from './domain/proxy-faults.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { unsupported, validation } from './errors.ts';
import {
  externalKeyInUse,
  externalKeyUnfit,
  hsmError,
  proxyError,
  storeInvalidState,
  storeNotFound,
} from './key-store-errors.ts';
import { hasKeys, keyStores, proxyUri } from './key-store-state.ts';
import { invalidConnection } from './key-stores.ts';
import type { StoreParts } from './outer-keys.ts';
import { addressOf, askOnce } from './proxy-calls.ts';
import type { KeyDocument } from './state.ts';
import type { ExternalKeyMetadata } from './xks-proxies.ts';

type Input = KmsOperations['CreateKey']['input'];

/** Refuses what can't be made in a custom key store, and a store or an external key where none belongs. */
export function assertPlaceable(input: Input, spec: string): void {
  const { Origin: origin = 'AWS_KMS', CustomKeyStoreId: storeId, XksKeyId: externalKeyId } = input;
  if (origin === 'AWS_CLOUDHSM') {
    if (storeId === undefined || externalKeyId !== undefined) {
      throw validation('Origin AWS_CLOUDHSM takes a CustomKeyStoreId, and no XksKeyId.');
    }
    if (spec !== SYMMETRIC || input.MultiRegion === true) throw unsupported();
    return;
  }
  if (origin !== 'EXTERNAL_KEY_STORE') {
    if (storeId === undefined && externalKeyId === undefined) return;
    const name = storeId === undefined ? 'XksKeyId' : 'CustomKeyStoreId';
    throw validation(`${name} is not valid for keys with Origin ${origin}.`);
  }
  if (storeId === undefined || externalKeyId === undefined) {
    throw validation('CustomKeyStoreId and XksKeyId are required for Origin EXTERNAL_KEY_STORE.');
  }
  // The id becomes a part of a path, which dots alone would lead elsewhere.
  if (/^\.{1,2}$/.test(externalKeyId)) throw validation('XksKeyId is not valid.');
  if (spec !== SYMMETRIC || input.MultiRegion === true) throw unsupported();
}

/** Where a new key belongs, if that is a custom key store: one that is connected, and an external key that can be one. */
export async function placeKey(
  { proxies }: StoreParts,
  input: Input,
  context: Context,
): Promise<KeyDocument['store']> {
  const { CustomKeyStoreId: id, XksKeyId: externalKeyId } = input;
  if (id === undefined) return undefined;
  const store = await context.view.get(keyStores, id);
  if (store === undefined) throw storeNotFound();
  context.audit.additional('customKeyStoreName', store.name);
  if (store.type !== input.Origin) {
    throw validation(`CustomKeyStoreId must name a key store of the type ${input.Origin}.`);
  }
  if (store.type === 'AWS_CLOUDHSM') {
    if (store.connection.state !== 'CONNECTED') throw invalidConnection(store);
    return { id, cluster: store.hsm.cluster, state: 'Enabled' };
  }
  if (externalKeyId === undefined) return undefined;
  if (store.connection.state !== 'CONNECTED') throw storeInvalidState(STORE_NOT_CONNECTED);
  if (await hasKeys(context.view, id, externalKeyId)) throw externalKeyInUse();
  const { proxy } = store;
  const subject = [
    'metadata',
    proxyUri(proxy),
    proxy.accessKeyId,
    proxy.secretAccessKey,
    externalKeyId,
  ];
  const found = await askOnce(context, subject, () =>
    proxies.keyMetadata(addressOf(proxy, context.call, 'CreateKey'), externalKeyId),
  );
  if (!found.ok) throw proxyError(found.fault, 'key');
  assertFit(found.value);
  return { id, externalKeyId, state: 'Enabled' };
}

/** Makes the key in its store, where that makes keys. The last step: what fails afterwards would leave it behind. */
export async function makeInStore(
  { hsms }: StoreParts,
  { id, store }: KeyDocument,
  context: Context,
): Promise<void> {
  if (store?.cluster === undefined) return;
  const found = await context.view.get(keyStores, store.id);
  if (found?.type !== 'AWS_CLOUDHSM') throw new Error(`the key store ${store.id} has no module`);
  const made = await askOnce(context, ['generate', id], () => hsms.generate(found.hsm, id));
  if (!made.ok) throw hsmError(made.fault);
}

/** What the proxy says stands in errors up to this length. */
const SHOWN_CHARACTERS_MAX = 64;

function assertFit({ spec, usage, status }: ExternalKeyMetadata): void {
  if (spec !== 'AES_256') {
    throw externalKeyUnfit(
      `The key spec of the external key must be AES_256. The key spec of specified external key is ${shown(spec)}.`,
    );
  }
  if (status !== 'ENABLED') {
    throw externalKeyUnfit(
      `The status of the external key must be ENABLED. The status of specified external key is ${shown(status)}.`,
    );
  }
  if (!usage.includes('ENCRYPT') || !usage.includes('DECRYPT')) {
    throw externalKeyUnfit(
      'The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external ' +
        `key is ${shown(usage.join(', '))}.`,
    );
  }
}

function shown(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS_MAX).replace(/[^\x20-\x7e]/g, '?');
}

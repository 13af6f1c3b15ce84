import type { CallOptions, Context } from '../../../contract/operation.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { type Instant, MINUTE_MS } from '../../../core/time.ts';
import { kmsDecrypt, requesterOf } from '../../kms/port.ts';
import type { KmsProtection } from '../state.ts';
import type { KeyHolder } from '../streams/state.ts';
import { byItself, encryptionContext, forCaller, type KeyCalls } from './kms-calls.ts';
import { kmsRefusal } from './kms-refusals.ts';
import { deriveItemKeys, type ItemKeys, unwrapKey } from './sealing.ts';

interface HeldKeys {
  readonly keys: ItemKeys;
  /** Service time. */
  readonly until: Instant;
}

const HELD_MAX = 10_000;
const HELD_MS = 5 * MINUTE_MS;

/**
 * Tables' item keys in memory. Those under a KMS key are held for five minutes from when KMS opened them, for each
 * requester by itself: what one may use another doesn't, and a key that was taken away is missed after that time.
 */
export class TableKeys {
  readonly #held = new RecencyCache<HeldKeys>(HELD_MAX);

  /** For the caller of an operation. Errors: KMS's, as DynamoDB passes them on. */
  open(context: Context, table: KeyHolder): Promise<ItemKeys> {
    return this.#opened(context, table, {
      requester: requesterOf(context.call.caller),
      options: forCaller(table),
      now: context.call.now,
    });
  }

  /** For what DynamoDB does by itself. Errors: likewise. */
  openByItself(calls: KeyCalls, table: KeyHolder, now: Instant): Promise<ItemKeys> {
    return this.#opened(calls, table, { requester: '', options: byItself(table), now });
  }

  async #opened(calls: KeyCalls, table: KeyHolder, asker: Asker): Promise<ItemKeys> {
    const { id, protection, itemKey = '' } = table;
    const name = `${id} ${protection?.grantId ?? ''} ${protection === undefined ? '' : asker.requester}`;
    const known = this.#held.get(name);
    if (known !== undefined && known.until > asker.now) return known.keys;
    if (protection === undefined) {
      const keys = deriveItemKeys(Buffer.from(itemKey, 'base64'));
      this.#held.set(name, { keys, until: Number.POSITIVE_INFINITY });
      return keys;
    }
    const keys = deriveItemKeys(await openItemKey(calls, table, protection, asker.options));
    calls.unit.onCommit(() => this.#held.set(name, { keys, until: asker.now + HELD_MS }));
    return keys;
  }
}

interface Asker {
  readonly requester: string;
  readonly options: CallOptions;
  readonly now: Instant;
}

/** The key itself, asked of KMS. */
export async function openItemKey(
  calls: KeyCalls,
  table: KeyHolder,
  { tableKey, itemKey }: KmsProtection,
  options: CallOptions,
): Promise<Buffer> {
  try {
    const { Plaintext = new Uint8Array() } = await calls.callService(
      kmsDecrypt,
      {
        CiphertextBlob: Buffer.from(tableKey, 'base64'),
        EncryptionContext: encryptionContext(table, table.name),
      },
      options,
    );
    return unwrapKey(Plaintext, table.id, itemKey);
  } catch (error) {
    throw kmsRefusal(error);
  }
}

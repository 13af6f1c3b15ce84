import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { kmsDecrypt, kmsGenerateDataKey } from '../kms/port.ts';
import { keyNotThere, keyNotUsable } from './errors.ts';
import { groupArn } from './resources.ts';
import { type DataKeyDocument, dataKeys, type GroupDocument, type GroupKey } from './state.ts';

/** KMS's answers about a key that is not there, or not in use. */
const NOT_THERE: ReadonlySet<string> = new Set([
  'NotFoundException',
  'DisabledException',
  'KMSInvalidStateException',
  'InvalidArnException',
]);

/** What calls services: an operation's context, or a job's. */
type Calls = Pick<Context, 'callService'>;

/** CloudWatch Logs asks in its own name, for the group: the key's policy has the only say. */
function ownName(scope: Scope, arn: string) {
  const principal = `logs.${scope.region}.amazonaws.com`;
  return { as: { principal, sourceArn: arn, account: scope.account } };
}

function encryptionContext(arn: string) {
  return { 'aws:logs:arn': arn };
}

/** A new data key of a group under a KMS key. Call it before anything is written. */
export async function newGroupKey(
  context: Context,
  { view, scope }: { readonly view: View; readonly scope: Scope },
  group: Pick<GroupDocument, 'id' | 'name'>,
  keyId: string,
): Promise<GroupKey> {
  const arn = groupArn(scope, group.name);
  const dataKey = await context.once(uuid);
  const made = await asked(arn, () =>
    context.callService(
      kmsGenerateDataKey,
      { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: encryptionContext(arn) },
      ownName(scope, arn),
    ),
  );
  const keyArn = made.KeyId ?? keyId;
  const wrapped = Buffer.from(made.CiphertextBlob ?? []).toString('base64');
  view.put(dataKeys, `${group.id}/${dataKey}`, { keyArn, wrapped });
  return { keyArn, dataKey };
}

/** Opens data keys of one group, each once. The clear keys live as long as the call. */
export class GroupKeys {
  readonly #calls: Calls;
  readonly #place: { readonly view: View; readonly scope: Scope };
  readonly #group: GroupDocument;
  readonly #open = new Map<string, Buffer>();

  constructor(
    calls: Calls,
    place: { readonly view: View; readonly scope: Scope },
    group: GroupDocument,
  ) {
    this.#calls = calls;
    this.#place = place;
    this.#group = group;
  }

  /** Errors: AccessDeniedException where KMS refuses, InvalidParameterException where the key is disabled or gone. */
  async open(dataKey: string): Promise<Buffer> {
    const known = this.#open.get(dataKey);
    if (known !== undefined) return known;
    const { view, scope } = this.#place;
    const document = await view.get(dataKeys, `${this.#group.id}/${dataKey}`);
    if (document === undefined) throw new Error(`the data key ${dataKey} is not there`);
    const opened = await this.#decrypt(document, groupArn(scope, this.#group.name));
    this.#open.set(dataKey, opened);
    return opened;
  }

  async #decrypt({ keyArn, wrapped }: DataKeyDocument, arn: string): Promise<Buffer> {
    const { Plaintext } = await asked(arn, () =>
      this.#calls.callService(
        kmsDecrypt,
        {
          KeyId: keyArn,
          CiphertextBlob: Buffer.from(wrapped, 'base64'),
          EncryptionContext: encryptionContext(arn),
        },
        ownName(this.#place.scope, arn),
      ),
    );
    return Buffer.from(Plaintext ?? []);
  }
}

async function asked<T>(arn: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (NOT_THERE.has(error.code)) throw keyNotThere();
    if (error.code === 'AccessDeniedException') throw keyNotUsable(arn);
    throw error;
  }
}

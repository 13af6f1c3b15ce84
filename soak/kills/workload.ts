import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-kms';
import type { Random } from '../random.ts';
import { GUEST, OWNER, REGION, type Clients, type Credentials } from './clients.ts';
import { ABSENT, type Fact, type Journal, Unanswered } from './journal.ts';
import {
  aliasTarget,
  callerOf,
  keyPolicy,
  keyState,
  keyTags,
  plaintextOf,
  tagText,
  tagsOf,
  userName,
  userPolicy,
} from './reading.ts';

interface Key {
  readonly id: string;
  readonly policy: Fact;
  readonly tags: Fact;
}

interface User {
  readonly name: string;
  readonly policy: Fact;
  /** No second key is made: nobody would know how many a call without an answer made. */
  isKeyed: boolean;
  credentials: Credentials | undefined;
}

interface Sealed {
  readonly ciphertext: Uint8Array;
  readonly plaintext: string;
  readonly tenant: string;
}

const OWN = [OWNER];
const BOTH = [OWNER, GUEST];

/** One client that makes calls, one after the other, on keys and users of its own. */
export class Worker {
  readonly #name: string;
  readonly #journal: Journal;
  readonly #random: Random;
  readonly #keys: Key[] = [];
  readonly #users: User[] = [];
  readonly #sealed: Sealed[] = [];
  #next = 0;

  constructor(name: string, journal: Journal, random: Random) {
    this.#name = name;
    this.#journal = journal;
    this.#random = random;
  }

  /** Makes calls until the server is killed. */
  async run(clients: Clients): Promise<void> {
    const acts: readonly ((clients: Clients) => Promise<unknown>)[] = [
      this.#createKey,
      this.#encrypt,
      this.#encrypt,
      this.#decrypt,
      this.#dataKey,
      this.#alias,
      this.#putPolicy,
      this.#tag,
      this.#createUser,
      this.#putUserPolicy,
      this.#accessKey,
      this.#doom,
      this.#denied,
      this.#guest,
    ];
    try {
      while (!this.#journal.isKilled) await this.#random.pick(acts).call(this, clients);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
    }
  }

  #label(): string {
    this.#next += 1;
    return `${this.#name}-${this.#next}`;
  }

  async #key(clients: Clients): Promise<Key> {
    return this.#keys.length === 0 ? this.#createKey(clients) : this.#random.pick(this.#keys);
  }

  async #createKey({ kms }: Clients): Promise<Key> {
    const Policy = policyText(this.#label());
    const id = await this.#newKey(kms, Policy);
    const policy = this.#journal.learn({
      kind: 'policy',
      id,
      read: keyPolicy(id),
      possible: [Policy],
    });
    const tags = this.#journal.learn({ kind: 'tags', id, read: keyTags(id), possible: [ABSENT] });
    const key = { id, policy, tags };
    this.#keys.push(key);
    return key;
  }

  async #newKey(kms: Clients['kms'], Policy: string): Promise<string> {
    const made = await this.#journal.attempt({
      operation: 'CreateKey',
      accounts: OWN,
      send: () => kms.send(new CreateKeyCommand({ Policy })),
    });
    const id = made?.KeyMetadata?.KeyId ?? '';
    this.#journal.learn({ kind: 'key', id, read: keyState(id), possible: ['Enabled'] });
    return id;
  }

  async #encrypt(clients: Clients): Promise<void> {
    const { id: KeyId } = await this.#key(clients);
    const tenant = this.#label();
    const Plaintext = this.#random.bytes(this.#random.between(1, 64));
    const input = { KeyId, Plaintext, EncryptionContext: { tenant } };
    const out = await this.#journal.attempt({
      operation: 'Encrypt',
      accounts: OWN,
      send: () => clients.kms.send(new EncryptCommand(input)),
    });
    this.#keep(out?.CiphertextBlob, Plaintext, tenant);
  }

  async #dataKey(clients: Clients): Promise<void> {
    const { id: KeyId } = await this.#key(clients);
    const tenant = this.#label();
    const input = { KeyId, KeySpec: 'AES_256', EncryptionContext: { tenant } } as const;
    const out = await this.#journal.attempt({
      operation: 'GenerateDataKey',
      accounts: OWN,
      send: () => clients.kms.send(new GenerateDataKeyCommand(input)),
    });
    this.#keep(out?.CiphertextBlob, out?.Plaintext, tenant);
  }

  #keep(ciphertext: Uint8Array | undefined, clear: Uint8Array | undefined, tenant: string): void {
    if (ciphertext === undefined || clear === undefined) return;
    const plaintext = Buffer.from(clear).toString('hex');
    this.#sealed.push({ ciphertext, plaintext, tenant });
    const read = plaintextOf(ciphertext, tenant);
    this.#journal.learn({ kind: 'ciphertext', id: tenant, read, possible: [plaintext] });
  }

  async #decrypt({ kms }: Clients): Promise<void> {
    if (this.#sealed.length === 0) return;
    const { ciphertext, plaintext, tenant } = this.#random.pick(this.#sealed);
    const input = { CiphertextBlob: ciphertext, EncryptionContext: { tenant } };
    const out = await this.#journal.attempt({
      operation: 'Decrypt',
      accounts: OWN,
      send: () => kms.send(new DecryptCommand(input)),
    });
    const read = Buffer.from(out?.Plaintext ?? []).toString('hex');
    if (read !== plaintext) this.#journal.fault(`${tenant} decrypts to something else`);
  }

  async #alias(clients: Clients): Promise<void> {
    const { id } = await this.#key(clients);
    const AliasName = `alias/${this.#label()}`;
    const fact = this.#journal.learn({
      kind: 'alias',
      id: AliasName,
      read: aliasTarget(AliasName),
      possible: [ABSENT],
    });
    await this.#journal.attempt({
      operation: 'CreateAlias',
      accounts: OWN,
      changes: [{ fact, to: id }],
      send: () => clients.kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: id })),
    });
  }

  async #putPolicy(clients: Clients): Promise<void> {
    const { id: KeyId, policy } = await this.#key(clients);
    const Policy = policyText(this.#label());
    await this.#journal.attempt({
      operation: 'PutKeyPolicy',
      accounts: OWN,
      changes: [{ fact: policy, to: Policy }],
      send: () => clients.kms.send(new PutKeyPolicyCommand({ KeyId, Policy })),
    });
  }

  async #tag(clients: Clients): Promise<void> {
    const { id: KeyId, tags } = await this.#key(clients);
    const [known = '', ...others] = tags.possible;
    // What a call that was not answered did is known only once it was read back.
    if (others.length > 0) return;
    const tagged = tagsOf(known);
    const name = `tag-${this.#random.between(1, 5)}`;
    const after = new Map(tagged);
    const isRemoved = tagged.has(name) && this.#random.oneIn(2);
    if (isRemoved) after.delete(name);
    else after.set(name, this.#label());
    const value = after.get(name) ?? '';
    const changes = [{ fact: tags, to: tagText([...after]) }];
    const call = { accounts: OWN, changes };
    if (isRemoved) {
      const send = () => clients.kms.send(new UntagResourceCommand({ KeyId, TagKeys: [name] }));
      await this.#journal.attempt({ ...call, operation: 'UntagResource', send });
    } else {
      const Tags = [{ TagKey: name, TagValue: value }];
      const send = () => clients.kms.send(new TagResourceCommand({ KeyId, Tags }));
      await this.#journal.attempt({ ...call, operation: 'TagResource', send });
    }
  }

  async #user(clients: Clients): Promise<User> {
    const [user] = this.#users.slice(-1);
    return user === undefined || this.#random.oneIn(10) ? this.#createUser(clients) : user;
  }

  async #createUser({ iam }: Clients): Promise<User> {
    const name = this.#label();
    const fact = this.#journal.learn({
      kind: 'user',
      id: name,
      read: userName(name),
      possible: [ABSENT],
    });
    await this.#journal.attempt({
      operation: 'CreateUser',
      accounts: OWN,
      changes: [{ fact, to: name }],
      send: () => iam.send(new CreateUserCommand({ UserName: name })),
    });
    const policy = this.#journal.learn({
      kind: 'user policy',
      id: name,
      read: userPolicy(name, 'own'),
      possible: [ABSENT],
    });
    const user: User = { name, policy, isKeyed: false, credentials: undefined };
    this.#users.push(user);
    return user;
  }

  async #putUserPolicy(clients: Clients): Promise<void> {
    const { name, policy } = await this.#user(clients);
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Sid: this.#label().replaceAll('-', ''), Effect: 'Allow', Action: 's3:*', Resource: '*' },
      ],
    });
    const input = { UserName: name, PolicyName: 'own', PolicyDocument };
    await this.#journal.attempt({
      operation: 'PutUserPolicy',
      accounts: OWN,
      changes: [{ fact: policy, to: PolicyDocument }],
      send: () => clients.iam.send(new PutUserPolicyCommand(input)),
    });
  }

  async #accessKey(clients: Clients): Promise<void> {
    const user = await this.#user(clients);
    if (user.isKeyed) return;
    user.isKeyed = true;
    const made = await this.#journal.attempt({
      operation: 'CreateAccessKey',
      accounts: OWN,
      send: () => clients.iam.send(new CreateAccessKeyCommand({ UserName: user.name })),
    });
    const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } =
      made?.AccessKey ?? {};
    user.credentials = { accessKeyId, secretAccessKey };
    this.#journal.learn({
      kind: 'access key',
      id: accessKeyId,
      read: callerOf(user.credentials),
      possible: [`arn:aws:iam::${OWNER}:user/${user.name}`],
    });
  }

  async #doom({ kms }: Clients): Promise<void> {
    const KeyId = await this.#newKey(kms, policyText(this.#label()));
    const fact = this.#journal.learn({
      kind: 'key',
      id: KeyId,
      read: keyState(KeyId),
      possible: ['Enabled'],
    });
    await this.#journal.attempt({
      operation: 'ScheduleKeyDeletion',
      accounts: OWN,
      changes: [{ fact, to: 'PendingDeletion' }],
      send: () => kms.send(new ScheduleKeyDeletionCommand({ KeyId })),
    });
  }

  async #denied(clients: Clients): Promise<void> {
    const { credentials } = this.#users.findLast((user) => user.credentials !== undefined) ?? {};
    if (credentials === undefined) return;
    const kms = clients.kmsOf(credentials);
    await this.#journal.attempt({
      operation: 'ListKeys',
      accounts: OWN,
      expects: 'AccessDeniedException',
      send: () => kms.send(new ListKeysCommand({})),
    });
  }

  /** A call of one account on a key of the other: a record for each. */
  async #guest(clients: Clients): Promise<void> {
    const { id, policy } = await this.#key(clients);
    if (policy.possible.length > 1) return;
    const tenant = this.#label();
    const Plaintext = this.#random.bytes(16);
    const KeyId = `arn:aws:kms:${REGION}:${OWNER}:key/${id}`;
    const out = await this.#journal.attempt({
      operation: 'Encrypt',
      accounts: BOTH,
      send: () =>
        clients.guest.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext: { tenant } })),
    });
    this.#keep(out?.CiphertextBlob, Plaintext, tenant);
  }
}

function policyText(Sid: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid,
        Effect: 'Allow',
        Principal: { AWS: [`arn:aws:iam::${OWNER}:root`, `arn:aws:iam::${GUEST}:root`] },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
}

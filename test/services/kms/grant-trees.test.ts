import {
  CreateGrantCommand,
  type CreateGrantCommandInput,
  DecryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { encrypt, userArn, userOf } from './grants.ts';
import { newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Context = Readonly<Record<string, string>>;
type Operation = NonNullable<CreateGrantCommandInput['Operations']>[number];

interface Constraint {
  readonly kind: 'none' | 'equals' | 'subset';
  readonly pairs: Context;
}

/** What the model knows of a grant. */
interface Known {
  readonly id: string;
  readonly grantee: number;
  readonly retiring: number | undefined;
  readonly operations: readonly Operation[];
  readonly constraint: Constraint;
}

const USERS = 4;
const OPERATIONS = ['CreateGrant', 'RetireGrant', 'Encrypt', 'Decrypt', 'GenerateDataKey'] as const;
const USES = ['Encrypt', 'Decrypt', 'GenerateDataKey'] as const;

const someone = fc.nat(USERS - 1);
const context = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2'), {
  maxKeys: 2,
  noNullPrototype: true,
});
const constraint: fc.Arbitrary<Constraint> = fc
  .record({ kind: fc.constantFrom('none', 'none', 'equals', 'subset'), pairs: context })
  .map(({ kind, pairs }) => ({ kind: Object.keys(pairs).length === 0 ? 'none' : kind, pairs }));

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      // Undefined: the key's root, whom the key policy allows everything.
      by: fc.option(someone, { nil: undefined, freq: 2 }),
      to: someone,
      retiring: fc.option(someone, { nil: undefined }),
      operations: fc.uniqueArray(fc.constantFrom(...OPERATIONS), { minLength: 2 }),
      constraint,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('use' as const),
      by: someone,
      operation: fc.constantFrom(...USES),
      context,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('retire' as const), by: someone, which: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('revoke' as const), which: fc.nat() }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const contains = (all: Context, wanted: Context): boolean =>
  Object.entries(wanted).every(([key, value]) => all[key] === value);
const isSame = (left: Context, right: Context): boolean =>
  contains(left, right) && contains(right, left);

function passes({ kind, pairs }: Constraint, used: Context): boolean {
  if (kind === 'none') return true;
  return kind === 'equals' ? isSame(used, pairs) : contains(used, pairs);
}

function isStricter(child: Constraint, parent: Constraint): boolean {
  if (parent.kind === 'none') return true;
  if (child.kind === 'none') return false;
  if (parent.kind === 'equals') return child.kind === 'equals' && isSame(child.pairs, parent.pairs);
  return contains(child.pairs, parent.pairs);
}

/** Grants as a plain list: everything is looked for in all of them. */
class Model {
  readonly grants: Known[] = [];

  mayUse(by: number, operation: Operation, used: Context): boolean {
    return this.grants.some(
      (grant) =>
        grant.grantee === by &&
        grant.operations.includes(operation) &&
        passes(grant.constraint, used),
    );
  }

  mayGrant(by: number | undefined, operations: readonly Operation[], wanted: Constraint): boolean {
    if (by === undefined) return true;
    return this.grants.some(
      (grant) =>
        grant.grantee === by &&
        grant.operations.includes('CreateGrant') &&
        operations.every((operation) => grant.operations.includes(operation)) &&
        isStricter(wanted, grant.constraint),
    );
  }

  mayRetire(by: number, grant: Known): boolean {
    if (grant.retiring === by) return true;
    return grant.grantee === by && grant.operations.includes('RetireGrant');
  }
}

/** How often users, who have nothing but grants, were allowed and refused what they tried. */
interface Count {
  allowed: number;
  refused: number;
}

interface World {
  readonly counts: Readonly<Record<'grant' | 'use' | 'retire', Count>>;
  readonly key: OwnKey;
  readonly users: readonly { readonly kms: KMSClient; readonly arn: string }[];
  readonly model: Model;
}

/** Half of the users are of the key's account, half of another; none has an identity policy. */
async function newWorld(counts: World['counts']): Promise<World> {
  const key = await newKey(server);
  const away = freshAccount();
  const users = await Promise.all(
    Array.from({ length: USERS }, async (_, index) => {
      const account = index % 2 === 0 ? key.account : away;
      const name = `user-${index}`;
      return { kms: await userOf(server, account, name), arn: userArn(account, name) };
    }),
  );
  return { counts, key, users, model: new Model() };
}

/** True: it went through. False: it was denied. Anything else is a failure. */
async function outcome(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    expect(error).toMatchObject({ name: 'AccessDeniedException' });
    return false;
  }
}

function count(counted: Count, allowed: boolean): void {
  if (allowed) counted.allowed += 1;
  else counted.refused += 1;
}

function userAt(world: World, index: number) {
  const user = world.users[index];
  if (user === undefined) throw new Error(`no user ${index}`);
  return user;
}

async function grantStep(world: World, it: Extract<Step, { do: 'grant' }>): Promise<void> {
  const { key, model } = world;
  const { kind, pairs } = it.constraint;
  const kms = it.by === undefined ? key.kms : userAt(world, it.by).kms;
  let id = '';
  const sent = kms
    .send(
      new CreateGrantCommand({
        KeyId: key.arn,
        GranteePrincipal: userAt(world, it.to).arn,
        Operations: it.operations,
        ...(it.retiring === undefined ? {} : { RetiringPrincipal: userAt(world, it.retiring).arn }),
        ...(kind === 'equals' ? { Constraints: { EncryptionContextEquals: pairs } } : {}),
        ...(kind === 'subset' ? { Constraints: { EncryptionContextSubset: pairs } } : {}),
      }),
    )
    .then(({ GrantId }) => {
      id = GrantId ?? '';
    });
  const allowed = model.mayGrant(it.by, it.operations, it.constraint);
  expect(await outcome(sent)).toBe(allowed);
  if (it.by !== undefined) count(world.counts.grant, allowed);
  if (id === '') return;
  const { to: grantee, retiring, operations, constraint: made } = it;
  model.grants.push({ id, grantee, retiring, operations, constraint: made });
}

async function useStep(world: World, it: Extract<Step, { do: 'use' }>): Promise<void> {
  const { key, model } = world;
  const { kms } = userAt(world, it.by);
  const EncryptionContext = it.context;
  const KeyId = key.arn;
  const send = async (): Promise<unknown> => {
    switch (it.operation) {
      case 'Encrypt':
        return encrypt(kms, KeyId, EncryptionContext);
      case 'GenerateDataKey':
        return kms.send(
          new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }),
        );
      case 'Decrypt': {
        const { CiphertextBlob } = await encrypt(key.kms, KeyId, EncryptionContext);
        return kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
      }
    }
  };
  const allowed = model.mayUse(it.by, it.operation, it.context);
  expect(await outcome(send())).toBe(allowed);
  count(world.counts.use, allowed);
}

async function endStep(world: World, it: Extract<Step, { which: number }>): Promise<void> {
  const { key, model } = world;
  const at = model.grants.length === 0 ? -1 : it.which % model.grants.length;
  const grant = model.grants[at];
  if (grant === undefined) return;
  const input = { KeyId: key.arn, GrantId: grant.id };
  const sent =
    it.do === 'revoke'
      ? key.kms.send(new RevokeGrantCommand(input))
      : userAt(world, it.by).kms.send(new RetireGrantCommand(input));
  const allowed = it.do === 'revoke' || model.mayRetire(it.by, grant);
  expect(await outcome(sent)).toBe(allowed);
  if (it.do === 'retire') count(world.counts.retire, allowed);
  if (allowed) model.grants.splice(at, 1);
}

test('random trees of grants: who may do what is what a plain list of grants says', async () => {
  const none = (): Count => ({ allowed: 0, refused: 0 });
  const counts = { grant: none(), use: none(), retire: none() };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 40 }), async (run) => {
      const world = await newWorld(counts);
      for (const it of run) {
        if (it.do === 'grant') await grantStep(world, it);
        else if (it.do === 'use') await useStep(world, it);
        else await endStep(world, it);
      }
    }),
    { numRuns: 10, endOnFailure: true, seed: 20_261_125 },
  );
  for (const counted of Object.values(counts)) {
    expect(counted.allowed, JSON.stringify(counts)).toBeGreaterThan(4);
    expect(counted.refused, JSON.stringify(counts)).toBeGreaterThan(4);
  }
}, 120_000);

import { createHash } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  assertNotDryRun,
  assertState,
  keyTarget,
  managesKey,
  type KeyTarget,
} from './authorization.ts';
import { addConstraints, addForAwsResource, type Conditions } from './conditions.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import type { GrantConstraints } from './domain/grant-constraints.ts';
import { grantableOn } from './domain/grant-operations.ts';
import { grantToken, newGrantHandle } from './domain/grant-token.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { limitExceeded, validation } from './errors.ts';
import { partyOf } from './grant-parties.ts';
import { type GrantDocument, grants, grantsOn, indexKey, putGrant } from './grant-state.ts';
import { sharedKeyKind } from './resources.ts';

const GRANTS_PER_KEY_MAX = 50_000;
const CONSTRAINT_PAIRS_MAX = 8;
const CONSTRAINT_CHARACTERS_MAX = 384;

type Input = KmsOperations['CreateGrant']['input'];

/** `delayMs`: how long a new grant counts only for those who bring its token, in milliseconds of service time. */
export function createCreateGrant(
  principals: PrincipalDirectory,
  delayMs: number,
): OperationOf<KmsOperations, 'CreateGrant'> {
  return {
    name: 'CreateGrant',
    access: 'write',
    authorize: managesKey('kms:CreateGrant', grantConditions, sharedKeyKind),
    handle: async (input, context) => {
      assertWellFormed(input);
      const key = await keyTarget(context, sharedKeyKind, input.KeyId);
      assertState(key, 'grants');
      assertGrantable(key, input);
      const asked = await askedFor(input, context, key, principals);
      assertNotDryRun(input);
      const grant = (await sameGrant(key, asked)) ?? (await newGrant(asked, key, context, delayMs));
      context.audit.response({ grantId: grant.id, keyId: key.arn });
      return {
        GrantId: grant.id,
        GrantToken: await context.once(() => grantToken(grant.handle)),
      };
    },
  };
}

/** What policies may say of a grant that is asked for. Its constraint stands in for an encryption context. */
function grantConditions(
  conditions: Conditions,
  input: Input,
  _key: unknown,
  { call }: ResolveContext,
): void {
  addForAwsResource(conditions, call);
  conditions.set('kms:grantoperations', [...new Set(input.Operations)]);
  const texts = {
    'kms:granteeprincipal': input.GranteePrincipal,
    'kms:granteeserviceprincipal': input.GranteeServicePrincipal,
    'kms:retiringprincipal': input.RetiringPrincipal,
    'kms:retiringserviceprincipal': input.RetiringServicePrincipal,
  };
  for (const [key, value] of Object.entries(texts)) {
    if (value !== undefined) conditions.set(key, [value]);
  }
  addConstraints(conditions, constraintsOf(input));
}

function assertWellFormed(input: Input): void {
  const { GranteePrincipal, GranteeServicePrincipal, Constraints = {} } = input;
  const { RetiringPrincipal, RetiringServicePrincipal } = input;
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = Constraints;
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined)) {
    throw validation(
      'You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.',
    );
  }
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined) {
    throw validation(
      'You can specify either RetiringPrincipal or RetiringServicePrincipal, but not both.',
    );
  }
  if (GranteeServicePrincipal !== undefined) {
    if (Constraints.SourceArn === undefined) {
      throw validation(
        'When you specify a GranteeServicePrincipal, you must also specify a SourceArn grant constraint.',
      );
    }
    if (RetiringPrincipal === undefined && RetiringServicePrincipal === undefined) {
      throw validation(
        'When you specify a GranteeServicePrincipal, you must specify either a RetiringPrincipal or a RetiringServicePrincipal.',
      );
    }
  }
  if (equals !== undefined && subset !== undefined) {
    throw validation(
      'You can specify either EncryptionContextEquals or EncryptionContextSubset, but not both.',
    );
  }
  assertPairs(equals ?? subset ?? {});
  if (input.Operations.every((operation) => operation === 'CreateGrant')) {
    throw validation('Grants must not contain only the CreateGrant operation.');
  }
}

function assertPairs(context: EncryptionContext): void {
  const pairs = Object.entries(context);
  if (pairs.length > CONSTRAINT_PAIRS_MAX) {
    throw validation(
      `A grant constraint can include up to ${CONSTRAINT_PAIRS_MAX} encryption context pairs.`,
    );
  }
  if (pairs.some(([key, value]) => key.length + value.length > CONSTRAINT_CHARACTERS_MAX)) {
    throw validation(
      `The encryption context value in a grant constraint cannot exceed ${CONSTRAINT_CHARACTERS_MAX} characters.`,
    );
  }
}

/** The constraint, and the operations, must be such as the key knows. */
function assertGrantable(key: KeyTarget, input: Input): void {
  const { spec, usage } = key.document;
  const { EncryptionContextEquals, EncryptionContextSubset } = input.Constraints ?? {};
  const isConstrained = (EncryptionContextEquals ?? EncryptionContextSubset) !== undefined;
  if (isConstrained && spec !== SYMMETRIC) {
    throw validation(
      'EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.',
    );
  }
  const grantable = grantableOn(spec, usage);
  const other = input.Operations.find((operation) => !grantable.has(operation));
  if (other !== undefined) {
    throw validation(
      `Operation ${other} is not supported by grants on keys with usage ${usage} and spec ${spec}.`,
    );
  }
}

type AskedGrant = Omit<GrantDocument, 'id' | 'created' | 'effective' | 'handle'>;

async function askedFor(
  input: Input,
  context: Context,
  key: KeyTarget,
  principals: PrincipalDirectory,
): Promise<AskedGrant> {
  const grantee = await partyOf(principals, context, {
    principal: input.GranteePrincipal,
    service: input.GranteeServicePrincipal,
  });
  const retiring = await partyOf(principals, context, {
    principal: input.RetiringPrincipal,
    service: input.RetiringServicePrincipal,
  });
  if (grantee === undefined) throw new Error('a grant without a grantee passed');
  const asked = {
    keyId: key.document.id,
    scope: key.scope,
    grantee,
    operations: [...new Set(input.Operations)],
    constraints: constraintsOf(input),
    issuer: context.call.scope.account,
    ...(retiring === undefined ? {} : { retiring }),
  };
  const { Name: name } = input;
  return name === undefined ? asked : { ...asked, name, request: digestOf(name, asked) };
}

function constraintsOf({ Constraints = {} }: Input): GrantConstraints {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = Constraints;
  const { SourceArn: sourceArn } = Constraints;
  return {
    ...(equals === undefined ? {} : { equals }),
    ...(subset === undefined ? {} : { subset }),
    ...(sourceArn === undefined ? {} : { sourceArn }),
  };
}

/** The same for the same name and parameters, in whatever order sets and maps were given. */
function digestOf(name: string, asked: AskedGrant): string {
  const { operations, constraints, grantee, retiring, issuer } = asked;
  const sorted = (context: EncryptionContext | undefined) =>
    context === undefined ? null : Object.entries(context).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    name,
    issuer,
    grantee.id,
    retiring?.id ?? null,
    operations.toSorted(),
    sorted(constraints.equals),
    sorted(constraints.subset),
    constraints.sourceArn ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The grant that the same request made before, if it had a name. */
async function sameGrant(key: KeyTarget, asked: AskedGrant): Promise<GrantDocument | undefined> {
  if (asked.request === undefined) return undefined;
  const prefix = indexKey(asked.keyId, asked.request);
  const { items } = await key.view.list(grants, { index: 'request', prefix, limit: 1 });
  return items[0]?.document;
}

async function newGrant(
  asked: AskedGrant,
  key: KeyTarget,
  context: Context,
  delayMs: number,
): Promise<GrantDocument> {
  if ((await grantsOn(key.view, asked.keyId)) >= GRANTS_PER_KEY_MAX) {
    throw limitExceeded(`The key has the most grants it may have: ${GRANTS_PER_KEY_MAX}.`);
  }
  const { now } = context.call;
  const drawn = await context.once(() => ({ id: hexId(64), handle: newGrantHandle() }));
  const grant = { ...asked, ...drawn, created: now, effective: now + delayMs };
  await putGrant(key.view, key.document, grant);
  return grant;
}

import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Decision } from '../../policy/types.ts';
import { denialText } from '../../policy/denial.ts';
import type { Scope } from '../../core/scope.ts';
import { isSecretName, newSuffix, parseSecretId, secretArn } from './domain/secret-id.ts';
import { invalidName, secretNotFound } from './errors.ts';
import { secrets, type SecretDocument } from './state.ts';

/** Stands for the suffix of a secret that does not exist: patterns that end in a star or six question marks match. */
const UNKNOWN_SUFFIX = '??????';

export function arnOf({ scope, name, suffix }: SecretDocument): string {
  return secretArn(scope, name, suffix);
}

/** A secret by name, ARN, or ARN without its suffix. Errors: ValidationException for what is no name. */
export const secretKind: ResourceKind<SecretDocument> = {
  name: 'secretsmanager:secret',
  policyMode: 'optional',
  find: async (reference, context) => {
    const named = parseSecretId(reference, context.scope);
    if (named === undefined) throw invalidName();
    const { scope, name, suffix } = named;
    const document = isHere(scope, context)
      ? await stored(scope, name, suffix, context)
      : undefined;
    return {
      arn: secretArn(scope, name, document?.suffix ?? suffix ?? UNKNOWN_SUFFIX),
      scope,
      // As it was asked for: denials repeat it.
      id: reference,
      document,
      ...(document === undefined ? { missing: secretNotFound() } : {}),
    };
  },
  policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text,
  tags: ({ document }) => document?.tags ?? {},
  conditions,
  denial,
};

/** The secret that a call would make, by its name: the ARN it would have. */
export const newSecretKind: ResourceKind<SecretDocument> = {
  name: 'secretsmanager:secret',
  policyMode: 'none',
  find: async (name, { unit, scope }) => {
    if (!isSecretName(name)) throw invalidName();
    const suffix = await unit.once(newSuffix);
    return { arn: secretArn(scope, name, suffix), scope, id: name, document: undefined };
  },
  denial,
};

/** Secrets of other accounts are found in the call's own Region alone. */
function isHere({ region }: Scope, context: FindContext): boolean {
  return region === context.scope.region;
}

async function stored(
  scope: Scope,
  name: string,
  suffix: string | undefined,
  { unit }: FindContext,
): Promise<SecretDocument | undefined> {
  const document = await unit.view(scope).get(secrets, name);
  return suffix === undefined || document?.suffix === suffix ? document : undefined;
}

const TAG = 'secretsmanager:resourcetag/';

function conditions(
  { document, arn }: Resolved<SecretDocument>,
  key: string,
): readonly string[] | undefined {
  if (document === undefined) return undefined;
  if (key.startsWith(TAG)) return tagValue(document, key.slice(TAG.length));
  switch (key) {
    case 'secretsmanager:secretid':
      return [arn];
    case 'secretsmanager:resource/allowrotationlambdaarn':
      return optional(document.rotation?.lambdaArn);
    case 'secretsmanager:secretprimaryregion':
      return [document.primaryRegion ?? document.scope.region];
    default:
      return undefined;
  }
}

/** Tag keys in condition keys are compared without regard to case. */
function tagValue({ tags }: SecretDocument, lowerCaseKey: string): readonly string[] | undefined {
  for (const [key, value] of Object.entries(tags)) {
    if (key.toLowerCase() === lowerCaseKey) return [value];
  }
  return undefined;
}

function optional(value: string | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [value];
}

/** A denial names the secret as the caller did. */
function denial(
  resource: Resolved<SecretDocument>,
  action: string,
  decision: Decision,
  context: FindContext,
): string {
  return denialText(
    {
      action,
      resource: resource.id,
      principal: context.caller.identity,
      policies: { identity: [], scps: [] },
      resourceAccount: resource.scope.account,
      resourcePolicyMode: 'optional',
      rcps: [],
      condition: () => undefined,
    },
    decision,
  );
}

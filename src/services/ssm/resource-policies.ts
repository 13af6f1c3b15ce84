import { createHash } from 'node:crypto';
import type { SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { uuid } from '../../core/ids.ts';
import type { JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { type PolicyDocument, readDocument } from '../../policy/document.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import {
  invalidPolicyParameter,
  malformedPolicy,
  policyConflict,
  policyLimitExceeded,
  policyNotFound,
  resourceNotFound,
  unbuilt,
  validation,
} from './errors.ts';
import { existingParameter } from './existing.ts';
import { parameterKind } from './resources.ts';
import { share, unshare } from './shares.ts';
import { type ParameterDocument, parameters, type ResourcePolicy } from './state.ts';

/** Source: Systems Manager API Reference, ResourcePolicyLimitExceededException. */
const POLICY_BYTES_MAX = 1_024;

/** What may be given to others. Source: Systems Manager User Guide, "Permission sets for sharing parameters". */
const DESCRIBE = 'ssm:describeparameters';
const SHAREABLE: ReadonlySet<string> = new Set([
  DESCRIBE,
  'ssm:getparameter',
  'ssm:getparameters',
  'ssm:getparameterhistory',
]);

interface OnResource {
  readonly ResourceArn: string;
}

function onResource(operation: string) {
  return async (input: OnResource, context: ResolveContext): Promise<readonly Permission[]> => {
    const arn = parseArn(input.ResourceArn);
    if (arn?.service !== 'ssm') throw validation(`Invalid resource ARN: ${input.ResourceArn}`);
    if (!arn.resource.startsWith('parameter/')) {
      throw unbuilt(operation, 'resources other than parameters, which are not built');
    }
    return [
      {
        action: `ssm:${operation}`,
        resource: await context.resolve(parameterKind, input.ResourceArn),
      },
    ];
  };
}

/** Errors: ResourceNotFoundException. Policies are their owner's alone, whatever they allow. */
async function ownParameter(context: Context, arn: string) {
  const missing = () => resourceNotFound(arn);
  const { parameter, view } = await existingParameter(context, arn, missing);
  if (parameter.scope.account !== context.call.scope.account) throw missing();
  const put = (changed: ParameterDocument): void => view.put(parameters, parameter.id, changed);
  return { parameter, put };
}

export function createPutResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<SsmOperations, 'PutResourcePolicy'> {
  return {
    name: 'PutResourcePolicy',
    access: 'write',
    authorize: onResource('PutResourcePolicy'),
    handle: async (input, context) => {
      const { parameter, put } = await ownParameter(context, input.ResourceArn);
      const held = parameter.resourcePolicy;
      assertCurrent(held, input.PolicyId, input.PolicyHash);
      if (held !== undefined && input.PolicyId === undefined) {
        throw policyLimitExceeded(1, 'PolicyCount');
      }
      if (Buffer.byteLength(input.Policy) > POLICY_BYTES_MAX) {
        throw policyLimitExceeded(POLICY_BYTES_MAX, 'PolicySize');
      }
      if (parameter.tier !== 'Advanced') {
        throw invalidPolicyParameter(
          'Only parameters of the advanced-parameter tier can be shared.',
          ['ResourceArn'],
        );
      }
      const document = readPolicy(input.Policy, input.ResourceArn);
      const resourcePolicy: ResourcePolicy = {
        id: held?.id ?? (await context.once(uuid)),
        hash: hashOf(input.Policy),
        policy: await bound(principals, context.unit, input.Policy),
        sharedWith: accountsIn(document).filter((account) => account !== parameter.scope.account),
      };
      const changed = { ...parameter, resourcePolicy };
      unshare(context.unit, parameter);
      share(context.unit, changed);
      put(changed);
      return { PolicyId: resourcePolicy.id, PolicyHash: resourcePolicy.hash };
    },
  };
}

export function createGetResourcePolicies(
  principals: PrincipalDirectory,
): OperationOf<SsmOperations, 'GetResourcePolicies'> {
  return {
    name: 'GetResourcePolicies',
    access: 'read',
    authorize: onResource('GetResourcePolicies'),
    handle: async (input, context) => {
      // One policy fits on every page, so no token was ever given out.
      if (input.NextToken !== undefined) {
        throw invalidPolicyParameter('The specified token is not valid.', ['NextToken']);
      }
      const { parameter } = await ownParameter(context, input.ResourceArn);
      const held = parameter.resourcePolicy;
      if (held === undefined) return { Policies: [] };
      const Policy = await principals.show(context.unit, held.policy);
      return { Policies: [{ PolicyId: held.id, PolicyHash: held.hash, Policy }] };
    },
  };
}

export const deleteResourcePolicy: OperationOf<SsmOperations, 'DeleteResourcePolicy'> = {
  name: 'DeleteResourcePolicy',
  access: 'write',
  authorize: onResource('DeleteResourcePolicy'),
  handle: async (input, context) => {
    const { parameter, put } = await ownParameter(context, input.ResourceArn);
    const { resourcePolicy, ...rest } = parameter;
    if (resourcePolicy === undefined) throw policyNotFound();
    assertCurrent(resourcePolicy, input.PolicyId, input.PolicyHash);
    unshare(context.unit, parameter);
    put(rest);
    return {};
  },
};

/** Whoever changes a policy names it, as it was last. */
function assertCurrent(
  held: ResourcePolicy | undefined,
  id: string | undefined,
  hash: string | undefined,
): void {
  if (id === undefined && hash === undefined) return;
  if (held === undefined || held.id !== id) throw policyNotFound();
  if (held.hash !== hash) throw policyConflict();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Well-formed, about this parameter alone, and nothing but reading. */
function readPolicy(text: string, arn: string): PolicyDocument {
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
  const json: JsonValue = JSON.parse(text);
  const document = readDocument(json);
  for (const { action, resource } of document.statements) {
    if (resource?.negated !== false || !resource.values.every((value) => value === arn)) {
      throw malformedPolicy(
        'The policy has a resource that is not the parameter it is attached to.',
      );
    }
    const isReading =
      action?.negated === false &&
      action.values.every((value) => SHAREABLE.has(value.toLowerCase()));
    if (!isReading) {
      throw malformedPolicy('The policy has an action that cannot be shared.');
    }
  }
  return document;
}

async function bound(
  principals: PrincipalDirectory,
  unit: Unit,
  text: string,
): Promise<BoundPolicy> {
  const policy = await principals.bind(unit, text);
  if ('unknown' in policy) throw malformedPolicy('Invalid principal in policy');
  return policy;
}

/** Accounts that a policy lets describe the parameter, or whose users and roles it does. Organizations are not looked into. */
function accountsIn({ statements }: PolicyDocument): readonly string[] {
  const names = statements
    .filter(({ effect }) => effect === 'Allow')
    .filter(({ action }) => action?.values.some((one) => one.toLowerCase() === DESCRIBE) === true)
    .flatMap(({ principal }) => principal?.kinds.get('AWS') ?? []);
  const accounts = names.map((name) => (/^\d{12}$/.test(name) ? name : parseArn(name)?.account));
  return [...new Set(accounts.flatMap((account) => (account ? [account] : [])))];
}

import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { invalidParameterValue, resourceNotFound } from './errors.ts';

export const LATEST = '$LATEST';
const NAME_CHARACTERS_MAX = 64;

/** What a `FunctionName` parameter says, with the qualifier that stands in it or beside it. */
export interface FunctionReference {
  readonly scope: Scope;
  readonly name: string;
  /** `$LATEST`, a version's number or an alias. Undefined: unqualified. */
  readonly qualifier: string | undefined;
}

interface Named {
  readonly FunctionName: string;
  readonly Qualifier?: string | undefined;
}

const FORM =
  /^(?:arn:[a-z-]+:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([\w.-]+)(?::([\w$.-]+))?$/;

/**
 * A function by its name, a part of its ARN, or the whole of it.
 * Errors: ResourceNotFoundException for another Region's; InvalidParameterValueException for two qualifiers.
 */
export function referenceOf(input: Named, caller: Scope): FunctionReference {
  const [, region, account, name, within] = FORM.exec(input.FunctionName) ?? [];
  if (name === undefined) {
    throw invalidParameterValue(`${input.FunctionName} is not a valid function name`);
  }
  if (region !== undefined && region !== caller.region) {
    throw resourceNotFound(
      `Functions from '${region}' are not reachable in this region ('${caller.region}')`,
    );
  }
  const { Qualifier: beside } = input;
  if (within !== undefined && beside !== undefined && within !== beside) {
    throw invalidParameterValue(
      'The derived qualifier from the function name does not match the specified qualifier.',
    );
  }
  return {
    scope: { account: account ?? caller.account, region: caller.region },
    name,
    qualifier: beside ?? within,
  };
}

/** Reads a function's ARN. Undefined: it is none. */
export function readFunctionArn(text: string): FunctionReference | undefined {
  const arn = parseArn(text);
  const [kind, name, qualifier] = arn?.resource.split(':') ?? [];
  if (arn === undefined || arn.service !== 'lambda' || kind !== 'function') return undefined;
  if (name === undefined || name === '') return undefined;
  return { scope: { account: arn.account, region: arn.region }, name, qualifier };
}

/** A new function's name. Errors: InvalidParameterValueException when it is too long. */
export function newNameOf(input: Named, caller: Scope): string {
  const { name, qualifier } = referenceOf(input, caller);
  if (name.length > NAME_CHARACTERS_MAX || qualifier !== undefined) {
    throw invalidParameterValue(
      `1 validation error detected: Value '${input.FunctionName}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
    );
  }
  return name;
}

export function functionArn({ account, region }: Scope, name: string, qualifier?: string): string {
  const tail = qualifier === undefined ? '' : `:${qualifier}`;
  return formatArn({
    partition: partitionOf(region),
    service: 'lambda',
    region,
    account,
    resource: `function:${name}${tail}`,
  });
}

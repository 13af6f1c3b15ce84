import type { ResourceKind } from '../../contract/resource.ts';
import { newName, idOf, parameterArn, parseReference } from './domain/parameter-name.ts';
import { parameterNotFound } from './errors.ts';
import { type ParameterDocument, parameters } from './state.ts';

const shared = {
  name: 'ssm:parameter',
  policyMode: 'optional',
  policy: ({ document }) => {
    const policy = document?.resourcePolicy?.policy;
    return policy?.bound?.text ?? policy?.text;
  },
  tags: ({ document }) => document?.tags ?? {},
} as const satisfies Omit<ResourceKind<ParameterDocument>, 'find'>;

/** A parameter by its name, perhaps with a version or label, or by its ARN, whoever owns it. */
export const parameterKind: ResourceKind<ParameterDocument> = {
  ...shared,
  find: async (reference, { unit, scope }) => {
    const { scope: place, id } = parseReference(reference, scope);
    const arn = parameterArn(place, id);
    // Parameters are told in their own Region alone.
    const document =
      place.region === scope.region ? await unit.view(place).get(parameters, id) : undefined;
    const missing = document === undefined ? { missing: parameterNotFound() } : {};
    return { arn, scope: place, id, document, ...missing };
  },
};

/** A parameter to be written, by its name alone. Names that can't be had are refused at once. */
export const writtenKind: ResourceKind<ParameterDocument> = {
  ...shared,
  find: async (reference, { unit, scope }) => {
    const id = idOf(newName(reference, scope));
    const document = await unit.view(scope).get(parameters, id);
    return { arn: parameterArn(scope, id), scope, id, document };
  },
};

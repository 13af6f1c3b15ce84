import type { RequestValidator } from '../../../models/apigateway/types.ts';
import { onApi } from './authorization.ts';
import { definitionOf, own, redefine, without } from './definitions.ts';
import { flag, text } from './domain/patch.ts';
import { conflict, invalidIdentifier } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { applied } from './patches.ts';
import type { Definition } from './state.ts';

function validatorOf({ validators }: Definition, id: string): RequestValidator {
  const validator = own(validators, id);
  if (validator === undefined) throw invalidIdentifier('Request Validator');
  return validator;
}

export const createRequestValidator: ApiGatewayOperation<'CreateRequestValidator'> = {
  name: 'CreateRequestValidator',
  access: 'write',
  authorize: onApi('POST', () => '/requestvalidators'),
  handle: async ({ restApiId, ...given }, context) => {
    const definition = await definitionOf(context, restApiId);
    const validator = {
      ...given,
      id: await context.once(() => randomId(6)),
      validateRequestBody: given.validateRequestBody ?? false,
      validateRequestParameters: given.validateRequestParameters ?? false,
    };
    const validators = { ...definition.validators, [validator.id]: validator };
    redefine(context.view, restApiId, definition, { validators });
    return validator;
  },
};

export const getRequestValidator: ApiGatewayOperation<'GetRequestValidator'> = {
  name: 'GetRequestValidator',
  access: 'read',
  authorize: onApi('GET', ({ requestValidatorId: id }) => `/requestvalidators/${id}`),
  handle: async ({ restApiId, requestValidatorId }, context) =>
    validatorOf(await definitionOf(context, restApiId), requestValidatorId),
};

export const getRequestValidators: ApiGatewayOperation<'GetRequestValidators'> = {
  name: 'GetRequestValidators',
  access: 'read',
  authorize: onApi('GET', () => '/requestvalidators'),
  handle: async (input, context) => {
    const { validators } = await definitionOf(context, input.restApiId);
    return pageOf(context.call, input, input.restApiId, validators);
  },
};

const RULES = [text('/name'), flag('/validateRequestBody'), flag('/validateRequestParameters')];

export const updateRequestValidator: ApiGatewayOperation<'UpdateRequestValidator'> = {
  name: 'UpdateRequestValidator',
  access: 'write',
  authorize: onApi('PATCH', ({ requestValidatorId: id }) => `/requestvalidators/${id}`),
  handle: async ({ restApiId, requestValidatorId: id, patchOperations }, context) => {
    const definition = await definitionOf(context, restApiId);
    const validator = applied(validatorOf(definition, id), patchOperations, RULES);
    const validators = { ...definition.validators, [id]: validator };
    redefine(context.view, restApiId, definition, { validators });
    return validator;
  },
};

export const deleteRequestValidator: ApiGatewayOperation<'DeleteRequestValidator'> = {
  name: 'DeleteRequestValidator',
  access: 'write',
  authorize: onApi('DELETE', ({ requestValidatorId: id }) => `/requestvalidators/${id}`),
  handle: async ({ restApiId, requestValidatorId: id }, context) => {
    const definition = await definitionOf(context, restApiId);
    validatorOf(definition, id);
    const isUsed = Object.values(definition.resources).some(({ methods }) =>
      Object.values(methods).some((method) => method.requestValidatorId === id),
    );
    if (isUsed) {
      throw conflict(`Cannot delete validator '${id}', is referenced by a method`);
    }
    redefine(context.view, restApiId, definition, {
      validators: without(definition.validators, id),
    });
    return {};
  },
};

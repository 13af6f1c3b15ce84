import type { Model } from '../../../models/apigateway/types.ts';
import { onApi } from './authorization.ts';
import { definitionOf, own, redefine, without } from './definitions.ts';
import { text } from './domain/patch.ts';
import { compileSchema } from './domain/json-schema.ts';
import { badRequest, conflict, notFound, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { applied } from './patches.ts';
import type { Definition } from './state.ts';

const SCHEMA_BYTES_MAX = 409_600;

function modelOf({ models }: Definition, name: string): Model {
  const model = own(models, name);
  if (model === undefined) throw notFound(`Invalid model name specified: ${name}`);
  return model;
}

export const createModel: ApiGatewayOperation<'CreateModel'> = {
  name: 'CreateModel',
  access: 'write',
  authorize: onApi('POST', () => '/models'),
  handle: async ({ restApiId, ...given }, context) => {
    const definition = await definitionOf(context, restApiId);
    if (!/^[A-Za-z0-9]+$/.test(given.name)) {
      throw badRequest(`Model name must be alphanumeric: ${given.name}`);
    }
    if (own(definition.models, given.name) !== undefined) {
      throw conflict('Model name already exists for this REST API');
    }
    assertSchema('CreateModel', given.schema);
    const model = { ...given, id: await context.once(() => randomId(6)) };
    const models = { ...definition.models, [given.name]: model };
    redefine(context.view, restApiId, definition, { models });
    return model;
  },
};

/** Errors: BadRequestException for what is no JSON; 501 for what bodies can't be held against. */
function assertSchema(operation: string, schema: string | undefined): void {
  if (schema === undefined || schema === '') return;
  if (Buffer.byteLength(schema) > SCHEMA_BYTES_MAX) {
    throw badRequest('Model schema must be at most 400 KB');
  }
  const compiled = compileSchema(schema);
  if ('fault' in compiled) {
    throw badRequest(
      `Invalid model specified: Validation Result: warnings : [], errors : [${compiled.fault}]`,
    );
  }
  if ('unsupported' in compiled) throw unbuilt(operation, compiled.unsupported);
}

export const getModel: ApiGatewayOperation<'GetModel'> = {
  name: 'GetModel',
  access: 'read',
  authorize: onApi('GET', ({ modelName }) => `/models/${modelName}`),
  handle: async ({ restApiId, modelName }, context) =>
    modelOf(await definitionOf(context, restApiId), modelName),
};

export const getModels: ApiGatewayOperation<'GetModels'> = {
  name: 'GetModels',
  access: 'read',
  authorize: onApi('GET', () => '/models'),
  handle: async (input, context) => {
    const { models } = await definitionOf(context, input.restApiId);
    return pageOf(context.call, input, input.restApiId, models);
  },
};

const RULES = [text('/description'), text('/schema')];

export const updateModel: ApiGatewayOperation<'UpdateModel'> = {
  name: 'UpdateModel',
  access: 'write',
  authorize: onApi('PATCH', ({ modelName }) => `/models/${modelName}`),
  handle: async ({ restApiId, modelName, patchOperations }, context) => {
    const definition = await definitionOf(context, restApiId);
    const model = applied(modelOf(definition, modelName), patchOperations, RULES);
    assertSchema('UpdateModel', model.schema);
    const models = { ...definition.models, [modelName]: model };
    redefine(context.view, restApiId, definition, { models });
    return model;
  },
};

export const deleteModel: ApiGatewayOperation<'DeleteModel'> = {
  name: 'DeleteModel',
  access: 'write',
  authorize: onApi('DELETE', ({ modelName }) => `/models/${modelName}`),
  handle: async ({ restApiId, modelName }, context) => {
    const definition = await definitionOf(context, restApiId);
    modelOf(definition, modelName);
    if (isUsed(definition, modelName)) {
      throw conflict(`Cannot delete model '${modelName}', is referenced in method request: `);
    }
    redefine(context.view, restApiId, definition, {
      models: without(definition.models, modelName),
    });
    return {};
  },
};

function isUsed({ resources }: Definition, name: string): boolean {
  return Object.values(resources).some(({ methods }) =>
    Object.values(methods).some(({ requestModels, methodResponses }) => {
      const responses = Object.values(methodResponses ?? {}).map((one) => one.responseModels);
      return [requestModels, ...responses].some((named) =>
        Object.values(named ?? {}).includes(name),
      );
    }),
  );
}

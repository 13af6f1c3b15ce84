import type { JsonValue } from '../../../core/json.ts';
import { own } from '../definitions.ts';
import { valueOf } from '../domain/fields.ts';
import { GatewayFault } from '../domain/gateway-fault.ts';
import { compileSchema, isValid } from '../domain/json-schema.ts';
import type { ApiCall } from './call.ts';

/** Holds the request against what its validator asks for. Errors: GatewayFault. */
export function assertRequest(call: ApiCall): void {
  const { snapshot, method } = call;
  const validator = own(snapshot.definition.validators, method.requestValidatorId ?? '');
  if (validator === undefined) return;
  if (validator.validateRequestParameters === true) assertParameters(call);
  if (validator.validateRequestBody === true) assertBody(call);
}

function assertParameters({ method, headers, query, parameters }: ApiCall): void {
  const missing = Object.entries(method.requestParameters ?? {})
    .filter(([, isRequired]) => isRequired)
    .map(([name]) => name.split('.').slice(2))
    .filter(([place, ...rest]) => {
      const name = rest.join('.');
      if (place === 'path') return own(parameters, name) === undefined;
      const value = place?.endsWith('header') ? valueOf(headers, name) : query.get(name)?.at(-1);
      return value === undefined || value === '';
    })
    .map(([, ...rest]) => rest.join('.'));
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw new GatewayFault(
    'BAD_REQUEST_PARAMETERS',
    `Missing required request parameters: [${names}]`,
  );
}

function assertBody(call: ApiCall): void {
  const { snapshot, method, headers, body } = call;
  const models = method.requestModels ?? {};
  const type = (valueOf(headers, 'content-type') ?? 'application/json').split(';')[0]?.trim() ?? '';
  const name = own(models, type) ?? own(models, '$default');
  const schema = own(snapshot.definition.models, name ?? '')?.schema;
  if (name === undefined || schema === undefined || schema === '') return;
  const compiled = compileSchema(schema);
  const value = readJson(body);
  const find = (reference: string): JsonValue | undefined => {
    const [, other = ''] = /\/models\/(\w+)$/.exec(reference) ?? [];
    const found = compileSchema(own(snapshot.definition.models, other)?.schema ?? '');
    return 'schema' in found ? found.schema : undefined;
  };
  const isGood =
    'schema' in compiled && value !== undefined && isValid(compiled.schema, value, find);
  if (!isGood) throw new GatewayFault('BAD_REQUEST_BODY', 'Invalid request body');
}

function readJson(body: Buffer): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}

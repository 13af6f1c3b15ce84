import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import {
  dynamicReferences,
  type DynamicReference,
  withValues,
} from '../domain/dynamic-references.ts';
import { validation } from '../errors.ts';
import type { Made, Work } from '../types/resource-type.ts';

/** Properties with what their dynamic references name, read as whoever makes the resource. Nothing of it is kept. */
export async function resolved(
  work: Work,
  properties: JsonObject,
  values: Map<string, string>,
): Promise<JsonObject> {
  const references = dynamicReferences(properties);
  if (references.length === 0) return properties;
  for (const reference of references) {
    if (!values.has(reference.text)) values.set(reference.text, await valueOf(work, reference));
  }
  const filled = withValues(properties, values);
  return isJsonObject(filled) ? filled : properties;
}

/** An attribute that only repeats a property keeps the reference that stands there: its value is kept nowhere. */
export function withoutValues(made: Made, declared: JsonObject): Made {
  if (made.attributes === undefined || dynamicReferences(declared).length === 0) return made;
  const attributes = Object.entries(made.attributes).map(([name, value]) => {
    const own = declared[name];
    return [name, dynamicReferences(own).length > 0 ? own : value] as const;
  });
  return { ...made, attributes: Object.fromEntries(attributes) };
}

async function valueOf(
  work: Work,
  { service, reference, text }: DynamicReference,
): Promise<string> {
  return service === 'secretsmanager'
    ? secretValue(work, reference, text)
    : parameterValue(work, reference, service === 'ssm-secure');
}

async function parameterValue(work: Work, reference: string, isSecure: boolean): Promise<string> {
  const [name = '', version] = reference.split(':');
  const Name = version === undefined || version === '' ? name : `${name}:${version}`;
  const { Parameter } = await work.call('ssm', 'GetParameter', { Name, WithDecryption: isSecure });
  const { Value, Type } = isJsonObject(Parameter) ? Parameter : {};
  if (!isSecure && Type === 'SecureString') {
    throw validation(`Non-secure ssm prefix was used for secure parameter: ${name}`);
  }
  return String(Value ?? '');
}

/** `id-or-arn[:SecretString[:json-key[:stage[:version]]]]`. */
const ARN = /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+)(?::(.*))?$/;

async function secretValue(work: Work, reference: string, text: string): Promise<string> {
  const [, arn, afterArn = ''] = ARN.exec(reference) ?? [];
  const [first = '', ...rest] = reference.split(':');
  const SecretId = arn ?? first;
  const [, key = '', stage = '', version = ''] = arn === undefined ? rest : afterArn.split(':');
  const { SecretString } = await work.call('secretsmanager', 'GetSecretValue', {
    SecretId,
    ...(stage === '' ? {} : { VersionStage: stage }),
    ...(version === '' ? {} : { VersionId: version }),
  });
  if (typeof SecretString !== 'string') {
    throw validation(`Secrets Manager secret ${SecretId} has no SecretString`);
  }
  if (key === '') return SecretString;
  const value = memberOf(SecretString, key);
  if (value !== undefined) return value;
  throw validation(`Could not find a value associated with JSONKey in SecretString: ${text}`);
}

function memberOf(text: string, key: string): string | undefined {
  try {
    const json: JsonValue = JSON.parse(text);
    const value = isJsonObject(json) ? json[key] : undefined;
    if (value === undefined || value === null) return undefined;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ServiceError('ValidationError', 'Could not parse SecretString JSON');
  }
}

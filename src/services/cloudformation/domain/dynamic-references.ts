import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

/** `{{resolve:service:…}}` in a value: what it names is read when its resource is made, and kept nowhere. */
export interface DynamicReference {
  /** With its braces. */
  readonly text: string;
  readonly service: 'ssm' | 'ssm-secure' | 'secretsmanager';
  /** What follows the service. */
  readonly reference: string;
}

const REFERENCE = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]*)\}\}/g;
const REFERENCES_MAX = 60;

function inText(text: string): readonly DynamicReference[] {
  return [...text.matchAll(REFERENCE)].map(([whole, service, reference = '']) => ({
    text: whole,
    service: service === 'ssm' || service === 'ssm-secure' ? service : 'secretsmanager',
    reference,
  }));
}

export function dynamicReferences(value: JsonValue | undefined): readonly DynamicReference[] {
  if (typeof value === 'string') return inText(value);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: JsonValue | undefined) => dynamicReferences(inner));
}

/** Errors: ValidationError for more references than a template may have. */
export function assertReferenceCount(template: JsonValue): void {
  const count = dynamicReferences(template).length;
  if (count <= REFERENCES_MAX) return;
  throw validation(
    `Template error: a template can have at most ${REFERENCES_MAX} dynamic references, and this one has ${count}`,
  );
}

/** The value with each reference's own value in its place. */
export function withValues(value: JsonValue, values: ReadonlyMap<string, string>): JsonValue {
  if (typeof value === 'string') {
    return value.replaceAll(REFERENCE, (whole) => values.get(whole) ?? whole);
  }
  if (Array.isArray(value)) return value.map((inner: JsonValue) => withValues(inner, values));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withValues(inner ?? null, values)]),
  );
}

/** Where `ssm-secure` may stand: the type and the path of properties. */
const SECURE_PLACES: ReadonlySet<string> = new Set([
  'AWS::IAM::User/LoginProfile.Password',
  'AWS::RDS::DBCluster/MasterUserPassword',
  'AWS::RDS::DBInstance/MasterUserPassword',
]);

/** Errors: ValidationError for a secure string where AWS allows none. */
export function assertSecurePlaces(type: string, properties: JsonValue): void {
  const visit = (value: JsonValue | undefined, path: string): void => {
    if (typeof value === 'string') {
      const isSecure = inText(value).some(({ service }) => service === 'ssm-secure');
      if (!isSecure || SECURE_PLACES.has(`${type}/${path}`)) return;
      throw validation(
        `SSM Secure reference is not supported in: [${type}/Properties/${path.replaceAll('.', '/')}]`,
      );
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      visit(inner, path === '' ? name : `${path}.${name}`);
    }
  };
  visit(properties, '');
}

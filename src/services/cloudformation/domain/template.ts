import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

export interface ResourceDeclaration {
  readonly type: string;
  readonly properties: JsonObject;
  readonly condition?: string;
  readonly dependsOn: readonly string[];
  readonly deletionPolicy: string;
  readonly updateReplacePolicy: string;
  readonly creationPolicy?: JsonObject;
  readonly hasUpdatePolicy: boolean;
  readonly metadata?: JsonObject;
}

export interface OutputDeclaration {
  readonly value: JsonValue;
  readonly description?: string;
  readonly condition?: string;
  readonly exportName?: JsonValue;
}

/** A template whose parts have the form that they must have. */
export interface Template {
  readonly description?: string;
  readonly version?: string;
  readonly transforms: readonly string[];
  readonly metadata?: JsonObject;
  readonly parameters: ReadonlyMap<string, JsonObject>;
  readonly mappings: JsonObject;
  readonly conditions: ReadonlyMap<string, JsonValue>;
  readonly rules: ReadonlyMap<string, JsonObject>;
  readonly hasHooks: boolean;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

const SECTIONS: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Hooks',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
]);
const RESOURCE_MEMBERS: ReadonlySet<string> = new Set([
  'Condition',
  'CreationPolicy',
  'DeletionPolicy',
  'DependsOn',
  'Description',
  'Metadata',
  'Properties',
  'Type',
  'UpdatePolicy',
  'UpdateReplacePolicy',
  'Version',
]);
const DELETION_POLICIES: ReadonlySet<string> = new Set([
  'Delete',
  'Retain',
  'RetainExceptOnCreate',
  'Snapshot',
]);
const RESOURCES_MAX = 500;
const PARAMETERS_MAX = 200;
const OUTPUTS_MAX = 200;
const MAPPINGS_MAX = 200;
const DESCRIPTION_BYTES_MAX = 1_024;

/** Errors: ValidationError with AWS's text. */
export function readTemplate(json: JsonObject): Template {
  const unknown = Object.keys(json).filter((name) => !SECTIONS.has(name));
  if (unknown.length > 0) {
    throw validation(`Invalid template property or properties [${unknown.join(', ')}]`);
  }
  const version = json['AWSTemplateFormatVersion'];
  if (version !== undefined && version !== '2010-09-09') {
    throw validation('Template format error: unsupported value for AWSTemplateFormatVersion.');
  }
  const description = json['Description'];
  if (description !== undefined && typeof description !== 'string') {
    throw validation('Template format error: Description must be a string.');
  }
  if (Buffer.byteLength(description ?? '') > DESCRIPTION_BYTES_MAX) {
    throw validation(
      `Template format error: Description must be less than or equal to ${DESCRIPTION_BYTES_MAX} bytes.`,
    );
  }
  const resources = section(json, 'Resources');
  assertNoNull(resources, '/Resources');
  if (Object.keys(resources).length === 0) {
    throw validation('Template format error: At least one Resources member must be defined.');
  }
  assertCount('resources', resources, RESOURCES_MAX);
  const parameters = section(json, 'Parameters');
  assertCount('parameters', parameters, PARAMETERS_MAX);
  const outputs = section(json, 'Outputs');
  assertCount('outputs', outputs, OUTPUTS_MAX);
  const mappings = section(json, 'Mappings');
  assertCount('mappings', mappings, MAPPINGS_MAX);
  const metadata = json['Metadata'];
  return {
    ...(description === undefined ? {} : { description }),
    ...(version === undefined ? {} : { version }),
    ...(isJsonObject(metadata) ? { metadata } : {}),
    transforms: transformsOf(json['Transform']),
    parameters: new Map(Object.entries(parameters).map(([name, value]) => parameter(name, value))),
    mappings,
    conditions: new Map(
      Object.entries(section(json, 'Conditions')).map(([name, value]) => [name, value ?? null]),
    ),
    hasHooks: json['Hooks'] !== undefined,
    rules: new Map(
      Object.entries(section(json, 'Rules')).map(([name, value]) => [
        name,
        objectAt(value, `[/Rules/${name}]`),
      ]),
    ),
    resources: new Map(Object.entries(resources).map(([name, value]) => resource(name, value))),
    outputs: new Map(Object.entries(outputs).map(([name, value]) => output(name, value))),
  };
}

function assertNoNull(value: JsonValue | undefined, path: string): void {
  if (value === null) throw validation(`[${path}] 'null' values are not allowed in templates`);
  if (typeof value !== 'object') return;
  for (const [name, inner] of Object.entries(value)) assertNoNull(inner, `${path}/${name}`);
}

function section(json: JsonObject, name: string): JsonObject {
  const value = json[name];
  if (value === undefined || value === null) return {};
  if (!isJsonObject(value)) {
    throw validation(`Template format error: ${name} must be an object.`);
  }
  return value;
}

function objectAt(value: JsonValue | undefined, place: string): JsonObject {
  if (!isJsonObject(value)) {
    throw validation(`Template format error: ${place} must be an object.`);
  }
  return value;
}

function assertCount(what: string, members: JsonObject, max: number): void {
  const count = Object.keys(members).length;
  if (count <= max) return;
  throw validation(
    `Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${max}`,
  );
}

function transformsOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  const listed: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return listed.map((one) => {
    const name = isJsonObject(one) ? one['Name'] : one;
    if (typeof name === 'string') return name;
    throw validation('Template format error: Transform must be a string or a list of strings.');
  });
}

const NAME = /^[a-zA-Z0-9]{1,255}$/;

function parameter(name: string, value: JsonValue | undefined): readonly [string, JsonObject] {
  if (!NAME.test(name)) {
    throw validation(`Template format error: Parameter name ${name} is non alphanumeric.`);
  }
  const declared = objectAt(value, `[/Parameters/${name}]`);
  if (typeof declared['Type'] !== 'string') {
    throw validation(`Template format error: Every Parameters object must contain a Type member.`);
  }
  return [name, declared];
}

function resource(
  name: string,
  value: JsonValue | undefined,
): readonly [string, ResourceDeclaration] {
  const place = `[/Resources/${name}]`;
  if (!NAME.test(name)) {
    throw validation(`Template format error: Resource name ${name} is non alphanumeric.`);
  }
  const declared = objectAt(value, place);
  const type = declared['Type'];
  if (typeof type !== 'string') {
    throw validation(
      `Template format error: ${place} Every Resources object must contain a Type member.`,
    );
  }
  const unknown = Object.keys(declared).find((member) => !RESOURCE_MEMBERS.has(member));
  if (unknown !== undefined) throw validation(`Invalid template resource property '${unknown}'`);
  const { Condition, CreationPolicy, Metadata } = declared;
  if (Condition !== undefined && typeof Condition !== 'string') {
    throw validation(`Template format error: ${place} Every Condition member must be a string.`);
  }
  const properties = declared['Properties'] ?? {};
  if (!isJsonObject(properties)) {
    throw validation(`Template format error: ${place} Properties must be an object.`);
  }
  const deletionPolicy = policy(declared, 'DeletionPolicy', name);
  return [
    name,
    {
      type,
      properties,
      dependsOn: dependsOn(declared['DependsOn'], place),
      deletionPolicy: deletionPolicy ?? 'Delete',
      updateReplacePolicy: policy(declared, 'UpdateReplacePolicy', name) ?? 'Delete',
      hasUpdatePolicy: declared['UpdatePolicy'] !== undefined,
      ...(Condition === undefined ? {} : { condition: Condition }),
      ...(isJsonObject(CreationPolicy) ? { creationPolicy: CreationPolicy } : {}),
      ...(isJsonObject(Metadata) ? { metadata: Metadata } : {}),
    },
  ];
}

function policy(declared: JsonObject, member: string, name: string): string | undefined {
  const value = declared[member];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || !DELETION_POLICIES.has(value)) {
    throw validation(
      `Template format error: Unrecognized ${member} ${JSON.stringify(value)} for resource ${name}`,
    );
  }
  return value;
}

function dependsOn(value: JsonValue | undefined, place: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const listed: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  return listed.map((one) => {
    if (typeof one === 'string') return one;
    throw validation(
      `Template format error: ${place} Every DependsOn value must be a string or list of strings.`,
    );
  });
}

function output(name: string, value: JsonValue | undefined): readonly [string, OutputDeclaration] {
  const declared = objectAt(value, `[/Outputs/${name}]`);
  const { Value, Description, Condition, Export } = declared;
  if (Value === undefined || Value === null) {
    throw validation(
      `Template format error: [/Outputs/${name}] Every Outputs member must contain a Value object`,
    );
  }
  const exportName = isJsonObject(Export) ? Export['Name'] : undefined;
  return [
    name,
    {
      value: Value,
      ...(typeof Description === 'string' ? { description: Description } : {}),
      ...(typeof Condition === 'string' ? { condition: Condition } : {}),
      ...(exportName === undefined ? {} : { exportName }),
    },
  ];
}

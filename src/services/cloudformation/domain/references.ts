import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';
import type { ResourceDeclaration, Template } from './template.ts';

export const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

const VARIABLE = /\$\{([^!}][^}]*)\}/g;

/** `${Name}` and `${Name.Attribute}` of a text of Fn::Sub; `${!Literal}` names nothing. */
export function variablesOf(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '']) => name.trim());
}

/** What a value names of its template: by `Ref`, and by attributes. */
export interface References {
  readonly refs: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

export function referencesOf(...values: readonly (JsonValue | undefined)[]): References {
  const refs = new Set<string>();
  const attributes = new Set<string>();
  const conditions = new Set<string>();
  const named = (variable: string): void => {
    const dot = variable.indexOf('.');
    if (dot < 0) refs.add(variable);
    else attributes.add(variable.slice(0, dot));
  };
  const visit = (value: JsonValue | undefined): void => {
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner);
      return;
    }
    if (!isJsonObject(value)) return;
    const names = Object.keys(value);
    const only = names.length === 1 ? names[0] : undefined;
    const inner = only === undefined ? undefined : value[only];
    if (only === 'Ref' && typeof inner === 'string') refs.add(inner);
    else if (only === 'Condition' && typeof inner === 'string') conditions.add(inner);
    else if (only === 'Fn::GetAtt') visitAttribute(inner, attributes, visit);
    else if (only === 'Fn::Sub') visitSub(inner, named, visit);
    else {
      if (only === 'Fn::If' && Array.isArray(inner) && typeof inner[0] === 'string') {
        conditions.add(inner[0]);
      }
      for (const below of Object.values(value)) visit(below);
    }
  };
  for (const value of values) visit(value);
  return { refs, attributes, conditions };
}

function visitAttribute(
  value: JsonValue | undefined,
  attributes: Set<string>,
  visit: (value: JsonValue | undefined) => void,
): void {
  if (typeof value === 'string') {
    attributes.add(value.split('.')[0] ?? '');
    return;
  }
  if (!Array.isArray(value)) return;
  const [id, ...rest]: readonly JsonValue[] = value;
  if (typeof id === 'string') attributes.add(id.split('.')[0] ?? '');
  for (const inner of rest) visit(inner);
}

function visitSub(
  value: JsonValue | undefined,
  named: (variable: string) => void,
  visit: (value: JsonValue | undefined) => void,
): void {
  const [text, own]: readonly (JsonValue | undefined)[] = Array.isArray(value) ? value : [value];
  const variables = isJsonObject(own) ? own : {};
  for (const inner of Object.values(variables)) visit(inner);
  if (typeof text !== 'string') return;
  for (const name of variablesOf(text)) if (!Object.hasOwn(variables, name)) named(name);
}

/** The resources that a resource needs before it can be made. */
export function dependenciesOf(
  declaration: ResourceDeclaration,
  isResource: (name: string) => boolean,
): readonly string[] {
  const { refs, attributes } = referencesOf(declaration.properties);
  const all = new Set([...declaration.dependsOn, ...refs, ...attributes]);
  return [...all].filter(isResource);
}

/** Errors: ValidationError for names of nothing, and for resources that wait for each other. */
export function assertReferences(template: Template): void {
  const { resources, parameters, conditions, outputs } = template;
  const isResource = (name: string): boolean => resources.has(name);
  const isKnown = (name: string): boolean =>
    isResource(name) || parameters.has(name) || PSEUDO_PARAMETERS.has(name);
  const missing = new Set<string>();
  for (const { properties, dependsOn } of resources.values()) {
    const { refs } = referencesOf(properties);
    for (const name of [...dependsOn.filter((one) => !isResource(one)), ...refs]) {
      if (!isKnown(name) || (dependsOn.includes(name) && !isResource(name))) missing.add(name);
    }
    assertAttributes(referencesOf(properties), isResource);
  }
  assertNone(missing, 'Resources');
  for (const { value, exportName } of outputs.values()) {
    const named = referencesOf(value, exportName);
    for (const name of named.refs) if (!isKnown(name)) missing.add(name);
    assertAttributes(named, isResource);
  }
  assertNone(missing, 'Outputs');
  for (const value of conditions.values()) {
    for (const name of referencesOf(value).refs) {
      if (parameters.has(name) || PSEUDO_PARAMETERS.has(name)) continue;
      throw validation(
        `Template format error: Unresolved dependencies [${name}]. Cannot reference resources in the Conditions block of the template`,
      );
    }
  }
  assertConditions(template);
  creationOrder(resources);
}

function assertAttributes({ attributes }: References, isResource: (name: string) => boolean): void {
  for (const name of attributes) {
    if (isResource(name)) continue;
    throw validation(
      `Template error: instance of Fn::GetAtt references undefined resource ${name}`,
    );
  }
}

function assertNone(missing: ReadonlySet<string>, block: string): void {
  if (missing.size === 0) return;
  throw validation(
    `Template format error: Unresolved resource dependencies [${[...missing].join(', ')}] in the ${block} block of the template`,
  );
}

function assertConditions({ resources, outputs, conditions }: Template): void {
  const assertKnown = (name: string | undefined, block: string): void => {
    if (name === undefined || conditions.has(name)) return;
    throw validation(
      `Template format error: Unresolved condition dependency ${name} in the ${block} block of the template`,
    );
  };
  for (const { condition, properties } of resources.values()) {
    assertKnown(condition, 'Resources');
    for (const name of ifConditions(properties)) assertKnown(name, 'Resources');
  }
  for (const { condition, value } of outputs.values()) {
    assertKnown(condition, 'Outputs');
    for (const name of ifConditions(value)) assertKnown(name, 'Outputs');
  }
  for (const value of conditions.values()) {
    for (const name of referencesOf(value).conditions) assertKnown(name, 'Conditions');
  }
}

/** Names in `Fn::If`: a member `Condition` of a property is none, such as a policy's. */
function ifConditions(value: JsonValue | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((inner: JsonValue) => ifConditions(inner));
  if (!isJsonObject(value)) return [];
  const own = value['Fn::If'];
  const name: JsonValue | undefined = Array.isArray(own) ? own[0] : undefined;
  const below = Object.values(value).flatMap((inner) => ifConditions(inner));
  return typeof name === 'string' ? [name, ...below] : below;
}

/** Logical ids so that each comes after what it needs. Errors: ValidationError for a circle. */
export function creationOrder(
  resources: ReadonlyMap<string, ResourceDeclaration>,
): readonly string[] {
  const order: string[] = [];
  const isDone = new Set<string>();
  const needs = new Map(
    [...resources].map(([name, declaration]) => [
      name,
      dependenciesOf(declaration, (other) => resources.has(other)),
    ]),
  );
  for (;;) {
    const ready = [...needs.keys()].filter(
      (name) => !isDone.has(name) && (needs.get(name) ?? []).every((one) => isDone.has(one)),
    );
    if (ready.length === 0) break;
    for (const name of ready) isDone.add(name);
    order.push(...ready);
  }
  if (order.length === resources.size) return order;
  // What only waits for a circle is no part of it.
  let circle = [...resources.keys()].filter((name) => !isDone.has(name));
  for (;;) {
    const needed = new Set(circle.flatMap((name) => needs.get(name) ?? []));
    const smaller = circle.filter((name) => needed.has(name));
    if (smaller.length === circle.length) break;
    circle = smaller;
  }
  throw validation(`Circular dependency between resources: [${circle.sort().join(', ')}]`);
}

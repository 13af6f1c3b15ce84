import { isJsonObject, type JsonObject } from '../../../core/json.ts';
import { LANGUAGE_EXTENSIONS, writtenOut } from '../domain/for-each.ts';
import { evaluate } from '../domain/intrinsics.ts';
import { assertReferences, creationOrder } from '../domain/references.ts';
import { readTemplate, type Template } from '../domain/template.ts';
import { templateOf } from '../domain/template-text.ts';
import { referredParameter } from '../domain/parameters.ts';
import { unbuilt, validation } from '../errors.ts';
import type { Definition } from '../state.ts';

export interface Parsed {
  /** After its transforms. */
  readonly json: JsonObject;
  readonly template: Template;
  /** Logical ids, each after what it needs. */
  readonly order: readonly string[];
}

// Definitions are frozen, and another one is another object.
const known = new WeakMap<Definition, Parsed>();

/** Errors: ValidationError with AWS's text. */
export function parsed(definition: Definition): Parsed {
  const found = known.get(definition);
  if (found !== undefined) return found;
  const whole = templateOf(definition.template);
  const json = transformed(whole, definition);
  const template = readTemplate(json);
  assertReferences(template);
  const made = { json, template, order: creationOrder(template.resources) };
  known.set(definition, made);
  return made;
}

/** Transforms that change nothing here: what they stand for is built in. */
const BUILT_IN: ReadonlySet<string> = new Set([LANGUAGE_EXTENSIONS]);

/** Errors: NotImplementedException for macros. */
export function assertTransforms(operation: string, names: readonly string[]): void {
  for (const name of names) {
    if (!BUILT_IN.has(name)) throw unbuilt(operation, `the transform ${name}`);
  }
}

export function transformsIn(json: JsonObject): readonly string[] {
  const value = json['Transform'];
  const listed = Array.isArray(value) ? value : [value];
  return listed.flatMap((one) => {
    const name: unknown = isJsonObject(one) ? one['Name'] : one;
    return typeof name === 'string' ? [name] : [];
  });
}

function transformed(json: JsonObject, { parameters }: Definition): JsonObject {
  if (!transformsIn(json).includes(LANGUAGE_EXTENSIONS)) return json;
  const declared = isJsonObject(json['Parameters']) ? json['Parameters'] : {};
  return writtenOut(json, (collection) => {
    const list = evaluate(collection, {
      parameter: (name) => {
        const declaration = declared[name];
        const given = parameters[name];
        if (!isJsonObject(declaration) || given === undefined) return undefined;
        return referredParameter(declaration, given);
      },
      resource: () => undefined,
      attribute: (name) => {
        throw validation(`Template error: Fn::ForEach can not use an attribute of ${name}`);
      },
      mappings: isJsonObject(json['Mappings']) ? json['Mappings'] : {},
      conditions: new Map(),
      exported: (name) => {
        throw validation(`Template error: Fn::ForEach can not import ${name}`);
      },
      zones: () => [],
    });
    if (!Array.isArray(list)) {
      throw validation('Template error: the collection of a Fn::ForEach must be a list');
    }
    return list.map(String);
  });
}

import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { internalFault } from './gateway-fault.ts';

/**
 * Mapping templates of one form: text with references to the request. Of the template language nothing else is understood:
 * directives, assignments and other methods are refused when a template is saved.
 */
export interface TemplateInput {
  readonly body: string;
  /** `$input.params('name')`: path, query, headers, in this order. */
  readonly parameter: (name: string) => string | undefined;
  readonly context: JsonObject;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** Bytes of a template. */
export const TEMPLATE_BYTES_MAX = 307_200;
/** Characters that references may put into a text. */
const OUTPUT_MAX = 10_485_760;

/**
 * A text with its references filled in. However often a template repeats what came, an answer stays an answer. Errors:
 * GatewayFault.
 */
export function filledIn(
  template: string,
  reference: RegExp,
  valueOf: (whole: string, ...groups: readonly (string | undefined)[]) => string,
): string {
  let size = 0;
  return template.replace(reference, (whole: string, ...groups: readonly string[]) => {
    const value = valueOf(whole, ...groups);
    size += value.length;
    if (size > OUTPUT_MAX) throw internalFault();
    return value;
  });
}

const REFERENCE =
  /\$(?:input\.body|input\.(json|path|params)\('([^'\n]{0,512})'\)|(context|stageVariables)\.([\w.]+))/g;

/** What in a template is not understood; undefined: it is. */
export function unknownIn(template: string): string | undefined {
  const left = template.replace(REFERENCE, '');
  const [found] =
    /\$[\w.!{]*|#(?:set|if|else|elseif|end|foreach|define|macro|stop|break|evaluate|parse|include|\{)/.exec(
      left,
    ) ?? [];
  return found;
}

/** The template with what it refers to. Errors: GatewayFault. */
export function rendered(template: string, input: TemplateInput): string {
  let read: { readonly json: JsonValue | undefined } | undefined;
  const json = (): JsonValue | undefined => {
    read ??= { json: readJson(input.body) };
    return read.json;
  };
  return filledIn(
    template,
    REFERENCE,
    (whole, method?: string, argument = '', root?: string, path = '') => {
      if (whole === '$input.body') return input.body;
      if (method === 'params') return input.parameter(argument) ?? '';
      if (method !== undefined) {
        const value = valueAt(json(), argument);
        if (method === 'json') return value === undefined ? '""' : JSON.stringify(value);
        return textOf(value);
      }
      const values: JsonObject = root === 'context' ? input.context : input.stageVariables;
      return textOf(memberOf(values, path.split('.')));
    },
  );
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function readJson(body: string): JsonValue | undefined {
  try {
    const json: JsonValue = JSON.parse(body === '' ? '{}' : body);
    return json;
  } catch {
    return undefined;
  }
}

/** `$`, `$.pets[0].name`. */
function valueAt(json: JsonValue | undefined, path: string): JsonValue | undefined {
  if (!/^\$(?:\.[\w-]+|\[\d+\])*$/.test(path)) return undefined;
  const parts = path.match(/[\w-]+/g) ?? [];
  let value: JsonValue | undefined = json;
  for (const part of parts) {
    if (Array.isArray(value)) value = value[Number(part)];
    else value = memberOf(value, [part]);
  }
  return value;
}

function memberOf(value: JsonValue | undefined, parts: readonly string[]): JsonValue | undefined {
  let found = value;
  for (const part of parts) {
    if (!isJsonObject(found) || !Object.hasOwn(found, part)) return undefined;
    found = found[part];
  }
  return found;
}

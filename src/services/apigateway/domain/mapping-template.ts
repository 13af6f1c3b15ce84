import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

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

/** The template with what it refers to. */
export function rendered(template: string, input: TemplateInput): string {
  return template.replace(
    REFERENCE,
    (whole, method?: string, argument = '', root?: string, path = '') => {
      if (whole === '$input.body') return input.body;
      if (method === 'params') return input.parameter(argument) ?? '';
      if (method !== undefined) {
        const value = valueAt(input.body, argument);
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

/** `$`, `$.pets[0].name`. */
function valueAt(body: string, path: string): JsonValue | undefined {
  let json: JsonValue;
  try {
    json = JSON.parse(body === '' ? '{}' : body);
  } catch {
    return undefined;
  }
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

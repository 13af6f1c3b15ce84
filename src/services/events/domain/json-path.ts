import { isJsonObject, type JsonValue } from '../../../core/json.ts';

type Step = { readonly name: string } | { readonly index: number } | 'all';

const STEP =
  /^(?:\.([A-Za-z0-9_\-/]+)|\.(\*)|\[([0-9]{1,6})\]|\[(\*)\]|\['([^']+)'\]|\["([^"]+)"\])/;

/** A path such as `$.detail.items[0].id`. */
export interface JsonPath {
  /** Undefined: nothing stands there. A path with a wildcard gives a list. */
  read(value: JsonValue): JsonValue | undefined;
}

/** The part of JSONPath that EventBridge reads. Undefined: it is none of it. */
export function parseJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith('$')) return undefined;
  const steps: Step[] = [];
  let rest = text.slice(1);
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (match === null) return undefined;
    const [whole, dotted, star, index, starred, single, double] = match;
    const name = dotted ?? single ?? double;
    if (name !== undefined) steps.push({ name });
    else if (index !== undefined) steps.push({ index: Number(index) });
    else if (star !== undefined || starred !== undefined) steps.push('all');
    rest = rest.slice(whole.length);
  }
  const isMany = steps.includes('all');
  return {
    read: (value) => {
      let reached: readonly JsonValue[] = [value];
      for (const step of steps) reached = reached.flatMap((one) => stepInto(one, step));
      return isMany ? reached : reached[0];
    },
  };
}

function stepInto(value: JsonValue, step: Step): readonly JsonValue[] {
  if (step === 'all') {
    if (Array.isArray(value)) return value;
    return isJsonObject(value) ? Object.values(value).filter((one) => one !== undefined) : [];
  }
  if ('index' in step) {
    const entry: JsonValue | undefined = Array.isArray(value) ? value[step.index] : undefined;
    return entry === undefined ? [] : [entry];
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, step.name)) return [];
  const member = value[step.name];
  return member === undefined ? [] : [member];
}

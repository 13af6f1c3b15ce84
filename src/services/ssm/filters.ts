import type { ParameterStringFilter } from '../../../models/ssm/types.ts';
import { idOf, levelOf } from './domain/parameter-name.ts';
import { invalidFilterValue, validation } from './errors.ts';
import type { ParameterDocument } from './state.ts';

/** A filter that was found right. */
export interface Filter {
  /** `tag:owner` or the name of an attribute. */
  readonly key: string;
  readonly option: string;
  /** Of `Path` the levels' ids, of `Name` without leading slashes. Empty only for tags: any value. */
  readonly values: readonly string[];
}

type Rules = ReadonlyMap<string, readonly string[]>;

const BY_TEXT = ['BeginsWith', 'Equals'] as const;

/** Keys of DescribeParameters with their options, in the order in which AWS lists them. */
export const DESCRIBED: Rules = new Map<string, readonly string[]>([
  ['Path', ['Recursive', 'OneLevel']],
  ['Name', [...BY_TEXT, 'Contains']],
  ['Type', BY_TEXT],
  ['KeyId', BY_TEXT],
  ['Tier', BY_TEXT],
  ['DataType', BY_TEXT],
]);

/** Keys of GetParametersByPath. */
export const BY_PATH: Rules = new Map<string, readonly string[]>([
  ['Type', BY_TEXT],
  ['KeyId', BY_TEXT],
  ['Label', ['Equals']],
]);

/** As AWS's texts list them. */
const TOLD: ReadonlyMap<Rules, string> = new Map([
  [DESCRIBED, 'Path, Name, Type, KeyId, Tier'],
  [BY_PATH, 'Type, KeyId'],
]);

const ENUMERATED: ReadonlyMap<string, readonly string[]> = new Map([
  ['Type', ['String', 'StringList', 'SecureString']],
  ['Tier', ['Standard', 'Advanced', 'Intelligent-Tiering']],
]);

const RESERVED =
  'Filters for common parameters can\'t be prefixed with "aws" or "ssm" (case-insensitive). When ' +
  'using global parameters, please specify within a global namespace.';

/** Errors: ValidationException of AWS's wording, InvalidFilterValue. */
export function readFilters(
  given: readonly ParameterStringFilter[] | undefined,
  rules: Rules,
): readonly Filter[] {
  const filters = (given ?? []).map((filter) => readFilter(filter, rules));
  const seen = new Set<string>();
  for (const { key } of filters) {
    if (seen.has(key)) {
      throw validation(
        `The following filter is duplicated in the request: ${key}. A request can contain only ` +
          'one occurrence of a specific filter.',
      );
    }
    seen.add(key);
  }
  return filters;
}

function readFilter({ Key, Option, Values = [] }: ParameterStringFilter, rules: Rules): Filter {
  const isTag = Key.startsWith('tag:') && rules === DESCRIBED;
  const options = isTag ? ['Equals'] : rules.get(Key);
  if (options === undefined) {
    throw validation(
      `The following filter key is not valid: ${Key}. Valid filter keys include: [${TOLD.get(rules)}].`,
    );
  }
  const option = Option ?? (Key === 'Path' ? 'OneLevel' : 'Equals');
  if (!options.includes(option)) throw invalidOption(option, isTag ? BY_TEXT : options);
  if (Values.length === 0 && !isTag) {
    throw invalidFilterValue(
      `The following filter values are missing : null for filter key ${Key}.`,
    );
  }
  return { key: Key, option, values: Values.map((value) => readValue(Key, value)) };
}

function readValue(key: string, value: string): string {
  const enumerated = ENUMERATED.get(key);
  if (enumerated !== undefined && !enumerated.includes(value)) {
    throw invalidFilterValue(
      `The following filter value is not valid: ${value}. Valid values include: [${enumerated.join(', ')}].`,
    );
  }
  if (key !== 'Path' && key !== 'Name') return value;
  if (/^\/?(?:aws|ssm)/i.test(value)) throw validation(RESERVED);
  return key === 'Path' ? levelOf(value) : idOf(value);
}

function invalidOption(option: string, options: readonly string[]) {
  const told = options.filter((one) => one !== 'Contains').join(', ');
  return validation(
    `The following filter option is not valid: ${option}. Valid options include: [${told}].`,
  );
}

/** Every filter holds, each by any of its values. */
export function satisfies(parameter: ParameterDocument, filters: readonly Filter[]): boolean {
  return filters.every((filter) => holds(parameter, filter));
}

function holds(parameter: ParameterDocument, { key, option, values }: Filter): boolean {
  if (key.startsWith('tag:')) {
    const name = key.slice('tag:'.length);
    const tag = Object.hasOwn(parameter.tags, name) ? parameter.tags[name] : undefined;
    return tag !== undefined && (values.length === 0 || values.includes(tag));
  }
  const { id } = parameter;
  if (key === 'Path') return values.some((level) => standsOn(id, level, option === 'Recursive'));
  // Which of its versions has the label is asked of GetParametersByPath alone.
  if (key === 'Label') return values.some((label) => Object.hasOwn(parameter.labels, label));
  const attribute = attributeOf(parameter, key);
  return attribute !== undefined && values.some((value) => fits(attribute, value, option));
}

function attributeOf(parameter: ParameterDocument, key: string): string | undefined {
  switch (key) {
    case 'Name':
      return parameter.id;
    case 'Type':
      return parameter.type;
    case 'KeyId':
      return parameter.keyId;
    case 'Tier':
      return parameter.tier;
    case 'DataType':
      return parameter.dataType;
    default:
      return undefined;
  }
}

function fits(text: string, value: string, option: string): boolean {
  if (option === 'BeginsWith') return text.startsWith(value);
  return option === 'Contains' ? text.includes(value) : text === value;
}

function standsOn(id: string, level: string, isRecursive: boolean): boolean {
  const prefix = level === '' ? '' : `${level}/`;
  if (!id.startsWith(prefix)) return false;
  return isRecursive || !id.slice(prefix.length).includes('/');
}

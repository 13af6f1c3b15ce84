// The compact model → TypeScript types: every shape an operation reaches, required members as required properties.

const SCALARS = {
  string: 'string',
  boolean: 'boolean',
  byte: 'number',
  short: 'number',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  bigInteger: 'number',
  bigDecimal: 'number',
  timestamp: 'Date',
  document: 'JsonValue',
};

export function typeScript(model) {
  const reached = reachedShapes(model);
  const named = [...reached]
    .filter((name) => isNamed(model.shapes[name]))
    .sort((a, b) => (a < b ? -1 : 1));
  const declared = new Map(named.map((name) => [name, typeName(name)]));
  const body = named.map((name) => declaration(model, name, declared)).join('\n');
  const imports = [];
  if (/\bJsonValue\b/.test(body))
    imports.push(`import type { JsonValue } from '../../src/core/json.ts';`);
  if (/\bByteStream\b/.test(body))
    imports.push(`import type { ByteStream } from '../../src/model/types.ts';`);
  const head = `// Generated from the API model of ${model.sdkId}; see scripts/generate-models.`;
  return `${[head, ...imports, '', body, operations(model, declared)].join('\n')}`;
}

function isNamed(shape) {
  return shape.t === 'structure' || shape.t === 'union' || shape.enum !== undefined;
}

/** Names that TypeScript or the imports need for themselves. */
const TAKEN = new Set([
  'Date',
  'Record',
  'Uint8Array',
  'JsonValue',
  'ByteStream',
  'Map',
  'Array',
  'Object',
  'String',
  'Boolean',
  'Number',
  'Function',
  'Symbol',
  'Error',
]);

function typeName(name) {
  const clean = name.replace(/[^A-Za-z0-9_]/g, '_');
  const upper = clean[0].toUpperCase() + clean.slice(1);
  return TAKEN.has(upper) || upper !== clean ? `${upper}Shape` : upper;
}

function reachedShapes(model) {
  const reached = new Set();
  const visit = (name) => {
    if (name === undefined || reached.has(name)) return;
    reached.add(name);
    const shape = model.shapes[name];
    for (const member of Object.values(shape.m ?? {})) visit(member.s);
    visit(shape.of);
    visit(shape.key);
    visit(shape.val);
  };
  for (const operation of Object.values(model.operations)) {
    visit(operation.in);
    visit(operation.out);
  }
  return reached;
}

function declaration(model, name, declared) {
  const shape = model.shapes[name];
  const own = declared.get(name);
  if (shape.enum !== undefined) {
    return `export type ${own} = ${shape.enum.map((value) => JSON.stringify(value)).join(' | ')};`;
  }
  const members = Object.entries(shape.m).map(([member, target]) => {
    const required = target.req === 1 && shape.t === 'structure';
    const type = typeOf(model, target.s, declared, target.stream === 1);
    const key = /^[A-Za-z_$][\w$]*$/.test(member) ? member : JSON.stringify(member);
    return required ? `  readonly ${key}: ${type};` : `  readonly ${key}?: ${type} | undefined;`;
  });
  return `export interface ${own} {\n${members.join('\n')}${members.length > 0 ? '\n' : ''}}`;
}

function typeOf(model, name, declared, streaming) {
  const known = declared.get(name);
  if (known !== undefined) return known;
  const shape = model.shapes[name];
  switch (shape.t) {
    case 'list':
      return `readonly (${typeOf(model, shape.of, declared, false)})[]`;
    case 'map': {
      const value = typeOf(model, shape.val, declared, false);
      return `{ readonly [key: string]: ${value} }`;
    }
    case 'blob':
      return streaming || shape.stream === 1 ? 'ByteStream' : 'Uint8Array';
    default:
      return SCALARS[shape.t] ?? 'string';
  }
}

function operations(model, declared) {
  const name = model.id
    .split('-')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('');
  const nothing = 'Readonly<Record<string, never>>';
  const lines = Object.entries(model.operations).map(([operation, { in: input, out: output }]) => {
    const type = (shape) => (shape === undefined ? nothing : (declared.get(shape) ?? nothing));
    return `  readonly ${operation}: { readonly input: ${type(input)}; readonly output: ${type(output)} };`;
  });
  return `\nexport interface ${name}Operations {\n${lines.join('\n')}\n}\n`;
}

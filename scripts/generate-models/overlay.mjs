// Adds to botocore's model what a newer `@aws-sdk/client-*` package knows: operations, members, enum values.
import { build } from 'esbuild';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SIMPLE = {
  0: 'string',
  1: 'integer',
  2: 'boolean',
  4: 'timestamp',
  15: 'document',
  21: 'blob',
};

/**
 * Merges the static schemas of `name`, installed as a pinned development dependency, into `raw`. `constraints` are
 * what the schemas leave out: by member name, the string traits of members that botocore does not know yet.
 */
export async function overlayPackage(raw, { package: name, constraints = {} }, root) {
  const base = join(root, 'node_modules', name);
  const schemas = await readSchemas(join(base, 'dist-es/schemas/schemas_0.js'), root);
  const enums = addEnums(raw, readFileSync(join(base, 'dist-types/models/enums.d.ts'), 'utf8'));
  const operations = schemas.filter((schema) => Array.isArray(schema) && schema[0] === 9);
  for (const [, , operation, , input, output] of operations) {
    if (raw.operations[operation] !== undefined) continue;
    raw.operations[operation] = {
      name: operation,
      http: { method: 'POST', requestUri: '/' },
      input: { shape: addStructure(raw, input()) },
      output: { shape: addStructure(raw, output()) },
      errors: errorsOf(base, operation, raw),
    };
  }
  for (const schema of schemas) {
    if (Array.isArray(schema) && schema[0] === 3) overlayMembers(raw, schema, constraints);
  }
  for (const added of enums) if (!isUsed(raw, added)) delete raw.shapes[added];
}

function isUsed(raw, name) {
  return Object.values(raw.shapes).some(({ members = {} }) =>
    Object.values(members).some(({ shape }) => shape === name),
  );
}

async function readSchemas(file, root) {
  const stub = {
    name: 'stub',
    setup(builder) {
      builder.onResolve(
        { filter: /smithy\/core\/schema|models\/errors|ServiceException/ },
        (args) => ({
          path: args.path,
          namespace: 'stub',
        }),
      );
      builder.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
        contents: 'exports.TypeRegistry = class { registerError() {} };',
        loader: 'js',
      }));
    },
  };
  const bundled = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    absWorkingDir: root,
    plugins: [stub],
  });
  const temporary = join(mkdtempSync(join(tmpdir(), 'holdfast-models-')), 'schemas.mjs');
  writeFileSync(temporary, bundled.outputFiles[0].contents);
  return Object.values(await import(pathToFileURL(temporary).href));
}

/** Members a known structure has gained, and those it no longer requires. */
function overlayMembers(raw, [, , name, , members = [], types = [], required = 0], constraints) {
  const known = raw.shapes[name];
  if (known?.members === undefined) return;
  members.forEach((member, position) => {
    if (known.members[member] !== undefined) return;
    const constrained = constraints[member];
    known.members[member] = {
      shape:
        constrained === undefined
          ? addType(raw, types[position], member)
          : addConstrained(raw, member, constrained),
    };
  });
  const stillRequired = new Set(members.slice(0, required));
  if (known.required === undefined) return;
  known.required = known.required.filter((member) => stillRequired.has(member));
}

function addConstrained(raw, member, traits) {
  const name = `${member}Type`;
  raw.shapes[name] ??= { type: 'string', ...traits };
  return name;
}

function addStructure(raw, schema) {
  const [, , name, , members = [], types = [], required = 0] = schema;
  if (raw.shapes[name] !== undefined) return name;
  raw.shapes[name] = { type: 'structure', required: members.slice(0, required), members: {} };
  members.forEach((member, position) => {
    const own = `${name}${member}`;
    const isEnum = raw.shapes[own]?.enum !== undefined;
    const shape = isEnum ? own : addType(raw, types[position], member);
    raw.shapes[name].members[member] = { shape };
  });
  return name;
}

function addType(raw, type, member) {
  if (typeof type === 'function') return addType(raw, type(), member);
  if (Array.isArray(type) && type.length === 2) return addType(raw, type[0], member);
  if (Array.isArray(type)) return addNamed(raw, type);
  if (type >= 64) return sharedShape(raw, member, type);
  return simpleShape(raw, member, SIMPLE[type] ?? 'string');
}

/**
 * A member of the same name elsewhere in the model has the shape: `KeyId`, `GrantTokens`, `DryRun`. A list that is
 * named nowhere holds what its singular is.
 */
function sharedShape(raw, member, type) {
  const known = shapeOfMember(raw, member);
  if (known !== undefined) return known;
  const entry = shapeOfMember(raw, member.replace(/s$/, ''));
  if ((type & LIST) === 0 || entry === undefined) {
    throw new Error(`no shape for ${member} of type ${type}`);
  }
  const name = `${member}Type`;
  raw.shapes[name] = { type: 'list', member: { shape: entry } };
  return name;
}

const LIST = 64;

function shapeOfMember(raw, member) {
  for (const shape of Object.values(raw.shapes)) {
    const found = shape.members?.[member];
    if (found !== undefined) return found.shape;
  }
  return undefined;
}

function simpleShape(raw, member, type) {
  for (const shape of Object.values(raw.shapes)) {
    const found = shape.members?.[member];
    if (found !== undefined && raw.shapes[found.shape]?.type === type) return found.shape;
  }
  const name = `${member}Type`;
  raw.shapes[name] ??= { type };
  return name;
}

function addNamed(raw, schema) {
  const [kind, , name, traits] = schema;
  if (raw.shapes[name] !== undefined) return name;
  if (kind === 3) return addStructure(raw, schema);
  if (kind === 1) {
    const member = { shape: addType(raw, schema[4], name.replace(/s$/, '')) };
    raw.shapes[name] = { type: 'list', member };
    return name;
  }
  const sensitive = typeof traits === 'number' && (traits & 8) !== 0;
  raw.shapes[name] = { type: SIMPLE[schema[4]] ?? 'string', ...(sensitive ? { sensitive } : {}) };
  return name;
}

function errorsOf(base, operation, raw) {
  const text = readFileSync(join(base, `dist-types/commands/${operation}Command.d.ts`), 'utf8');
  const names = [...text.matchAll(/@throws \{@link (\w+)\}/g)].map((match) => match[1]);
  return [...new Set(names)]
    .filter((name) => raw.shapes[name] !== undefined)
    .map((shape) => ({ shape }));
}

/**
 * `export declare const KeySpec: { readonly ML_KEM_512: "ML_KEM_512"; … }`: values known enums have gained, and enums that
 * are new, whose names it gives.
 */
function addEnums(raw, text) {
  const added = [];
  for (const [, name, body] of text.matchAll(/export declare const (\w+): \{([^}]*)\}/g)) {
    const values = [...body.matchAll(/: "([^"]*)"/g)].map((match) => match[1]);
    const shape = raw.shapes[name];
    if (shape === undefined) {
      raw.shapes[name] = { type: 'string', enum: values };
      added.push(name);
    } else if (shape.enum !== undefined) {
      shape.enum = [...shape.enum, ...values.filter((value) => !shape.enum.includes(value))];
    }
  }
  return added;
}

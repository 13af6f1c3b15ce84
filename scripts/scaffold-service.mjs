// Makes the folder of a service and its first test from the API model: npm run scaffold-service -- secretsmanager
// Everything in it answers 501 until it is built. Nothing that exists is touched.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HELP = `npm run scaffold-service -- ID

Makes src/services/ID/ and test/services/ID/service.test.ts from models/ID: every operation of the model in
notImplemented, the errors that most operations share, an empty state. Prints what is left to do by hand.
`;
/** Longer lists would outgrow a file. */
const LINES_PER_LIST_MAX = 250;
const ERRORS_MAX = 40;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [id, ...more] = process.argv.slice(2);

if (id === '--help' || id === '-h') {
  process.stdout.write(HELP);
} else {
  const refusal = refusalOf(id, more);
  if (refusal === undefined) scaffold(id);
  else {
    process.stderr.write(`${refusal}\n`);
    process.exitCode = 2;
  }
}

function refusalOf(wanted, rest) {
  const modelled = JSON.parse(readFileSync(join(root, 'models', 'index.json'), 'utf8')).map(
    (entry) => entry.id,
  );
  const built = readdirSync(join(root, 'src', 'services'));
  const free = modelled.filter((one) => !built.includes(one)).sort();
  const choice = `Choose one of: ${free.join(', ')}.`;
  if (wanted === undefined || rest.length > 0)
    return `scaffold-service wants one service id. ${choice}`;
  if (!modelled.includes(wanted)) return `There is no model of a service '${wanted}'. ${choice}`;
  if (built.includes(wanted)) return `src/services/${wanted} exists already. ${choice}`;
  const test = join('test', 'services', wanted);
  return existsSync(join(root, test)) ? `${test} exists already; take it away first.` : undefined;
}

function scaffold(service) {
  const model = JSON.parse(readFileSync(join(root, 'models', service, 'model.json'), 'utf8'));
  const folder = join('src', 'services', service);
  const test = join('test', 'services', service);
  const files = {
    [join(folder, 'service.ts')]: serviceFile(model),
    [join(folder, 'unbuilt.ts')]: unbuiltFile(model),
    [join(folder, 'state.ts')]: stateFile(model),
    [join(folder, 'errors.ts')]: errorsFile(model),
    [join(folder, 'README.md')]: readme(model),
    [join(test, 'service.test.ts')]: testFile(model),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const formatted = Object.keys(files).filter((path) => path.endsWith('.ts'));
  const biome = join(root, 'node_modules', '.bin', 'biome');
  execFileSync(biome, ['format', '--write', ...formatted], { cwd: root, stdio: 'ignore' });
  process.stdout.write(nextSteps(model, Object.keys(files)));
}

function nextSteps(model, paths) {
  const name = constantOf(model.id);
  return `${paths.map((path) => `made ${path}`).join('\n')}

Left to do:
  1. src/services/registry.ts: import { ${name} } from './${model.id}/service.ts';
     and one line in its list:  ${name},
  2. npm run coverage-table
  3. npm install -D -E the service's @aws-sdk/client-… in the version its model was made from
     (scripts/generate-models/), and call it in the tests.
  4. Build an operation: declare it in the file of its noun, list it in service.ts, take its name out of unbuilt.ts.
`;
}

/** `access-analyzer` → `accessAnalyzerService`. */
function constantOf(service) {
  return `${service.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Service`;
}

function serviceFile(model) {
  return `import type { Service } from '../../contract/service.ts';
import { collections } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** ${model.sdkId}. */
export const ${constantOf(model.id)}: Service = {
  id: '${model.id}',
  principal: '${model.endpointPrefix}.amazonaws.com',
  operations: [],
  notImplemented,
  collections,
  jobs: [],
${denials(model.protocols)}};
`;
}

/** How the service spells a denial and a broken constraint: it goes with the protocol. */
function denials(protocols) {
  if (protocols.includes('awsQuery')) {
    return "  denialCode: { code: 'AccessDenied', status: 403 },\n  validationCode: 'ValidationError',\n";
  }
  if (protocols.includes('ec2Query')) {
    return "  denialCode: { code: 'UnauthorizedOperation', status: 403 },\n  encodesDenials: true,\n";
  }
  if (protocols.includes('restXml'))
    return "  denialCode: { code: 'AccessDenied', status: 403 },\n";
  if (protocols.includes('restJson1')) {
    return "  denialCode: { code: 'AccessDeniedException', status: 403 },\n";
  }
  return '';
}

function unbuiltFile(model) {
  const names = Object.keys(model.operations).sort();
  const list =
    names.length > LINES_PER_LIST_MAX
      ? `\`\n${wrapped(names)}\n\`\n  .trim()\n  .split(/\\s+/)`
      : `[${names.map((name) => `'${name}'`).join(', ')}]`;
  return `const REASON = '${model.sdkId.replaceAll("'", "\\'")} is not built yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  ${list}.map((name) => [name, REASON]),
);
`;
}

function wrapped(words) {
  const lines = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + word.length > 98) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function stateFile(model) {
  return `import type { AnyCollection } from '../../contract/service.ts';

/** What ${model.sdkId} stores: a collection for each noun, with its shape's number and upgrades. Nothing yet. */
export const collections: readonly AnyCollection[] = [];
`;
}

/** The client errors that most operations may answer, as constructors. The model knows their status. */
function errorsFile(model) {
  const uses = new Map();
  for (const { errors = [] } of Object.values(model.operations)) {
    for (const name of errors) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const shapes = [...uses]
    .filter(([name]) => model.shapes[name]?.err?.[0] === 0)
    .sort(([left, uses1], [right, uses2]) => uses2 - uses1 || left.localeCompare(right))
    .slice(0, ERRORS_MAX)
    .map(([name]) => name)
    .sort((left, right) => left.localeCompare(right));
  if (shapes.length === 0) {
    return `import { ServiceError } from '../../core/errors.ts';

/** The model has no errors: their codes stand in AWS's documentation. */
export function invalidParameterValue(text: string): ServiceError {
  return new ServiceError('InvalidParameterValue', text);
}
`;
  }
  const functions = shapes.map((name) => {
    const code = model.shapes[name].code ?? name;
    return `export function ${functionName(name)}(text: string): ServiceError {
  return new ServiceError('${code}', text);
}`;
  });
  return `import { ServiceError } from '../../core/errors.ts';

/** ${model.sdkId}'s modelled errors. Give each AWS's own text, and take away what is never thrown. */
${functions.join('\n\n')}
`;
}

/** `KMSInvalidStateException` → `kmsInvalidState`. */
function functionName(shape) {
  const bare = shape.replace(/(Exception|Fault)$/, '') || shape;
  return bare.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
}

function readme(model) {
  const count = Object.keys(model.operations).length;
  return `# ${model.sdkId}

Nothing is built yet: all ${count} operations answer 501 with their names, after authentication (\`unbuilt.ts\`).

* \`service.ts\` first, then \`state.ts\`, \`resources.ts\`, and one file per noun. \`domain/\` is pure.
* What differs from AWS, and why, is told here.
`;
}

function testFile(model) {
  const count = Object.keys(model.operations).length;
  const name = constantOf(model.id);
  return `import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { ${name} } from '../../../src/services/${model.id}/service.ts';

test('${model.id}: each of the model\\'s ${count} operations is built or says why not', () => {
  const { operations } = registerService(${name}, loadModel('${model.id}'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(${count});
});
`;
}

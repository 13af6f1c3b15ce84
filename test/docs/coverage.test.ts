import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadIndex, loadModel } from '../../src/model/load.ts';
import { startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const HEAD = `# Coverage

Generated: \`npm run coverage-table\` writes it, and a test fails while it is not current.

Every operation of every model is routed, its signature verified and its call recorded. What is not built answers 501
with its name, after authentication: nothing pretends.
`;

interface Row {
  readonly id: string;
  readonly sdkId: string;
  readonly built: readonly string[];
  readonly unbuilt: ReadonlyMap<string, string>;
}

function rows(): readonly Row[] {
  const services = new Map(server.platform.engine().declared.map((made) => [made.id, made]));
  return loadIndex()
    .map(({ id, sdkId }) => {
      const service = services.get(id);
      const built = (service?.operations ?? []).map((operation) => operation.name).sort();
      return { id, sdkId, built, unbuilt: service?.notImplemented ?? new Map<string, string>() };
    })
    .toSorted((a, b) => b.built.length - a.built.length || a.id.localeCompare(b.id));
}

function summary(all: readonly Row[]): string {
  const lines = all.map(({ id, sdkId, built }) => {
    const operations = loadModel(id).operations.size;
    return `| ${sdkId} | \`${id}\` | ${built.length === 0 ? '–' : built.length} | ${operations} |`;
  });
  return ['| service | id | built | operations |', '|---|---|---:|---:|', ...lines, ''].join('\n');
}

function operationsOf({ sdkId, built, unbuilt }: Row): string {
  const states = new Map([...built.map((name) => [name, 'built'] as const), ...unbuilt]);
  const lines = [...states]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([name, state]) => `| ${name} | ${state === 'built' ? 'built' : `501: ${state}`} |`);
  return [`\n## ${sdkId}\n`, '| operation | |', '|---|---|', ...lines, ''].join('\n');
}

test('docs/coverage.md: says what is built', async () => {
  const all = rows();
  const begun = all.filter(({ built, unbuilt }) => built.length + unbuilt.size > 0);
  const text = [HEAD, summary(all), ...begun.map(operationsOf)].join('\n');
  expect(all).toHaveLength(loadIndex().length);
  expect(begun.length).toBeGreaterThan(3);
  const path = join(import.meta.dirname, '..', '..', 'docs', 'coverage.md');
  await expect(text).toMatchFileSnapshot(path);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, StartRefused } from '../../labs/private-server.ts';
import { addressKnowledge } from '../../src/commands/address-knowledge.ts';
import { readUpConfig, UsageError } from '../../src/config/up-config.ts';
import { parseAddress } from '../../src/firewall/addresses/address.ts';
import { mmdb } from '../firewall/mmdb.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-address-knowledge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function knowledge(...flags: string[]) {
  return addressKnowledge(readUpConfig(flags, {}));
}

const PLACE = { country: { iso_code: 'DE' } };

test('databases and lists are read; what is not given is not known', async () => {
  expect(await knowledge()).toEqual({ lists: new Map() });
  const both = await file(
    'both.mmdb',
    mmdb({ '192.0.2.0/24': { ...PLACE, autonomous_system_number: 64_500 } }),
  );
  const list = await file('list.txt', '192.0.2.0/24 # all\n');
  const known = await knowledge(
    `--geo-database=${both}`,
    `--asn-database=${both}`,
    `--address-list=hosting=${list}`,
  );
  expect(known.placeOf?.('192.0.2.1')).toEqual({ country: 'DE' });
  expect(known.asnOf?.('192.0.2.1')).toBe(64_500);
  expect([...known.lists.keys()]).toEqual(['hosting']);
  const address = parseAddress('192.0.2.1');
  expect(address && known.lists.get('hosting')?.has(address)).toBe(true);
});

test('files that are not what they are given for: option and file are named', async () => {
  const text = await file('text.mmdb', 'no database');
  const places = await file('places.mmdb', mmdb({ '192.0.2.0/24': PLACE }, { type: 'Places' }));
  const list = await file('wrong.txt', '# first\nexample.com\n');
  const absent = join(folder, 'absent');
  const format = "it is no whole database in MaxMind's format (.mmdb)";
  const cases: readonly (readonly [flag: string, text: string])[] = [
    [`--geo-database=${text}`, `--geo-database ${text}: ${format}`],
    [`--asn-database=${text}`, `--asn-database ${text}: ${format}`],
    [
      `--asn-database=${places}`,
      `--asn-database ${places}: it tells no autonomous systems; its type is 'Places'`,
    ],
    [
      `--geo-database=${absent}`,
      `--geo-database ${absent}: ENOENT: no such file or directory, stat '${absent}'`,
    ],
    [
      `--address-list=ddos=${list}`,
      `--address-list ddos=${list}: line 2 is neither a network (192.0.2.0/24) nor an address`,
    ],
    [
      `--address-list=tor=${list}`,
      '--address-list knows the lists ip-reputation, reconnaissance, ddos, anonymous, hosting; not ' +
        "'tor'",
    ],
  ];
  for (const [flag, told] of cases) {
    await expect(knowledge(flag), flag).rejects.toThrow(new UsageError(told));
  }
  expect(cases).toHaveLength(6);
});

test('holdfast up: refuses to start with a database that is none', async () => {
  const path = await file('none.mmdb', 'MaxMind.com');
  const started = startServer({
    program: join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js'),
    dataDirectory: join(folder, 'data'),
    flags: [`--geo-database=${path}`],
  });
  const refused: unknown = await started.then(
    (server) => server.stop(),
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(StartRefused);
  expect(refused).toMatchObject({
    exitCode: 2,
    text: expect.stringContaining(
      `--geo-database ${path}: it is no whole database in MaxMind's format (.mmdb)`,
    ),
  });
});

import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { packagesIn, UnreadableCode } from '../../src/vulnerabilities/inventory/archive.ts';
import { type ArchiveFile, zipOf } from '../services/lambda/archives.ts';

const read = (...files: readonly ArchiveFile[]) => packagesIn(Readable.from([zipOf(...files)]));
const told = async (...files: readonly ArchiveFile[]) =>
  (await read(...files)).map(
    ({ name, version, manager, filePath }) => `${manager} ${name} ${version} ${filePath}`,
  );
const manifest = (name: string, version: string) => JSON.stringify({ name, version });

test('packages of Node are those below node_modules, at every depth', async () => {
  const found = await told(
    { name: 'package.json', text: manifest('own', '1.0.0') },
    { name: 'node_modules/lodash/package.json', text: manifest('lodash', '4.17.15') },
    { name: 'node_modules/lodash/fp/package.json', text: manifest('no', '1.0.0') },
    { name: 'nodejs/node_modules/@a/b/package.json', text: manifest('@a/b', '2.0.0') },
    { name: 'node_modules/c/node_modules/d/package.json', text: manifest('d', '0.1.0') },
    { name: 'node_modules/broken/package.json', text: '{' },
    { name: 'node_modules/bare/package.json', text: '{"name":"bare"}' },
  );
  expect(found).toEqual([
    'NODEPKG lodash 4.17.15 node_modules/lodash/package.json',
    'NODEPKG @a/b 2.0.0 nodejs/node_modules/@a/b/package.json',
    'NODEPKG d 0.1.0 node_modules/c/node_modules/d/package.json',
  ]);
});

test('lock files of all versions tell what is installed, without what development needs', async () => {
  const third = {
    lockfileVersion: 3,
    packages: {
      '': { version: '1.0.0' },
      'node_modules/@a/b': { version: '2.0.0' },
      'node_modules/x/node_modules/y': { version: '3.0.0' },
      'node_modules/alias': { name: 'real', version: '4.0.0' },
      'node_modules/tested': { version: '5.0.0', dev: true },
      'node_modules/linked': { resolved: 'lib', link: true },
    },
  };
  const first = {
    lockfileVersion: 1,
    dependencies: {
      e: { version: '1.0.0', dependencies: { f: { version: '2.0.0' } } },
      g: { version: '1.0.0', dev: true },
    },
  };
  const found = await told(
    { name: 'package-lock.json', text: JSON.stringify(third) },
    { name: 'old/package-lock.json', text: JSON.stringify(first) },
    { name: 'node_modules/z/package-lock.json', text: JSON.stringify(first) },
  );
  expect(found).toEqual([
    'NPM @a/b 2.0.0 package-lock.json',
    'NPM y 3.0.0 package-lock.json',
    'NPM real 4.0.0 package-lock.json',
    'NPM e 1.0.0 old/package-lock.json',
    'NPM f 2.0.0 old/package-lock.json',
  ]);
});

test('packages of Python are what is installed, and what requirements pin', async () => {
  const requirements = [
    '# all of it',
    'Flask==2.0.0  # the web',
    'requests[socks] == 2.25.1 ; python_version > "3"',
    'idna===3.1',
    'urllib3==1.26.4 \\',
    '    --hash=sha256:00',
    'numpy>=1.0',
    'pytz==2021.*',
    '-r more.txt',
    'git+https://example.com/x.git#egg=x==1.0',
  ];
  const found = await told(
    { name: 'requirements.txt', text: requirements.join('\r\n') },
    {
      name: 'python/jinja2-2.11.dist-info/METADATA',
      text: 'Metadata-Version: 2.1\nName: Jinja2\nVersion: 2.11\n\nVersion: 9\n',
    },
    { name: 'six.egg-info/PKG-INFO', text: 'Name: six\r\nVersion: 1.0\r\n\r\n' },
  );
  expect(found).toEqual([
    'PIP Flask 2.0.0 requirements.txt',
    'PIP requests 2.25.1 requirements.txt',
    'PIP idna 3.1 requirements.txt',
    'PIP urllib3 1.26.4 requirements.txt',
    'PYTHONPKG Jinja2 2.11 python/jinja2-2.11.dist-info/METADATA',
    'PYTHONPKG six 1.0 six.egg-info/PKG-INFO',
  ]);
});

test('what can not be read is said to be so', async () => {
  const reason = async (bytes: Uint8Array) => {
    try {
      return (await packagesIn(Readable.from([bytes]))).length;
    } catch (error) {
      return error instanceof UnreadableCode ? error.reason : error;
    }
  };
  expect(await reason(Buffer.from('no archive'))).toBe('malformed');
  const bomb = zipOf({ name: 'requirements.txt', text: ' '.repeat(16_777_217) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(await reason(bomb)).toBe('tooLarge');
});

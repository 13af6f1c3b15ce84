// What `node dist/holdfast.js` runs: the program, with the code V8 made of it when it was built. To parse and compile
// two MiB of JavaScript is half of a start without that. V8 itself refuses code of another version or other flags,
// and compiles then as ever.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

const program = join(__dirname, 'program.cjs');
const codeFile = `${program}.code`;

function codeOfBuild(): Buffer | undefined {
  try {
    return readFileSync(codeFile);
  } catch {
    return undefined;
  }
}

const cachedData = codeOfBuild();
// esbuild writes nothing but ASCII, and V8 takes that over as it is.
const script = new Script(readFileSync(program, 'latin1'), {
  filename: program,
  ...(cachedData === undefined ? {} : { cachedData }),
});
// The build runs the program once, and keeps the code of all that a start runs through.
if (process.argv.includes('--keep-code')) {
  process.argv.splice(process.argv.indexOf('--keep-code'), 1);
  process.on('exit', () => writeFileSync(codeFile, script.createCachedData()));
}
const { href } = pathToFileURL(program);
script.runInThisContext()(createRequire(program), (name: string) => import(name), href);

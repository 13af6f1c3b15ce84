// The server without the wait for the disk, which prices durability. Benchmarks alone start it: the product has no
// such flag.
import { join, resolve } from 'node:path';
import { fileRootKey } from '../../src/crypto/root-key.ts';
import { createLog } from '../../src/observability/log.ts';
import { openPlatform } from '../../src/platform.ts';

const directory = resolve(process.argv[2] ?? '');
const platform = await openPlatform({
  directory,
  rootKey: fileRootKey(`${directory}.key`),
  storeWriterFile: join(import.meta.dirname, '..', '..', 'store-writer.js'),
  keyWorkerFile: join(import.meta.dirname, '..', '..', 'key-worker.js'),
  classificationWorkerFile: join(import.meta.dirname, '..', '..', 'classification-worker.js'),
  devAccount: undefined,
  dev: false,
  account: '000000000000',
  region: 'us-east-1',
  functions: { runtimes: '', isIsolated: false, refusal: 'benchmarks run no functions' },
  version: 'bench',
  log: createLog('warn'),
  durable: false,
});
const port = await platform.listen(0, '127.0.0.1');
const { accessKeyId, secretAccessKey } = await platform.newRootCredentials();
console.log(`AWS_ACCESS_KEY_ID=${accessKeyId}\nAWS_SECRET_ACCESS_KEY=${secretAccessKey}`);
console.log(`ready http://127.0.0.1:${port}`);
process.on('SIGTERM', () => {
  void platform.close();
});

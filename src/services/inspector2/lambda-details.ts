import type { Runtime } from '../../../models/inspector2/types.ts';
import type { CodeFacts } from './port.ts';
import type { LambdaDetails } from './state.ts';

/** What Inspector's API calls the runtimes whose packages are read. It has no names for some newer ones. */
const RUNTIMES: ReadonlyMap<string, Runtime> = new Map([
  ['nodejs12.x', 'NODEJS_12_X'],
  ['nodejs14.x', 'NODEJS_14_X'],
  ['nodejs16.x', 'NODEJS_16_X'],
  ['nodejs18.x', 'NODEJS_18_X'],
  ['nodejs24.x', 'NODEJS_24_X'],
  ['python3.7', 'PYTHON_3_7'],
  ['python3.8', 'PYTHON_3_8'],
  ['python3.9', 'PYTHON_3_9'],
  ['python3.10', 'PYTHON_3_10'],
  ['python3.11', 'PYTHON_3_11'],
]);

/** Whether packages of a runtime are those that are read. */
export function isReadable(runtime: string): boolean {
  return /^(nodejs|python)/.test(runtime);
}

/** `NODEJS`: a version of Node.js that the API has no name of its own for. */
export function runtimeNamed(runtime: string): Runtime {
  return RUNTIMES.get(runtime) ?? (runtime.startsWith('nodejs') ? 'NODEJS' : 'UNSUPPORTED');
}

export function lambdaDetails(facts: CodeFacts): LambdaDetails {
  return {
    functionName: facts.name,
    runtime: runtimeNamed(facts.runtime),
    codeSha256: facts.codeSha256,
    version: facts.version,
    executionRoleArn: facts.role,
    packageType: 'ZIP',
    architectures: [facts.architecture === 'arm64' ? 'ARM64' : 'X86_64'],
    modified: facts.modified,
    ...(facts.layers.length === 0 ? {} : { layers: facts.layers }),
  };
}

// Runs a Node.js handler: asks the Lambda Runtime API for invocations and answers them, one after the other.
import { existsSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const PREFIX = '/2018-06-01/runtime';
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Resolves with headers and text. When the other end is gone, so is the reason to be. */
function ask(method, path, body, headers = {}) {
  return new Promise((resolve) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const length = bytes === undefined ? {} : { 'Content-Length': bytes.length };
    const request = httpRequest(
      { host, port, agent, method, path: PREFIX + path, headers: { ...headers, ...length } },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
        response.on('error', () => process.exit(1));
      },
    );
    request.on('error', () => process.exit(1));
    request.end(bytes);
  });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

function fail(path, report) {
  const headers = { ...JSON_TYPE, 'Lambda-Runtime-Function-Error-Type': report.errorType };
  return ask('POST', path, JSON.stringify(report), headers);
}

function named(name, message) {
  const error = new Error(message);
  error.name = name;
  return error;
}

function reportOf(error) {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

let requestId = '';

function line(level, values) {
  const text = format(...values).replaceAll('\n', '\r');
  process.stdout.write(`${new Date().toISOString()}\t${requestId}\t${level}\t${text}\n`);
}

const LEVELS = { log: 'INFO', info: 'INFO', debug: 'DEBUG', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };
for (const [method, level] of Object.entries(LEVELS)) {
  console[method] = (...values) => line(level, values);
}

/** `index.handler`, `src/index.handler`, `index.api.handler`. */
async function load(name) {
  const slash = name.lastIndexOf('/') + 1;
  const [file, ...path] = name.slice(slash).split('.');
  if (path.length === 0) throw named('Runtime.MalformedHandlerName', 'Bad handler');
  if (name.includes('..')) {
    throw named('Runtime.MalformedHandlerName', `'${name}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`);
  }
  const stem = join(process.env.LAMBDA_TASK_ROOT, name.slice(0, slash), file);
  const found = ['.js', '.mjs', '.cjs', ''].map((end) => stem + end).find((at) => existsSync(at));
  if (found === undefined) {
    throw named('Runtime.ImportModuleError', `Error: Cannot find module '${name.slice(0, slash)}${file}'`);
  }
  const module = await import(pathToFileURL(found).href).catch((error) => {
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
      throw named('Runtime.ImportModuleError', `Error: ${error.message}`);
    }
    if (error instanceof SyntaxError) {
      throw named('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`);
    }
    throw error;
  });
  const within = (value) => path.reduce((at, key) => at?.[key], value);
  const handler = within(module) ?? within(module.default);
  if (handler === undefined) {
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof handler !== 'function') {
    throw named('Runtime.HandlerNotFound', `${name} is not a function`);
  }
  return handler;
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const given = headers['lambda-runtime-client-context'];
  const { env } = process;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    clientContext: given === undefined ? undefined : JSON.parse(given),
    identity: undefined,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** Runs the handler, whichever way it answers: a promise, a callback, or the older calls of its context. */
function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const isOver = () => resolve(null);
    const settle = (error, value) => {
      process.removeListener('beforeExit', isOver);
      const end = () => (error === undefined || error === null ? resolve(value) : reject(error));
      // What a handler of the older kind left to do is done first, unless it says not to wait for it.
      if (context.callbackWaitsForEmptyEventLoop) process.once('beforeExit', end);
      else setImmediate(end);
    };
    context.done = settle;
    context.succeed = (value) => settle(undefined, value);
    context.fail = (error) => settle(error ?? new Error('null'));
    process.once('beforeExit', isOver);
    const returned = handler(event, context, settle);
    if (typeof returned?.then === 'function') {
      process.removeListener('beforeExit', isOver);
      returned.then(resolve, reject);
    }
  }).finally(() => process.removeAllListeners('beforeExit'));
}

async function stop(error, kind) {
  const report = { ...reportOf(error), ...(kind === undefined ? {} : { errorType: kind }) };
  line('ERROR', [`${kind ?? 'Uncaught Exception'} \t${JSON.stringify(report)}`]);
  const path = requestId === '' ? '/init/error' : `/invocation/${requestId}/error`;
  await fail(path, report);
  process.exit(kind === undefined ? 129 : 128);
}

process.on('uncaughtException', (error) => void stop(error));
process.on('unhandledRejection', (reason) => {
  const text = reason instanceof Error ? reason.stack : String(reason);
  void stop(Object.assign(new Error(String(reason)), { stack: text }), 'Runtime.UnhandledPromiseRejection');
});

async function serve() {
  const handler = await load(process.env._HANDLER).catch((error) => stop(error, error?.name));
  for (;;) {
    requestId = '';
    const { headers, body } = await ask('GET', '/invocation/next');
    requestId = headers['lambda-runtime-aws-request-id'];
    process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'] ?? '';
    try {
      const result = await run(handler, JSON.parse(body), contextOf(headers));
      const text = JSON.stringify(result === undefined ? null : result) ?? 'null';
      await ask('POST', `/invocation/${requestId}/response`, text, JSON_TYPE);
    } catch (error) {
      const report = reportOf(error);
      line('ERROR', [`Invoke Error \t${JSON.stringify(report)}`]);
      await fail(`/invocation/${requestId}/error`, report);
    }
  }
}

void serve();

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../server.ts';
import {
  bash,
  executionRole,
  invoke,
  newFunction,
  node,
  python,
} from '../services/lambda/functions.ts';

let server: TestServer;
beforeAll(async () => {
  process.env['SECRET_OF_THE_SERVER'] = 'never seen';
  server = await startServer();
});
afterAll(async () => {
  delete process.env['SECRET_OF_THE_SERVER'];
  await server.close();
});

const LISTS = python(`
import os
def handler(event, context):
  return sorted(os.environ)
`);

test('a sandbox knows what AWS tells it, its variables, and nothing of the server', async () => {
  const lambda = await newFunction(server, freshAccount(), 'lists', {
    ...LISTS,
    Environment: { Variables: { COLOUR: 'blue' } },
  });
  const { payload } = await invoke(lambda, 'lists');
  expect(payload).toEqual([
    'AWS_ACCESS_KEY_ID',
    'AWS_DEFAULT_REGION',
    'AWS_ENDPOINT_URL',
    'AWS_EXECUTION_ENV',
    'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
    'AWS_LAMBDA_FUNCTION_NAME',
    'AWS_LAMBDA_FUNCTION_VERSION',
    'AWS_LAMBDA_INITIALIZATION_TYPE',
    'AWS_LAMBDA_LOG_GROUP_NAME',
    'AWS_LAMBDA_LOG_STREAM_NAME',
    'AWS_LAMBDA_RUNTIME_API',
    'AWS_REGION',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'COLOUR',
    'LAMBDA_RUNTIME_DIR',
    'LAMBDA_TASK_ROOT',
    'LANG',
    'LC_CTYPE',
    'LD_LIBRARY_PATH',
    'PATH',
    'PWD',
    'PYTHONDONTWRITEBYTECODE',
    'TMPDIR',
    'TZ',
    '_HANDLER',
    '_X_AMZN_TRACE_ID',
  ]);
});

test('a sandbox may read its code, write to its own folder alone, and runs as a user of its own', async () => {
  const lambda = await newFunction(
    server,
    freshAccount(),
    'writes',
    python(`
import os, tempfile
def attempt(path):
  try:
    with open(path, "w") as file:
      file.write("x")
    return "written"
  except OSError as error:
    return type(error).__name__
def handler(event, context):
  return {
    "code": attempt(os.environ["LAMBDA_TASK_ROOT"] + "/app.py"),
    "beside": attempt(os.environ["LAMBDA_TASK_ROOT"] + "/new.py"),
    "own": attempt(tempfile.gettempdir() + "/file"),
    "isRoot": os.getuid() == 0,
    "groups": os.getgroups(),
  }
`),
  );
  const { payload } = await invoke(lambda, 'writes');
  expect(payload).toMatchObject(
    process.getuid?.() === 0
      ? { code: 'PermissionError', beside: 'PermissionError', own: 'written', isRoot: false }
      : { own: 'written', isRoot: false },
  );
});

const CURL_IDENTITY = `
API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
while true; do
  HEADERS=$(mktemp)
  EVENT=$(curl -sS -D "$HEADERS" "$API/next")
  ID=$(grep -i lambda-runtime-aws-request-id "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
  WHO=$(curl -sS --aws-sigv4 "aws:amz:$AWS_REGION:sts" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
    -H "X-Amz-Security-Token: $AWS_SESSION_TOKEN" \\
    -d 'Action=GetCallerIdentity&Version=2011-06-15' "$AWS_ENDPOINT_URL/" | tr -d '\\n' | sed 's/"/\\\\"/g')
  curl -sS -d "\\"$WHO\\"" "$API/$ID/response" > /dev/null
done
`;

test('the credentials of a sandbox are its execution role', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'asks', {
    ...bash(CURL_IDENTITY),
    Role: await executionRole(server, account, 'runner'),
  });
  const { payload } = await invoke(lambda, 'asks');
  expect(payload).toContain(`<Arn>arn:aws:sts::${account}:assumed-role/runner/asks</Arn>`);
});

test('a warm sandbox keeps what its function remembers; a new revision starts anew', async () => {
  const lambda = await newFunction(
    server,
    freshAccount(),
    'counts',
    node('let count = 0; export const handler = async () => ++count;'),
  );
  const counts = [];
  for (let turn = 0; turn < 3; turn += 1) counts.push((await invoke(lambda, 'counts')).payload);
  expect(counts).toEqual([1, 2, 3]);
});

test('what takes too long is ended and says so, and the next starts anew', async () => {
  const lambda = await newFunction(server, freshAccount(), 'sleeps', {
    ...node(
      'let count = 0; export const handler = (event) => { count += 1; return event.sleep ? new Promise(() => setInterval(() => 0, 1000)) : Promise.resolve(count); };',
    ),
    Timeout: 1,
  });
  const { answer, payload, log } = await invoke(
    lambda,
    'sleeps',
    { sleep: true },
    { LogType: 'Tail' },
  );
  const id = answer.$metadata.requestId;
  expect(answer.FunctionError).toBe('Unhandled');
  expect(payload).toEqual({
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${id} Error: Task timed out after 1.00 seconds`,
  });
  expect(log).toMatch(
    new RegExp(
      `\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.\\d{3}Z ${id} Task timed out after 1.00 seconds\\n`,
    ),
  );
  expect((await invoke(lambda, 'sleeps')).payload).toBe(1);
});

test('what takes more memory than it has is killed', async () => {
  const lambda = await newFunction(server, freshAccount(), 'grows', {
    ...python(`
import time
def handler(event, context):
  kept = []
  while True:
    kept.append(b"x" * 10_000_000)
    time.sleep(0.01)
`),
    Timeout: 20,
  });
  const { answer, payload } = await invoke(lambda, 'grows');
  expect(answer.FunctionError).toBe('Unhandled');
  expect(payload).toEqual({
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${answer.$metadata.requestId} Error: Runtime exited with error: signal: killed`,
  });
});

test('what ends by itself says how', async () => {
  const lambda = await newFunction(
    server,
    freshAccount(),
    'ends',
    python(`
import os
def handler(event, context):
  os._exit(event["status"])
`),
  );
  const said = async (status: number) => {
    const { answer, payload } = await invoke(lambda, 'ends', { status });
    return JSON.stringify(payload).replaceAll(answer.$metadata.requestId ?? '', 'ID');
  };
  expect(await said(3)).toBe(
    '{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ID Error: Runtime exited with error: exit status 3"}',
  );
  expect(await said(0)).toBe(
    '{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ID Error: Runtime exited without providing a reason"}',
  );
});

test('errors of handlers come back as their runtimes tell them', async () => {
  const account = freshAccount();
  const lambda = await newFunction(
    server,
    account,
    'raises',
    python('def handler(event, context):\n  raise ValueError("no good")\n'),
  );
  const raised = await invoke(lambda, 'raises');
  expect(raised.answer.FunctionError).toBe('Unhandled');
  expect(raised.payload).toMatchObject({
    errorMessage: 'no good',
    errorType: 'ValueError',
    requestId: raised.answer.$metadata.requestId,
  });
  expect(JSON.stringify(raised.payload)).toContain('line 2, in handler');
  await newFunction(
    server,
    account,
    'throws',
    node('export const handler = async () => { throw new TypeError("no good"); };'),
  );
  const thrown = await invoke(lambda, 'throws');
  expect(thrown.payload).toMatchObject({ errorType: 'TypeError', errorMessage: 'no good' });
  expect(JSON.stringify(thrown.payload)).toContain('TypeError: no good');
});

test('a handler that is not there is an error of the start', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'lost', {
    ...python('x = 1\n'),
    Handler: 'other.handler',
  });
  expect((await invoke(lambda, 'lost')).payload).toEqual({
    errorMessage: "Unable to import module 'other': No module named 'other'",
    errorType: 'Runtime.ImportModuleError',
    requestId: '',
    stackTrace: [],
  });
  await newFunction(server, account, 'unnamed', { ...node('export const other = 1;') });
  expect((await invoke(lambda, 'unnamed')).payload).toMatchObject({
    errorType: 'Runtime.HandlerNotFound',
    errorMessage: 'index.handler is undefined or not exported',
  });
  await newFunction(server, account, 'plain', {
    ...bash('true'),
    file: { name: 'bootstrap', text: '#!/bin/bash\n' },
  });
  const plain = await invoke(lambda, 'plain');
  expect(plain.payload).toEqual({
    errorType: 'Runtime.InvalidEntrypoint',
    errorMessage: `RequestId: ${plain.answer.$metadata.requestId} Error: fork/exec /var/task/bootstrap: permission denied`,
  });
});

test('Node.js handlers answer by callbacks too, and CommonJS modules are loaded', async () => {
  const lambda = await newFunction(server, freshAccount(), 'calls', {
    ...node(''),
    file: {
      name: 'index.js',
      text: 'exports.handler = (event, context, callback) => { setTimeout(() => callback(null, context.functionName), 10); };',
    },
  });
  expect((await invoke(lambda, 'calls')).payload).toBe('calls');
});

test('what left its process group ends with the sandbox', async () => {
  if (process.getuid?.() !== 0) return;
  const lambda = await newFunction(server, freshAccount(), 'leaves', {
    ...python(`
import subprocess, os
def handler(event, context):
  child = subprocess.Popen(["sleep", "600"], start_new_session=True)
  if event.get("die"):
    print(child.pid, flush=True)
    os._exit(1)
`),
  });
  const { log } = await invoke(lambda, 'leaves', { die: true }, { LogType: 'Tail' });
  const pid = Number(/^(\d+)$/m.exec(log)?.[1]);
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

/** A zombie counts as dead: nothing runs in it. */
function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
  } catch {
    return false;
  }
}

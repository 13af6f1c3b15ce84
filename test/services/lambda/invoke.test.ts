import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bash, invoke, newFunction, node, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('Invoke: a Python handler answers with what it returns', async () => {
  const account = freshAccount();
  const lambda = await newFunction(
    server,
    account,
    'py',
    python(
      'def handler(event, context):\n  return {"twice": event["n"] * 2, "id": context.aws_request_id}\n',
    ),
  );
  const { answer, payload } = await invoke(lambda, 'py', { n: 21 });
  expect(answer.StatusCode).toBe(200);
  expect(answer.ExecutedVersion).toBe('$LATEST');
  expect(answer.FunctionError).toBeUndefined();
  expect(payload).toEqual({ twice: 42, id: answer.$metadata.requestId });
});

test('Invoke: a Node.js handler answers with what its promise gives', async () => {
  const account = freshAccount();
  const lambda = await newFunction(
    server,
    account,
    'js',
    node('export const handler = async (event) => ({ twice: event.n * 2 });'),
  );
  const { payload } = await invoke(lambda, 'js', { n: 21 });
  expect(payload).toEqual({ twice: 42 });
});

test('Invoke: a bootstrap speaks the Lambda Runtime API by itself', async () => {
  const account = freshAccount();
  const lambda = await newFunction(
    server,
    account,
    'sh',
    bash(`
API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
while true; do
  HEADERS=$(mktemp)
  EVENT=$(curl -sS -D "$HEADERS" "$API/next")
  ID=$(grep -i lambda-runtime-aws-request-id "$HEADERS" | tr -d '[:space:]' | cut -d: -f2)
  curl -sS -d "{\\"got\\":$EVENT}" "$API/$ID/response" > /dev/null
done
`),
  );
  const { payload } = await invoke(lambda, 'sh', { n: 1 });
  expect(payload).toEqual({ got: { n: 1 } });
});

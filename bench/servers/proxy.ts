// The yardstick of the edge: a reverse proxy that only passes on, to the target that it is given.
import { Agent, createServer, request as sendRequest } from 'node:http';

const { hostname: host, port } = new URL(process.argv[2] ?? '');
const agent = new Agent({ keepAlive: true });

const proxy = createServer((request, response) => {
  const { method, url, headers } = request;
  const outgoing = sendRequest({ host, port, method, path: url, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on('error', () => response.destroy());
  request.pipe(outgoing);
});
proxy.listen(0, '127.0.0.1', () => {
  const address = proxy.address();
  if (address !== null && typeof address === 'object') {
    console.log(`ready http://127.0.0.1:${address.port}`);
  }
});

import { createServer, type Server } from 'node:net';

/** A mail server that keeps what it takes: everything, but for addresses that it can't take a mail for at the moment. */
export async function startMailServer(
  isRefused: (address: string) => boolean = () => false,
): Promise<{
  readonly port: number;
  readonly mails: string[];
  readonly server: Server;
}> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let buffered = '';
    let isData = false;
    socket.write('220 mail.test\r\n');
    socket.on('data', (chunk) => {
      buffered += chunk.toString('utf8');
      for (;;) {
        const end = isData ? buffered.indexOf('\r\n.\r\n') : buffered.indexOf('\r\n');
        if (end < 0) return;
        const text = buffered.slice(0, end);
        buffered = buffered.slice(end + (isData ? 5 : 2));
        if (isData) {
          mails.push(text);
          isData = false;
          socket.write('250 kept\r\n');
        } else if (/^DATA/i.test(text)) {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (isRefused(/^RCPT TO:<(.*)>/i.exec(text)?.[1] ?? '')) {
          socket.write('451 later\r\n');
        } else if (/^QUIT/i.test(text)) {
          socket.end('221 bye\r\n');
        } else {
          socket.write('250 fine\r\n');
        }
      }
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, mails, server };
}

/** A quoted-printable text as it was written. */
export function plain(text: string): string {
  return text.replaceAll('=\r\n', '').replaceAll('=3D', '=').replaceAll('\r\n', '\n');
}

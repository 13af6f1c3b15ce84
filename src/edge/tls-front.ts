// Ends TLS: reads what the client says first, finds the terms of the site it wants, and hands the connection on.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { EdgeTls } from '../contract/edge.ts';
import { certificatesFor } from './certificate-choice.ts';
import { type ClientHello, HELLO_BYTES_MAX, readClientHello } from './client-hello.ts';
import type { EdgeLimits } from './limits.ts';
import { type EdgeParts, findTls } from './sites.ts';
import { TlsContexts } from './tls-terms.ts';

export interface TlsFront {
  /** `onSecured` is given the connection once it is agreed on; never, when it is not. */
  accept(socket: Socket, port: number, onSecured: OnSecured): void;
}

/** `agreedWith` is the resource of the site whose terms they are. */
type OnSecured = (socket: TLSSocket, tls: EdgeTls, agreedWith: string) => void;

interface Greeting {
  readonly hello: ClientHello;
  readonly onSecured: OnSecured;
}

interface Waiting extends Greeting {
  readonly agreedWith: string;
}

/** The alert that says that a name is known to nobody here: a record of two bytes, fatal and 112. */
const UNRECOGNIZED_NAME = Buffer.from([21, 3, 3, 0, 2, 2, 112]);

export function createTlsFront(parts: EdgeParts & { readonly limits: EdgeLimits }): TlsFront {
  const { handshakeMs } = parts.limits;
  /** By the address and port of the client, which no two connections share. */
  const waiting = new Map<string, Waiting>();
  const contexts = new TlsContexts({
    handshakeMs,
    onSecured: (secured) => {
      const place = placeOf(secured);
      const known = waiting.get(place);
      waiting.delete(place);
      if (known === undefined) secured.destroy();
      else known.onSecured(secured, tlsOf(secured, known.hello), known.agreedWith);
    },
  });
  const secure = async (socket: Socket, port: number, { hello, onSecured }: Greeting) => {
    const found = await findTls(parts, hello.serverName ?? '', port);
    if (socket.destroyed) return;
    const shown = found === undefined ? [] : certificatesFor(found.certificates, hello.serverName);
    if (found === undefined || shown.length === 0) {
      socket.end(UNRECOGNIZED_NAME);
      return;
    }
    const place = placeOf(socket);
    waiting.set(place, { hello, onSecured, agreedWith: found.resource });
    socket.once('close', () => waiting.delete(place));
    contexts.serverOf(found.terms, shown).emit('connection', socket);
  };
  return {
    accept(socket, port, onSecured) {
      readHello(socket, handshakeMs, (hello) => {
        secure(socket, port, { hello, onSecured }).catch((error: unknown) => {
          parts.onFault('a TLS connection could not be taken', error);
          socket.destroy();
        });
      });
    },
  };
}

function placeOf({ remoteAddress, remotePort, localPort }: Socket): string {
  return `${remoteAddress}/${remotePort}/${localPort}`;
}

/** Leaves what was read in the socket, for who does the handshake. */
function readHello(socket: Socket, ms: number, then: (hello: ClientHello) => void): void {
  const late = setTimeout(() => socket.destroy(), ms);
  let have = Buffer.alloc(0);
  const onClose = (): void => clearTimeout(late);
  const onReadable = (): void => {
    const chunk: unknown = socket.read();
    if (!(chunk instanceof Uint8Array)) return;
    have = Buffer.concat([have, chunk]);
    const hello = have.length > HELLO_BYTES_MAX ? undefined : readClientHello(have);
    if (hello === 'more') return;
    clearTimeout(late);
    socket.off('readable', onReadable);
    socket.off('close', onClose);
    if (hello === undefined) {
      socket.destroy();
      return;
    }
    socket.unshift(have);
    then(hello);
  };
  socket.on('error', () => socket.destroy());
  socket.on('close', onClose);
  socket.on('readable', onReadable);
}

function tlsOf(socket: TLSSocket, { ja3, ja4, serverName }: ClientHello): EdgeTls {
  return {
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    ...(serverName === undefined ? {} : { serverName }),
    clientChain: clientChainOf(socket),
    ja3,
    ja4,
  };
}

const CHAIN_MAX = 5;

function clientChainOf(socket: TLSSocket): readonly Uint8Array[] {
  const chain: Uint8Array[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate !== undefined && chain.length < CHAIN_MAX) {
    chain.push(certificate.raw);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

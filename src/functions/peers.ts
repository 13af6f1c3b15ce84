import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/**
 * Whether the process at the other end of a loopback connection belongs to the user, by the kernel's table of TCP
 * connections. Linux only: false where there is no such table.
 */
export function ownsConnection(uid: number, socket: Socket): boolean {
  const { remotePort, localPort } = socket;
  if (remotePort === undefined || localPort === undefined) return false;
  const own = `0100007F:${hex(remotePort)}`;
  const other = `0100007F:${hex(localPort)}`;
  for (const line of tableOfConnections().split('\n')) {
    const [, local, remote, , , , , owner] = line.trim().split(/\s+/);
    if (local === own && remote === other) return owner === String(uid);
  }
  return false;
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

function tableOfConnections(): string {
  try {
    return readFileSync('/proc/net/tcp', 'latin1');
  } catch {
    return '';
  }
}

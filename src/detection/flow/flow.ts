import type { Instant } from '../../core/time.ts';

/** Packets between two addresses, seen at a network interface. */
export interface Flow {
  readonly account: string;
  readonly region: string;
  readonly interfaceId: string;
  /** `i-…`; undefined: no instance has the interface. */
  readonly instance: string | undefined;
  /** The interface's own side. */
  readonly local: Endpoint;
  readonly remote: Endpoint;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  /** IANA's number: 1 ICMP, 6 TCP, 17 UDP. */
  readonly protocol: number;
  readonly packets: number;
  readonly bytes: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly isAccepted: boolean;
}

export interface Endpoint {
  readonly ip: string;
  readonly port: number;
}

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;

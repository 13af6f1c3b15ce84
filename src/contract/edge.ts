import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { Caller } from './identity.ts';
import type {
  CallOptions,
  OperationReference,
  PlainPermission,
  ResolvedPermission,
} from './operation.ts';
import type { OutboxEvent, Unit } from './view.ts';

/**
 * The edge: what listens in front of customers' applications (load balancers, distributions, the APIs of API Gateway). It ends
 * TLS, asks the firewall, and lets the service that owns the site answer. Nothing here opens a socket: `src/edge` does.
 */

/** A request as it came over a listener, before anything was decided. */
export interface EdgeRequest {
  readonly method: string;
  /** Path and query as sent: `/a%2Fb?x=1`. */
  readonly target: string;
  readonly httpVersion: '1.0' | '1.1' | '2.0';
  /** Names and values in turn, as they came. */
  readonly headers: readonly string[];
  /** The name of the site that was asked for: lower case, without a port. */
  readonly host: string;
  /** The port that the listener is configured with (443), which on this machine may be reached by another. */
  readonly port: number;
  /** The address at the other end of the connection. */
  readonly sourceIp: string;
  readonly sourcePort: number;
  readonly tls?: EdgeTls;
  /** Real time at which its connection began. Undefined: it came over none of a listener. */
  readonly connected?: Instant;
  /** Real time of arrival. */
  readonly arrived: Instant;
  /** 32 hexadecimal digits, for traces and logs. */
  readonly id: string;
  /** The interface endpoint of a VPC that it came through; what a client says of itself is none. */
  readonly vpcEndpoint?: { readonly id: string; readonly vpcId: string };
}

export interface EdgeTls {
  /** `TLSv1.3`. */
  readonly version: string;
  /** `TLS_AES_128_GCM_SHA256`, `ECDHE-ECDSA-AES128-GCM-SHA256`. */
  readonly cipher: string;
  readonly serverName?: string;
  /** What the client proved to hold: DER, the leaf first. Empty: none was asked for or sent. */
  readonly clientChain: readonly Uint8Array[];
  /** Fingerprints of the client's hello, where the listener could see it. */
  readonly ja3?: string;
  readonly ja4?: string;
}

/** The body is read once; it ends with an error when the client goes away or sends more than the site allows. */
export type EdgeBody = AsyncIterable<Uint8Array>;

export interface EdgeResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | string | AsyncIterable<Uint8Array>;
  /** The client has to connect anew for its next request. */
  readonly endsConnection?: boolean;
}

/** What a service tells the edge: which ports to listen on, and which site a name at a port is. */
export interface EdgeSource {
  /** Asked again after commits; so it should read little. */
  listeners(unit: Unit): Promise<readonly EdgeListener[]>;
  /** Undefined: no site of this service. Names of sites are unique among all accounts and Regions. */
  find(unit: Unit, host: string, port: number): Promise<EdgeSite | undefined>;
  /**
   * For a name that no site has of its own: the site at this port that it can only have been pointed at, because there is no other or
   * because of what the site says of the name.
   */
  pointedAt?(unit: Unit, host: string, port: number): Promise<EdgeSite | undefined>;
}

/**
 * For `Unit.emit`, where names or ports of sites change: the edge asks for listeners again. Changes that order a job need
 * not say so.
 */
export function sitesChanged({ account, region }: Scope, time: Instant): OutboxEvent {
  return { account, region, time, topic: 'edge.sitesChanged', text: '{}' };
}

/** One port that a site is reached at. Of those with the same port and protocol, one is opened. */
export interface EdgeListener {
  readonly port: number;
  readonly protocol: 'http' | 'https';
  /** The names of the sites behind it. */
  readonly hosts: readonly string[];
}

export interface EdgeSite {
  /** The ARN a web ACL is associated with: a load balancer, a stage, a distribution. */
  readonly resource: string;
  /** The same, where it depends on the request's path: the stage of an API. Absent: `resource`. */
  resourceOf?(target: string): string;
  readonly scope: Scope;
  /** Undefined: plain HTTP. */
  readonly tls?: EdgeTlsTerms;
  /** What happens when the firewall itself fails. */
  readonly firewallFailsOpen: boolean;
  /** Bytes of a body; more is refused with 413. */
  readonly maxBody: number;
  /** Never rejects for what a target does: that is its answer. What it rejects with becomes a 500 without a word of it. */
  answer(request: EdgeRequest, body: EdgeBody, context: EdgeContext): Promise<EdgeResponse>;
}

export interface EdgeTlsTerms {
  readonly minVersion: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  readonly maxVersion: 'TLSv1.2' | 'TLSv1.3';
  /** OpenSSL's names, TLS 1.3 suites first, by preference. */
  readonly ciphers: readonly string[];
  /** ARNs of ACM (or IAM) certificates; the first is the default one. */
  readonly certificates: readonly string[];
  /** ALPN, by preference: `h2`, `http/1.1`. */
  readonly protocols: readonly string[];
  readonly clientCertificates: ClientCertificateTerms;
}

export type ClientCertificateTerms =
  | { readonly mode: 'off' | 'passthrough' }
  /** PEM of the authorities, and of the lists of what they revoked. */
  | { readonly mode: 'verify'; readonly authorities: string; readonly revocations: string };

/** A certificate to prove oneself by. PEM. */
export interface ServerCertificate {
  readonly arn: string;
  readonly certificate: string;
  /** Empty: none. */
  readonly chain: string;
  /** PKCS#8, unencrypted; it never leaves the process. */
  readonly privateKey: string;
  /** Changes with every renewal or import. */
  readonly serial: string;
}

/** Finds certificates by ARN. Undefined: there is none, or it isn't issued. */
export interface CertificateSource {
  find(unit: Unit, arn: string): Promise<ServerCertificate | undefined>;
}

/** What a site may use to answer. No unit is open while it does. */
export interface EdgeContext {
  read<T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T>;
  /** A unit of the service's own, durable when it resolves: counters and metrics. */
  write<T>(work: (unit: Unit, now: Instant) => Promise<T>): Promise<T>;
  /** Who signed a request (Signature Version 4). `body` is what the signature covers. */
  signer(request: EdgeRequest, body: Uint8Array, service: string): Promise<EdgeSigner>;
  /**
   * Asks whether who signed, or nobody (`undefined`), has a permission on what belongs to the site. Errors: the denial with
   * AWS's text.
   */
  assertPermitted(
    caller: Caller | undefined,
    scope: Scope,
    permission: PlainPermission | ResolvedPermission,
    request: EdgeRequest,
  ): Promise<void>;
  /** Calls an operation in units of its own, as a client would: `lambda:Invoke`, `s3:GetObject`. */
  call<I extends object, O>(
    scope: Scope,
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<O>;
  /** Sends a request to a target and passes its answer on as it comes. Errors: `EdgeTargetFault`. */
  forward(request: EdgeForward, body: EdgeBody): Promise<EdgeResponse>;
  /** Aborted when the client goes away or the server stops. */
  readonly signal: AbortSignal;
}

/** `refused`: what is wrong with the signature, as AWS codes and says it; `unsigned`: there is none. */
export type EdgeSigner =
  | { readonly kind: 'signed'; readonly caller: Caller; readonly region: string }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unsigned' };

export interface EdgeForward {
  /** `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly method: string;
  readonly target: string;
  /** Names and values in turn, without those that belong to a connection. */
  readonly headers: readonly string[];
  /** To the head of the answer, in real milliseconds. */
  readonly timeoutMs: number;
  /** Between two pieces of the answer. */
  readonly idleMs: number;
  /** The target's own certificate need not be one that this machine trusts, as with load balancers. */
  readonly trustsAnyCertificate?: boolean;
}

/** Asks a target once how it is. Never rejects. */
export type ProbeTarget = (probe: EdgeProbe, signal: AbortSignal) => Promise<ProbeOutcome>;

export interface EdgeProbe {
  readonly protocol: 'HTTP' | 'HTTPS';
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** Real milliseconds. */
  readonly timeoutMs: number;
}

export type ProbeOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'timedOut' | 'refused' };

/** Why a target gave no answer. */
export class EdgeTargetFault extends Error {
  readonly reason: 'unreachable' | 'timedOut' | 'malformed';

  constructor(reason: EdgeTargetFault['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** What was asked for, and when in service time. */
export interface WatchedSite {
  /** What a firewall stands before. */
  readonly resource: string;
  readonly scope: Scope;
  readonly now: Instant;
}

/** Watches what sites are asked, while it is asked: it must be cheap, keep within bounds, and never throw. */
export interface TrafficWatch {
  /** `isFirst`: of its connection. */
  arrived(site: WatchedSite, request: EdgeRequest, isFirst: boolean): void;
  /** `isRefused`: by the firewall, so that the site never saw it. */
  answered(
    site: WatchedSite,
    outcome: { readonly status: number; readonly isRefused: boolean },
  ): void;
}

/** The firewall in front of a resource. */
export interface FirewallSource {
  /** Undefined: no web ACL stands before the resource. The same web ACL unchanged gives the same firewall. */
  find(unit: Unit, site: Pick<EdgeSite, 'resource' | 'scope'>): Promise<Firewall | undefined>;
}

export interface Firewall {
  /** How many bytes of a body it inspects; 0: none. */
  readonly bodyLimit: number;
  /** Pure but for counters and samples. Errors: any, when evaluation itself fails. */
  inspect(inspection: Inspection): Verdict;
}

export interface Inspection {
  readonly request: EdgeRequest;
  /** At most `bodyLimit` bytes. */
  readonly bodyStart: Uint8Array;
  /** The body goes on behind `bodyStart`. */
  readonly bodyContinues: boolean;
  readonly resource: string;
  /** Service time. */
  readonly now: Instant;
}

export type Verdict =
  | {
      readonly action: 'allow';
      /** Put into the request, in the place of headers of the same names. */
      readonly insertHeaders: readonly (readonly [string, string])[];
    }
  | { readonly action: 'refuse'; readonly response: EdgeResponse };

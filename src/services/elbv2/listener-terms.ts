import type {
  Certificate,
  MutualAuthenticationAttributes,
  ProtocolEnum,
} from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { findCertificate } from '../acm/port.ts';
import { namedBy } from './domain/arns.ts';
import { DEFAULT_TLS_POLICY, tlsPolicies } from './domain/tls-policies.ts';
import {
  certificateNotFound,
  sslPolicyNotFound,
  trustStoreNotFound,
  unbuilt,
  unsupportedCertificate,
  validationError,
} from './errors.ts';
import { type ListenerDocument, type LoadBalancerDocument, trustStores } from './state.ts';

type Terms = Pick<
  ListenerDocument,
  'port' | 'protocol' | 'sslPolicy' | 'certificates' | 'alpnPolicy' | 'mutualAuthentication'
>;

export interface TermsInput {
  readonly Port?: number | undefined;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly SslPolicy?: string | undefined;
  readonly Certificates?: readonly Certificate[] | undefined;
  readonly AlpnPolicy?: readonly string[] | undefined;
  readonly MutualAuthentication?: MutualAuthenticationAttributes | undefined;
}

const PROTOCOLS: Readonly<Record<LoadBalancerDocument['type'], readonly ProtocolEnum[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS'],
};

export function isSecure(protocol: ProtocolEnum): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}

/** On which terms a listener is spoken to, after a change of what was. Errors: AWS's. */
export async function termsOf(
  context: Context,
  view: View,
  { type }: Pick<LoadBalancerDocument, 'type'>,
  { Port, Protocol, ...input }: TermsInput,
  before?: ListenerDocument,
): Promise<Terms> {
  const { port, protocol } = placeOf(context, type, { Port, Protocol, ...input }, before);
  if (!isSecure(protocol)) return plainTerms(port, protocol, input);
  const sslPolicy = input.SslPolicy ?? before?.sslPolicy ?? DEFAULT_TLS_POLICY;
  if (!tlsPolicies.has(sslPolicy)) throw sslPolicyNotFound(sslPolicy);
  const given = (input.Certificates ?? []).flatMap(({ CertificateArn }) => CertificateArn ?? []);
  const [chosen = before?.certificates[0], ...more] = given;
  if (chosen === undefined) {
    throw validationError(`A certificate must be specified for ${protocol} listeners`);
  }
  if (more.length > 0) {
    throw validationError('Exactly one default certificate can be specified for a listener');
  }
  await requireCertificate(context, chosen);
  const others = (before?.certificates ?? []).slice(1).filter((arn) => arn !== chosen);
  return {
    port,
    protocol,
    sslPolicy,
    certificates: [chosen, ...others],
    alpnPolicy: alpnOf(input.AlpnPolicy ?? before?.alpnPolicy ?? []),
    mutualAuthentication:
      input.MutualAuthentication === undefined
        ? before?.mutualAuthentication
        : await mutualOf(view, input.MutualAuthentication),
  };
}

/** Errors: ValidationError, 501. */
function placeOf(
  context: Context,
  type: LoadBalancerDocument['type'],
  { Port, Protocol, AlpnPolicy }: TermsInput,
  before: ListenerDocument | undefined,
): Pick<Terms, 'port' | 'protocol'> {
  const port = Port ?? before?.port;
  const protocol = Protocol ?? before?.protocol;
  if (port === undefined) throw validationError('A port must be specified');
  if (protocol === undefined) throw validationError('A protocol must be specified');
  if (
    protocol === 'UDP' ||
    protocol === 'TCP_UDP' ||
    protocol === 'GENEVE' ||
    /QUIC/.test(protocol)
  ) {
    throw unbuilt(context.call.operation, `the protocol ${protocol}`);
  }
  if (!PROTOCOLS[type].includes(protocol)) {
    throw validationError(`Protocol '${protocol}' must be one of '${PROTOCOLS[type].join(', ')}'`);
  }
  if (AlpnPolicy !== undefined && AlpnPolicy.length > 0 && type === 'application') {
    throw validationError("You cannot set ALPN policy on load balancers of type 'application'");
  }
  return { port, protocol };
}

function plainTerms(port: number, protocol: ProtocolEnum, input: TermsInput): Terms {
  if ((input.Certificates ?? []).length > 0 || input.SslPolicy !== undefined) {
    throw validationError(
      `You cannot specify certificates or SSL policies for ${protocol} listeners`,
    );
  }
  return {
    port,
    protocol,
    sslPolicy: undefined,
    certificates: [],
    alpnPolicy: [],
    mutualAuthentication: undefined,
  };
}

const ALPN: ReadonlySet<string> = new Set([
  'HTTP1Only',
  'HTTP2Only',
  'HTTP2Optional',
  'HTTP2Preferred',
  'None',
]);

function alpnOf(policy: readonly string[]): readonly string[] {
  const unknown = policy.find((one) => !ALPN.has(one));
  if (unknown !== undefined) throw validationError(`ALPN policy '${unknown}' is not valid`);
  return policy;
}

/** Errors: CertificateNotFound, UnsupportedCertificate. */
export async function requireCertificate({ unit, call }: Context, arn: string): Promise<void> {
  const certificate = await findCertificate(unit, arn);
  const { account, region } = call.scope;
  const isHere = certificate?.scope.account === account && certificate.scope.region === region;
  if (certificate === undefined || !isHere) throw certificateNotFound(arn);
  if (certificate.status !== 'ISSUED') throw unsupportedCertificate(arn);
}

async function mutualOf(
  view: View,
  { Mode = 'off', TrustStoreArn, ...more }: MutualAuthenticationAttributes,
): Promise<MutualAuthenticationAttributes> {
  if (Mode !== 'off' && Mode !== 'passthrough' && Mode !== 'verify') {
    throw validationError(`Mutual authentication mode '${Mode}' is not valid`);
  }
  if (Mode !== 'verify') return { Mode };
  if (TrustStoreArn === undefined) {
    throw validationError(
      "A trust store ARN must be specified for mutual authentication mode 'verify'",
    );
  }
  const store = await view.get(trustStores, namedBy(TrustStoreArn)?.parts[0] ?? '');
  if (store?.arn !== TrustStoreArn) throw trustStoreNotFound();
  return {
    Mode,
    TrustStoreArn,
    IgnoreClientCertificateExpiry: more.IgnoreClientCertificateExpiry ?? false,
    TrustStoreAssociationStatus: 'active',
    AdvertiseTrustStoreCaNames: more.AdvertiseTrustStoreCaNames ?? 'off',
  };
}

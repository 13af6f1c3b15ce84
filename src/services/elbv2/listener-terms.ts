import type {
  Certificate,
  MutualAuthenticationAttributes,
  ProtocolEnum,
} from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { findCertificate } from '../acm/port.ts';
import { DEFAULT_TLS_POLICY, tlsPolicies } from './domain/tls-policies.ts';
import {
  certificateNotFound,
  sslPolicyNotFound,
  unbuilt,
  unsupportedCertificate,
  validationError,
} from './errors.ts';
import type { ListenerDocument } from './state.ts';

type Terms = Pick<
  ListenerDocument,
  'port' | 'protocol' | 'sslPolicy' | 'certificates' | 'mutualAuthentication'
>;

export interface TermsInput {
  readonly Port?: number | undefined;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly SslPolicy?: string | undefined;
  readonly Certificates?: readonly Certificate[] | undefined;
  readonly AlpnPolicy?: readonly string[] | undefined;
  readonly MutualAuthentication?: MutualAuthenticationAttributes | undefined;
}

const PROTOCOLS: readonly ProtocolEnum[] = ['HTTP', 'HTTPS'];

/** On which terms a listener is spoken to, after a change of what was. Errors: AWS's. */
export async function termsOf(
  context: Context,
  input: TermsInput,
  before?: ListenerDocument,
): Promise<Terms> {
  const { port, protocol } = placeOf(input, before);
  if (protocol === 'HTTP') return plainTerms(port, protocol, input);
  const sslPolicy = input.SslPolicy ?? before?.sslPolicy ?? DEFAULT_TLS_POLICY;
  if (!tlsPolicies.has(sslPolicy)) throw sslPolicyNotFound(sslPolicy);
  const given = (input.Certificates ?? []).flatMap(({ CertificateArn }) => CertificateArn ?? []);
  const [chosen = before?.certificates[0], ...more] = given;
  if (chosen === undefined) {
    throw validationError('A certificate must be specified for HTTPS listeners');
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
    mutualAuthentication:
      input.MutualAuthentication === undefined
        ? before?.mutualAuthentication
        : mutualOf(input.MutualAuthentication, context.call.operation),
  };
}

/** Errors: ValidationError. */
function placeOf(
  { Port, Protocol, AlpnPolicy = [] }: TermsInput,
  before: ListenerDocument | undefined,
): Pick<Terms, 'port' | 'protocol'> {
  const port = Port ?? before?.port;
  const protocol = Protocol ?? before?.protocol;
  if (port === undefined) throw validationError('A port must be specified');
  if (protocol === undefined) throw validationError('A protocol must be specified');
  if (!PROTOCOLS.includes(protocol)) {
    throw validationError(`Protocol '${protocol}' must be one of '${PROTOCOLS.join(', ')}'`);
  }
  if (AlpnPolicy.length > 0) {
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
    mutualAuthentication: undefined,
  };
}

/** Errors: CertificateNotFound, UnsupportedCertificate. */
export async function requireCertificate({ unit, call }: Context, arn: string): Promise<void> {
  const certificate = await findCertificate(unit, arn);
  const { account, region } = call.scope;
  const isHere = certificate?.scope.account === account && certificate.scope.region === region;
  if (certificate === undefined || !isHere) throw certificateNotFound(arn);
  if (certificate.status !== 'ISSUED') throw unsupportedCertificate(arn);
}

/** Errors: ValidationError, 501. */
function mutualOf(
  { Mode = 'off' }: MutualAuthenticationAttributes,
  operation: string,
): MutualAuthenticationAttributes {
  if (Mode === 'verify') throw unbuilt(operation, 'trust stores');
  if (Mode !== 'off' && Mode !== 'passthrough') {
    throw validationError(`Mutual authentication mode '${Mode}' is not valid`);
  }
  return { Mode };
}

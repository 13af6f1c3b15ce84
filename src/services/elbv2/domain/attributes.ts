/** What a value may be: one of some words, a number in a range, or any text of a length. */
type Rule =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly most: number };

export interface Attribute {
  readonly default: string;
  readonly rule: Rule;
}

export type AttributeTable = ReadonlyMap<string, Attribute>;

function words(initial: string, ...more: readonly string[]): Attribute {
  return { default: initial, rule: { kind: 'words', words: [initial, ...more] } };
}

function flag(initial: 'true' | 'false'): Attribute {
  return words(initial, initial === 'true' ? 'false' : 'true');
}

function number(initial: number, least: number, most: number): Attribute {
  return { default: String(initial), rule: { kind: 'number', least, most } };
}

function text(most = 1_024): Attribute {
  return { default: '', rule: { kind: 'text', most } };
}

const COMMON: readonly (readonly [string, Attribute])[] = [
  ['deletion_protection.enabled', flag('false')],
  ['access_logs.s3.enabled', flag('false')],
  ['access_logs.s3.bucket', text()],
  ['access_logs.s3.prefix', text()],
];

export const APPLICATION: AttributeTable = new Map([
  ...COMMON,
  ['idle_timeout.timeout_seconds', number(60, 1, 4_000)],
  ['routing.http.desync_mitigation_mode', words('defensive', 'monitor', 'strictest')],
  ['routing.http.drop_invalid_header_fields.enabled', flag('false')],
  ['routing.http.preserve_host_header.enabled', flag('false')],
  ['routing.http.x_amzn_tls_version_and_cipher_suite.enabled', flag('false')],
  ['routing.http.xff_client_port.enabled', flag('false')],
  ['routing.http.xff_header_processing.mode', words('append', 'preserve', 'remove')],
  ['routing.http2.enabled', flag('true')],
  ['waf.fail_open.enabled', flag('false')],
  ['load_balancing.cross_zone.enabled', words('true')],
  ['client_keep_alive.seconds', number(3_600, 60, 604_800)],
  ['connection_logs.s3.enabled', words('false')],
  ['connection_logs.s3.bucket', text()],
  ['connection_logs.s3.prefix', text()],
  ['zonal_shift.config.enabled', flag('false')],
]);

export const NETWORK: AttributeTable = new Map([
  ...COMMON,
  ['load_balancing.cross_zone.enabled', flag('false')],
  [
    'dns_record.client_routing_policy',
    words(
      'any_availability_zone',
      'availability_zone_affinity',
      'partial_availability_zone_affinity',
    ),
  ],
  ['zonal_shift.config.enabled', flag('false')],
]);

const RESPONSE_TEXTS = [
  'strict_transport_security',
  'access_control_allow_origin',
  'access_control_allow_methods',
  'access_control_allow_headers',
  'access_control_allow_credentials',
  'access_control_expose_headers',
  'access_control_max_age',
  'content_security_policy',
  'x_content_type_options',
  'x_frame_options',
];

/** Listeners of HTTP; those of HTTPS have `HTTPS_LISTENER` too. */
export const HTTP_LISTENER: AttributeTable = new Map([
  ['routing.http.response.server.enabled', flag('true')],
  ...RESPONSE_TEXTS.map((name) => [`routing.http.response.${name}.header_value`, text()] as const),
]);

const REQUEST_NAMES = [
  'x_amzn_mtls_clientcert_serial_number',
  'x_amzn_mtls_clientcert_issuer',
  'x_amzn_mtls_clientcert_subject',
  'x_amzn_mtls_clientcert_validity',
  'x_amzn_mtls_clientcert_leaf',
  'x_amzn_mtls_clientcert',
  'x_amzn_tls_version',
  'x_amzn_tls_cipher_suite',
];

export const HTTPS_LISTENER: AttributeTable = new Map([
  ...HTTP_LISTENER,
  ...REQUEST_NAMES.map((name) => [`routing.http.request.${name}.header_name`, text(40)] as const),
]);

export const TCP_LISTENER: AttributeTable = new Map([
  ['tcp.idle_timeout.seconds', number(350, 60, 6_000)],
]);

const DRAINING = ['deregistration_delay.timeout_seconds', number(300, 0, 3_600)] as const;
const HEALTH: readonly (readonly [string, Attribute])[] = [
  ['target_group_health.dns_failover.minimum_healthy_targets.count', text(3)],
  ['target_group_health.dns_failover.minimum_healthy_targets.percentage', text(3)],
  [
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
    number(1, 1, 1_000),
  ],
  ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage', text(3)],
];

export const HTTP_GROUP: AttributeTable = new Map([
  DRAINING,
  ['stickiness.enabled', flag('false')],
  ['stickiness.type', words('lb_cookie', 'app_cookie')],
  ['stickiness.lb_cookie.duration_seconds', number(86_400, 1, 604_800)],
  ['stickiness.app_cookie.cookie_name', text(4_096)],
  ['stickiness.app_cookie.duration_seconds', number(86_400, 1, 604_800)],
  ['slow_start.duration_seconds', number(0, 0, 900)],
  [
    'load_balancing.algorithm.type',
    words('round_robin', 'least_outstanding_requests', 'weighted_random'),
  ],
  ['load_balancing.algorithm.anomaly_mitigation', words('off', 'on')],
  ['load_balancing.cross_zone.enabled', words('use_load_balancer_configuration', 'true', 'false')],
  ...HEALTH,
]);

export const TCP_GROUP: AttributeTable = new Map([
  DRAINING,
  ['deregistration_delay.connection_termination.enabled', flag('false')],
  ['stickiness.enabled', flag('false')],
  ['stickiness.type', words('source_ip')],
  ['preserve_client_ip.enabled', words('false')],
  ['proxy_protocol_v2.enabled', words('false', 'true')],
  ['target_health_state.unhealthy.connection_termination.enabled', flag('true')],
  ['target_health_state.unhealthy.draining_interval_seconds', number(0, 0, 360_000)],
  ['load_balancing.cross_zone.enabled', words('use_load_balancer_configuration', 'true', 'false')],
  ...HEALTH,
]);

export const LAMBDA_GROUP: AttributeTable = new Map([
  ['lambda.multi_value_headers.enabled', flag('false')],
]);

/** What is wrong with a value, as a sentence; undefined: nothing. */
export function attributeFault(
  table: AttributeTable,
  key: string,
  value: string,
  what: string,
): string | undefined {
  const attribute = table.get(key);
  if (attribute === undefined) return `${what} attribute key '${key}' is not recognized`;
  const { rule } = attribute;
  const isFine =
    rule.kind === 'words'
      ? rule.words.includes(value)
      : rule.kind === 'text'
        ? value.length <= rule.most
        : /^\d{1,7}$/.test(value) && Number(value) >= rule.least && Number(value) <= rule.most;
  return isFine ? undefined : `${what} attribute value '${value}' for key '${key}' is not valid`;
}

/** Every attribute with what it is: as it was set, or its default. */
export function shownAttributes(
  table: AttributeTable,
  set: Readonly<Record<string, string>>,
): readonly { readonly Key: string; readonly Value: string }[] {
  return [...table].map(([Key, attribute]) => ({ Key, Value: set[Key] ?? attribute.default }));
}

/** What an attribute is. */
export function valueOf(
  table: AttributeTable,
  set: Readonly<Record<string, string>>,
  key: string,
): string {
  return set[key] ?? table.get(key)?.default ?? '';
}

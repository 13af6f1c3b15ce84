/** What a value may be: one of some words, a number in a range, or a text of a form. */
type Rule =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'text'; readonly form: RegExp };

interface Attribute {
  readonly default: string;
  readonly rule: Rule;
  /** The values that make a difference here; undefined: all that AWS takes. */
  readonly built?: readonly string[];
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

function text(form = /^[^]{0,1024}$/): Attribute {
  return { default: '', rule: { kind: 'text', form } };
}

/** AWS takes other values too, which nothing here would act on. */
function fixed(attribute: Attribute): Attribute {
  return { ...attribute, built: [attribute.default] };
}

export const APPLICATION: AttributeTable = new Map([
  ['deletion_protection.enabled', flag('false')],
  ['access_logs.s3.enabled', fixed(flag('false'))],
  ['access_logs.s3.bucket', text()],
  ['access_logs.s3.prefix', text()],
  ['idle_timeout.timeout_seconds', number(60, 1, 4_000)],
  ['routing.http.desync_mitigation_mode', fixed(words('defensive', 'monitor', 'strictest'))],
  ['routing.http.drop_invalid_header_fields.enabled', flag('false')],
  ['routing.http.preserve_host_header.enabled', flag('false')],
  ['routing.http.x_amzn_tls_version_and_cipher_suite.enabled', flag('false')],
  ['routing.http.xff_client_port.enabled', flag('false')],
  ['routing.http.xff_header_processing.mode', words('append', 'preserve', 'remove')],
  ['routing.http2.enabled', flag('true')],
  ['waf.fail_open.enabled', flag('false')],
  ['load_balancing.cross_zone.enabled', words('true')],
  ['client_keep_alive.seconds', number(3_600, 60, 604_800)],
  ['connection_logs.s3.enabled', fixed(flag('false'))],
  ['connection_logs.s3.bucket', text()],
  ['connection_logs.s3.prefix', text()],
  ['zonal_shift.config.enabled', fixed(flag('false'))],
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
/** A line break would begin another header. */
const HEADER_VALUE = text(/^[\w :;.,\\/'?!(){}[\]@<>=\-+*#&`|~^%]{0,1024}$/);

/** Listeners of HTTP; those of HTTPS have `HTTPS_LISTENER` too. */
export const HTTP_LISTENER: AttributeTable = new Map([
  ['routing.http.response.server.enabled', flag('true')],
  ...RESPONSE_TEXTS.map(
    (name) => [`routing.http.response.${name}.header_value`, HEADER_VALUE] as const,
  ),
]);

/** What a listener says of TLS in headers, which may have other names. */
export const REQUEST_NAMES = [
  'x_amzn_mtls_clientcert_serial_number',
  'x_amzn_mtls_clientcert_issuer',
  'x_amzn_mtls_clientcert_subject',
  'x_amzn_mtls_clientcert_validity',
  'x_amzn_mtls_clientcert_leaf',
  'x_amzn_mtls_clientcert',
  'x_amzn_tls_version',
  'x_amzn_tls_cipher_suite',
];
/** Not those by which a request is cut and routed: under such a name a certificate would take their place. */
const HEADER_NAME = text(
  /^(?!(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|cookie|x-forwarded-.*|x-amzn-trace-id)$)[\w-]{0,40}$/i,
);

/** `x_amzn_tls_version`. */
export function requestNameKey(name: string): string {
  return `routing.http.request.${name}.header_name`;
}

export const HTTPS_LISTENER: AttributeTable = new Map([
  ...HTTP_LISTENER,
  ...REQUEST_NAMES.map((name) => [requestNameKey(name), HEADER_NAME] as const),
]);

/** How many, or how many of a hundred, must be well for something to happen. */
function threshold(initial: string): Attribute {
  return fixed({ default: initial, rule: { kind: 'text', form: /^(off|[1-9]\d{0,3})$/ } });
}

const HEALTH = 'target_group_health';

export const HTTP_GROUP: AttributeTable = new Map([
  ['deregistration_delay.timeout_seconds', number(300, 0, 3_600)],
  ['stickiness.enabled', flag('false')],
  ['stickiness.type', words('lb_cookie', 'app_cookie')],
  ['stickiness.lb_cookie.duration_seconds', number(86_400, 1, 604_800)],
  ['stickiness.app_cookie.cookie_name', text(/^[^]{0,4096}$/)],
  ['stickiness.app_cookie.duration_seconds', number(86_400, 1, 604_800)],
  ['slow_start.duration_seconds', fixed(number(0, 0, 900))],
  [
    'load_balancing.algorithm.type',
    words('round_robin', 'least_outstanding_requests', 'weighted_random'),
  ],
  ['load_balancing.algorithm.anomaly_mitigation', fixed(words('off', 'on'))],
  [
    'load_balancing.cross_zone.enabled',
    {
      ...words('use_load_balancer_configuration', 'true', 'false'),
      built: ['use_load_balancer_configuration', 'true'],
    },
  ],
  [`${HEALTH}.dns_failover.minimum_healthy_targets.count`, threshold('1')],
  [`${HEALTH}.dns_failover.minimum_healthy_targets.percentage`, threshold('off')],
  [`${HEALTH}.unhealthy_state_routing.minimum_healthy_targets.count`, threshold('1')],
  [`${HEALTH}.unhealthy_state_routing.minimum_healthy_targets.percentage`, threshold('off')],
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
        ? rule.form.test(value)
        : /^\d{1,7}$/.test(value) && Number(value) >= rule.least && Number(value) <= rule.most;
  return isFine ? undefined : `${what} attribute value '${value}' for key '${key}' is not valid`;
}

/** Whether anything here acts on a value that AWS takes. */
export function isBuilt(table: AttributeTable, key: string, value: string): boolean {
  return table.get(key)?.built?.includes(value) ?? true;
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

// botocore's model → the compact form that src/model/load.ts reads. Prose is dropped; keys are short and ordered.

const PROTOCOLS = {
  'rest-json': 'restJson1',
  'rest-xml': 'restXml',
  query: 'awsQuery',
  ec2: 'ec2Query',
  'smithy-rpc-v2-cbor': 'rpcv2Cbor',
};
const TIMESTAMPS = { iso8601: 'date-time', unixTimestamp: 'epoch-seconds', rfc822: 'http-date' };
const GLOBAL = new Set([
  'cost-explorer',
  'iam',
  'organizations',
  'route53',
  'cloudfront',
  'shield',
]);

export function compactModel(id, raw) {
  const { metadata } = raw;
  const names = metadata.protocols ?? [metadata.protocol];
  const protocols = names.map((name) =>
    name === 'json'
      ? `awsJson${(metadata.jsonVersion ?? '1.1').replace('.', '_')}`
      : PROTOCOLS[name],
  );
  const preferred = names.indexOf(metadata.protocol);
  if (preferred > 0) protocols.unshift(...protocols.splice(preferred, 1));
  return defined({
    id,
    sdkId: metadata.serviceId,
    apiVersion: metadata.apiVersion,
    protocols,
    targetPrefix: metadata.targetPrefix?.split('.').at(-1),
    xmlNamespace: metadata.xmlNamespace?.uri ?? metadata.xmlNamespace,
    signingName: metadata.signingName ?? metadata.endpointPrefix,
    endpointPrefix: metadata.endpointPrefix,
    global: GLOBAL.has(id) ? 1 : undefined,
    queryCompatible: metadata.awsQueryCompatible === undefined ? undefined : 1,
    operations: sorted(raw.operations, (operation, name) =>
      operationOf(operation, raw.pagination[name]),
    ),
    shapes: sorted(raw.shapes, shapeOf),
  });
}

function operationOf(operation, pagination) {
  return defined({
    in: operation.input?.shape,
    inName: operation.input?.locationName,
    inNs: namespaceOf(operation.input),
    out: operation.output?.shape,
    wrap: operation.output?.resultWrapper,
    http: [operation.http.method, operation.http.requestUri, operation.http.responseCode ?? 200],
    errors: operation.errors?.map((error) => error.shape),
    anon: operation.authtype === 'none' || noAuth(operation) ? 1 : undefined,
    unsigned:
      operation.unsignedPayload === true || operation.authtype === 'v4-unsigned-body'
        ? 1
        : undefined,
    host: operation.endpoint?.hostPrefix,
    page: pageOf(pagination),
    idem: operation.idempotent === true ? 1 : undefined,
  });
}

function noAuth(operation) {
  return operation.auth?.length === 1 && operation.auth[0] === 'smithy.api#noAuth';
}

function pageOf(pagination) {
  if (pagination === undefined) return undefined;
  const one = (value) => (Array.isArray(value) ? value[0] : value);
  const output = one(pagination.output_token);
  return defined({
    in: one(pagination.input_token),
    out: output.split(' || ')[0],
    limit: one(pagination.limit_key),
    items: one(pagination.result_key),
  });
}

function shapeOf(shape) {
  const common = {
    sens: shape.sensitive === true ? 1 : undefined,
    min: shape.min,
    max: shape.max,
    pat: shape.pattern,
    enum: shape.enum,
  };
  switch (shape.type) {
    case 'structure':
      return defined({ ...structureOf(shape), ...common });
    case 'list':
      return defined({
        t: 'list',
        ...common,
        of: shape.member.shape,
        xml: shape.member.locationName,
        flat: shape.flattened === true ? 1 : undefined,
        sparse: shape.sparse === true ? 1 : undefined,
      });
    case 'map':
      return defined({
        t: 'map',
        ...common,
        key: shape.key.shape,
        val: shape.value.shape,
        xmlKey: shape.key.locationName,
        xmlVal: shape.value.locationName,
        flat: shape.flattened === true ? 1 : undefined,
        sparse: shape.sparse === true ? 1 : undefined,
      });
    default:
      return defined({
        t: shape.type === 'character' ? 'string' : shape.type,
        ...common,
        ts: TIMESTAMPS[shape.timestampFormat],
        stream: shape.streaming === true ? 1 : undefined,
      });
  }
}

function structureOf(shape) {
  if (shape.document === true) return { t: 'document' };
  const required = new Set(shape.required ?? []);
  const members = Object.entries(shape.members ?? {}).map(([name, member]) => [
    name,
    memberOf(name, member, required, shape.payload),
  ]);
  const fault = shape.fault === true || shape.error?.senderFault === false;
  const status = shape.error?.httpStatusCode ?? (fault ? 500 : 400);
  return {
    t: shape.union === true ? 'union' : 'structure',
    m: Object.fromEntries(members),
    err: shape.exception === true ? [fault || status >= 500 ? 1 : 0, status] : undefined,
    code: shape.exception === true ? shape.error?.code : undefined,
    xmlName: shape.locationName,
    ns: namespaceOf(shape),
  };
}

const LOCATIONS = {
  uri: 'label',
  querystring: 'query',
  header: 'header',
  headers: 'prefixHeaders',
  statusCode: 'statusCode',
};

function memberOf(name, member, required, payload) {
  const location = LOCATIONS[member.location];
  return defined({
    s: member.shape,
    req: required.has(name) ? 1 : undefined,
    loc: location ?? (payload === name ? 'payload' : undefined),
    at: member.locationName,
    form: member.formName,
    attr: member.xmlAttribute === true ? 1 : undefined,
    ns: namespaceOf(member),
    ec2: member.queryName,
    flat: member.flattened === true ? 1 : undefined,
    sens: member.sensitive === true ? 1 : undefined,
    token: member.idempotencyToken === true ? 1 : undefined,
    host: member.hostLabel === true ? 1 : undefined,
    ts: TIMESTAMPS[member.timestampFormat],
    stream: member.streaming === true ? 1 : undefined,
  });
}

function namespaceOf(holder) {
  const namespace = holder?.xmlNamespace;
  if (namespace === undefined) return undefined;
  return typeof namespace === 'string'
    ? [namespace]
    : [namespace.uri, namespace.prefix].filter(Boolean);
}

function sorted(record, map) {
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((name) => [name, map(record[name], name)]),
  );
}

function defined(record) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

import type {
  Binding,
  HttpBinding,
  ListShape,
  MapShape,
  Member,
  OperationModel,
  ProtocolName,
  ServiceModel,
  Shape,
  SimpleShape,
  SimpleType,
  StructureShape,
  UnionShape,
} from '../../src/model/types.ts';

export function simple(type: SimpleType, more: Partial<SimpleShape> = {}): SimpleShape {
  return { type, name: type, sensitive: false, constraints: {}, streaming: false, ...more };
}

export function list(member: Shape, more: Partial<ListShape> = {}): ListShape {
  const fixed = { name: 'List', sensitive: false, constraints: {}, xmlName: 'member' };
  return { type: 'list', member, ...fixed, flattened: false, sparse: false, ...more };
}

export function map(value: Shape, more: Partial<MapShape> = {}): MapShape {
  const fixed = { name: 'Map', sensitive: false, constraints: {}, flattened: false, sparse: false };
  const names = { xmlKeyName: 'key', xmlValueName: 'value' };
  return { type: 'map', key: simple('string'), value, ...fixed, ...names, ...more };
}

const body: Binding = { in: 'body' };

export function member(name: string, shape: Shape, more: Partial<Member> = {}): Member {
  return {
    name,
    shape,
    required: false,
    binding: body,
    jsonName: name,
    xmlName: name,
    ec2Name: name,
    xmlAttribute: false,
    flattened: false,
    sensitive: false,
    idempotencyToken: false,
    hostLabel: false,
    constraints: {},
    ...more,
  };
}

export function structure(
  name: string,
  members: readonly Member[],
  more: Partial<StructureShape> = {},
): StructureShape {
  const memberByName = new Map(members.map((one) => [one.name, one]));
  return {
    type: 'structure',
    name,
    sensitive: false,
    constraints: {},
    members,
    memberByName,
    ...more,
  };
}

export function union(name: string, members: readonly Member[]): UnionShape {
  const memberByName = new Map(members.map((one) => [one.name, one]));
  return { type: 'union', name, sensitive: false, constraints: {}, members, memberByName };
}

export function operation(
  name: string,
  input: StructureShape,
  output: StructureShape,
  http: HttpBinding = { method: 'POST', uri: '/', status: 200 },
): OperationModel {
  return {
    name,
    input,
    output,
    errors: [],
    http,
    auth: 'sigv4',
    unsignedPayload: false,
    idempotent: false,
  };
}

export function service(
  id: string,
  protocols: readonly ProtocolName[],
  operations: readonly OperationModel[],
  more: Partial<ServiceModel> = {},
): ServiceModel {
  return {
    id,
    sdkId: id,
    apiVersion: '2010-05-08',
    protocols,
    signingName: id,
    endpointPrefix: id,
    xmlNamespace: `https://${id}.amazonaws.com/doc/2010-05-08/`,
    global: false,
    queryCompatible: false,
    operations: new Map(operations.map((one) => [one.name, one])),
    errors: new Map(),
    ...more,
  };
}

export function errorShape(
  name: string,
  status: number,
  messageMember: string,
  queryCode?: string,
): StructureShape {
  const error = { fault: 'client' as const, status, messageMember };
  return structure(name, [member(messageMember, simple('string'))], {
    error: queryCode === undefined ? error : { ...error, queryCode },
  });
}

/** A structure with one member of every kind of shape, recursive through `Nested`. */
export function everything(): StructureShape {
  const members: Member[] = [
    member('Text', simple('string')),
    member('Flag', simple('boolean')),
    member('Small', simple('integer')),
    member('Large', simple('long')),
    member('Ratio', simple('double')),
    member('Bytes', simple('blob')),
    member('When', simple('timestamp')),
    member('Iso', simple('timestamp'), { timestampFormat: 'date-time' }),
    member('Http', simple('timestamp', { timestampFormat: 'http-date' })),
    member('Names', list(simple('string'))),
    member('Flat', list(simple('integer')), { flattened: true }),
    member('Labels', map(simple('string'))),
    member('FlatMap', map(simple('integer'), { flattened: true })),
    member(
      'Choice',
      union('Choice', [member('Left', simple('string')), member('Right', simple('integer'))]),
    ),
  ];
  const shape = structure('Everything', members);
  members.push(member('Nested', shape));
  const memberByName = new Map(members.map((one) => [one.name, one]));
  return Object.assign(shape, { memberByName });
}

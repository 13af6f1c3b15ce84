/**
 * The API models as the product sees them: frozen, prose-free, one per service. Generated files are compact
 * JSON (`models/<service>/model.json`); `load.ts` turns them into these types on first use.
 * Source: pinned `@aws-sdk/client-*` packages merged with botocore's constraints.
 */
export type ProtocolName =
  | 'awsJson1_0'
  | 'awsJson1_1'
  | 'awsQuery'
  | 'ec2Query'
  | 'restJson1'
  | 'restXml'
  | 'rpcv2Cbor';

export type TimestampFormat = 'epoch-seconds' | 'date-time' | 'http-date';

/** Where a member travels. `body` unless the model binds it elsewhere. */
export type Binding =
  | { readonly in: 'body' }
  | { readonly in: 'label'; readonly name: string; readonly greedy: boolean }
  | { readonly in: 'query'; readonly name: string }
  | { readonly in: 'queryParams' }
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'prefixHeaders'; readonly prefix: string }
  | { readonly in: 'payload' }
  | { readonly in: 'statusCode' };

export interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  /** The values an enumerated string may have. */
  readonly enum?: readonly string[];
}

export type SimpleType =
  | 'string'
  | 'boolean'
  | 'byte'
  | 'short'
  | 'integer'
  | 'long'
  | 'float'
  | 'double'
  | 'bigInteger'
  | 'bigDecimal'
  | 'blob'
  | 'timestamp'
  | 'document';

interface ShapeBase {
  /** The model's name of the shape, for example `PlaintextType`. */
  readonly name: string;
  readonly sensitive: boolean;
  readonly constraints: Constraints;
}

export interface SimpleShape extends ShapeBase {
  readonly type: SimpleType;
  readonly timestampFormat?: TimestampFormat;
  /** A blob whose bytes are not read before the handler asks. */
  readonly streaming: boolean;
  readonly mediaType?: string;
}

export interface ListShape extends ShapeBase {
  readonly type: 'list';
  readonly member: Shape;
  /** XML: element name of an entry (default `member`). */
  readonly xmlName: string;
  /** XML and query: entries stand directly under the parent, without a wrapper. */
  readonly flattened: boolean;
  readonly sparse: boolean;
}

export interface MapShape extends ShapeBase {
  readonly type: 'map';
  readonly key: Shape;
  readonly value: Shape;
  readonly xmlKeyName: string;
  readonly xmlValueName: string;
  readonly flattened: boolean;
  readonly sparse: boolean;
}

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly binding: Binding;
  /** JSON member name; differs from `name` where the model says so. */
  readonly jsonName: string;
  /** XML element or attribute name. */
  readonly xmlName: string;
  readonly xmlAttribute: boolean;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
  /** Name in an ec2Query request. */
  readonly ec2Name: string;
  readonly flattened: boolean;
  readonly sensitive: boolean;
  readonly idempotencyToken: boolean;
  readonly hostLabel: boolean;
  readonly timestampFormat?: TimestampFormat;
  /** Constraints of the member, which come before those of its shape. */
  readonly constraints: Constraints;
}

export interface StructureShape extends ShapeBase {
  readonly type: 'structure';
  readonly members: readonly Member[];
  readonly memberByName: ReadonlyMap<string, Member>;
  /** Set on error shapes. */
  readonly error?: ErrorTrait;
  /** XML: root element name where it differs from the shape's. */
  readonly xmlName?: string;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
}

export interface UnionShape extends ShapeBase {
  readonly type: 'union';
  readonly members: readonly Member[];
  readonly memberByName: ReadonlyMap<string, Member>;
}

export interface ErrorTrait {
  readonly fault: 'client' | 'server';
  readonly status: number;
  /** The code on the wire of query protocols, or the legacy code of query-compatible services. */
  readonly queryCode?: string;
  /** `message` or `Message`: the member that carries the text, as this error spells it. */
  readonly messageMember: string;
}

export type Shape = SimpleShape | ListShape | MapShape | StructureShape | UnionShape;

export interface HttpBinding {
  readonly method: string;
  /** URI template: `/{Bucket}/{Key+}?acl`. */
  readonly uri: string;
  readonly status: number;
}

export interface Pagination {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly limit?: string;
  readonly items?: string;
}

export interface OperationModel {
  readonly name: string;
  readonly input: StructureShape;
  readonly output: StructureShape;
  readonly errors: readonly StructureShape[];
  readonly http: HttpBinding;
  /** `none`: callers may be anonymous (for example AssumeRoleWithWebIdentity). */
  readonly auth: 'sigv4' | 'none';
  readonly unsignedPayload: boolean;
  readonly hostPrefix?: string;
  readonly pagination?: Pagination;
  readonly idempotent: boolean;
  /** Set where the model wraps the result (awsQuery: `<Op>Result`). */
  readonly resultWrapper?: string;
}

export interface ServiceModel {
  /** The folder's name: `kms`, `elbv2`, `service-quotas`. */
  readonly id: string;
  /** AWS's own id: `KMS`, `Elastic Load Balancing v2`. */
  readonly sdkId: string;
  readonly apiVersion: string;
  /** All protocols the service is served with; the first is the default for answers without a request. */
  readonly protocols: readonly ProtocolName[];
  /** `TrentService`; undefined where no JSON or CBOR protocol is spoken. The last dot-separated part. */
  readonly targetPrefix?: string;
  readonly xmlNamespace?: string;
  /** The service name in the credential scope. */
  readonly signingName: string;
  readonly endpointPrefix: string;
  /** State lives once per account, whatever Region signs. */
  readonly global: boolean;
  readonly queryCompatible: boolean;
  readonly operations: ReadonlyMap<string, OperationModel>;
  /** Modelled errors by shape name. */
  readonly errors: ReadonlyMap<string, StructureShape>;
}

/** The bytes of a streamed blob, in order, each chunk non-empty. */
export type ByteStream = AsyncIterable<Uint8Array>;

import type { ProtocolName, SimpleType, TimestampFormat } from './types.ts';

/** The form of `models/<service>/model.json`. 1 stands for true; what is absent is false or unset. */
export interface CompactHead {
  readonly id: string;
  readonly sdkId: string;
  readonly apiVersion: string;
  readonly protocols: readonly ProtocolName[];
  readonly targetPrefix?: string;
  readonly xmlNamespace?: string;
  readonly signingName: string;
  readonly endpointPrefix: string;
  readonly global?: 1;
  readonly queryCompatible?: 1;
}

export interface CompactModel extends CompactHead {
  readonly operations: Readonly<Record<string, CompactOperation>>;
  readonly shapes: Readonly<Record<string, CompactShape>>;
}

export interface CompactPage {
  readonly in: string;
  readonly out: string;
  readonly limit?: string;
  readonly items?: string;
}

/** `[uri]` or `[uri, prefix]`. */
export type CompactNamespace = readonly [string, string?];

export interface CompactOperation {
  readonly in?: string;
  readonly inName?: string;
  readonly inNs?: CompactNamespace;
  readonly out?: string;
  readonly wrap?: string;
  readonly http: readonly [method: string, uri: string, status: number];
  readonly errors?: readonly string[];
  readonly anon?: 1;
  readonly unsigned?: 1;
  readonly host?: string;
  readonly page?: CompactPage;
  readonly idem?: 1;
}

export interface CompactShape {
  readonly t: SimpleType | 'list' | 'map' | 'structure' | 'union';
  readonly sens?: 1;
  readonly min?: number;
  readonly max?: number;
  readonly pat?: string;
  readonly enum?: readonly string[];
  readonly ts?: TimestampFormat;
  readonly stream?: 1;
  /** List: the entry's shape and element name. */
  readonly of?: string;
  readonly xml?: string;
  readonly flat?: 1;
  readonly sparse?: 1;
  /** Map: shapes and element names of keys and values. */
  readonly key?: string;
  readonly val?: string;
  readonly xmlKey?: string;
  readonly xmlVal?: string;
  /** Structure and union: members in the model's order. */
  readonly m?: Readonly<Record<string, CompactMember>>;
  /** Error: `[1 for a server fault, HTTP status]`, and its code on the wire. */
  readonly err?: readonly [fault: 0 | 1, status: number];
  readonly code?: string;
  readonly xmlName?: string;
  readonly ns?: CompactNamespace;
}

export interface CompactMember {
  readonly s: string;
  readonly req?: 1;
  readonly loc?: 'label' | 'query' | 'header' | 'prefixHeaders' | 'statusCode' | 'payload';
  readonly at?: string;
  /** Its name in forms and XML, where that is not its name in JSON. */
  readonly form?: string;
  readonly attr?: 1;
  readonly ns?: CompactNamespace;
  readonly ec2?: string;
  readonly flat?: 1;
  readonly sens?: 1;
  readonly token?: 1;
  readonly host?: 1;
  readonly ts?: TimestampFormat;
  readonly stream?: 1;
}

import { operation } from '@smithy/core/schema';
import type {
  $Schema,
  $SchemaRef,
  OperationSchema,
  SchemaTraitsObject,
  StaticErrorSchema,
  StaticStructureSchema,
} from '@smithy/types';
import type {
  ListShape,
  MapShape,
  Member,
  OperationModel,
  ServiceModel,
  Shape,
  StructureShape,
  UnionShape,
} from '../../src/model/types.ts';

/**
 * A service's model in the form AWS's own serializers read (`schemas_0.js` of each client), so that they can be run for
 * every service, installed or not. The numbers are Smithy's: 0 simple, 1 list, 2 map, 3 structure, 4 union, -3 error,
 * 9 operation.
 */
export class SdkSchemas {
  readonly #namespace: string;
  readonly #known = new Map<Shape, $Schema>();

  constructor(service: ServiceModel) {
    this.#namespace = `com.amazonaws.model.${service.id}`;
  }

  operation({ name, http, input, output }: OperationModel): OperationSchema {
    // AWS's templates name the members, ours what stands in the address.
    let { uri } = http;
    for (const member of input.members) {
      if (member.binding.in !== 'label') continue;
      uri = uri.replace(`{${member.binding.name}}`, `{${member.name}}`);
      uri = uri.replace(`{${member.binding.name}+}`, `{${member.name}+}`);
    }
    const traits: SchemaTraitsObject = { http: [http.method, uri, http.status] };
    return operation(
      this.#namespace,
      name,
      traits,
      this.#structure(input),
      this.#structure(output),
    );
  }

  error(shape: StructureShape): StaticErrorSchema {
    const { fault, status, queryCode } = shape.error ?? { fault: 'client', status: 400 };
    const [names, members] = this.#members(shape);
    const traits: SchemaTraitsObject = {
      error: fault,
      httpError: status,
      ...(queryCode === undefined ? {} : { awsQueryError: [queryCode, status] }),
    };
    return [-3, this.#namespace, shape.name, traits, names, members];
  }

  #schema(shape: Shape): $Schema {
    const known = this.#known.get(shape);
    if (known !== undefined) return known;
    const made = this.#make(shape);
    this.#known.set(shape, made);
    return made;
  }

  #make(shape: Shape): $Schema {
    switch (shape.type) {
      case 'structure':
        return this.#structure(shape);
      case 'union': {
        const [names, members] = this.#members(shape);
        return [4, this.#namespace, shape.name, 0, names, members];
      }
      case 'list':
        return this.#list(shape);
      case 'map':
        return this.#map(shape);
      case 'blob':
        return shape.streaming ? 42 : 21;
      case 'boolean':
        return 2;
      case 'timestamp':
        return TIMESTAMPS.get(shape.timestampFormat ?? '') ?? 4;
      case 'document':
        return 15;
      case 'string':
        return 0;
      default:
        return 1;
    }
  }

  #list(shape: ListShape): $Schema {
    const xmlName = shape.xmlName === 'member' ? {} : { xmlName: shape.xmlName };
    const traits: SchemaTraitsObject = shape.sparse ? { sparse: 1 } : {};
    return [1, this.#namespace, shape.name, traits, [() => this.#schema(shape.member), xmlName]];
  }

  #map(shape: MapShape): $Schema {
    const keyName = shape.xmlKeyName === 'key' ? {} : { xmlName: shape.xmlKeyName };
    const valueName = shape.xmlValueName === 'value' ? {} : { xmlName: shape.xmlValueName };
    return [
      2,
      this.#namespace,
      shape.name,
      shape.sparse ? { sparse: 1 } : 0,
      [() => this.#schema(shape.key), keyName],
      [() => this.#schema(shape.value), valueName],
    ];
  }

  #structure(shape: StructureShape): StaticStructureSchema {
    const [names, members] = this.#members(shape);
    const namespace = namespaceTrait(shape.xmlNamespace);
    const traits: SchemaTraitsObject = {
      ...(shape.xmlName === undefined ? {} : { xmlName: shape.xmlName }),
      ...namespace,
    };
    return [3, this.#namespace, shape.name, traits, names, members];
  }

  #members(shape: StructureShape | UnionShape): [string[], $SchemaRef[]] {
    const names = shape.members.map(({ name }) => name);
    const refs = shape.members.map((member): $SchemaRef => {
      const format = TIMESTAMPS.get(member.timestampFormat ?? '');
      const target = format ?? (() => this.#schema(member.shape));
      return [target, memberTraits(member)];
    });
    return [names, refs];
  }
}

const TIMESTAMPS: ReadonlyMap<string, 5 | 6 | 7> = new Map([
  ['date-time', 5],
  ['http-date', 6],
  ['epoch-seconds', 7],
]);

function memberTraits(member: Member): SchemaTraitsObject {
  const { name, xmlName, ec2Name } = member;
  const upper = xmlName.slice(0, 1).toUpperCase() + xmlName.slice(1);
  return {
    ...bindingTraits(member),
    ...(xmlName === name ? {} : { xmlName }),
    ...(member.jsonName === name ? {} : { jsonName: member.jsonName }),
    ...(ec2Name === upper ? {} : { ec2QueryName: ec2Name }),
    ...(member.xmlAttribute ? { xmlAttribute: 1 } : {}),
    ...(member.flattened ? { xmlFlattened: 1 } : {}),
    ...(member.idempotencyToken ? { idempotencyToken: 1 } : {}),
    ...namespaceTrait(member.xmlNamespace),
  };
}

function bindingTraits({ binding }: Member): SchemaTraitsObject {
  switch (binding.in) {
    case 'body':
      return {};
    case 'label':
      return { httpLabel: 1 };
    case 'query':
      return { httpQuery: binding.name };
    case 'queryParams':
      return { httpQueryParams: 1 };
    case 'header':
      return { httpHeader: binding.name };
    case 'prefixHeaders':
      return { httpPrefixHeaders: binding.prefix };
    case 'payload':
      return { httpPayload: 1 };
    case 'statusCode':
      return { httpResponseCode: 1 };
  }
}

function namespaceTrait(
  namespace: { readonly uri: string; readonly prefix?: string } | undefined,
): SchemaTraitsObject {
  if (namespace === undefined) return {};
  const { uri, prefix } = namespace;
  return { xmlNamespace: [prefix ?? '', uri] };
}

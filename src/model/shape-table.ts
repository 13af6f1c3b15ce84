import type { CompactMember, CompactNamespace, CompactOperation, CompactShape } from './compact.ts';
import type { Binding, Constraints, Member, Shape, StructureShape } from './types.ts';

const NO_CONSTRAINTS: Constraints = Object.freeze({});

/** Links the shapes of one service. Each is made once; members of recursive shapes are linked when asked for. */
export class ShapeTable {
  readonly #compact: ReadonlyMap<string, CompactShape>;
  readonly #shapes = new Map<string, Shape>();
  readonly #inputs = new Map<CompactOperation, StructureShape>();

  constructor(compact: Readonly<Record<string, CompactShape>>) {
    this.#compact = new Map(Object.entries(compact));
  }

  shape(name: string): Shape {
    const known = this.#shapes.get(name);
    if (known !== undefined) return known;
    const compact = this.#compact.get(name);
    if (compact === undefined) throw new Error(`the model has no shape ${name}`);
    const made = this.#make(name, compact);
    this.#shapes.set(name, made);
    return made;
  }

  structure(name: string): StructureShape {
    const shape = this.shape(name);
    if (shape.type !== 'structure') throw new Error(`${name} is a ${shape.type}, no structure`);
    return shape;
  }

  /** An operation's input, with the root element the operation gives it. */
  inputOf(operation: CompactOperation): StructureShape {
    if (operation.in === undefined) return EMPTY;
    const shape = this.structure(operation.in);
    if (operation.inName === undefined && operation.inNs === undefined) return shape;
    const known = this.#inputs.get(operation);
    if (known !== undefined) return known;
    const named: StructureShape = {
      ...shape,
      ...(operation.inName === undefined ? {} : { xmlName: operation.inName }),
      ...(operation.inNs === undefined ? {} : { xmlNamespace: namespace(operation.inNs) }),
    };
    this.#inputs.set(operation, named);
    return named;
  }

  outputOf(operation: CompactOperation): StructureShape {
    return operation.out === undefined ? EMPTY : this.structure(operation.out);
  }

  #make(name: string, compact: CompactShape): Shape {
    const base = { name, sensitive: compact.sens === 1, constraints: constraintsOf(compact) };
    switch (compact.t) {
      case 'structure':
        return this.#structure(compact, base);
      case 'union':
        return this.#withMembers(compact, { ...base, type: 'union' as const });
      case 'list':
        return this.#list(compact, base);
      case 'map':
        return this.#map(compact, base);
      default:
        return {
          ...base,
          type: compact.t,
          streaming: compact.stream === 1,
          ...(compact.ts === undefined ? {} : { timestampFormat: compact.ts }),
        };
    }
  }

  #list(compact: CompactShape, base: ShapeBase): Shape {
    const link = (): Shape => this.shape(required(compact.of));
    return {
      ...base,
      type: 'list',
      get member() {
        return link();
      },
      xmlName: compact.xml ?? 'member',
      flattened: compact.flat === 1,
      sparse: compact.sparse === 1,
    };
  }

  #map(compact: CompactShape, base: ShapeBase): Shape {
    const link = (name: string | undefined): Shape => this.shape(required(name));
    return {
      ...base,
      type: 'map',
      get key() {
        return link(compact.key);
      },
      get value() {
        return link(compact.val);
      },
      xmlKeyName: compact.xmlKey ?? 'key',
      xmlValueName: compact.xmlVal ?? 'value',
      flattened: compact.flat === 1,
      sparse: compact.sparse === 1,
    };
  }

  #structure(compact: CompactShape, base: ShapeBase): StructureShape {
    return this.#withMembers(compact, {
      ...base,
      type: 'structure' as const,
      ...(compact.err === undefined ? {} : { error: errorOf(compact, compact.err) }),
      ...(compact.xmlName === undefined ? {} : { xmlName: compact.xmlName }),
      ...(compact.ns === undefined ? {} : { xmlNamespace: namespace(compact.ns) }),
    });
  }

  #withMembers<T extends ShapeBase>(
    compact: CompactShape,
    base: T,
  ): T & {
    readonly members: readonly Member[];
    readonly memberByName: ReadonlyMap<string, Member>;
  } {
    const members = Object.entries(compact.m ?? {}).map(([name, member]) =>
      this.#member(name, member),
    );
    return { ...base, members, memberByName: new Map(members.map((one) => [one.name, one])) };
  }

  #member(name: string, compact: CompactMember): Member {
    const link = (): Shape => {
      const shape = this.shape(compact.s);
      return compact.stream === 1 && shape.type === 'blob' ? { ...shape, streaming: true } : shape;
    };
    const target = this.#compact.get(compact.s);
    return {
      name,
      get shape() {
        return link();
      },
      required: compact.req === 1,
      binding: bindingOf(name, compact),
      jsonName: compact.at ?? name,
      xmlName: compact.form ?? compact.at ?? name,
      xmlAttribute: compact.attr === 1,
      ec2Name: compact.ec2 ?? upperFirst(compact.at ?? name),
      flattened: compact.flat === 1 || target?.flat === 1,
      sensitive: compact.sens === 1 || target?.sens === 1,
      idempotencyToken: compact.token === 1,
      hostLabel: compact.host === 1,
      constraints: NO_CONSTRAINTS,
      ...(compact.ns === undefined ? {} : { xmlNamespace: namespace(compact.ns) }),
      ...(compact.ts === undefined ? {} : { timestampFormat: compact.ts }),
    };
  }
}

interface ShapeBase {
  readonly name: string;
  readonly sensitive: boolean;
  readonly constraints: Constraints;
}

const EMPTY: StructureShape = Object.freeze({
  name: 'Unit',
  type: 'structure',
  sensitive: false,
  constraints: NO_CONSTRAINTS,
  members: [],
  memberByName: new Map<string, Member>(),
});

function required(name: string | undefined): string {
  if (name === undefined) throw new Error('a list or map without its parts');
  return name;
}

function constraintsOf(compact: CompactShape): Constraints {
  const { min, max, pat, enum: values } = compact;
  if (min === undefined && max === undefined && pat === undefined && values === undefined) {
    return NO_CONSTRAINTS;
  }
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(pat === undefined ? {} : { pattern: pat }),
    ...(values === undefined ? {} : { enum: values }),
  };
}

function errorOf(compact: CompactShape, [fault, status]: readonly [0 | 1, number]) {
  const names = Object.keys(compact.m ?? {});
  return {
    fault: fault === 1 ? ('server' as const) : ('client' as const),
    status,
    messageMember: names.find((name) => name.toLowerCase() === 'message') ?? 'message',
    ...(compact.code === undefined ? {} : { queryCode: compact.code }),
  };
}

function bindingOf(name: string, compact: CompactMember): Binding {
  const at = compact.at ?? name;
  const { loc } = compact;
  if (loc === undefined) return { in: 'body' };
  switch (loc) {
    case 'label':
      return { in: 'label', name: at, greedy: false };
    case 'query':
      return compact.at === undefined ? { in: 'queryParams' } : { in: 'query', name: at };
    case 'header':
      return { in: 'header', name: at };
    case 'prefixHeaders':
      return { in: 'prefixHeaders', prefix: at };
    case 'payload':
      return { in: 'payload' };
    case 'statusCode':
      return { in: 'statusCode' };
  }
}

function namespace([uri, prefix]: CompactNamespace) {
  return prefix === undefined ? { uri } : { uri, prefix };
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

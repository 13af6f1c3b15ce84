import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/**
 * How declarative policies merge into the one that is in effect for an account.
 * Source: Organizations User Guide, "Inheritance operators" and "Inheritance examples".
 */
export const OPERATORS_ALLOWED = '@@operators_allowed_for_child_policies';
const SETTERS = ['@@assign', '@@append', '@@remove'] as const;

type Setter = (typeof SETTERS)[number];

export function isOperator(name: string): boolean {
  return name === OPERATORS_ALLOWED || isSetter(name);
}

function isSetter(name: string): name is Setter {
  return SETTERS.some((setter) => setter === name);
}

/** One section of the effective policy, under the name it was first given. */
interface Node {
  readonly name: string;
  readonly sections: Map<string, Node>;
  value: JsonValue | undefined;
  /** What the policies of the levels above leave to those of this one. */
  allowed: ReadonlySet<Setter>;
  /** What this level leaves to those below: the intersection of what its policies say. */
  next: ReadonlySet<Setter>;
  /** Set by this level: of policies of one level the first attached wins. */
  isAssigned: boolean;
}

const ALL: ReadonlySet<Setter> = new Set(SETTERS);

export interface MergeOptions {
  /** Section names are compared without regard to case, as the keys of tag policies are. */
  readonly foldsCase: boolean;
}

/** Policies by level, the root's first; within a level in the order of attachment. */
export function mergePolicies(
  levels: readonly (readonly JsonObject[])[],
  options: MergeOptions,
): JsonObject {
  const root = newNode('', ALL);
  for (const level of levels) {
    for (const policy of level) apply(root, policy, options);
    endLevel(root);
  }
  const shown = show(root);
  return shown !== undefined && isJsonObject(shown) ? shown : {};
}

function newNode(name: string, allowed: ReadonlySet<Setter>): Node {
  const sections = new Map<string, Node>();
  return { name, sections, value: undefined, allowed, next: allowed, isAssigned: false };
}

function apply(node: Node, section: JsonObject, options: MergeOptions): void {
  for (const [name, value] of Object.entries(section)) {
    if (value === undefined) continue;
    if (name === OPERATORS_ALLOWED) restrict(node, value);
    else if (isSetter(name)) set(node, name, value);
    else if (isJsonObject(value)) enter(node, name, value, options);
  }
}

function enter(node: Node, name: string, value: JsonObject, options: MergeOptions): void {
  const key = options.foldsCase ? name.toLowerCase() : name;
  let inner = node.sections.get(key);
  if (inner === undefined) {
    // A section that allows children nothing takes no new sections either.
    if (!node.allowed.has('@@assign')) return;
    inner = newNode(name, ALL);
    node.sections.set(key, inner);
  }
  apply(inner, value, options);
}

/** A restriction can't be taken back: it only ever narrows. */
function restrict(node: Node, value: JsonValue): void {
  const listed = listOf(value);
  if (listed.includes('@@all')) return;
  node.next = new Set([...node.next].filter((setter) => listed.includes(setter)));
}

function set(node: Node, setter: Setter, value: JsonValue): void {
  if (!node.allowed.has(setter)) return;
  switch (setter) {
    case '@@assign':
      if (node.isAssigned) return;
      node.value = value;
      node.isAssigned = true;
      return;
    case '@@append': {
      const held = node.value === undefined ? [] : listOf(node.value);
      node.value = [...held, ...listOf(value).filter((one) => !held.includes(one))];
      return;
    }
    case '@@remove':
      if (node.value === undefined) return;
      node.value = listOf(node.value).filter((one) => !listOf(value).includes(one));
  }
}

function endLevel(node: Node): void {
  node.allowed = node.next;
  node.isAssigned = false;
  for (const inner of node.sections.values()) endLevel(inner);
}

/** Undefined: nothing is set in it. */
function show(node: Node): JsonValue | undefined {
  const isEmptyList = Array.isArray(node.value) && node.value.length === 0;
  if (node.value !== undefined && !isEmptyList) return node.value;
  const shown: Record<string, JsonValue> = {};
  for (const inner of node.sections.values()) {
    const value = show(inner);
    if (value !== undefined) shown[inner.name] = value;
  }
  return Object.keys(shown).length === 0 ? undefined : shown;
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return typeof value === 'object' && value !== null && !isJsonObject(value) ? value : [value];
}

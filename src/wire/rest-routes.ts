import type { OperationModel, ServiceModel } from '../model/types.ts';
import { remembered } from './codecs/tree.ts';
import { compileTemplate, pathSegments, type UriTemplate } from './uri-template.ts';

interface RestRoute {
  readonly operation: OperationModel;
  readonly template: UriTemplate;
  /**
   * Query parameters and headers (lower-case) without which the model calls the input incomplete.
   */
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
}

interface Branch {
  readonly literals: Map<string, Branch>;
  label: Branch | undefined;
  greedy: Branch | undefined;
  readonly ends: RestRoute[];
}

export interface RestQuestion {
  readonly method: string;
  readonly rawPath: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  header(name: string): string | undefined;
}

const trees = new WeakMap<ServiceModel, Map<string, Branch>>();

/**
 * The operation a REST request names, by method, path, and what tells operations of one path apart.
 */
export function matchRest(
  service: ServiceModel,
  question: RestQuestion,
): OperationModel | undefined {
  const tree = remembered(trees, service, () => buildTrees(service)).get(question.method);
  if (tree === undefined) return undefined;
  return descend(tree, pathSegments(question.rawPath), 0, question);
}

function buildTrees(service: ServiceModel): Map<string, Branch> {
  const byMethod = new Map<string, Branch>();
  for (const operation of service.operations.values()) {
    const template = compileTemplate(operation.http.uri);
    let branch = byMethod.get(operation.http.method);
    if (branch === undefined) {
      branch = newBranch();
      byMethod.set(operation.http.method, branch);
    }
    for (const segment of template.segments) {
      // A trailing slash of the template counts for as little as one of the path.
      if (segment.kind === 'literal' && segment.text === '') continue;
      branch = child(branch, segment.kind, segment.text);
    }
    branch.ends.push(routeOf(operation, template));
  }
  return byMethod;
}

function newBranch(): Branch {
  return { literals: new Map(), label: undefined, greedy: undefined, ends: [] };
}

function child(branch: Branch, kind: 'literal' | 'label' | 'greedy', text: string): Branch {
  if (kind === 'label') return (branch.label ??= newBranch());
  if (kind === 'greedy') return (branch.greedy ??= newBranch());
  const next = branch.literals.get(text) ?? newBranch();
  branch.literals.set(text, next);
  return next;
}

function routeOf(operation: OperationModel, template: UriTemplate): RestRoute {
  const required = operation.input.members.filter((member) => member.required);
  return {
    operation,
    template,
    requiredQuery: required.flatMap(({ binding }) =>
      binding.in === 'query' ? [binding.name] : [],
    ),
    requiredHeaders: required.flatMap(({ binding }) =>
      binding.in === 'header' ? [binding.name.toLowerCase()] : [],
    ),
  };
}

/** Literals before labels before greedy labels, with a way back when a branch ends in nothing. */
function descend(
  branch: Branch,
  segments: readonly string[],
  at: number,
  question: RestQuestion,
): OperationModel | undefined {
  const segment = segments[at];
  if (segment === undefined) return best(branch.ends, question);
  const literal = branch.literals.get(segment);
  const viaLiteral = literal && descend(literal, segments, at + 1, question);
  if (viaLiteral !== undefined) return viaLiteral;
  if (segment !== '' && branch.label !== undefined) {
    const viaLabel = descend(branch.label, segments, at + 1, question);
    if (viaLabel !== undefined) return viaLabel;
  }
  if (branch.greedy === undefined) return undefined;
  // What stands behind a greedy label is matched from the end, before the label takes all.
  const { literals, label } = branch.greedy;
  const last = literals.size > 0 || label !== undefined ? segments.length - 1 : at;
  for (let next = last; next > at; next--) {
    const found = descend(branch.greedy, segments, next, question);
    if (found !== undefined) return found;
  }
  return best(branch.greedy.ends, question);
}

function best(ends: readonly RestRoute[], question: RestQuestion): OperationModel | undefined {
  const fitting = ends.filter((route) => constantsFit(route, question));
  fitting.sort((left, right) => compare(left, right, question));
  return fitting[0]?.operation;
}

function constantsFit({ template }: RestRoute, { query }: RestQuestion): boolean {
  for (const [name, value] of template.constants) {
    const given = query.get(name);
    if (given === undefined || (value !== '' && !given.includes(value))) return false;
  }
  return true;
}

/** Most specific first: UploadPart before PutObject, CopyObject before PutObject. */
function compare(left: RestRoute, right: RestRoute, question: RestQuestion): number {
  const missing = lacks(left, question) - lacks(right, question);
  if (missing !== 0) return missing;
  const specific = weight(right) - weight(left);
  if (specific !== 0) return specific;
  if (left.operation.name === successor(right)) return -1;
  if (right.operation.name === successor(left)) return 1;
  const hint = question.query.get('x-id')?.[0];
  if (left.operation.name === hint) return -1;
  if (right.operation.name === hint) return 1;
  return left.operation.name.length - right.operation.name.length;
}

/** S3's old operations share their addresses with what replaced them: PutBucketLifecycleConfiguration. */
function successor({ operation }: RestRoute): string {
  return `${operation.name}Configuration`;
}

function lacks(route: RestRoute, { query, header }: RestQuestion): number {
  const parameters = route.requiredQuery.filter((name) => !query.has(name)).length;
  return parameters + route.requiredHeaders.filter((name) => header(name) === undefined).length;
}

function weight({ template, requiredQuery, requiredHeaders }: RestRoute): number {
  return template.constants.size + requiredQuery.length + requiredHeaders.length;
}

import type { Route } from '../../../../models/apigatewayv2/types.ts';
import { isVerb, namedPath, segmentsOf, variableOf } from '../../apigateway/port.ts';
import type { Definition } from '../state.ts';

export interface FoundRoute {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
  /** The path as policies name it: one for all its spellings. */
  readonly named: string;
}

interface Candidate extends FoundRoute {
  /** Literal segments, then variables, then what takes the rest; a method of its own before any. */
  readonly weight: readonly number[];
}

/** The route that a request means: the most exact one, or `$default`; or why there is none. */
export function routeOf(
  { routes }: Definition,
  method: string,
  path: string,
): FoundRoute | 'malformed' | undefined {
  const segments = segmentsOf(path)?.filter((part) => part !== '');
  if (segments === undefined) return 'malformed';
  if (!isVerb(method)) return undefined;
  const found = Object.values(routes).flatMap((route) => candidate(route, method, segments));
  found.sort(compare);
  const [best] = found;
  if (best !== undefined) {
    const { route, parameters, named } = best;
    return { route, parameters, named };
  }
  const fallback = Object.values(routes).find(({ RouteKey }) => RouteKey === '$default');
  const named = namedPath('/{rest+}', segments);
  return fallback === undefined ? undefined : { route: fallback, parameters: {}, named };
}

function candidate(
  route: Route,
  method: string,
  segments: readonly string[],
): readonly Candidate[] {
  const [verb = '', template = ''] = route.RouteKey.split(' ');
  if (verb !== method && verb !== 'ANY') return [];
  const parts = template.split('/').filter((part) => part !== '');
  const named = namedPath(`/${parts.join('/')}`, segments);
  const parameters: Record<string, string> = {};
  const weight: number[] = [];
  for (const [at, part] of parts.entries()) {
    const variable = variableOf(part);
    if (variable?.isGreedy === true) {
      if (segments.length <= at) return [];
      parameters[variable.name] = segments.slice(at).join('/');
      return [{ route, parameters, named, weight: [...weight, 0, verb === 'ANY' ? 0 : 1] }];
    }
    const segment = segments[at];
    if (segment === undefined) return [];
    if (variable !== undefined) {
      parameters[variable.name] = segment;
      weight.push(1);
    } else if (part === segment) weight.push(2);
    else return [];
  }
  if (parts.length !== segments.length) return [];
  return [{ route, parameters, named, weight: [...weight, 3, verb === 'ANY' ? 0 : 1] }];
}

function compare({ weight: left }: Candidate, { weight: right }: Candidate): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (right[at] ?? 0) - (left[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

import type { SingleQueryArgument } from '../../../models/wafv2/types.ts';
import type { ByteString } from '../byte-string.ts';
import { preParser } from '../transformations/pre-parse.ts';
import { argumentsOf, type QueryArgument } from './query-arguments.ts';
import type { Field } from './reading.ts';
import type { RequestFacts } from './request-facts.ts';

/** SingleQueryArgument: each value of that name. Case doesn't matter. */
export function singleQueryArgument(
  { Name }: SingleQueryArgument,
  preParse: readonly string[],
): Field {
  const wanted = Name.toLowerCase();
  return {
    id: `argument:${preParse.join('+')}:${wanted}`,
    location: 'SINGLE_QUERY_ARG',
    read: (facts) => ({
      values: preParsed(facts, preParse)
        .filter(({ comparedName }) => comparedName === wanted)
        .map(({ value }) => ({ value, name: Name })),
    }),
  };
}

/** AllQueryArguments: every value, not the names. */
export function allQueryArguments(preParse: readonly string[]): Field {
  return {
    id: `arguments:${preParse.join('+')}`,
    location: 'ALL_QUERY_ARGS',
    read: (facts) => ({
      values: preParsed(facts, preParse).map(({ name, value }) => ({ value, name })),
    }),
  };
}

function preParsed(facts: RequestFacts, chain: readonly string[]): readonly QueryArgument[] {
  if (chain.every((type) => type === 'NONE')) return facts.queryArguments;
  const query = chain.reduce(
    (text: ByteString, type) => preParser(type)?.(text) ?? text,
    facts.request.query,
  );
  return argumentsOf(query);
}

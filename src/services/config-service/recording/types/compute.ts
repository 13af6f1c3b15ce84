import type { LambdaOperations } from '../../../../../models/lambda/types.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { camel, everyPage, listingOf, type Reference, unless } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const listFunctions: Reference<LambdaOperations['ListFunctions']> = {
  service: 'lambda',
  operation: 'ListFunctions',
};
const getPolicy: Reference<LambdaOperations['GetPolicy']> = {
  service: 'lambda',
  operation: 'GetPolicy',
};
const listTags: Reference<LambdaOperations['ListTags']> = {
  service: 'lambda',
  operation: 'ListTags',
};

export const lambdaFunctions: RecordedType = {
  type: 'AWS::Lambda::Function',
  source: 'lambda.amazonaws.com',
  list: async (ask) => {
    const all = await everyPage({
      fetch: (Marker) => ask(listFunctions, Marker === undefined ? {} : { Marker }),
      items: ({ Functions }) => Functions,
      next: ({ NextMarker }) => NextMarker,
    });
    return listingOf(all, (fn) => {
      // Variables may be secrets, and items are read by many.
      const { Environment: _variables, RevisionId: _revision, ...kept } = fn;
      const { FunctionName = '', FunctionArn = '' } = fn;
      return {
        id: FunctionName,
        name: FunctionName,
        arn: FunctionArn,
        describe: async () => {
          const none = ['ResourceNotFoundException'];
          const answer = await unless(none, ask(getPolicy, { FunctionName }));
          const tagged = await unless(none, ask(listTags, { Resource: FunctionArn }));
          const policy: JsonValue = answer?.Policy ?? null;
          return {
            configuration: camel(kept),
            supplementary: { Policy: policy },
            tags: tagged?.Tags ?? {},
          };
        },
      };
    });
  },
};

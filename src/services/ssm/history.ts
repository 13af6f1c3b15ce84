import type { ParameterHistory, SsmOperations } from '../../../models/ssm/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { parameterNotFound } from './errors.ts';
import { pageOf } from './pages.ts';
import { parameterKind } from './resources.ts';
import { valueFor } from './retrieval.ts';
import { shownHistory } from './shown.ts';
import { versions } from './state.ts';

const PAGE_DEFAULT = 50;

/** Versions of a parameter, oldest first. */
export const getParameterHistory: OperationOf<SsmOperations, 'GetParameterHistory'> = {
  name: 'GetParameterHistory',
  access: 'read',
  authorize: async (input, context) => [
    {
      action: 'ssm:GetParameterHistory',
      resource: await context.resolve(parameterKind, input.Name),
    },
  ],
  handle: async (input, context) => {
    const resource = await context.resolve(parameterKind, input.Name);
    const { document, arn, scope } = resource.resolved;
    if (document === undefined) throw parameterNotFound();
    context.audit.resource('AWS::SSM::Parameter', arn, scope.account);
    const { MaxResults: limit = PAGE_DEFAULT, WithDecryption = false } = input;
    const page = pageOf(context.call, input.NextToken, [input.Name]);
    const older = await context.viewOf(resource).list(versions, {
      prefix: `${document.id}:`,
      limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    const listed = older.items.map((item) => item.document);
    // The latest stands with the parameter itself, behind all others.
    const hasRoom = older.last === undefined && listed.length < limit;
    const Parameters: ParameterHistory[] = [];
    for (const version of hasRoom ? [...listed, document] : listed) {
      const value = await valueFor(context, document, version, WithDecryption);
      Parameters.push(shownHistory(document, version, value));
    }
    const end = older.items.at(-1);
    const last = older.last ?? (hasRoom || end === undefined ? undefined : end);
    return {
      Parameters,
      ...page.answer(last === undefined ? undefined : { key: last.key, id: last.id }),
    };
  },
};

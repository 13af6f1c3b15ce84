import type { ParameterHistory, SsmOperations } from '../../../models/ssm/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { existingParameter } from './existing.ts';
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
    const { parameter, view } = await existingParameter(context, input.Name);
    const { MaxResults: limit = PAGE_DEFAULT, WithDecryption = false } = input;
    const page = pageOf(context.call, input.NextToken, [input.Name]);
    const older = await view.list(versions, {
      prefix: `${parameter.id}:`,
      limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    const listed = older.items.map((item) => item.document);
    // The latest stands with the parameter itself, behind all others.
    const hasRoom = older.last === undefined && listed.length < limit;
    const Parameters: ParameterHistory[] = [];
    for (const version of hasRoom ? [...listed, parameter] : listed) {
      const value = await valueFor(context, parameter, version, WithDecryption);
      Parameters.push(shownHistory(parameter, version, value));
    }
    const end = older.items.at(-1);
    const last = older.last ?? (hasRoom || end === undefined ? undefined : end);
    return {
      Parameters,
      ...page.answer(last === undefined ? undefined : { key: last.key, id: last.id }),
    };
  },
};

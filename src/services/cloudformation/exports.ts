import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onNothing } from './authorization.ts';
import { validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { exported, imports } from './state.ts';

type Operations = CloudformationOperations;

export const listExports: OperationOf<Operations, 'ListExports'> = {
  name: 'ListExports',
  access: 'read',
  authorize: () => Promise.resolve(onNothing('ListExports')),
  handle: async ({ NextToken: token }, { call, view }) => {
    const page = await pageOf({ call, view, token, about: [] }, exported, {});
    const { documents, ...more } = page;
    const Exports = documents.map(({ name, stackArn, value }) => ({
      ExportingStackId: stackArn,
      Name: name,
      Value: value,
    }));
    return { Exports, ...more };
  },
};

export const listImports: OperationOf<Operations, 'ListImports'> = {
  name: 'ListImports',
  access: 'read',
  authorize: () => Promise.resolve(onNothing('ListImports')),
  handle: async ({ ExportName: name, NextToken: token }, { call, view }) => {
    const prefix = `${name}/`;
    const page = await pageOf({ call, view, token, about: name }, imports, { prefix });
    const { documents, ...more } = page;
    if (documents.length === 0) throw validation(`Export '${name}' is not imported by any stack.`);
    return { Imports: documents.map(({ stackName }) => stackName), ...more };
  },
};

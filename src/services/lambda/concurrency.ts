import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Cursor, ListPage, View } from '../../contract/view.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import { invalidParameterValue } from './errors.ts';
import { functionOf, onFunction } from './resources.ts';
import { type AccountDocument, accounts, functions, versions } from './state.ts';

/** Functions of an account that run at a time in a Region. */
export const CONCURRENCY = 1_000;
/** What reservations must leave to the others. */
const UNRESERVED_MIN = 100;
const CODE_BYTES = 80_530_636_800;

const ID = 'account';
const NOTHING: AccountDocument = { reservedConcurrency: 0 };

/** How many invocations functions without a reservation may share. */
export async function unreserved(view: View): Promise<number> {
  const { reservedConcurrency } = (await view.get(accounts, ID)) ?? NOTHING;
  return CONCURRENCY - reservedConcurrency;
}

/** Changes what is reserved in all by what one function reserves more. */
export async function reserve(view: View, more: number): Promise<void> {
  const { reservedConcurrency } = (await view.get(accounts, ID)) ?? NOTHING;
  const after = reservedConcurrency + more;
  if (more > 0 && CONCURRENCY - after < UNRESERVED_MIN) {
    throw invalidParameterValue(
      "Specified ReservedConcurrentExecutions for function decreases account's " +
        `UnreservedConcurrentExecution below its minimum value of [${UNRESERVED_MIN}].`,
    );
  }
  if (more !== 0) view.put(accounts, ID, { reservedConcurrency: after });
}

export const putFunctionConcurrency: OperationOf<LambdaOperations, 'PutFunctionConcurrency'> = {
  name: 'PutFunctionConcurrency',
  access: 'write',
  authorize: onFunction('lambda:PutFunctionConcurrency'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const { document } = place;
    const reservedConcurrency = input.ReservedConcurrentExecutions;
    await reserve(view, reservedConcurrency - (document.reservedConcurrency ?? 0));
    view.put(functions, document.name, { ...document, reservedConcurrency });
    return { ReservedConcurrentExecutions: reservedConcurrency };
  },
};

export const getFunctionConcurrency: OperationOf<LambdaOperations, 'GetFunctionConcurrency'> = {
  name: 'GetFunctionConcurrency',
  access: 'read',
  authorize: onFunction('lambda:GetFunctionConcurrency'),
  handle: async (input, context) => {
    const { reservedConcurrency } = (await functionOf(context, input)).place.document;
    if (reservedConcurrency === undefined) return {};
    return { ReservedConcurrentExecutions: reservedConcurrency };
  },
};

export const deleteFunctionConcurrency: OperationOf<LambdaOperations, 'DeleteFunctionConcurrency'> =
  {
    name: 'DeleteFunctionConcurrency',
    access: 'write',
    authorize: onFunction('lambda:DeleteFunctionConcurrency'),
    handle: async (input, context) => {
      const { place, view } = await functionOf(context, input);
      const { reservedConcurrency = 0, ...document } = place.document;
      await reserve(view, -reservedConcurrency);
      view.put(functions, document.name, document);
      return {};
    },
  };

export const getAccountSettings: OperationOf<LambdaOperations, 'GetAccountSettings'> = {
  name: 'GetAccountSettings',
  access: 'read',
  authorize: async () => [{ action: 'lambda:GetAccountSettings', resource: '*' }],
  handle: async (_input, { view }) => {
    const { count, bytes } = await usage(view);
    return {
      AccountLimit: {
        TotalCodeSize: CODE_BYTES,
        CodeSizeUnzipped: 262_144_000,
        CodeSizeZipped: 52_428_800,
        ConcurrentExecutions: CONCURRENCY,
        UnreservedConcurrentExecutions: await unreserved(view),
      },
      AccountUsage: { TotalCodeSize: bytes, FunctionCount: count },
    };
  },
};

const PAGE = 1_000;

/** Code is counted for each version, as it is on AWS. */
async function usage(view: View) {
  let [count, bytes] = [0, 0];
  await each(view, functions, ({ latest }) => {
    count += 1;
    bytes += latest.code.blob.size;
  });
  await each(view, versions, ({ code }) => {
    bytes += code.blob.size;
  });
  return { count, bytes };
}

async function each<T extends Document>(
  view: View,
  collection: Collection<T>,
  visit: (document: T) => void,
): Promise<void> {
  let after: Cursor | undefined;
  for (;;) {
    const page: ListPage<T> = await view.list(collection, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { document } of page.items) visit(document);
    after = page.last;
    if (after === undefined) return;
  }
}

import type { AccessAnalyzerOperations } from '../../../models/access-analyzer/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import { documentOf } from './analysis.ts';
import { externalAccess } from './domain/external-access.ts';
import { validation } from './errors.ts';

const NOBODY = { accounts: new Set<string>() };

/** Whether a resource policy lets everybody in. */
export const publicAccessCheck: OperationOf<AccessAnalyzerOperations, 'CheckNoPublicAccess'> = {
  name: 'CheckNoPublicAccess',
  access: 'read',
  authorize: async () => [{ action: 'access-analyzer:CheckNoPublicAccess', resource: '*' }],
  handle: async ({ policyDocument }) => {
    const { statements } = readable(policyDocument);
    const open = statements.flatMap((statement, index) => {
      const denies = statements.filter(({ effect }) => effect === 'Deny');
      const alone = { version: undefined, id: undefined, statements: [statement, ...denies] };
      const isOpen =
        statement.effect === 'Allow' && externalAccess(alone, NOBODY).some((one) => one.isPublic);
      return isOpen ? [{ index, sid: statement.sid }] : [];
    });
    if (open.length === 0) {
      return {
        result: 'PASS',
        message: 'The resource policy does not grant public access for the given resource type.',
      };
    }
    return {
      result: 'FAIL',
      message: 'The resource policy grants public access for the given resource type.',
      reasons: open.map(({ index, sid }) => ({
        description: `Public access granted in the following statement with ${
          sid === undefined ? `index: ${index}` : `sid: ${sid}`
        }.`,
        statementIndex: index,
        ...(sid === undefined ? {} : { statementId: sid }),
      })),
    };
  },
};

function readable(text: string) {
  try {
    return documentOf(text);
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw validation(error.message);
    throw error;
  }
}

import type {
  APIErrorType,
  BatchGetSecretValueRequest,
  SecretValueEntry,
  SecretsmanagerOperations,
} from '../../../models/secretsmanager/types.ts';
import type { Context, OperationOf, OperationReference } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidParameter } from './errors.ts';
import { findSecrets } from './listing.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { attempt } from './values.ts';

const GET: OperationReference<
  SecretsmanagerOperations['GetSecretValue']['input'],
  SecretsmanagerOperations['GetSecretValue']['output']
> = { service: 'secretsmanager', operation: 'GetSecretValue' };

const SECRETS_PER_PAGE = 20;

/** Each secret is read as by GetSecretValue: with its own permissions, and a record of its own. */
export const batchGetSecretValue: OperationOf<SecretsmanagerOperations, 'BatchGetSecretValue'> = {
  name: 'BatchGetSecretValue',
  access: 'read',
  authorize: async () => [{ action: 'secretsmanager:BatchGetSecretValue', resource: '*' }],
  handle: async (input, context) => {
    assertQuestion(input);
    const { ids, next } = await asked(input, context);
    const SecretValues: SecretValueEntry[] = [];
    const Errors: APIErrorType[] = [];
    for (const SecretId of ids) {
      const read = await attempt(() => context.callService(GET, { SecretId }));
      if (read instanceof ServiceError) {
        Errors.push({ SecretId, ErrorCode: read.code, Message: read.message });
      } else SecretValues.push(read);
    }
    return { SecretValues, Errors, ...next };
  },
};

function assertQuestion({ SecretIdList, Filters, MaxResults }: BatchGetSecretValueRequest): void {
  if ((SecretIdList === undefined) === (Filters === undefined)) {
    throw invalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
  }
  if (MaxResults !== undefined && Filters === undefined) {
    throw invalidParameter(
      "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
    );
  }
}

async function asked(
  input: BatchGetSecretValueRequest,
  { call, view }: Context,
): Promise<{ readonly ids: readonly string[]; readonly next: { readonly NextToken?: string } }> {
  if (input.SecretIdList !== undefined) return { ids: input.SecretIdList, next: {} };
  const page = pageOf(call, input, SECRETS_PER_PAGE, JSON.stringify(input.Filters));
  const {
    found,
    last,
  }: { found: readonly Parameters<typeof arnOf>[0][]; last: Cursor | undefined } =
    await findSecrets(view, input, page);
  return { ids: found.map(arnOf), next: page.answer(last) };
}

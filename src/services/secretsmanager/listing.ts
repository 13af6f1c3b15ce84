import type {
  ListSecretsRequest,
  SecretListEntry,
  SecretsmanagerOperations,
} from '../../../models/secretsmanager/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Cursor, View } from '../../contract/view.ts';
import { byVersion } from './domain/stages.ts';
import { secretFilter } from './domain/secret-filter.ts';
import { pageOf } from './pages.ts';
import { shownSecret } from './shown.ts';
import { type SecretDocument, secrets } from './state.ts';

const SECRETS_PER_PAGE = 100;
const READ_AT_ONCE = 100;
/** A page ends, not full, after so many secrets that no filter found. */
const LOOKED_AT_MAX = 2_000;

const INDEXES = {
  'created-date': 'created',
  'last-accessed-date': 'accessed',
  'last-changed-date': 'changed',
  name: undefined,
} as const;

export const listSecrets: OperationOf<SecretsmanagerOperations, 'ListSecrets'> = {
  name: 'ListSecrets',
  access: 'read',
  authorize: async () => [{ action: 'secretsmanager:ListSecrets', resource: '*' }],
  handle: async (input, { call, view }) => {
    const { MaxResults: _size, NextToken: _token, ...about } = input;
    const page = pageOf(call, input, SECRETS_PER_PAGE, JSON.stringify(about));
    const { found, last } = await findSecrets(view, input, page);
    const SecretList = found.map((secret): SecretListEntry => {
      const stages = byVersion(secret.stages);
      return {
        ...shownSecret(secret, call.now),
        ...(Object.keys(stages).length === 0 ? {} : { SecretVersionsToStages: stages }),
      };
    });
    return { SecretList, ...page.answer(last) };
  },
};

interface Search extends Pick<ListSecretsRequest, 'Filters' | 'SortBy' | 'SortOrder'> {
  readonly IncludePlannedDeletion?: boolean | undefined;
}

/** The next secrets that filters find, in order. `last` is where to go on. */
export async function findSecrets(
  view: View,
  { Filters, IncludePlannedDeletion, SortBy = 'created-date', SortOrder = 'asc' }: Search,
  { limit, after: start }: { readonly limit: number; readonly after: Cursor | undefined },
): Promise<{ readonly found: readonly SecretDocument[]; readonly last: Cursor | undefined }> {
  const matches = secretFilter(Filters);
  const index = INDEXES[SortBy];
  const found: SecretDocument[] = [];
  let after = start;
  for (let seen = 0; ; seen += READ_AT_ONCE) {
    const page = await view.list(secrets, {
      limit: READ_AT_ONCE,
      descending: SortOrder === 'desc',
      ...(index === undefined ? {} : { index }),
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, key, document } of page.items) {
      if (found.length === limit) return { found, last: after };
      after = { id, key };
      const isListed = document.deletion === undefined || IncludePlannedDeletion === true;
      if (isListed && matches(document)) found.push(document);
    }
    if (page.last === undefined) return { found, last: undefined };
    if (seen + READ_AT_ONCE >= LOOKED_AT_MAX) return { found, last: after };
  }
}

import { onSecret } from './authorization.ts';
import { stagesOf } from './domain/stages.ts';
import { pageOf } from './pages.ts';
import { type VersionDocument, versionPrefix, versions } from './state.ts';

const VERSIONS_PER_PAGE = 100;
const DEFAULT_KEY = 'DefaultEncryptionKey';

export const listSecretVersionIds = onSecret({
  name: 'ListSecretVersionIds',
  access: 'read',
  handle: async (input, { arn, document: secret, view }, { call }) => {
    const deprecated = input.IncludeDeprecated === true;
    const page = pageOf(call, input, VERSIONS_PER_PAGE, `${arn} ${deprecated}`);
    const shown: VersionDocument[] = [];
    let { after } = page;
    let isOver = false;
    // At most some hundred versions: deprecated ones go.
    while (!isOver && shown.length < page.limit) {
      const read = await view.list(versions, {
        prefix: versionPrefix(secret),
        limit: page.limit - shown.length,
        ...(after === undefined ? {} : { after }),
      });
      const wanted = read.items.filter(
        ({ document }) => deprecated || stagesOf(secret.stages, document.id).length > 0,
      );
      shown.push(...wanted.map(({ document }) => document));
      after = read.last;
      isOver = after === undefined;
    }
    return {
      Versions: shown.map((version) => {
        const stages = stagesOf(secret.stages, version.id);
        const { accessed } = version;
        return {
          VersionId: version.id,
          ...(stages.length === 0 ? {} : { VersionStages: stages }),
          ...(accessed === undefined ? {} : { LastAccessedDate: new Date(accessed) }),
          CreatedDate: new Date(version.created),
          ...keysOf(version),
        };
      }),
      ARN: arn,
      Name: secret.name,
      ...page.answer(after),
    };
  },
});

function keysOf({ value }: VersionDocument) {
  if (value === undefined) return {};
  return { KmsKeyIds: value.dataKeys.map(({ keyArn }) => keyArn ?? DEFAULT_KEY) };
}

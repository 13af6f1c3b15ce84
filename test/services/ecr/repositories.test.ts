import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListTagsForResourceCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { refusal } from '../dynamodb/tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const repositoryName = 'app/web';

test('a repository is made once, described with its settings and tags, and deleted', async () => {
  const account = freshAccount();
  const ecr = new ECRClient(server.client(account));
  const tags = [{ Key: 'team', Value: 'red' }];
  const { repository } = await ecr.send(new CreateRepositoryCommand({ repositoryName, tags }));
  const repositoryArn = `arn:aws:ecr:us-east-1:${account}:repository/${repositoryName}`;
  expect(repository).toMatchObject({
    repositoryArn,
    repositoryUri: `${account}.dkr.ecr.us-east-1.amazonaws.com/${repositoryName}`,
    imageTagMutability: 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  });
  expect(await refusal(ecr.send(new CreateRepositoryCommand({ repositoryName })))).toBe(
    `RepositoryAlreadyExistsException: The repository with name '${repositoryName}' already exists in the registry with id '${account}'`,
  );
  const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
  expect(repositories).toMatchObject([{ repositoryName }]);
  const asked = new ListTagsForResourceCommand({ resourceArn: repositoryArn });
  expect((await ecr.send(asked)).tags).toEqual(tags);
  await ecr.send(new DeleteRepositoryCommand({ repositoryName }));
  expect(await refusal(ecr.send(new DeleteRepositoryCommand({ repositoryName })))).toBe(
    `RepositoryNotFoundException: The repository with name '${repositoryName}' does not exist in the registry with id '${account}'`,
  );
});

test('settings that nothing acts on are refused; scanning is kept, though no image comes', async () => {
  const ecr = new ECRClient(server.client(freshAccount()));
  const filter = { filter: 'dev*', filterType: 'WILDCARD' } as const;
  const refused = [
    { encryptionConfiguration: { encryptionType: 'KMS' as const } },
    { imageTagMutabilityExclusionFilters: [filter] },
  ];
  for (const more of refused) {
    await expect(
      ecr.send(new CreateRepositoryCommand({ repositoryName, ...more })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  }
  expect(refused).toHaveLength(2);
  const imageScanningConfiguration = { scanOnPush: true };
  await ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration }));
  const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}));
  expect(repositories).toMatchObject([{ imageScanningConfiguration }]);
});

test('a user needs the permission, and another account the repository’s policy', async () => {
  const [owner, other] = [freshAccount(), freshAccount()];
  const ecr = new ECRClient(server.client(owner));
  await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  const arn = `arn:aws:ecr:us-east-1:${owner}:repository/${repositoryName}`;
  const nobody = new ECRClient(await newUser(server, owner, 'nobody'));
  expect(await refusal(nobody.send(new DeleteRepositoryCommand({ repositoryName })))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${owner}:user/nobody is not authorized to perform: ecr:DeleteRepository ` +
      `on resource: ${arn} because no identity-based policy allows the ecr:DeleteRepository action`,
  );
  const stranger = new ECRClient(server.client(other));
  const read = new GetRepositoryPolicyCommand({ repositoryName, registryId: owner });
  expect(await refusal(stranger.send(read))).toContain('AccessDeniedException');
  const text = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${other}:root` },
    Action: 'ecr:GetRepositoryPolicy',
  });
  await ecr.send(new SetRepositoryPolicyCommand({ repositoryName, policyText: text }));
  expect((await stranger.send(read)).policyText).toBe(text);
  expect(await refusal(ecr.send(new GetLifecyclePolicyCommand({ repositoryName })))).toBe(
    `LifecyclePolicyNotFoundException: Lifecycle policy does not exist for the repository with name '${repositoryName}' in the registry with id '${owner}'`,
  );
});

import { GetUserCommand, GetUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  DecryptCommand,
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Clients, Credentials } from './clients.ts';
import { ABSENT } from './journal.ts';

type Read = (clients: Clients) => Promise<string>;

export function keyState(KeyId: string): Read {
  return async ({ kms }) =>
    (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState ?? ABSENT;
}

export function keyPolicy(KeyId: string): Read {
  return async ({ kms }) => (await kms.send(new GetKeyPolicyCommand({ KeyId }))).Policy ?? ABSENT;
}

export function keyTags(KeyId: string): Read {
  return async ({ kms }) => {
    const { Tags = [] } = await kms.send(new ListResourceTagsCommand({ KeyId }));
    return tagText(Tags.map(({ TagKey, TagValue }) => [TagKey ?? '', TagValue ?? '']));
  };
}

export function tagsOf(text: string): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of text.split(' ').filter((one) => one !== '')) {
    const [key = '', value = ''] = tag.split('=');
    tags.set(key, value);
  }
  return tags;
}

/** Tags as one text, whatever order they come in. */
export function tagText(tags: readonly (readonly [string, string])[]): string {
  return tags
    .map(([key, value]) => `${key}=${value}`)
    .toSorted()
    .join(' ');
}

export function aliasTarget(KeyId: string): Read {
  return ({ kms }) =>
    orAbsent('NotFoundException', async () => {
      return (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyId;
    });
}

export function plaintextOf(ciphertext: Uint8Array, tenant: string): Read {
  return async ({ kms }) => {
    const input = { CiphertextBlob: ciphertext, EncryptionContext: { tenant } };
    return Buffer.from((await kms.send(new DecryptCommand(input))).Plaintext ?? []).toString('hex');
  };
}

export function userName(UserName: string): Read {
  return ({ iam }) =>
    orAbsent('NoSuchEntityException', async () => {
      return (await iam.send(new GetUserCommand({ UserName }))).User?.UserName;
    });
}

export function userPolicy(UserName: string, PolicyName: string): Read {
  return ({ iam }) =>
    orAbsent('NoSuchEntityException', async () => {
      const { PolicyDocument } = await iam.send(new GetUserPolicyCommand({ UserName, PolicyName }));
      return decodeURIComponent(PolicyDocument ?? '');
    });
}

export function callerOf(credentials: Credentials): Read {
  return async (clients) => {
    const sts = clients.stsOf(credentials);
    return (await sts.send(new GetCallerIdentityCommand({}))).Arn ?? ABSENT;
  };
}

async function orAbsent(code: string, read: () => Promise<string | undefined>): Promise<string> {
  try {
    return (await read()) ?? ABSENT;
  } catch (error) {
    if (error instanceof Error && error.name === code) return ABSENT;
    throw error;
  }
}

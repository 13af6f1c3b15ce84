import {
  CreateKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const Plaintext = Buffer.from('x');
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const all = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;
const ADMINISTRATION = ['kms:PutKeyPolicy', 'kms:GetKeyPolicy', 'kms:DescribeKey'];

/** Part 1: the default policy, one of one's own, and the check that keeps a key from being lost. */
export async function keyPolicies(narrator: Narrator, server: DevServer): Promise<void> {
  const kms = server.kms(ACCOUNT);
  const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const ann = new KMSClient(await server.user(ACCOUNT, 'ann', all));
  const bob = new KMSClient(await server.user(ACCOUNT, 'bob'));
  const by = (client: KMSClient) => client.send(new EncryptCommand({ KeyId, Plaintext }));
  const put = (...statements: readonly object[]) =>
    kms.send(new PutKeyPolicyCommand({ KeyId, Policy: policyText(...statements) }));

  narrator.step('The default policy hands the decision to IAM');
  const { Policy = '' } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
  narrator.show('policy', Policy.replaceAll(/\s+/g, ' '));
  narrator.check(
    'it names the account’s root alone',
    /"AWS"\s*:\s*"([^"]*)"/.exec(Policy)?.[1] === ROOT,
  );
  const sealed = await by(ann);
  narrator.check('a user whom IAM allows may use the key', sealed.KeyId === KeyId);
  const denied = await mustRefuse(narrator, 'a user without a policy may not', by(bob), {
    code: 'AccessDeniedException',
    text: 'because no identity-based policy allows the kms:Encrypt action',
  });
  explain(
    narrator,
    server,
    denied,
    'the key policy matched and IAM had nothing to weigh',
    (text) =>
      /"policyType":\s*"resource"[^}]*"matched":\s*true/.test(text) &&
      /"policyType":\s*"identity",\s*"side":\s*"principal"/.test(text),
  );

  narrator.step('A policy that keeps administration and names one user');
  const names = { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` };
  await put(
    { ...all, Action: ADMINISTRATION, Principal: { AWS: ROOT } },
    { ...all, Action: 'kms:Encrypt', Principal: names },
  );
  const encrypted = await by(bob);
  narrator.check('who is named needs no IAM policy', encrypted.KeyId === KeyId);
  const unheard = await mustRefuse(
    narrator,
    'IAM is not heard any more: the other user may not, whatever IAM allows',
    by(ann),
    {
      code: 'AccessDeniedException',
      text: 'because no resource-based policy allows the kms:Encrypt action',
    },
  );
  explain(
    narrator,
    server,
    unheard,
    'IAM’s statement matched, the key policy’s did not',
    (text) =>
      /"policyType":\s*"identity"[^}]*"matched":\s*true/.test(text) &&
      /"mismatch":\s*"principal"/.test(text),
  );
  await mustRefuse(narrator, 'nor may the root user', by(kms), { code: 'AccessDeniedException' });

  narrator.step('A deny is stronger than everything');
  const deny = { ...all, Effect: 'Deny', Action: 'kms:Encrypt', Principal: names };
  await put({ ...all, Principal: { AWS: ROOT } }, { ...all, Principal: names }, deny);
  await mustRefuse(narrator, 'whoever else allows it', by(bob), {
    code: 'AccessDeniedException',
    text: 'with an explicit deny in a resource-based policy',
  });
  await lockOut(narrator, put);
}

async function lockOut(
  narrator: Narrator,
  put: (...statements: readonly object[]) => Promise<unknown>,
): Promise<void> {
  narrator.step('Policies that are not taken');
  const code = 'MalformedPolicyDocumentException';
  await mustRefuse(
    narrator,
    'one that would lock its author out',
    put({ ...all, Action: 'kms:Encrypt', Principal: { AWS: ROOT } }),
    { code, text: 'The new key policy will not allow you to update the key policy in the future.' },
  );
  await mustRefuse(
    narrator,
    'one that names nobody there is',
    put(
      { ...all, Principal: { AWS: ROOT } },
      { ...all, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ghost` } },
    ),
    { code, text: 'Policy contains a statement with one or more invalid principals.' },
  );
}

/** What `holdfast explain` tells of a denied call. */
export function explain(
  narrator: Narrator,
  server: DevServer,
  requestId: string,
  claim: string,
  isTold: (text: string) => boolean,
): void {
  const text = server.explain(requestId);
  narrator.show('explain', text.replaceAll(/\s+/g, ' '));
  narrator.check(`holdfast explain: ${claim}`, isTold(text), () => text);
}

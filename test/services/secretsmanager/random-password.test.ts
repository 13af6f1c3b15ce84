import { GetRandomPasswordCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  newPassword,
  passwordRules,
} from '../../../src/services/secretsmanager/domain/password.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('GetRandomPassword: 32 characters, with each kind among them', async () => {
  const { client } = newOwner(server);
  const { RandomPassword = '' } = await client.send(new GetRandomPasswordCommand({}));
  expect(RandomPassword).toMatch(/^[!-~]{32}$/);
  for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]) expect(RandomPassword).toMatch(kind);
});

test('GetRandomPassword: excluded characters never come', async () => {
  const { client } = newOwner(server);
  const { RandomPassword = '' } = await client.send(
    new GetRandomPasswordCommand({
      PasswordLength: 4_096,
      ExcludeCharacters: 'abcdefghijklm',
      ExcludePunctuation: true,
      ExcludeUppercase: true,
      IncludeSpace: true,
    }),
  );
  expect(RandomPassword).toMatch(/^[n-z0-9 ]{4096}$/);
  expect(RandomPassword).toMatch(/ /);
});

test('GetRandomPassword: rules that nobody can keep are refused', async () => {
  const { client } = newOwner(server);
  const digits = { ExcludeLowercase: true, ExcludeUppercase: true, ExcludePunctuation: true };
  const cases = [
    [{ PasswordLength: 3 }, 'Password length is too short based on the required types.'],
    [{ ...digits, ExcludeNumbers: true }, 'All characters have been excluded from selection.'],
    [
      { ...digits, ExcludeCharacters: '0123456789', RequireEachIncludedType: false },
      'All characters have been excluded from selection.',
    ],
    [{ ExcludeCharacters: '0123456789' }, 'All characters of the desired type have been excluded.'],
  ] as const;
  for (const [input, message] of cases) {
    await expect(client.send(new GetRandomPasswordCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message,
    });
  }
  expect(cases).toHaveLength(4);
});

test('newPassword: every character is as likely as any other', () => {
  const rules = passwordRules({ PasswordLength: 4_000, RequireEachIncludedType: false });
  if (typeof rules === 'string') throw new Error(rules);
  const counts = new Map<string, number>();
  for (let draws = 0; draws < 50; draws += 1) {
    for (const one of newPassword(rules)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const expected = 200_000 / 94;
  // Chi-squared of 93 degrees of freedom: above 180 once in many millions of fair draws.
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  expect(counts.size).toBe(94);
  expect(chi).toBeLessThan(180);
});

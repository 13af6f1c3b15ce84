import {
  GetParameterCommand,
  GetParametersByPathCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

export async function hierarchy(narrator: Narrator, server: DevServer): Promise<void> {
  const ssm = new SSMClient(server.root(ACCOUNT));
  const put = (Name: string, Value: string, more: object = {}) =>
    ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
  const namesBelow = async (Path: string, Recursive: boolean) => {
    const { Parameters = [] } = await ssm.send(new GetParametersByPathCommand({ Path, Recursive }));
    return Parameters.map(({ Name }) => Name).join(' ');
  };

  narrator.step('Names with slashes are a tree');
  await put('/shop/prod/database/host', 'db.prod.example');
  await put('/shop/prod/log-level', 'info');
  await put('/shop/test/log-level', 'debug');
  narrator.show('/shop/prod', await namesBelow('/shop/prod', true));
  narrator.check(
    'a path gives one level, or everything below it',
    (await namesBelow('/shop/prod', false)) === '/shop/prod/log-level' &&
      (await namesBelow('/shop/prod', true)) === '/shop/prod/database/host /shop/prod/log-level',
  );
  await mustRefuse(narrator, 'a tree is fifteen levels high', put('/a'.repeat(16), 'x'), {
    code: 'HierarchyLevelLimitExceededException',
  });

  narrator.step('Every change is a version, and labels name them');
  await mustRefuse(narrator, 'nothing is overwritten by chance', put('/shop/prod/log-level', 'x'), {
    code: 'ParameterAlreadyExists',
    text: 'To overwrite this value, set the overwrite option in the request to true.',
  });
  await put('/shop/prod/log-level', 'warn', { Overwrite: true });
  const label = { Name: '/shop/prod/log-level', ParameterVersion: 1, Labels: ['calm'] };
  await ssm.send(new LabelParameterVersionCommand(label));
  const values: (string | undefined)[] = [];
  for (const selector of ['', ':1', ':calm', ':2']) {
    const Name = `/shop/prod/log-level${selector}`;
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
    narrator.show(Name.slice('/shop/prod/'.length), Parameter?.Value ?? '');
    values.push(Parameter?.Value);
  }
  narrator.check('each reads what it names', values.join() === 'warn,info,info,warn');

  narrator.step('What a value may be');
  const pattern = String.raw`\d{1,4}`;
  await mustRefuse(
    narrator,
    'a pattern holds',
    put('/shop/prod/port', 'http', { AllowedPattern: pattern }),
    {
      code: 'ParameterPatternMismatchException',
      text: `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    },
  );
  await mustRefuse(narrator, 'the standard tier holds 4 KB', put('/shop/big', 'x'.repeat(4_097)), {
    code: 'ValidationException',
    text: 'Standard tier parameters support a maximum parameter value of 4096 characters.',
  });
  const smart = await put('/shop/big', 'x'.repeat(4_097), { Tier: 'Intelligent-Tiering' });
  narrator.check('Intelligent-Tiering takes the advanced one then', smart.Tier === 'Advanced');

  narrator.step('AWS’s own parameters');
  const Name = '/aws/service/global-infrastructure/regions/eu-west-1/longName';
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  narrator.show('eu-west-1', Parameter?.Value ?? '');
  narrator.check('tell of its Regions', Parameter?.Value === 'Europe (Ireland)');
}

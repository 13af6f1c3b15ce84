import {
  CreateStackCommand,
  GetTemplateSummaryCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const P = '{Type: AWS::SSM::Parameter, Properties: {Type: String, Value: x}}';

const REFUSED: readonly (readonly [template: string, text: string])[] = [
  ['{"Resources":', 'Template format error: JSON not well-formed.'],
  ['just text', 'Template format error: unsupported structure.'],
  ['Resources: {}', 'Template format error: At least one Resources member must be defined.'],
  [`Resources: {A: ${P}}\nThings: {}`, 'Invalid template property or properties [Things]'],
  [
    'Resources: {A: {Properties: {}}}',
    'Template format error: [/Resources/A] Every Resources object must contain a Type member.',
  ],
  [`Resources: {a-b: ${P}}`, 'Template format error: Resource name a-b is non alphanumeric.'],
  [
    'Resources: {A: {Type: AWS::Nothing::Here}, B: {Type: AWS::CDK::Metadata}}',
    'Template format error: Unrecognized resource types: [AWS::Nothing::Here]',
  ],
  [
    'Resources: {A: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: !Ref Gone}}}',
    'Template format error: Unresolved resource dependencies [Gone] in the Resources block of the template',
  ],
  [
    'Resources: {A: {Type: AWS::SSM::Parameter, Properties: {Value: !GetAtt Gone.Arn}}}',
    'Template error: instance of Fn::GetAtt references undefined resource Gone',
  ],
  [
    'Resources: {A: {Type: AWS::SSM::Parameter, DependsOn: B}, B: {Type: AWS::SSM::Parameter, Properties: {Value: !Ref A}}, C: {Type: AWS::SSM::Parameter, DependsOn: A}}',
    'Circular dependency between resources: [A, B]',
  ],
  [
    `Resources: {A: ${P}}\nOutputs: {O: {Value: !Ref Gone}}`,
    'Template format error: Unresolved resource dependencies [Gone] in the Outputs block of the template',
  ],
  [`Parameters: {V: {Type: String}}\nResources: {A: ${P}}`, 'Parameters: [V] must have values'],
  [
    `Parameters: {V: {Type: Number, Default: 3, MinValue: 5}}\nResources: {A: ${P}}`,
    "Parameter 'V' must be a number not less than 5",
  ],
  [
    `Parameters: {V: {Type: String, Default: abc, AllowedPattern: "[0-9]+"}}\nResources: {A: ${P}}`,
    "Parameter 'V' must match pattern [0-9]+",
  ],
  [
    `Parameters: {V: {Type: String, Default: abc, AllowedValues: [x], ConstraintDescription: say x}}\nResources: {A: ${P}}`,
    "Parameter 'V' failed to satisfy constraint: say x",
  ],
  [
    'Resources: {A: {Type: AWS::SSM::Parameter, Properties: {Value: null}}}',
    "[/Resources/A/Properties/Value] 'null' values are not allowed in templates",
  ],
  [
    'Resources: {A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}}',
    'Requires capabilities : [CAPABILITY_IAM]',
  ],
  [
    'Resources: {A: {Type: AWS::IAM::Role, Properties: {RoleName: me, AssumeRolePolicyDocument: {}}}}',
    'Requires capabilities : [CAPABILITY_NAMED_IAM]',
  ],
];

test("CreateStack: refuses templates with AWS's texts, and makes nothing", async () => {
  const client = stacksOf(server.client(freshAccount()));
  let count = 0;
  for (const [TemplateBody, text] of REFUSED) {
    const create = client.send(new CreateStackCommand({ StackName: 'refused', TemplateBody }));
    await expect(create, TemplateBody).rejects.toThrow(text);
    count += 1;
  }
  expect(count).toBe(18);
});

test('ValidateTemplate and GetTemplateSummary: tell what a template asks for', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const TemplateBody = `
Description: a role
Parameters: {Word: {Type: String, NoEcho: true, Description: secret}}
Resources: {R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}}
`;
  const checked = await client.send(new ValidateTemplateCommand({ TemplateBody }));
  expect(checked).toMatchObject({
    Description: 'a role',
    Parameters: [{ ParameterKey: 'Word', NoEcho: true, Description: 'secret' }],
    Capabilities: ['CAPABILITY_IAM'],
    CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
  });
  const summary = await client.send(new GetTemplateSummaryCommand({ TemplateBody }));
  expect(summary.ResourceTypes).toEqual(['AWS::IAM::Role']);
  expect(summary.Parameters?.[0]).toMatchObject({ ParameterType: 'String', NoEcho: true });
});

import { DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import {
  GetIPSetCommand,
  GetWebACLCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newTenant } from '../wafv2/web-acls.ts';
import { deployed, failuresOf, outputOf, removed, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const VISIBLE = '{SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: m}';

function template({ address = '10.0.0.0/8', name = 'first', scope = 'REGIONAL', more = '' } = {}) {
  return `
Resources:
  Addresses:
    Type: AWS::WAFv2::IPSet
    Properties: {Scope: ${scope}, IPAddressVersion: IPV4, Addresses: [${address}], Tags: [{Key: of, Value: ${name}}]}
  Patterns:
    Type: AWS::WAFv2::RegexPatternSet
    Properties: {Name: ${name}, Scope: REGIONAL, RegularExpressionList: ["^/admin"]}
  Group:
    Type: AWS::WAFv2::RuleGroup
    Properties:
      Scope: REGIONAL
      Capacity: 50
      VisibilityConfig: ${VISIBLE}
      Rules:
        - Name: admin
          Priority: 0
          Action: {Block: {}}
          VisibilityConfig: ${VISIBLE}
          Statement:
            ByteMatchStatement:
              SearchStringBase64: !Base64 /admin
              FieldToMatch: {UriPath: {}}
              PositionalConstraint: STARTS_WITH
              TextTransformations: [{Priority: 0, Type: NONE}]
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: {Allow: {}}
      VisibilityConfig: ${VISIBLE}
      Rules:
        - Name: addresses
          Priority: 0
          Action: {Block: {}}
          VisibilityConfig: ${VISIBLE}
          Statement: {IPSetReferenceStatement: {Arn: !GetAtt Addresses.Arn}}
        - Name: group
          Priority: 1
          OverrideAction: {None: {}}
          VisibilityConfig: ${VISIBLE}
          Statement: {RuleGroupReferenceStatement: {Arn: !GetAtt Group.Arn}}
  Logs: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: aws-waf-logs-${name}}}
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties:
      ResourceArn: !GetAtt Acl.Arn
      LogDestinationConfigs: [!Select [0, !Split [":*", !GetAtt Logs.Arn]]]
      RedactedFields: [{SingleHeader: {Name: authorization}}]
${more}
Outputs:
  Ref: {Value: !Ref Acl}
  Id: {Value: !GetAtt Acl.Id}
  Arn: {Value: !GetAtt Acl.Arn}
  Capacity: {Value: !GetAtt Acl.Capacity}
  Labels: {Value: !GetAtt Acl.LabelNamespace}
  Addresses: {Value: !Ref Addresses}
  Patterns: {Value: !GetAtt Patterns.Id}
`;
}

test('AWS::WAFv2: a web ACL with what it is made of is made, changed in place, replaced by name, and taken away', async () => {
  const { account, waf } = newTenant(server);
  const client = stacksOf(server.client(account));
  const made = await deployed(client, 'wall', template());
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'wall'))).toBe(
    'CREATE_COMPLETE',
  );
  const [Name = '', Id = '', Scope = ''] = outputOf(made, 'Ref').split('|');
  expect([Id, Scope]).toEqual([outputOf(made, 'Id'), 'REGIONAL']);
  expect(Name).toMatch(/^wall-Acl-[A-Z0-9]{12}$/);
  expect(outputOf(made, 'Labels')).toBe(`awswaf:${account}:webacl:${Name}:`);
  expect(outputOf(made, 'Capacity')).toBe('51');
  const { WebACL } = await waf.send(new GetWebACLCommand({ Name, Id, Scope: 'REGIONAL' }));
  expect(WebACL?.Rules?.map((rule) => rule.Name)).toEqual(['addresses', 'group']);

  const changed = await deployed(client, 'wall', template({ address: '192.0.2.0/24' }));
  expect(changed.StackStatus).toBe('UPDATE_COMPLETE');
  expect(outputOf(changed, 'Ref')).toBe(outputOf(made, 'Ref'));
  const [SetName = '', SetId = ''] = outputOf(changed, 'Addresses').split('|');
  const set = { Name: SetName, Id: SetId, Scope: 'REGIONAL' as const };
  const { IPSet } = await waf.send(new GetIPSetCommand(set));
  expect(IPSet?.Addresses).toEqual(['192.0.2.0/24']);

  const renamed = await deployed(client, 'wall', template({ name: 'second' }));
  expect(renamed.StackStatus).toBe('UPDATE_COMPLETE');
  expect(outputOf(renamed, 'Patterns')).not.toBe(outputOf(made, 'Patterns'));
  const tagged = await waf.send(new ListTagsForResourceCommand({ ResourceARN: IPSet?.ARN }));
  expect(tagged.TagInfoForResource?.TagList).toEqual([{ Key: 'of', Value: 'second' }]);

  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(waf.send(new GetIPSetCommand(set))).rejects.toThrow(/doesn.t exist/);
});

test('AWS::WAFv2: a member that rules do not have fails the web ACL, and the stack goes back to nothing', async () => {
  const { account } = newTenant(server);
  const client = stacksOf(server.client(account));
  const misspelt = template().replace('PositionalConstraint', 'PositionConstraint');
  const stack = await deployed(client, 'misspelt', misspelt);
  expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
  expect(await failuresOf(client, 'misspelt')).toContain(
    'Properties validation failed for resource Group with message:\n' +
      '#/Rules/0/Statement/ByteMatchStatement: extraneous key [PositionConstraint] is not permitted',
  );
  const detail = new DescribeStackResourceCommand({
    StackName: 'misspelt',
    LogicalResourceId: 'Addresses',
  });
  await expect(client.send(detail)).rejects.toThrow(/Addresses/);
});

test('AWS::WAFv2: what the service has not built fails its resource with what the service says', async () => {
  const { account } = newTenant(server);
  const client = stacksOf(server.client(account));
  const more =
    '  Other:\n    Type: AWS::WAFv2::WebACL\n    Properties:\n' +
    `      {Scope: REGIONAL, DefaultAction: {Allow: {}}, VisibilityConfig: ${VISIBLE}, MonetizationConfig: {CurrencyMode: TEST}}`;
  const stack = await deployed(client, 'money', template({ name: 'money', more }));
  expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
  expect(await failuresOf(client, 'money')).toContainEqual(
    expect.stringMatching(/MonetizationConfig.*HandlerErrorCode: GeneralServiceException/s),
  );
});

test('AWS::WAFv2: whoever deploys needs the permissions of WAF', async () => {
  const { account } = newTenant(server);
  const allow = [{ Effect: 'Allow', Action: 'cloudformation:*', Resource: '*' }] as const;
  const client = stacksOf(await newUser(server, account, 'deployer', { allow: [...allow] }));
  const set = template().split('  Patterns:')[0] ?? '';
  const stack = await deployed(client, 'denied', set);
  expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
  expect((await failuresOf(client, 'denied'))[0]).toMatch(
    new RegExp(
      `User: arn:aws:iam::${account}:user/deployer is not authorized to perform: wafv2:CreateIPSet on resource: arn:aws:wafv2:us-east-1:${account}:regional/ipset/denied-Addresses-[A-Z0-9]{12}/\\S+ because no identity-based policy allows the wafv2:CreateIPSet action`,
    ),
  );
});

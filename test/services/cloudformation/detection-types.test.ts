import { ACMPCAClient, DescribeCertificateAuthorityCommand } from '@aws-sdk/client-acm-pca';
import {
  ConfigServiceClient,
  DescribeConfigRulesCommand,
  DescribeConfigurationRecorderStatusCommand,
} from '@aws-sdk/client-config-service';
import { FMSClient, GetPolicyCommand } from '@aws-sdk/client-fms';
import {
  GetDetectorCommand,
  GetFilterCommand,
  GuardDutyClient,
  ListDetectorsCommand,
} from '@aws-sdk/client-guardduty';
import { GetAllowListCommand, GetMacieSessionCommand, Macie2Client } from '@aws-sdk/client-macie2';
import {
  CreateSubscriptionCommand,
  ListProtectionsCommand,
  ShieldClient,
} from '@aws-sdk/client-shield';
import { DescribeHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { expect, onTestFinished, test } from 'vitest';
import { freshAccount, startServer } from '../../server.ts';
import { configBucket, recorderRole } from '../config-service/recording.ts';
import { newFleet } from '../fms/fleet.ts';
import { deployed, failuresOf, outputOf, removed, stacksOf } from './stack-clients.ts';

async function started() {
  const server = await startServer();
  onTestFinished(() => server.close());
  const account = freshAccount();
  const config = server.client(account);
  return { server, account, config, client: stacksOf(config) };
}

function detection({
  frequency = 'ONE_HOUR',
  rank = 1,
  word = 'one',
  name = 'first',
  more = '',
} = {}): string {
  return `
Resources:
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties: {Enable: true, FindingPublishingFrequency: ${frequency}, Tags: [{Key: of, Value: ${word}}]}
  Filter:
    Type: AWS::GuardDuty::Filter
    Properties:
      DetectorId: !Ref Detector
      Name: ${name}
      Action: ARCHIVE
      Rank: ${rank}
      FindingCriteria: {Criterion: {severity: {Gte: 1, Lt: 4}}}
  Hub: {Type: AWS::SecurityHub::Hub, Properties: {EnableDefaultStandards: false, Tags: {of: ${word}}}}
  Session: {Type: AWS::Macie::Session, Properties: {FindingPublishingFrequency: ${frequency}}}
  Identifier:
    Type: AWS::Macie::CustomDataIdentifier
    DependsOn: Session
    Properties: {Name: ${name}, Regex: "[0-9]{8}"}
  List:
    Type: AWS::Macie::AllowList
    DependsOn: Session
    Properties: {Name: words, Criteria: {Regex: ${word}}}
${more}
Outputs:
  Detector: {Value: !GetAtt Detector.Id}
  Filter: {Value: !Ref Filter}
  Hub: {Value: !GetAtt Hub.ARN}
  Account: {Value: !Ref Session}
  List: {Value: !Ref List}
  ListArn: {Value: !GetAtt List.Arn}
  Identifier: {Value: !Ref Identifier}
`;
}

test('AWS::GuardDuty, AWS::SecurityHub, AWS::Macie: are turned on, changed in place, replaced by name, and turned off', async () => {
  const { account, config, client } = await started();
  const guard = new GuardDutyClient(config);
  const macie = new Macie2Client(config);
  const made = await deployed(client, 'watch', detection());
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'watch'))).toBe(
    'CREATE_COMPLETE',
  );
  expect(outputOf(made, 'Account')).toBe(account);
  expect(outputOf(made, 'Hub')).toBe(`arn:aws:securityhub:us-east-1:${account}:hub/default`);
  const DetectorId = outputOf(made, 'Detector');

  const changes = { frequency: 'FIFTEEN_MINUTES', rank: 2, word: 'two' };
  const changed = await deployed(client, 'watch', detection(changes));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'watch'))).toBe(
    'UPDATE_COMPLETE',
  );
  expect(outputOf(changed, 'List')).toBe(outputOf(made, 'List'));
  expect(await guard.send(new GetDetectorCommand({ DetectorId }))).toMatchObject({
    FindingPublishingFrequency: 'FIFTEEN_MINUTES',
    Tags: { of: 'two' },
  });
  const filter = { DetectorId, FilterName: 'first' };
  expect((await guard.send(new GetFilterCommand(filter))).Rank).toBe(2);
  expect((await macie.send(new GetMacieSessionCommand({}))).findingPublishingFrequency).toBe(
    'FIFTEEN_MINUTES',
  );
  const list = await macie.send(new GetAllowListCommand({ id: outputOf(made, 'List') }));
  expect(list.criteria).toEqual({ regex: 'two' });

  const replaced = await deployed(client, 'watch', detection({ ...changes, name: 'second' }));
  expect(replaced.StackStatus, JSON.stringify(await failuresOf(client, 'watch'))).toBe(
    'UPDATE_COMPLETE',
  );
  expect(outputOf(replaced, 'Filter')).toBe('second');
  expect(outputOf(replaced, 'Identifier')).not.toBe(outputOf(made, 'Identifier'));

  const more =
    '  Other: {Type: AWS::GuardDuty::Detector, DependsOn: List, Properties: {Enable: true}}';
  const back = await deployed(
    client,
    'watch',
    detection({ ...changes, name: 'second', word: 'three', more }),
  );
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  const kept = await macie.send(new GetAllowListCommand({ id: outputOf(made, 'List') }));
  expect(kept.criteria).toEqual({ regex: 'two' });

  const gone = await removed(client, made);
  expect(gone.StackStatus, gone.StackStatusReason).toBe('DELETE_COMPLETE');
  expect((await guard.send(new ListDetectorsCommand({}))).DetectorIds).toEqual([]);
  await expect(macie.send(new GetMacieSessionCommand({}))).rejects.toThrow('Macie is not enabled');
  await expect(new SecurityHubClient(config).send(new DescribeHubCommand({}))).rejects.toThrow(
    /not subscribed to AWS Security Hub/,
  );
});

test('AWS::Config: a recorder begins once it has a channel, and rules are judged by it', async () => {
  const { server, account, config, client } = await started();
  const [role, bucket] = [await recorderRole(server, account), await configBucket(server, account)];
  const template = (description: string): string => `
Resources:
  Channel: {Type: AWS::Config::DeliveryChannel, Properties: {S3BucketName: ${bucket}}}
  Recorder:
    Type: AWS::Config::ConfigurationRecorder
    Properties: {RoleARN: "${role}", RecordingGroup: {AllSupported: true}}
  Rule:
    Type: AWS::Config::ConfigRule
    DependsOn: [Recorder, Channel]
    Properties: {Description: ${description}, Source: {Owner: AWS, SourceIdentifier: S3_BUCKET_VERSIONING_ENABLED}}
Outputs:
  Rule: {Value: !Ref Rule}
  Id: {Value: !GetAtt Rule.ConfigRuleId}
  Arn: {Value: !GetAtt Rule.Arn}
`;
  const made = await deployed(client, 'record', template('one'));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'record'))).toBe(
    'CREATE_COMPLETE',
  );
  const service = new ConfigServiceClient(config);
  const status = await service.send(new DescribeConfigurationRecorderStatusCommand({}));
  expect(status.ConfigurationRecordersStatus?.map(({ recording }) => recording)).toEqual([true]);
  const changed = await deployed(client, 'record', template('two'));
  expect(changed.StackStatus).toBe('UPDATE_COMPLETE');
  const { ConfigRules } = await service.send(new DescribeConfigRulesCommand({}));
  expect(ConfigRules).toMatchObject([
    {
      ConfigRuleName: outputOf(made, 'Rule'),
      ConfigRuleId: outputOf(made, 'Id'),
      ConfigRuleArn: outputOf(made, 'Arn'),
      Description: 'two',
    },
  ]);
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  const after = await service.send(new DescribeConfigurationRecorderStatusCommand({}));
  expect(after.ConfigurationRecordersStatus).toEqual([]);
});

test('AWS::ACMPCA, AWS::Shield: an authority signs for itself and is activated; a zone is protected', async () => {
  const { account, config, client } = await started();
  const shield = new ShieldClient(config);
  await shield.send(new CreateSubscriptionCommand({}));
  const template = (name: string): string => `
Resources:
  Root:
    Type: AWS::ACMPCA::CertificateAuthority
    Properties:
      {Type: ROOT, KeyAlgorithm: EC_prime256v1, SigningAlgorithm: SHA256WITHECDSA, Subject: {CommonName: root}, Tags: [{Key: of, Value: ${name}}]}
  Own:
    Type: AWS::ACMPCA::Certificate
    Properties:
      CertificateAuthorityArn: !Ref Root
      CertificateSigningRequest: !GetAtt Root.CertificateSigningRequest
      SigningAlgorithm: SHA256WITHECDSA
      TemplateArn: arn:aws:acm-pca:::template/RootCACertificate/V1
      Validity: {Type: YEARS, Value: 10}
  Active:
    Type: AWS::ACMPCA::CertificateAuthorityActivation
    Properties: {CertificateAuthorityArn: !Ref Root, Certificate: !GetAtt Own.Certificate, Status: ACTIVE}
  Renewal:
    Type: AWS::ACMPCA::Permission
    Properties: {CertificateAuthorityArn: !Ref Root, Principal: acm.amazonaws.com, Actions: [IssueCertificate, GetCertificate, ListPermissions]}
  Balancer:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{Id: web, DomainName: 127.0.0.1, CustomOriginConfig: {OriginProtocolPolicy: http-only}}]
        DefaultCacheBehavior: {TargetOriginId: web, ViewerProtocolPolicy: allow-all, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6}
  Protection:
    Type: AWS::Shield::Protection
    Properties: {Name: ${name}, ResourceArn: !Sub "arn:aws:cloudfront::${account}:distribution/\${Balancer}"}
Outputs:
  Root: {Value: !Ref Root}
  Protection: {Value: !GetAtt Protection.ProtectionId}
  ProtectionArn: {Value: !Ref Protection}
`;
  const made = await deployed(client, 'trust', template('one'));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'trust'))).toBe(
    'CREATE_COMPLETE',
  );
  const pca = new ACMPCAClient(config);
  const CertificateAuthorityArn = outputOf(made, 'Root');
  const status = async () => {
    const input = new DescribeCertificateAuthorityCommand({ CertificateAuthorityArn });
    return (await pca.send(input)).CertificateAuthority?.Status;
  };
  expect(await status()).toBe('ACTIVE');
  expect(outputOf(made, 'ProtectionArn')).toBe(
    `arn:aws:shield::${account}:protection/${outputOf(made, 'Protection')}`,
  );
  const protections = async () => {
    const { Protections = [] } = await shield.send(new ListProtectionsCommand({}));
    return Protections.map(({ Name }) => Name);
  };
  expect(await protections()).toEqual(['one']);
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  expect(await status()).toBe('DELETED');
  expect(await protections()).toEqual([]);
});

test('AWS::FMS::Policy: an administrator of firewalls has policies made, changed, and taken away', async () => {
  const { server } = await started();
  const { admin, unit, put } = await newFleet(server);
  const { SecurityServicePolicyData: data } = await put();
  const client = stacksOf(server.client(admin));
  const template = (description: string): string => `
Resources:
  Policy:
    Type: AWS::FMS::Policy
    Properties:
      PolicyName: all
      PolicyDescription: ${description}
      ResourceType: AWS::ElasticLoadBalancingV2::LoadBalancer
      ExcludeResourceTags: false
      RemediationEnabled: false
      IncludeMap: {ORGUNIT: [${unit}]}
      SecurityServicePolicyData: {Type: WAFV2, ManagedServiceData: '${data?.ManagedServiceData ?? ''}'}
Outputs: {Id: {Value: !Ref Policy}}
`;
  const made = await deployed(client, 'fleet', template('one'));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'fleet'))).toBe(
    'CREATE_COMPLETE',
  );
  const changed = await deployed(client, 'fleet', template('two'));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'fleet'))).toBe(
    'UPDATE_COMPLETE',
  );
  const PolicyId = outputOf(made, 'Id');
  const fms = new FMSClient(server.client(admin));
  const { Policy } = await fms.send(new GetPolicyCommand({ PolicyId }));
  expect(Policy).toMatchObject({ PolicyDescription: 'two', IncludeMap: { ORG_UNIT: [unit] } });
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(fms.send(new GetPolicyCommand({ PolicyId }))).rejects.toThrow();
});

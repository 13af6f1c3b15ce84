import {
  ACMClient,
  DescribeCertificateCommand,
  ListTagsForCertificateCommand,
} from '@aws-sdk/client-acm';
import {
  CreateStackCommand,
  DeleteStackCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { expect, onTestFinished, test } from 'vitest';
import { freshAccount, startServer } from '../../server.ts';
import { newZone } from '../acm/certificates.ts';
import { eventsOf, failuresOf, outputOf, settledInTime, stacksOf } from './stack-clients.ts';

/** Each test moves the time of a server of its own. */
async function started() {
  const server = await startServer();
  onTestFinished(() => server.close());
  const account = freshAccount();
  const config = server.client(account);
  const client = stacksOf(config);
  const deploy = async (command: CreateStackCommand | UpdateStackCommand) => {
    await client.send(command);
    return settledInTime(server, client, command.input.StackName ?? '');
  };
  return {
    server,
    account,
    client,
    deploy,
    acm: new ACMClient(config),
    route53: new Route53Client(config),
  };
}

function certificate(zone: string, domain: string, tag: string): string {
  return `
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: ${domain}
      SubjectAlternativeNames: ["*.${domain}"]
      ValidationMethod: DNS
      DomainValidationOptions: [{DomainName: ${domain}, HostedZoneId: ${zone}}, {DomainName: "*.${domain}", HostedZoneId: ${zone}}]
      Tags: [{Key: of, Value: ${tag}}]
Outputs: {Arn: {Value: !Ref Certificate}}
`;
}

test('AWS::CertificateManager::Certificate: puts its proof into the zone, waits until it is issued, and is replaced with its domain', async () => {
  const { server, account, client, deploy, acm, route53 } = await started();
  const zone = (await newZone(server, account, 'example.test')).split('/').at(-1) ?? '';
  const StackName = 'tls';
  const TemplateBody = certificate(zone, 'example.test', 'one');
  const made = await deploy(new CreateStackCommand({ StackName, TemplateBody }));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, StackName))).toBe(
    'CREATE_COMPLETE',
  );
  const CertificateArn = outputOf(made, 'Arn');
  const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
  expect(Certificate).toMatchObject({ Status: 'ISSUED', DomainName: 'example.test' });
  const { ResourceRecordSets = [] } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zone }),
  );
  const proofs = ResourceRecordSets.filter(({ Type }) => Type === 'CNAME');
  expect(proofs.map(({ TTL }) => TTL)).toEqual([300]);

  const retagged = certificate(zone, 'example.test', 'two');
  const tagged = await deploy(new UpdateStackCommand({ StackName, TemplateBody: retagged }));
  expect([tagged.StackStatus, outputOf(tagged, 'Arn')]).toEqual([
    'UPDATE_COMPLETE',
    CertificateArn,
  ]);
  const { Tags } = await acm.send(new ListTagsForCertificateCommand({ CertificateArn }));
  expect(Tags).toEqual([{ Key: 'of', Value: 'two' }]);

  const other = certificate(zone, 'www.example.test', 'two');
  const replaced = await deploy(new UpdateStackCommand({ StackName, TemplateBody: other }));
  expect(replaced.StackStatus).toBe('UPDATE_COMPLETE');
  expect(outputOf(replaced, 'Arn')).not.toBe(CertificateArn);
  await expect(acm.send(new DescribeCertificateCommand({ CertificateArn }))).rejects.toThrow(
    `Certificate with arn ${CertificateArn} not found in account ${account}`,
  );
});

test('AWS::CertificateManager::Certificate: what nobody proves fails the stack after 72 hours', async () => {
  const { server, client } = await started();
  const TemplateBody = `
Resources:
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties: {DomainName: nobody.test, ValidationMethod: DNS}
`;
  const StackName = 'unproved';
  await client.send(new CreateStackCommand({ StackName, TemplateBody }));
  await expect.poll(async () => (await eventsOf(client, StackName)).length).toBeGreaterThan(2);
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 74 * 3_600_000);
  const stack = await settledInTime(server, client, StackName);
  expect(stack.StackStatus).toBe('ROLLBACK_COMPLETE');
  expect((await failuresOf(client, StackName))[0]).toMatch(/is VALIDATION_TIMED_OUT$/);
});

function records(address: string, more = ''): string {
  return `
Resources:
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: {Name: names.test, HostedZoneConfig: {Comment: ours}, HostedZoneTags: [{Key: a, Value: b}]}
  One:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Zone, Name: one.names.test, Type: A, TTL: "60", ResourceRecords: [${address}]}
  Some:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneId: !GetAtt Zone.Id
      RecordSets:
        - {Name: two.names.test., Type: TXT, TTL: 30, ResourceRecords: ['"text"']}
        - {Name: three.names.test., Type: A, TTL: 30, ResourceRecords: [${address}]}
${more}
Outputs:
  Zone: {Value: !Ref Zone}
  One: {Value: !Ref One}
  Servers: {Value: !Join [",", !GetAtt Zone.NameServers]}
`;
}

test('AWS::Route53: zones and records are made, changed, and taken away', async () => {
  const { server, client, deploy, route53 } = await started();
  const StackName = 'names';
  const TemplateBody = records('192.0.2.1');
  const made = await deploy(new CreateStackCommand({ StackName, TemplateBody }));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, StackName))).toBe(
    'CREATE_COMPLETE',
  );
  const HostedZoneId = outputOf(made, 'Zone');
  expect(HostedZoneId).toMatch(/^Z[A-Z0-9]+$/);
  expect(outputOf(made, 'One')).toBe('one.names.test');
  expect(outputOf(made, 'Servers').split(',')).toHaveLength(4);
  const listed = async (): Promise<readonly string[]> => {
    const input = new ListResourceRecordSetsCommand({ HostedZoneId });
    const { ResourceRecordSets = [] } = await route53.send(input);
    return ResourceRecordSets.filter(({ Type }) => Type === 'A' || Type === 'TXT').map(
      (one) => `${one.Name} ${one.Type} ${one.TTL} ${one.ResourceRecords?.[0]?.Value}`,
    );
  };
  expect(await listed()).toEqual([
    'one.names.test. A 60 192.0.2.1',
    'three.names.test. A 30 192.0.2.1',
    'two.names.test. TXT 30 "text"',
  ]);

  const other = records('192.0.2.2').replace('two.names', 'four.names');
  const changed = await deploy(new UpdateStackCommand({ StackName, TemplateBody: other }));
  expect([changed.StackStatus, outputOf(changed, 'Zone')]).toEqual([
    'UPDATE_COMPLETE',
    HostedZoneId,
  ]);
  expect(await listed()).toEqual([
    'four.names.test. TXT 30 "text"',
    'one.names.test. A 60 192.0.2.2',
    'three.names.test. A 30 192.0.2.2',
  ]);

  const weighted = `
  Weighted:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneName: names.test., Name: w.names.test, Type: A, TTL: 1, Weight: 1, SetIdentifier: x, ResourceRecords: [192.0.2.9]}
`;
  const refused = records('192.0.2.3', weighted);
  const back = await deploy(new UpdateStackCommand({ StackName, TemplateBody: refused }));
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await failuresOf(client, StackName)).toContainEqual(
    expect.stringContaining('HandlerErrorCode: GeneralServiceException'),
  );
  expect(await listed()).toContain('one.names.test. A 60 192.0.2.2');

  const { StackId = '' } = made;
  await client.send(new DeleteStackCommand({ StackName: StackId }));
  expect((await settledInTime(server, client, StackId)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(listed()).rejects.toThrow(/No hosted zone found with ID/);
});

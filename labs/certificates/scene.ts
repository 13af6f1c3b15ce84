import {
  ACMClient,
  type CertificateDetail,
  DescribeCertificateCommand,
  GetCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';

export const ZONE = 'lab.example';

export interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly acm: ACMClient;
  /** Asks for a certificate that is proved by DNS; gives its ARN. */
  request(domain: string): Promise<string>;
  describe(arn: string): Promise<CertificateDetail>;
  /** Its PEM, and its authority's. */
  pem(arn: string): Promise<{ readonly certificate: string; readonly chain: string }>;
  /** Writes the CNAMEs that prove a certificate's domains. */
  prove(certificate: CertificateDetail): Promise<void>;
  /** What ACM told EventBridge since it was asked last: `ACM Certificate Available app.lab.example`. */
  told(): Promise<readonly string[]>;
}

export async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const config = server.root(ACCOUNT);
  const acm = new ACMClient(config);
  const route53 = new Route53Client(config);
  const { HostedZone } = await route53.send(
    new CreateHostedZoneCommand({ Name: ZONE, CallerReference: 'lab' }),
  );
  const zoneId = HostedZone?.Id ?? '';
  narrator.show('zone', `${ZONE} ${zoneId}`);
  const describe = async (CertificateArn: string): Promise<CertificateDetail> => {
    const answer = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
    if (answer.Certificate === undefined) throw new Error('ACM described nothing');
    return answer.Certificate;
  };
  return {
    narrator,
    server,
    acm,
    describe,
    request: async (DomainName) => {
      const { CertificateArn = '' } = await acm.send(
        new RequestCertificateCommand({
          DomainName,
          ValidationMethod: 'DNS',
          KeyAlgorithm: 'EC_prime256v1',
        }),
      );
      await server.advance('PT5S');
      return CertificateArn;
    },
    pem: async (CertificateArn) => {
      const answer = await acm.send(new GetCertificateCommand({ CertificateArn }));
      return { certificate: answer.Certificate ?? '', chain: answer.CertificateChain ?? '' };
    },
    prove: async ({ DomainValidationOptions = [] }) => {
      const Changes = DomainValidationOptions.map(({ ResourceRecord }) => ({
        Action: 'UPSERT' as const,
        ResourceRecordSet: {
          Name: ResourceRecord?.Name,
          Type: 'CNAME' as const,
          TTL: 60,
          ResourceRecords: [{ Value: ResourceRecord?.Value }],
        },
      }));
      const ChangeBatch = { Changes };
      await route53.send(
        new ChangeResourceRecordSetsCommand({ HostedZoneId: zoneId, ChangeBatch }),
      );
    },
    told: await listening(server),
  };
}

/** Sends ACM's events to a queue, and reads that. */
async function listening(server: DevServer): Promise<() => Promise<readonly string[]>> {
  const config = server.root(ACCOUNT);
  const sqs = new SQSClient(config);
  const events = new EventBridgeClient(config);
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: 'certificates',
      // The longest there is: messages grow old by the server's clock.
      Attributes: { MessageRetentionPeriod: '1209600' },
    }),
  );
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Arn = Attributes?.['QueueArn'] ?? '';
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: Arn,
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const EventPattern = JSON.stringify({ source: ['aws.acm'] });
  await events.send(new PutRuleCommand({ Name: 'certificates', EventPattern }));
  await events.send(new PutTargetsCommand({ Rule: 'certificates', Targets: [{ Id: '1', Arn }] }));
  return async () => {
    // What was published in the moment before is delivered first.
    await server.advance('PT1S');
    const texts: string[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) return texts;
      texts.push(...Messages.map(({ Body = '' }) => shortly(Body)));
      for (const { ReceiptHandle } of Messages) {
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}

function shortly(body: string): string {
  const told: { 'detail-type': string; detail: { CommonName?: string } } = JSON.parse(body);
  return `${told['detail-type']} ${told.detail.CommonName ?? ''}`;
}

import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { DeleteCertificateCommand } from '@aws-sdk/client-acm';
import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { refusalOf } from '../narration.ts';
import { ask, newFront } from './front.ts';
import { makeScene, type Scene, ZONE } from './scene.ts';

const SITE = `app.${ZONE}`;
const UNUSED = `old.${ZONE}`;

export const certificates: Lab = {
  name: 'certificates',
  title: 'ACM: proved by DNS, shown by a load balancer, renewed while clients go on',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      const arns = new Map<string, string>();
      const arnOf = (domain: string): string => arns.get(domain) ?? '';
      narrator.part('Proof');
      await narrator.attempt('part 1 ran to its end', async () => {
        for (const domain of [SITE, UNUSED]) arns.set(domain, await proved(scene, domain));
      });
      narrator.part('In use');
      await narrator.attempt('part 2 ran to its end', () => used(scene, arnOf(SITE)));
      narrator.part('Months pass');
      await narrator.attempt('part 3 ran to its end', () =>
        renewed(scene, arnOf(SITE), arnOf(UNUSED)),
      );
    }),
};

async function proved(scene: Scene, domain: string): Promise<string> {
  const { narrator, server } = scene;
  narrator.step(`A certificate for ${domain} is asked for`);
  const arn = await scene.request(domain);
  await server.advance('PT10M');
  const asked = await scene.describe(arn);
  narrator.check('without proof it waits', asked.Status === 'PENDING_VALIDATION');
  const record = asked.DomainValidationOptions?.[0]?.ResourceRecord;
  narrator.show('proof', `${record?.Name} CNAME ${record?.Value}`);
  await scene.prove(asked);
  await server.advance('PT2M');
  const { Status } = await scene.describe(arn);
  narrator.check(
    'with the record in the zone it is issued',
    Status === 'ISSUED',
    () => `${Status}`,
  );
  return arn;
}

async function used(scene: Scene, arn: string): Promise<void> {
  const { narrator, server, acm } = scene;
  narrator.step('A load balancer shows it');
  await newFront(server, arn);
  const { chain } = await scene.pem(arn);
  const answer = await ask(server, SITE, chain);
  narrator.show('TLS', `${answer.protocol}, serial ${answer.serial}`);
  narrator.check('who trusts the authority is answered', answer.status === 200);
  const elsewhere = rootCertificates[0] ?? '';
  const stranger = await refusalOf(ask(server, SITE, elsewhere));
  narrator.check('who does not, ends the handshake', stranger !== undefined);
  const misled = await refusalOf(ask(server, UNUSED, chain));
  narrator.check('it proves no other name', misled !== undefined);
  narrator.step('Nobody takes it away meanwhile');
  const refusal = await refusalOf(acm.send(new DeleteCertificateCommand({ CertificateArn: arn })));
  narrator.check('it is not deleted', refusal?.name === 'ResourceInUseException');
}

async function renewed(scene: Scene, arn: string, unused: string): Promise<void> {
  const { narrator, server } = scene;
  const before = await scene.pem(arn);
  await scene.told();
  narrator.step('Twenty weeks pass, and the certificate has two months left');
  await server.advance('P20W');
  const after = await scene.pem(arn);
  const keys = [before, after].map(({ certificate }) => keyOf(certificate));
  narrator.check('under its ARN is another certificate, of another key', keys[0] !== keys[1]);
  // Only the server's clock was turned: to this machine's TLS the certificate is of the future.
  const answer = await ask(server, SITE);
  const { serialNumber } = new X509Certificate(after.certificate);
  narrator.check(
    'the load balancer shows it, and nobody did anything',
    answer.serial === serialNumber,
  );
  const told = await scene.told();
  narrator.check('EventBridge was told', told.includes(`ACM Certificate Available ${SITE}`));
  narrator.step('What nothing uses is not renewed');
  await server.advance('P15D');
  await scene.told();
  await server.advance('P7D');
  const warnings = await scene.told();
  const warning = `ACM Certificate Approaching Expiration ${UNUSED}`;
  const count = warnings.filter((text) => text === warning).length;
  narrator.check('EventBridge is warned each day', count === 7, () => `${count} in a week`);
  narrator.check(
    'the other is not warned of',
    warnings.every((text) => text === warning),
  );
  await server.advance('P10W');
  const { Status } = await scene.describe(unused);
  narrator.check('in the end it has expired', Status === 'EXPIRED', () => `${Status}`);
}

function keyOf(certificate: string): string {
  return new X509Certificate(certificate).publicKey
    .export({ type: 'spki', format: 'pem' })
    .toString();
}

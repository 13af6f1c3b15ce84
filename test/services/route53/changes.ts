import {
  type Change,
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  type Route53Client,
} from '@aws-sdk/client-route-53';

/** Makes a zone; gives its id. */
export async function zone(route53: Route53Client, Name: string): Promise<string> {
  const CallerReference = `${Name} ${Math.random()}`;
  const made = await route53.send(new CreateHostedZoneCommand({ Name, CallerReference }));
  return made.HostedZone?.Id ?? '';
}

export function change(
  Action: 'CREATE' | 'DELETE' | 'UPSERT',
  Name: string,
  Type: 'A' | 'CNAME' | 'TXT' | 'NS',
  ...values: readonly string[]
): Change {
  const ResourceRecords = values.map((Value) => ({ Value }));
  return { Action, ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords } };
}

export function changing(
  route53: Route53Client,
  HostedZoneId: string,
  ...Changes: readonly Change[]
) {
  const ChangeBatch = { Changes: [...Changes] };
  return route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch }));
}

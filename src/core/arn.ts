/** `arn:partition:service:region:account:resource`. Region and account may be empty. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Reads an ARN, or returns undefined when the text is not one. The resource may hold colons. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const parts = text.split(':');
  const [, partition, service, region, account] = parts;
  if (parts.length < 6 || !partition || !service || region === undefined || account === undefined) {
    return undefined;
  }
  const resource = parts.slice(5).join(':');
  return resource === '' ? undefined : { partition, service, region, account, resource };
}

export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

/** The partition a Region belongs to. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

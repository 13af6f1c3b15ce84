/** `bucket.s3.eu-west-1.amazonaws.com`. */
const BUCKET = /^(.+)\.s3(?:[.-]([a-z0-9-]+))?\.amazonaws\.com$/;

/** The bucket that an origin's name is of. Undefined: of none. */
export function bucketOf(
  domainName: string,
): { readonly bucket: string; readonly region: string } | undefined {
  const [, bucket, region = 'us-east-1'] = BUCKET.exec(domainName) ?? [];
  return bucket === undefined ? undefined : { bucket, region };
}

/**
 * The bucket of a virtual-hosted S3 request, from `Host`: `<bucket>.s3.<anything>`,
 * `<bucket>.localhost`, or `<bucket>.<name>` for a name this server is reached under.
 */
export function bucketOfHost(
  host: string | undefined,
  names: readonly string[],
): string | undefined {
  if (host === undefined) return undefined;
  const name = host.replace(/:\d*$/, '').toLowerCase();
  if (/^[\d.]+$/.test(name) || name.startsWith('[')) return undefined;
  const regional = Math.max(name.lastIndexOf('.s3.'), name.lastIndexOf('.s3-'));
  if (regional > 0) return name.slice(0, regional);
  for (const own of [...names, 'localhost']) {
    if (!name.endsWith(`.${own}`)) continue;
    const bucket = name.slice(0, -own.length - 1);
    return bucket === 's3' || bucket.startsWith('s3.') ? undefined : bucket;
  }
  return undefined;
}

/** The account S3 Control puts before the host: `<account>.s3-control.…`, `<account>.<name>`. */
export function accountOfHost(host: string | undefined): string | undefined {
  return host === undefined ? undefined : /^(\d{12})\./.exec(host)?.[1];
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const RESERVED_STARTS = ['xn--', 'sthree-'];
const RESERVED_ENDS = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

/**
 * S3 User Guide, "General purpose bucket naming rules". The prefix of AWS's own examples is reserved there for the
 * account that owns it; here it is free, so that the guides' examples work.
 */
export function isBucketName(name: string): boolean {
  if (name.length < 3 || name.length > 63 || ADDRESS.test(name)) return false;
  if (!name.split('.').every((label) => LABEL.test(label))) return false;
  const starts = RESERVED_STARTS.some((start) => name.startsWith(start));
  return !starts && !RESERVED_ENDS.some((end) => name.endsWith(end));
}

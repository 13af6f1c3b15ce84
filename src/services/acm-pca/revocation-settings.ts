import type { CrlConfiguration, RevocationConfiguration } from '../../../models/acm-pca/types.ts';
import type { Context } from '../../contract/operation.ts';
import { invalidArguments, invalidPolicy, unbuilt } from './errors.ts';
import type { PcaParts } from './parts.ts';

export const PRINCIPAL = 'acm-pca.amazonaws.com';

export const DEFAULT_EXPIRATION_DAYS = 7;

/** Where an authority puts the list of what it took back; undefined: it keeps none. */
export function listPlace(
  id: string,
  { CrlConfiguration: list }: RevocationConfiguration,
): { readonly bucket: string; readonly key: string } | undefined {
  if (list?.Enabled !== true || list.S3BucketName === undefined) return undefined;
  const folder = list.CustomPath === undefined ? '' : `${list.CustomPath}/`;
  return { bucket: list.S3BucketName, key: `${folder}crl/${id}.crl` };
}

/** What certificates name as the place of that list. */
export function listUrl(
  id: string,
  region: string,
  revocation: RevocationConfiguration,
): string | undefined {
  const place = listPlace(id, revocation);
  const { CustomCname, CrlDistributionPointExtensionConfiguration: shown } =
    revocation.CrlConfiguration ?? {};
  if (place === undefined || shown?.OmitExtension === true) return undefined;
  return `http://${CustomCname ?? `${place.bucket}.s3.${region}.amazonaws.com`}/${place.key}`;
}

interface Wanted {
  readonly id: string;
  readonly sourceArn: string;
  readonly revocation: RevocationConfiguration;
}

/** Errors: InvalidArgsException, and InvalidPolicyException where the bucket lets nothing be put into it; 501 for OCSP. */
export async function assertDeliverable(
  { buckets }: PcaParts,
  { call, unit }: Context,
  { id, sourceArn, revocation }: Wanted,
): Promise<void> {
  assertBuilt(revocation.CrlConfiguration, revocation.OcspConfiguration?.Enabled === true);
  const place = listPlace(id, revocation);
  if (place === undefined) return;
  const question = {
    service: PRINCIPAL,
    sourceArn,
    sourceAccount: call.scope.account,
    now: call.now,
  };
  if ((await buckets.mayPut(unit, place, question)) !== undefined) {
    throw invalidPolicy(
      `The S3 bucket policy of ${place.bucket} does not let ACM Private CA put objects into it. ` +
        'The bucket policy must be updated to permit ACM PCA to access it.',
    );
  }
}

function assertBuilt(list: CrlConfiguration | undefined, isOcspWanted: boolean): void {
  if (isOcspWanted) throw unbuilt('RevocationConfiguration', 'OCSP');
  if (list?.Enabled !== true) return;
  if (list.CrlType === 'PARTITIONED') throw unbuilt('RevocationConfiguration', 'partitioned lists');
  if (list.S3BucketName === undefined) {
    throw invalidArguments('S3BucketName must be specified when a CRL is enabled.');
  }
}

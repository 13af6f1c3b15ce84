import { isIPv4 } from 'node:net';
import type { CustomOriginConfig, Origin } from '../../../models/cloudfront/types.ts';
import type { Context } from '../../contract/operation.ts';
import { bucketOf } from './domain/buckets.ts';
import {
  invalidArgument,
  invalidOriginReadTimeout,
  noSuchOriginAccessControl,
  tooManyCustomHeaders,
  unbuilt,
} from './errors.ts';
import { accessControls } from './state.ts';

/** Errors: InvalidArgument, InvalidOriginReadTimeout, NoSuchOriginAccessControl, TooManyOriginCustomHeaders, 501. */
export async function requireOrigin(context: Context, origin: Origin): Promise<void> {
  const { operation } = context.call;
  const { S3OriginConfig, CustomOriginConfig, OriginAccessControlId: control = '' } = origin;
  if (origin.VpcOriginConfig !== undefined) throw unbuilt(operation, 'VPC origins');
  if (origin.ResponseCompletionTimeout !== undefined) {
    throw unbuilt(operation, 'a time for whole answers');
  }
  if (origin.OriginShield?.Enabled === true) throw unbuilt(operation, 'Origin Shield');
  if ((S3OriginConfig === undefined) === (CustomOriginConfig === undefined)) {
    throw invalidArgument(
      'Exactly one of CustomOriginConfig, VpcOriginConfig and S3OriginConfig must be specified',
    );
  }
  if (S3OriginConfig !== undefined) {
    if ((S3OriginConfig.OriginAccessIdentity ?? '') !== '') {
      throw unbuilt(operation, 'origin access identities');
    }
    if (bucketOf(origin.DomainName) === undefined) {
      throw invalidArgument('The parameter Origin DomainName does not refer to a valid S3 bucket.');
    }
  } else if (control !== '') {
    throw unbuilt(operation, 'origin access controls of custom origins');
  }
  if (control !== '' && (await context.view.get(accessControls, control)) === undefined) {
    throw noSuchOriginAccessControl();
  }
  requirePlace(origin);
  requireHeaders(origin);
  if (CustomOriginConfig !== undefined) requireCustom(CustomOriginConfig, operation);
}

const LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?';
const NAME = new RegExp(`^(?=.{1,253}$)(${LABEL}\\.)*${LABEL}$`, 'i');
/** What is read as a part of an address, however it is written: `169.254.43518`, `0xa9fea9fe`. */
const NUMERIC = /(^|\.)(\d+|0x[0-9a-f]*)$/i;

function requirePlace({ DomainName, OriginPath = '' }: Origin): void {
  const isName = NAME.test(DomainName) && !NUMERIC.test(DomainName);
  if (!isName && !(isIPv4(DomainName) && !DomainName.startsWith('169.254.'))) {
    throw invalidArgument('The parameter Origin DomainName is not valid.');
  }
  if (!/^(\/[!-~]*[!-.0-~])?$/.test(OriginPath) || /[?#]/.test(OriginPath)) {
    throw invalidArgument('The parameter OriginPath is not valid.');
  }
}

/** Of one origin. */
const HEADERS_MAX = 30;
const VALUE_CHARACTERS_MAX = 1_783;
/** What CloudFront says itself, or what belongs to the connection or to the viewer. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'cache-control',
  'connection',
  'content-length',
  'cookie',
  'host',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'max-forwards',
  'pragma',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'range',
  'request-range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-real-ip',
]);

function requireHeaders({ CustomHeaders }: Origin): void {
  const items = CustomHeaders?.Items ?? [];
  if (items.length > HEADERS_MAX) throw tooManyCustomHeaders();
  for (const { HeaderName, HeaderValue } of items) {
    const name = HeaderName.toLowerCase();
    const isFine =
      /^[!#$%&'*+.^_`|~0-9a-z-]{1,256}$/.test(name) &&
      !FORBIDDEN.has(name) &&
      !/^x-(amz|edge)-/.test(name);
    if (!isFine) throw invalidArgument(`The parameter HeaderName : ${HeaderName} is not allowed.`);
    // A line break in a header would begin another one.
    if (!/^[\t -~\u0080-\u00ff]*$/.test(HeaderValue) || HeaderValue.length > VALUE_CHARACTERS_MAX) {
      throw invalidArgument('The parameter HeaderValue is not valid.');
    }
  }
}

const READ_SECONDS_MAX = 120;

function requireCustom(config: CustomOriginConfig, operation: string): void {
  const { HTTPPort, HTTPSPort, OriginReadTimeout = 30, OriginSslProtocols } = config;
  for (const [name, port] of Object.entries({ HTTPPort, HTTPSPort })) {
    const isFine = port === 80 || port === 443 || (port >= 1_024 && port <= 65_535);
    if (!isFine) throw invalidArgument(`The parameter ${name} is not valid.`);
  }
  if (OriginReadTimeout < 1 || OriginReadTimeout > READ_SECONDS_MAX) {
    throw invalidOriginReadTimeout();
  }
  if (config.OriginMtlsConfig !== undefined)
    throw unbuilt(operation, 'client certificates to origins');
  // TLS 1.2 is the oldest that is spoken with origins.
  if (OriginSslProtocols !== undefined && !OriginSslProtocols.Items.includes('TLSv1.2')) {
    throw unbuilt(operation, 'origins without TLS 1.2');
  }
}

import type { JobContext, UnitJob } from '../../contract/service.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import { REVOCATION_REASONS, revocationList } from '../../crypto/x509/revocation-list.ts';
import { hashFor } from './algorithms.ts';
import { orderList, PUT_LIST } from './list-order.ts';
import type { PcaParts } from './parts.ts';
import { arnOf } from './resources.ts';
import { DEFAULT_EXPIRATION_DAYS, listPlace, PRINCIPAL } from './revocation-settings.ts';
import { authorities, type AuthorityDocument, authorityKeys, issued } from './state.ts';

const RETRY_MS = 15 * MINUTE_MS;
const PAGE = 1_000;
/** One list has no more: AWS's complete lists are limited, too. */
const REVOKED_MAX = 100_000;

/** Signs an authority's list anew, well before the one that stands there ends. */
export function createListJob({ buckets }: PcaParts): UnitJob {
  return {
    kind: PUT_LIST,
    run: async (payload, context) => {
      const { unit, scope, now } = context;
      const { id }: { readonly id: string } = JSON.parse(payload);
      const authority = await unit.view(scope).get(authorities, id);
      if (authority === undefined || !['ACTIVE', 'DISABLED'].includes(authority.status)) return;
      const place = listPlace(id, authority.revocation);
      if (place === undefined) return;
      const days =
        authority.revocation.CrlConfiguration?.ExpirationInDays ?? DEFAULT_EXPIRATION_DAYS;
      const content = await listOf(context, authority, days);
      const refused = await buckets.put(
        unit,
        { ...place, content, contentType: 'application/pkix-crl', metadata: {} },
        {
          service: PRINCIPAL,
          sourceArn: arnOf(authority),
          sourceAccount: scope.account,
          now,
          callService: (...args) => context.callService(...args),
        },
      );
      orderList(unit, authority, now + (refused === undefined ? (days * DAY_MS) / 2 : RETRY_MS));
    },
  };
}

async function listOf(
  { unit, now }: JobContext,
  authority: AuthorityDocument,
  days: number,
): Promise<Uint8Array> {
  const view = unit.view(authority.scope);
  const key = await view.get(authorityKeys, authority.id);
  if (key === undefined || authority.content === undefined)
    throw new Error('an authority has no key');
  const revoked = [];
  // What has ended stands in one more regular list (RFC 5280, 3.3), and then no longer.
  const kept = days * DAY_MS;
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await view.list(issued, {
      index: 'revoked',
      prefix: authority.id,
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    for (const { document } of page.items) {
      const { serial, notAfter = Infinity } = document;
      if (document.revoked === undefined || notAfter + kept < now) continue;
      const { at, reason } = document.revoked;
      const number = REVOCATION_REASONS.get(reason) ?? 0;
      revoked.push({ serial, at, reason: number });
    }
    after = page.last;
  } while (after !== undefined && revoked.length < REVOKED_MAX);
  const list = { thisUpdate: now, nextUpdate: now + days * DAY_MS, revoked };
  const { certificate } = authority.content;
  const signatory = { certificate, privateKey: Buffer.from(key.secret, 'base64') };
  const hash = hashFor(authority.keyAlgorithm, authority.signingAlgorithm);
  return revocationList(list, signatory, hash);
}

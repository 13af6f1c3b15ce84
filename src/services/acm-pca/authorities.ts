import type { CertificateAuthority } from '../../../models/acm-pca/types.ts';
import { DAY_MS } from '../../core/time.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { assertStatus, onAuthority, type PcaOperation } from './authorization.ts';
import { orderCreation } from './creation-order.ts';
import { invalidNextToken, requestInProgress } from './errors.ts';
import { orderEnd } from './end-job.ts';
import { orderList } from './list-order.ts';
import type { PcaParts } from './parts.ts';
import { assertDeliverable } from './revocation-settings.ts';
import { shownAuthority } from './shown.ts';
import { authorities } from './state.ts';

const DEFAULT_PAGE = 100;
const DEFAULT_DELETION_DAYS = 30;

export const describeCertificateAuthority = onAuthority({
  name: 'DescribeCertificateAuthority',
  access: 'read',
  handle: async (_input, { authority }) => ({ CertificateAuthority: shownAuthority(authority) }),
});

export const listCertificateAuthorities: PcaOperation<'ListCertificateAuthorities'> = {
  name: 'ListCertificateAuthorities',
  access: 'read',
  authorize: async () => [{ action: 'acm-pca:ListCertificateAuthorities', resource: '*' }],
  handle: async ({ MaxResults = DEFAULT_PAGE, NextToken, ResourceOwner = 'SELF' }, context) => {
    const { account, region } = context.call.scope;
    const scope = `${account}/${region}/${ResourceOwner}`;
    const kind = 'acm-pca:ListCertificateAuthorities';
    const after = NextToken === undefined ? undefined : decodeMarker(kind, scope, NextToken);
    if (NextToken !== undefined && after === undefined) throw invalidNextToken();
    // What others share is not listed: it is used by its ARN.
    if (ResourceOwner === 'OTHER_ACCOUNTS') return { CertificateAuthorities: [] };
    const page = await context.view.list(authorities, {
      limit: MaxResults,
      ...(after === undefined ? {} : { after }),
    });
    const found: readonly CertificateAuthority[] = page.items.map(({ document }) =>
      shownAuthority(document),
    );
    return {
      CertificateAuthorities: found,
      ...(page.last === undefined ? {} : { NextToken: encodeMarker(kind, scope, page.last) }),
    };
  },
};

export const getCertificateAuthorityCsr = onAuthority({
  name: 'GetCertificateAuthorityCsr',
  access: 'read',
  handle: async (_input, { authority }) => {
    if (authority.status === 'CREATING') {
      throw requestInProgress('The certificate authority is still being created.');
    }
    assertStatus(authority, 'PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED');
    return { Csr: authority.csr };
  },
});

export function createUpdateCertificateAuthority(
  parts: PcaParts,
): PcaOperation<'UpdateCertificateAuthority'> {
  return onAuthority({
    name: 'UpdateCertificateAuthority',
    access: 'write',
    handle: async (input, { arn, authority, view }, context) => {
      const { RevocationConfiguration, Status } = input;
      assertStatus(authority, 'ACTIVE', 'DISABLED', 'PENDING_CERTIFICATE', 'EXPIRED');
      const revocation = RevocationConfiguration ?? authority.revocation;
      if (RevocationConfiguration !== undefined) {
        const wanted = { id: authority.id, sourceArn: arn, revocation };
        await assertDeliverable(parts, context, wanted);
      }
      if (Status !== undefined) assertStatus(authority, 'ACTIVE', 'DISABLED');
      const status = Status === 'ACTIVE' || Status === 'DISABLED' ? Status : authority.status;
      const { now } = context.call;
      const changed = status === authority.status ? authority.changed : now;
      const updated = { ...authority, revocation, status, changed };
      view.put(authorities, authority.id, updated);
      orderList(context.unit, updated, now);
      return {};
    },
  });
}

/** It can be restored until its time is over. */
export const deleteCertificateAuthority = onAuthority({
  name: 'DeleteCertificateAuthority',
  access: 'write',
  handle: async (input, { authority, view }, { unit, call }) => {
    assertStatus(authority, 'CREATING', 'PENDING_CERTIFICATE', 'DISABLED', 'EXPIRED', 'FAILED');
    const days = input.PermanentDeletionTimeInDays ?? DEFAULT_DELETION_DAYS;
    const deletion = { date: call.now + days * DAY_MS, previous: authority.status };
    const deleted = { ...authority, status: 'DELETED', deletion, changed: call.now } as const;
    view.put(authorities, authority.id, deleted);
    orderEnd(unit, deleted);
    return {};
  },
});

export const restoreCertificateAuthority = onAuthority({
  name: 'RestoreCertificateAuthority',
  access: 'write',
  handle: async (_input, { authority, view }, { unit, call }) => {
    assertStatus(authority, 'DELETED');
    const { deletion, ...rest } = authority;
    const status = deletion?.previous ?? 'DISABLED';
    const restored = { ...rest, status, changed: call.now };
    view.put(authorities, authority.id, restored);
    orderEnd(unit, restored);
    // Neither job does anything for an authority that is deleted, nor orders itself again.
    orderList(unit, restored, call.now);
    if (status === 'CREATING') orderCreation(unit, restored, call.now);
    return {};
  },
});

import type { Unit } from '../../contract/view.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { NEW_KEYS } from '../../crypto/x509/key-algorithms.ts';
import { REVOCATION_REASONS, revocationList } from '../../crypto/x509/revocation-list.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { isPublicAlgorithm, type PublicKeyAlgorithm, signatoryFor } from './authority.ts';
import { INSTALLATION, lists, revocations } from './state.ts';

const LIVES_DAYS = 7;
const PAGE = 1_000;
/** A list has no more entries: what has ended by itself is left out. */
const ENTRIES_MAX = 50_000;
const PATH = /^\/_holdfast\/authority\/(\w+)\.crl$/;

/** Where an authority's list is, below the server's address. */
export function listPath(algorithm: PublicKeyAlgorithm): string {
  return `/_holdfast/authority/${algorithm}.crl`;
}

/**
 * What an authority took back: DER; undefined: there is no such authority. It is signed when it changed or is a day old,
 * and not for each who asks.
 */
export async function listAt(
  path: string,
  issuing: { readonly unit: Unit; readonly keyWork: KeyWork; readonly now: Instant },
): Promise<Uint8Array | undefined> {
  const algorithm = PATH.exec(path)?.[1] ?? '';
  if (!isPublicAlgorithm(algorithm)) return undefined;
  const { unit, now } = issuing;
  const view = unit.view(INSTALLATION);
  const known = await view.get(lists, algorithm);
  if (known !== undefined && now - known.signed < DAY_MS) return Buffer.from(known.list, 'base64');
  const revoked = await revokedBy(unit, algorithm, now);
  const signatory = await signatoryFor(issuing, algorithm);
  const span = { thisUpdate: now, nextUpdate: now + LIVES_DAYS * DAY_MS };
  const list = await revocationList({ ...span, revoked }, signatory, NEW_KEYS[algorithm].hash);
  view.put(lists, algorithm, { list: Buffer.from(list).toString('base64'), signed: now });
  return list;
}

async function revokedBy(unit: Unit, algorithm: PublicKeyAlgorithm, now: Instant) {
  const found = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await unit.view(INSTALLATION).list(revocations, {
      index: 'algorithm',
      prefix: algorithm,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, document } of page.items) {
      if (document.notAfter < now) continue;
      const reason = REVOCATION_REASONS.get(document.reason) ?? 0;
      found.push({ serial: id.replaceAll(':', ''), at: document.at, reason });
    }
    after = page.last;
  } while (after !== undefined && found.length < ENTRIES_MAX);
  return found;
}

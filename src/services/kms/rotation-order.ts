import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { KeyDocument } from './state.ts';

export const ROTATE_KEY = 'kms.rotateKey';

export function rotationJobId(key: KeyDocument): string {
  return `${ROTATE_KEY}/${key.scope.account}/${key.scope.region}/${key.id}`;
}

export function orderRotation(unit: Unit, key: KeyDocument, due: Instant): void {
  const payload = JSON.stringify({ keyId: key.id });
  unit.order({ id: rotationJobId(key), kind: ROTATE_KEY, scope: key.scope, due, payload });
}

import type { RecipientInfo } from '../../../models/kms/types.ts';
import {
  type Attestation,
  readAttestation,
} from '../../crypto/attestation/attestation-document.ts';
import { envelopedData } from '../../crypto/attestation/enveloped-data.ts';
import type { Conditions } from './conditions.ts';
import { validation } from './errors.ts';

interface ForRecipient {
  readonly Recipient?: RecipientInfo | undefined;
}

/** Answers for enclaves, which prove by an attestation document what they are and which key only they have. */
export interface Recipients {
  /** Adds what the document proves to a request's conditions. Errors: ValidationException for one that proves nothing. */
  addConditions(conditions: Conditions, input: ForRecipient, realNow: number): void;
  /** What only the recipient can read; undefined when the request names none. */
  seal(input: ForRecipient, plaintext: Uint8Array, realNow: number): Uint8Array | undefined;
}

/** `roots` are SHA-256 fingerprints of certificates that attestation may lead to, in lower-case hexadecimal digits. */
export function createRecipients(roots: readonly string[]): Recipients {
  // A request is asked several times, and its document is long to prove.
  const proven = new WeakMap<RecipientInfo, Attestation>();
  const attestationOf = ({ Recipient: recipient }: ForRecipient, now: number) => {
    if (recipient === undefined) return undefined;
    const known = proven.get(recipient);
    if (known !== undefined) return known;
    const { AttestationDocument: document, KeyEncryptionAlgorithm: algorithm } = recipient;
    if (document === undefined || algorithm === undefined) {
      throw validation(
        'Recipient must specify both KeyEncryptionAlgorithm and AttestationDocument.',
      );
    }
    const attestation = readAttestation(document, { roots, now });
    if (attestation === undefined) throw validation('The attestation document is not valid.');
    proven.set(recipient, attestation);
    return attestation;
  };
  return {
    addConditions: (conditions, input, now) => {
      const attestation = attestationOf(input, now);
      if (attestation === undefined) return;
      const set = (name: string, value: string): void => {
        conditions.set(`kms:recipientattestation:${name}`, [value]);
      };
      for (const [register, value] of attestation.pcrs) set(`pcr${register}`, value);
      for (const [register, value] of attestation.tpmPcrs) set(`nitrotpmpcr${register}`, value);
      const image = attestation.pcrs.get(0);
      if (image !== undefined) set('imagesha384', image);
    },
    seal: (input, plaintext, now) => {
      const attestation = attestationOf(input, now);
      return attestation === undefined
        ? undefined
        : envelopedData(attestation.publicKey, plaintext);
    },
  };
}

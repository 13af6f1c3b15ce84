/** Where an operator says that a hardware security module is: a PKCS#11 library, and the label of a token in it. */
export interface HsmPlace {
  readonly library: string;
  /** The first token that is initialized, when absent. */
  readonly token?: string;
}

/** What one call asks of a module, as its crypto user. Keys are named by labels. */
export interface HsmRequest {
  readonly place: HsmPlace;
  readonly pin: string;
  readonly task: HsmTask;
}

export type HsmTask =
  | { readonly name: 'connect' }
  | { readonly name: 'disconnect' }
  | { readonly name: 'generate' | 'destroy'; readonly label: string }
  | { readonly name: 'random'; readonly bytes: number }
  | {
      readonly name: 'encrypt';
      readonly label: string;
      readonly plaintext: Uint8Array;
      readonly authenticated: Uint8Array;
    }
  | {
      readonly name: 'decrypt';
      readonly label: string;
      readonly ciphertext: Uint8Array;
      readonly iv: Uint8Array;
      readonly tag: Uint8Array;
      readonly authenticated: Uint8Array;
    };

export interface HsmCiphertext {
  readonly ciphertext: Uint8Array;
  /** 12 bytes. */
  readonly iv: Uint8Array;
  /** 16 bytes. */
  readonly tag: Uint8Array;
}

/** Why a module did not do what it was asked. */
export type HsmFault =
  /** The npm package `pkcs11js` is not installed, or the library can't be loaded. */
  | 'notLoaded'
  | 'tokenNotFound'
  | 'wrongPin'
  | 'lockedOut'
  | 'userNotFound'
  | 'keyNotFound'
  | 'invalidCiphertext'
  /** It is away, or says something else. */
  | 'failed'
  /** Too much waits for it already, or it did not answer in time. */
  | 'busy';

export type HsmAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: HsmFault };

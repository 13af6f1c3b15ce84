/**
 * The part of the npm package `pkcs11js` that is used. The package is the operator's to install (`npm install pkcs11js`), so
 * it is found when the first module is connected, and nothing of its own is needed to build.
 */
export interface Pkcs11 {
  load(library: string): void;
  C_Initialize(options: { readonly flags: number }): void;
  C_GetSlotList(withToken: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string; readonly flags: number };
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_CloseSession(session: Buffer): void;
  C_Login(session: Buffer, user: number, pin: string): void;
  C_Logout(session: Buffer): void;
  C_GenerateKey(session: Buffer, mechanism: Mechanism, template: readonly Attribute[]): Buffer;
  C_DestroyObject(session: Buffer, object: Buffer): void;
  C_FindObjectsInit(session: Buffer, template: readonly Attribute[]): void;
  C_FindObjects(session: Buffer, most: number): Buffer[];
  C_FindObjectsFinal(session: Buffer): void;
  C_GenerateRandom(session: Buffer, into: Buffer): Buffer;
  C_EncryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Encrypt(session: Buffer, data: Buffer, into: Buffer): Buffer;
  C_DecryptInit(session: Buffer, mechanism: Mechanism, key: Buffer): void;
  C_Decrypt(session: Buffer, data: Buffer, into: Buffer): Buffer;
}

export interface Attribute {
  readonly type: number;
  readonly value: number | boolean | string;
}

export interface Mechanism {
  readonly mechanism: number;
  readonly parameter?: object;
}

/** Source: PKCS #11 Cryptographic Token Interface 2.40, its header files. */
export const CK = {
  FLAG_OS_LOCKING: 2,
  FLAG_TOKEN_INITIALIZED: 0x400,
  FLAGS_SESSION: 2 | 4,
  USER: 1,
  CLASS: 0,
  TOKEN: 1,
  PRIVATE: 2,
  LABEL: 3,
  KEY_TYPE: 0x100,
  SENSITIVE: 0x103,
  ENCRYPT: 0x104,
  DECRYPT: 0x105,
  VALUE_LEN: 0x161,
  EXTRACTABLE: 0x162,
  SECRET_KEY: 4,
  AES: 0x1f,
  AES_KEY_GEN: 0x1080,
  AES_GCM: 0x1087,
  /** `pkcs11js`'s own number of the GCM parameters of version 2.40. */
  GCM_PARAMETERS: 7,
} as const;

const PACKAGE = 'pkcs11js';

export async function newPkcs11(): Promise<Pkcs11> {
  const loaded: unknown = await import(PACKAGE);
  if (!hasPkcs11(loaded)) throw new Error(`the package ${PACKAGE} is not as expected`);
  return new loaded.PKCS11();
}

function hasPkcs11(value: unknown): value is { readonly PKCS11: new () => Pkcs11 } {
  return typeof value === 'object' && value !== null && 'PKCS11' in value;
}

/** The return value (`CKR_…`) that a library's error carries. */
export function returnValue(error: unknown): number | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'number' ? code : undefined;
}

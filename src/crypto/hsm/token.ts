import { CK, newPkcs11, returnValue, type Mechanism, type Pkcs11 } from './pkcs11.ts';
import type { HsmAnswer, HsmCiphertext, HsmFault, HsmPlace, HsmTask } from './messages.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_LABEL_CHARACTERS = 32;

const ALREADY_INITIALIZED = 0x191;
const ALREADY_LOGGED_IN = 0x100;
/** The session or its login ended meanwhile: another attempt makes them anew. */
const STALE: ReadonlySet<number> = new Set([0x60, 0x82, 0xb0, 0xb3, 0x101]);

const FAULTS: ReadonlyMap<number, HsmFault> = new Map<number, HsmFault>([
  [0xa0, 'wrongPin'],
  [0xa1, 'wrongPin'],
  [0xa2, 'wrongPin'],
  [0xa4, 'lockedOut'],
  [0x102, 'userNotFound'],
  [0xe0, 'tokenNotFound'],
]);

interface Session {
  readonly handle: Buffer;
  readonly pin: string;
  readonly keys: Map<string, Buffer>;
}

class Refused extends Error {
  readonly fault: HsmFault;
  constructor(fault: HsmFault) {
    super(fault);
    this.fault = fault;
  }
}

/** One token, with at most one session, which the first task opens. Its calls block: it lives in a thread of its own. */
export class HsmToken {
  readonly #place: HsmPlace;
  #library: Pkcs11 | undefined;
  #session: Session | undefined;

  constructor(place: HsmPlace) {
    this.#place = place;
  }

  async perform(pin: string, task: HsmTask): Promise<HsmAnswer<unknown>> {
    try {
      this.#library ??= await loaded(this.#place.library);
    } catch {
      return { ok: false, fault: 'notLoaded' };
    }
    const library = this.#library;
    try {
      return { ok: true, value: this.#attempt(library, pin, task) };
    } catch (error) {
      if (!STALE.has(returnValue(error) ?? 0)) return { ok: false, fault: faultOf(error) };
    }
    this.#session = undefined;
    try {
      return { ok: true, value: this.#attempt(library, pin, task) };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  }

  #attempt(library: Pkcs11, pin: string, task: HsmTask): unknown {
    if (task.name === 'disconnect') return this.#close(library);
    const session = this.#open(library, pin);
    switch (task.name) {
      case 'connect':
        return true;
      case 'random':
        return library.C_GenerateRandom(session.handle, Buffer.alloc(task.bytes));
      case 'generate':
        session.keys.set(task.label, generate(library, session, task.label));
        return true;
      case 'destroy':
        library.C_DestroyObject(session.handle, keyOf(library, session, task.label));
        session.keys.delete(task.label);
        return true;
      case 'encrypt':
        return encrypt(library, session, task);
      case 'decrypt':
        return decrypt(library, session, task);
    }
  }

  #open(library: Pkcs11, pin: string): Session {
    const known = this.#session;
    if (known !== undefined) {
      if (known.pin === pin) return known;
      // Another password must prove itself.
      this.#close(library);
    }
    const slot = slotOf(library, this.#place.token);
    const handle = library.C_OpenSession(slot, CK.FLAGS_SESSION);
    try {
      login(library, handle, pin);
    } catch (error) {
      library.C_CloseSession(handle);
      throw error;
    }
    this.#session = { handle, pin, keys: new Map() };
    return this.#session;
  }

  #close(library: Pkcs11): true {
    const session = this.#session;
    this.#session = undefined;
    if (session === undefined) return true;
    library.C_Logout(session.handle);
    library.C_CloseSession(session.handle);
    return true;
  }
}

async function loaded(library: string): Promise<Pkcs11> {
  const pkcs11 = await newPkcs11();
  pkcs11.load(library);
  try {
    pkcs11.C_Initialize({ flags: CK.FLAG_OS_LOCKING });
  } catch (error) {
    // By another thread of this process, for another token of the library.
    if (returnValue(error) !== ALREADY_INITIALIZED) throw error;
  }
  return pkcs11;
}

function slotOf(library: Pkcs11, token: string | undefined): Buffer {
  const slot = library.C_GetSlotList(true).find((one) => {
    const { label, flags } = library.C_GetTokenInfo(one);
    if ((flags & CK.FLAG_TOKEN_INITIALIZED) === 0) return false;
    return token === undefined || label.trimEnd() === token.slice(0, TOKEN_LABEL_CHARACTERS);
  });
  if (slot === undefined) throw new Refused('tokenNotFound');
  return slot;
}

/** A login is the process's, not the session's: one that is left over would let any password pass. */
function login(library: Pkcs11, session: Buffer, pin: string): void {
  try {
    library.C_Login(session, CK.USER, pin);
  } catch (error) {
    if (returnValue(error) !== ALREADY_LOGGED_IN) throw error;
    library.C_Logout(session);
    library.C_Login(session, CK.USER, pin);
  }
}

/** A key that never leaves the module. */
function generate(library: Pkcs11, session: Session, label: string): Buffer {
  return library.C_GenerateKey(session.handle, { mechanism: CK.AES_KEY_GEN }, [
    { type: CK.CLASS, value: CK.SECRET_KEY },
    { type: CK.KEY_TYPE, value: CK.AES },
    { type: CK.VALUE_LEN, value: KEY_BYTES },
    { type: CK.LABEL, value: label },
    { type: CK.TOKEN, value: true },
    { type: CK.PRIVATE, value: true },
    { type: CK.SENSITIVE, value: true },
    { type: CK.EXTRACTABLE, value: false },
    { type: CK.ENCRYPT, value: true },
    { type: CK.DECRYPT, value: true },
  ]);
}

function keyOf(library: Pkcs11, session: Session, label: string): Buffer {
  const known = session.keys.get(label);
  if (known !== undefined) return known;
  library.C_FindObjectsInit(session.handle, [
    { type: CK.CLASS, value: CK.SECRET_KEY },
    { type: CK.LABEL, value: label },
  ]);
  const [found] = library.C_FindObjects(session.handle, 1);
  library.C_FindObjectsFinal(session.handle);
  if (found === undefined) throw new Refused('keyNotFound');
  session.keys.set(label, found);
  return found;
}

function encrypt(
  library: Pkcs11,
  session: Session,
  task: Extract<HsmTask, { name: 'encrypt' }>,
): HsmCiphertext {
  const key = keyOf(library, session, task.label);
  const iv = library.C_GenerateRandom(session.handle, Buffer.alloc(IV_BYTES));
  library.C_EncryptInit(session.handle, gcm(iv, task.authenticated), key);
  const into = Buffer.alloc(task.plaintext.length + TAG_BYTES);
  const sealed = library.C_Encrypt(session.handle, Buffer.from(task.plaintext), into);
  const at = sealed.length - TAG_BYTES;
  return { iv, ciphertext: sealed.subarray(0, at), tag: sealed.subarray(at) };
}

function decrypt(
  library: Pkcs11,
  session: Session,
  task: Extract<HsmTask, { name: 'decrypt' }>,
): Buffer {
  const key = keyOf(library, session, task.label);
  library.C_DecryptInit(session.handle, gcm(Buffer.from(task.iv), task.authenticated), key);
  const sealed = Buffer.concat([task.ciphertext, task.tag]);
  try {
    return library.C_Decrypt(session.handle, sealed, Buffer.alloc(sealed.length));
  } catch (error) {
    // What is not authentic has a different error in each library.
    if (STALE.has(returnValue(error) ?? 0)) throw error;
    throw new Refused('invalidCiphertext');
  }
}

function gcm(iv: Buffer, authenticated: Uint8Array): Mechanism {
  return {
    mechanism: CK.AES_GCM,
    parameter: {
      type: CK.GCM_PARAMETERS,
      iv,
      aad: Buffer.from(authenticated),
      ivBits: iv.length * 8,
      tagBits: TAG_BYTES * 8,
    },
  };
}

function faultOf(error: unknown): HsmFault {
  if (error instanceof Refused) return error.fault;
  return FAULTS.get(returnValue(error) ?? 0) ?? 'failed';
}

import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../config/up-config.ts';

/** The bytes of a file that the operator gave. Errors: any, also where it is larger than `most`. */
export async function bytesOf(file: string, most: number): Promise<Buffer> {
  const { size } = await stat(file);
  if (size > most) throw new Error(`it is larger than ${most} bytes`);
  return readFile(file);
}

/** Errors: UsageError that names the option with what went wrong. */
export async function told<T>(option: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UsageError(`${option}: ${error.message}`, { cause: error });
  }
}

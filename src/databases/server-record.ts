/** What a server's folder says of it, beside its data. */
export interface ServerRecord {
  /** The PostgreSQL that made the data directory: `15.18`. */
  readonly version: string;
  readonly port: number;
  /** Whether it is to run. */
  readonly isWanted: boolean;
  /** The id of the server that it follows. */
  readonly follows?: string;
}

/** Undefined: the text is no record. */
export function readRecord(text: string): ServerRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { version, port, isWanted, follows }: Partial<Record<string, unknown>> = { ...value };
    if (typeof version !== 'string' || typeof port !== 'number') return undefined;
    const following = typeof follows === 'string' ? { follows } : {};
    return { version, port, isWanted: isWanted === true, ...following };
  } catch {
    return undefined;
  }
}

const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;

export interface Login {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface SqlSession {
  run(statement: string): Promise<void>;
  /** Whether the query gives a row. `values` stand for $1, $2 … */
  holds(query: string, values: readonly string[]): Promise<boolean>;
  /** The text in the first column of the first row. */
  text(query: string): Promise<string | undefined>;
}

/** A session of a server on this machine; it ends when `work` does. */
export async function inSession<T>(
  login: Login,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  // Loaded here, so that a start without databases doesn't pay for it.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    ...login,
    host: '127.0.0.1',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS,
  });
  // A server that ends its sessions says so here too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work({
      run: async (statement) => void (await client.query(statement)),
      holds: async (query, values) => ((await client.query(query, [...values])).rowCount ?? 0) > 0,
      text: async (query) => {
        const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
        const value = rows[0]?.[0];
        return typeof value === 'string' ? value : undefined;
      },
    });
  } finally {
    await client.end();
  }
}

import type { Row } from '../columns.ts';

/** Runs one statement, prepared once for each connection. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

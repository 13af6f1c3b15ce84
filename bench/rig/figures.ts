import { cpus, totalmem } from 'node:os';

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `0.31 (0.29–0.33)`: the median of each round's own ratio, and its range. */
export function ratios(values: readonly number[], base: readonly number[]): string {
  const each = values.map((value, round) => value / (base[round] ?? Number.NaN));
  const [low, high] = [Math.min(...each), Math.max(...each)];
  return `${median(each).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** Every figure is of one machine: it stands above each table. */
export function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU';
  return `${model}, ${cpus().length} cores, ${memory} GiB, Node ${process.version}`;
}

/** A table in Markdown that is readable as plain text: the first column left, the others right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => padded(cell, widths[column] ?? 0, column)).join(' | ')} |`;
  console.log(line(heads));
  const rule = (width: number, column: number): string =>
    column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`;
  console.log(`|${widths.map(rule).join('|')}|`);
  for (const row of rows) console.log(line(row));
}

function padded(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Digits after the point, as many as Cost Explorer tells. */
const PLACES = 10;

/** A fraction as decimal text: exact where ten places suffice, else rounded half up, without needless zeros. */
export function decimalText(numerator: bigint, denominator: bigint): string {
  const scale = 10n ** BigInt(PLACES);
  const scaled = (numerator * scale * 2n + denominator) / (denominator * 2n);
  const fraction = String(scaled % scale)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  const whole = String(scaled / scale);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

import { textOf } from '../byte-string.ts';
import type { FieldLocation, MatchDetail } from '../evaluation.ts';

const PIECES_MAX = 10;
const PIECE_MAX = 64;

/** Where something was found, and the pieces of the value that gave it away. */
export function matchDetail(
  location: FieldLocation,
  pieces: readonly string[],
  name: string | undefined,
): Pick<MatchDetail, 'location' | 'matchedData' | 'matchedFieldName'> {
  return {
    location,
    matchedData: pieces.slice(0, PIECES_MAX).map((piece) => textOf(piece.slice(0, PIECE_MAX))),
    ...(name === undefined ? {} : { matchedFieldName: textOf(name) }),
  };
}

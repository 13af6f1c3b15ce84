import type { Instant } from '../../core/time.ts';
import { cookiesOf } from '../fields/cookie-pairs.ts';
import type { FirewallRequest } from '../request.ts';
import { judgeToken, type Puzzle, type PuzzleKind, readToken, tokenDomains } from './token.ts';

const TOKEN_COOKIE = 'aws-waf-token';
const TOKEN_HEADER = 'x-aws-waf-token';
/** Tokens that are tried; a client has one. */
const TOKENS_MAX = 4;

/** The token of a request, read when a rule first asks for it. */
export class TokenReader {
  readonly #request: FirewallRequest;
  readonly #secret: Uint8Array | undefined;
  readonly #domains: readonly string[];
  #puzzles: readonly (Puzzle | undefined)[] | undefined;

  constructor(
    request: FirewallRequest,
    secret: Uint8Array | undefined,
    listedDomains: readonly string[],
  ) {
    this.#request = request;
    this.#secret = secret;
    this.#domains = tokenDomains(request.host, listedDomains);
  }

  /** The best that the request's tokens are worth. */
  judge(kind: PuzzleKind, immunitySec: number, now: Instant): ReturnType<typeof judgeToken> {
    this.#puzzles ??= this.#read();
    const terms = { kind, immunitySec, now, domains: this.#domains };
    if (this.#puzzles.length === 0) return judgeToken('missing', terms);
    const verdicts = this.#puzzles.map((puzzle) => judgeToken(puzzle, terms));
    return verdicts.find(({ failure }) => failure === undefined) ?? verdicts[0] ?? {};
  }

  #read(): readonly (Puzzle | undefined)[] {
    const secret = this.#secret;
    const tokens = cookiesOf(this.#request.headers)
      .filter(({ name }) => name === TOKEN_COOKIE)
      .map(({ value }) => value);
    for (const { lowerName, value } of this.#request.headers) {
      if (lowerName === TOKEN_HEADER) tokens.push(value);
    }
    return tokens
      .slice(0, TOKENS_MAX)
      .map((token) => (secret === undefined ? undefined : readToken(secret, token)));
  }
}

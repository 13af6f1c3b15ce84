import { randomBytes } from 'node:crypto';
import type { EdgeResponse, Inspection, Verdict } from '../../../contract/edge.ts';
import { SECOND_MS } from '../../../core/time.ts';
import type { Evaluation } from '../../../firewall/evaluation.ts';
import { makePuzzle, tokenDomains } from '../../../firewall/tokens/token.ts';
import { challengePage } from './challenge-page.ts';

/** What the answers of a web ACL are made with. */
export interface AnswerTerms {
  readonly service: 'elb' | 'apigateway' | 'cloudfront' | 'other';
  readonly tokenSecret: Uint8Array;
  readonly tokenDomains: readonly string[];
}

/** What is done with a request, and what its client is told. */
export function verdictOf(
  evaluation: Evaluation,
  inspection: Inspection,
  terms: AnswerTerms,
): Verdict {
  switch (evaluation.action) {
    case 'ALLOW': {
      const { insertHeaders } = evaluation;
      return {
        action: 'allow',
        insertHeaders: insertHeaders.map(({ name, value }) => [name, value] as const),
      };
    }
    case 'BLOCK':
      return { action: 'refuse', response: blocked(evaluation, terms) };
    case 'CHALLENGE':
      return { action: 'refuse', response: challenged(inspection, terms) };
    case 'CAPTCHA':
      throw new Error('no rule may ask for a captcha');
  }
}

function blocked({ customResponse: custom }: Evaluation, terms: AnswerTerms): EdgeResponse {
  if (custom === undefined) return OWN_ANSWERS[terms.service];
  const type =
    custom.body === undefined ? [] : [['Content-Type', custom.body.contentType] as const];
  return {
    status: custom.status,
    headers: [...type, ...custom.headers],
    body: custom.body?.content ?? '',
  };
}

const HTML = ['Content-Type', 'text/html'] as const;

const ELB_BODY =
  '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n' +
  '<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n';
const CLOUDFRONT_BODY =
  '<!DOCTYPE html>\n<html><head><title>ERROR: The request could not be satisfied</title></head>\n' +
  '<body><h1>403 ERROR</h1><h2>The request could not be satisfied.</h2>\n' +
  '<p>Request blocked.</p></body></html>\n';

/** How each kind of resource says that a request was blocked. */
const OWN_ANSWERS: Readonly<Record<AnswerTerms['service'], EdgeResponse>> = {
  elb: { status: 403, headers: [['Server', 'awselb/2.0'], HTML], body: ELB_BODY },
  apigateway: {
    status: 403,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', 'ForbiddenException'],
    ],
    body: '{"message":"Forbidden"}',
  },
  cloudfront: { status: 403, headers: [HTML], body: CLOUDFRONT_BODY },
  other: { status: 403, headers: [HTML], body: ELB_BODY },
};

const CHALLENGED = 202;

/** Browsers get a page that solves the puzzle; others are told that there is one. */
function challenged({ request, now }: Inspection, terms: AnswerTerms): EdgeResponse {
  const headers = [
    ['x-amzn-waf-action', 'challenge'],
    ['Cache-Control', 'no-store, max-age=0'],
    ['Content-Type', 'text/html; charset=UTF-8'],
  ] as const;
  if (!wantsPage(request.headers)) {
    return { status: CHALLENGED, headers, body: '' };
  }
  const [domain = request.host] = tokenDomains(request.host, terms.tokenDomains);
  const madeAtSec = Math.floor(now / SECOND_MS);
  const puzzleTerms = { kind: 'challenge', domain, madeAtSec } as const;
  const puzzle = makePuzzle(terms.tokenSecret, puzzleTerms, randomBytes(16));
  const isListed = terms.tokenDomains.length > 0 && domain !== request.host;
  const body = challengePage(puzzle, isListed ? domain : undefined);
  return { status: CHALLENGED, headers, body };
}

function wantsPage(headers: readonly string[]): boolean {
  return headers.some(
    (name, at) =>
      at % 2 === 0 &&
      name.toLowerCase() === 'accept' &&
      headers[at + 1]?.toLowerCase().includes('text/html') === true,
  );
}

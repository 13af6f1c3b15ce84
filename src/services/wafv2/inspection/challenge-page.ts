import { WORK_BITS } from '../../../firewall/tokens/token.ts';

/**
 * A page that does the puzzle's work, keeps the token as a cookie and asks again. The puzzle is base64url and dots: nothing
 * in it can leave the script. `domain`: whose pages all send the token; undefined: this host's alone.
 */
export function challengePage(puzzle: string, domain: string | undefined): string {
  const scope = domain === undefined ? '' : `; domain=${domain}`;
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Checking your browser</title></head>
<body>
<noscript>To go on, turn on JavaScript and load the page again.</noscript>
<script>
(async () => {
  const puzzle = ${JSON.stringify(puzzle)};
  const text = puzzle.split('.')[0];
  const encoder = new TextEncoder();
  for (let answer = 0; ; answer += 1) {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text + '.' + answer));
    if (new DataView(digest).getUint32(0) >>> ${32 - WORK_BITS} === 0) {
      document.cookie = 'aws-waf-token=' + puzzle + '.' + answer + '; path=/; max-age=345600; samesite=lax${scope}';
      break;
    }
  }
  location.reload();
})();
</script>
</body>
</html>
`;
}

/**
 * Shapes of injected SQL over the kinds of tokens (see `words.ts`), parentheses left out but where a shape names them. A value
 * that breaks out of a quoted string begins with `q`, the string it ended; `s` is a string of its own. Ordinary text fails them because words follow
 * words in it: `O'Reilly & Sons` reads `qnon`, and no shape lets a name follow a string.
 */
export interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
  /** Over the kinds with parentheses. */
  readonly withParentheses?: boolean;
}

/** What can stand in a comparison: constant, string, variable, call. */
export const LOW_SHAPES: readonly Shape[] = [
  // ' or 1=1 · ' and name like 'a · ' or sleep(5)= · 1' xor not(1)=2
  {
    name: 'a condition behind a string',
    pattern: /^q&[!o]*(?:[svnfgZi*][o*]?.{0,3}=|1.{0,3}=[!o]*[1svfE])/,
  },
  { name: 'a constant condition behind a string', pattern: /^q&[!o]*[1sv](?:[;c]|$|&)/ },
  { name: 'a call in a condition', pattern: /^q[&=o*][!o]*[fZv]/ },
  { name: 'a select in a condition', pattern: /^[q1n].{0,3}[&=o*<]!?E/ },
  { name: 'a name like a call', pattern: /^&n=f/ },
  // 1 or 1=1 · -1) and (2=2 · or 'a'='a'
  {
    name: 'a constant comparison',
    pattern: /(?:^[o!]*[1snvf]{0,2}|^q.{0,60}|[;,c])&[!o]*[1sv](?:[o*][1sv])?=[!o]*[1sv]/,
  },
  { name: 'a comparison behind a number', pattern: /^[o1]{0,3}1&[!o]*[fZvE]/ },
  { name: 'a comparison with a call', pattern: /^[o1]{0,3}1&[!o]*[1svn]=[fZvE]/ },
  { name: 'a name compared behind a number', pattern: /^o?1&[!o]*n=(?:[sfv]|1c?$)/ },
  { name: 'a condition that ends in a comment', pattern: /^[o1]?1&[!o]*[1sv]c/ },
  { name: 'a where of constants', pattern: /^[q1].{0,12}W[!o]*[1svn]=[1svfE]/ },
  // ' union select 1 · union all select null,null · union select a,b
  { name: 'a union with constants', pattern: /U[D1]{0,2}E[DA]?[1svfgZ*]/ },
  { name: 'a union with a list', pattern: /U[D1]{0,2}E[DA]?[ni],/ },
  { name: 'a union behind a value', pattern: /(?:^|[q1s;c])U[D1]{0,2}E[DA]?[nio]*F/ },
  { name: 'a union of values', pattern: /(?:^|[q1s])UD?V1/ },
  // '; drop table · 1; exec · x; waitfor delay '0:0:5'
  { name: 'a second statement', pattern: /;+(?:ST|SI|SF[ni]|SnS|SDT|X[nigfs]|M|Yv|E[1svfgZ*])/ },
  { name: 'a second select', pattern: /^[q1];+E[DA]?(?:n,|n?F)/ },
  { name: 'a wait', pattern: /(?:^|[^n])M[ns]s|^[q1].{0,40}M/ },
  { name: 'a declared variable', pattern: /Yv[nf]/ },
  { name: 'a stored procedure', pattern: /X(?:n?i|v|nn?[sv])/ },
  { name: 'a union that is cut off', pattern: /^[q1]UD?E$/ },
  { name: 'a where that begins', pattern: /^(?:An)?W[1s]=[1s]/ },
  { name: 'a condition that chooses', pattern: /^f1=1E/ },
  // ' order by 3-- · 1 order by 10 · ' having 1=1
  { name: 'an order by position', pattern: /^[q1]B1(?:,1){0,20}(?:c|;|$)|^B1c/ },
  { name: 'an order behind a string', pattern: /^qB.{1,20}[cH]/ },
  { name: 'a having', pattern: /^[q1n].{0,10}H[!o]*[1svfg]=|^H1=1/ },
  { name: 'a limit', pattern: /^[q1]L1(?:[,L]1)?(?:c|$|U|T)/ },
  // '=' · '-' · '||' · ' like '%
  { name: 'an operator between strings', pattern: /^q[o=&*!]{1,3}s(?:$|[c;&=o*])/ },
  { name: 'a comparison behind a string', pattern: /^q=[!o]*(?:[1n](?:[c&]|=[1s])|[fgZvE])/ },
  { name: 'arithmetic that ends in a comment', pattern: /^q[o*]1c/ },
  // select * from · select a,b from t · select @@version · insert into t values
  { name: 'a select of everything', pattern: /E[DA]?1?\*[F,]|E[DA]?\*$/ },
  { name: 'a select of a list', pattern: /(?:^|[^n])E[DA]?n,[n,*]{1,20}F/ },
  {
    name: 'a select of constants',
    pattern: /(?:^|[^n])E[DA]?(?:v|[fZ]|[1s](?:,[1snvf]){1,40}|[1s]F|s[&o]s)/,
  },
  {
    name: 'a select with a condition',
    pattern: /(?:^|[^n])E[DA]?[nf]{1,3}.{0,4}F[ni](?:W[n1s]|B)/,
  },
  { name: 'a catalogue that is read', pattern: /Fi|^i[,W]/ },
  { name: 'an insert', pattern: /SI[ni](?:\([n,]{0,80}\))?V\(/, withParentheses: true },
  { name: 'a delete', pattern: /SF[ni](?:W|c|;)/ },
  { name: 'an update', pattern: /S[ni]Sn=[1svnf]/ },
  { name: 'a statement about an object', pattern: /^(?:q|1|;)*ST[ni](?:c|;)/ },
  { name: 'a user that is made', pattern: /ST[ni]nns/ },
  { name: 'a procedure behind a value', pattern: /^[q1]Tg/ },
  { name: 'a file that is written', pattern: /IOs?/ },
  { name: 'a case', pattern: /(?:^|[qs1&(E,o=])C.{1,40}Q/ },
  { name: 'a dangerous call', pattern: /[q1s&o=,;E!*QvFgfB]Z|^Z[1svf]?(?:[^n]|$)/ },
  {
    name: 'a select in parentheses',
    pattern: /\(E[DA]?(?:[*svfZ]|1?\*|1[,)F]|\(|n(?:,n){0,20}F)/,
    withParentheses: true,
  },
  { name: 'a call that ends a string', pattern: /^q\)*[&o=*]+[fgZ]\(/, withParentheses: true },
];

/** Fragments that text seldom holds, for the high sensitivity. */
export const HIGH_SHAPES: readonly Shape[] = [
  { name: 'a statement about an object', pattern: /^(?:q|1|;)*ST[ni]?/ },
  { name: 'a select', pattern: /E[DA]?[n1f*].{0,4}F/ },
  { name: 'a bare condition', pattern: /^[o1]*1&[!o]*[1sv]c?$/ },
  { name: 'an operator behind a string', pattern: /^q[o=*&][!o]*[1sv]/ },
  { name: 'a union', pattern: /UD?E/ },
  { name: 'a comment behind a string', pattern: /^q[;)]*c/ },
  { name: 'a comment behind a number', pattern: /^1[;)]*c$/ },
  { name: 'a system variable', pattern: /^v$|[=E,&]v/ },
  { name: 'a name compared with a constant', pattern: /[&W]n=[1s]/ },
  { name: 'a call of SQL', pattern: /^[fZ]\(/, withParentheses: true },
];

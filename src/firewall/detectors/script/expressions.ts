import type { ByteString } from '../../byte-string.ts';

/** Names of what script does to a page's user, called or assigned. */
const SINK = String.raw`(?:alert|confirm|prompt|eval|fetch|print|setTimeout|setInterval|Function|import|open|atob|execScript|requestAnimationFrame|console\.\w{2,8}|navigator\.\w{4,12}|document\.(?:write(?:ln)?|cookie|location|domain|body|URL|createElement|getElement\w{2,20})|(?:window|self|top|parent|this|globalThis|frames)(?:\.|\[|\?\.)|location(?:\.\w{3,8})?\s*=|new\s+(?:Image|Function|XMLHttpRequest)|\$\.\w{2,12}|throw|void)`;
const CALL = String.raw`\s{0,20}(?:\?\.)?\s{0,20}(?:\)\s{0,8}){0,3}[(\[=${'`'}]`;

/** Script that stands in the value as it is, each pattern bounded and linear. */
const EXPRESSIONS: readonly RegExp[] = [
  // ';alert(1)// · "-confirm(1)-" · '}};prompt`1`
  new RegExp(
    String.raw`['"${'`'}\\](?:\s|\)|\}|\]|\/){0,10}[;,+*/|&^<>=?:!%~\-][^A-Za-z0-9]{0,12}(?:\w{1,12}\s?=\s?)?${SINK}`,
    'i',
  ),
  // alert(1) · prompt`x` · (confirm)(document.domain)
  new RegExp(
    String.raw`(?<![.\w$])(?:alert|confirm|prompt)${CALL}\s{0,8}(?:-?\d|['"${'`'}/)]|document\b|location\b|this\b|window\b|self\b|top\b|String\.|origin\b|name\b|cookie\b|eval\b|navigator\b|\bxss\b)`,
    'i',
  ),
  new RegExp(String.raw`${'`'}\s{0,8}\$\{[^}]{0,80}${SINK}`, 'i'),
  /\$\{\s{0,8}(?:alert|confirm|prompt|eval|fetch|document|window|location|import)\b/i,
  // {{constructor.constructor('alert(1)')()}}
  /(?<!\{)\{\{[^}]{0,200}(?:constructor|\$eval|\$on|\$new|__proto__|alert\s{0,4}\(|toString\(\)|charAt)/i,
  /\.constructor\s{0,8}(?:\.|\[|\()\s{0,8}['"]?(?:constructor|return|alert)?/i,
  /\[\s{0,4}['"](?:constructor|alert|eval|confirm|prompt|cookie|innerHTML|write)['"]\s{0,4}\]/i,
  // top["al"+"ert"](1) · window['x']('…') · self[/al/.source+…]
  /\b(?:window|self|top|parent|this|globalThis|frames|document)\s{0,4}\[\s{0,4}(?:\/|['"`]|\w{1,20}\s{0,4}\+|\(|\d{1,4}\]\s{0,4}\()/i,
  /\b(?:eval|Function|setTimeout|setInterval|execScript|atob)\s{0,4}(?:\.(?:call|apply|bind)\s{0,4})?[(`]\s{0,4}(?:['"`/]|atob|String|unescape|decodeURI|location|name\b|document|window|this|\+?\[|alert|prompt|confirm)/i,
  /\bdocument\s{0,4}\.\s{0,4}(?:cookie|write(?:ln)?\s{0,4}\(|domain\b|location\s{0,4}[=.]|body\s{0,4}\.\s{0,4}(?:inner|append|insert))/i,
  /\b(?:window|self|top|parent|document)\s{0,4}\.\s{0,4}location\s{0,4}(?:=|\.(?:href|assign|replace))/i,
  /\blocation\s{0,4}(?:\.\s{0,4}href)?\s{0,4}=\s{0,4}['"`]?\s{0,4}(?:javascript|data|name|\/\/|https?:\/\/[^'"`\s]{0,80}['"`]?\s{0,4}\+)/i,
  /\bString\s{0,4}\.\s{0,4}fromC(?:harCode|odePoint)\s{0,4}\(/i,
  /\.(?:innerHTML|outerHTML|srcdoc)\s{0,4}\+?=/i,
  /\bnew\s{1,8}(?:Image|XMLHttpRequest|ActiveXObject|Function)\b[^;]{0,20}[.(]/i,
  /\b(?:onerror|onload)\s{0,4}=\s{0,4}(?:alert|eval|prompt|confirm|\w{1,20}\s{0,4};?\s{0,4}throw)/i,
  /\bthrow\s{0,4}(?:\/|onerror|['"`(])/i,
  // [][(![]+[])[+[]]…: script of brackets alone
  /\(!{1,2}\[\]\+(?:\[\]|\{\}|'')\)\[|\[\]\[\(?!?!?\[?\]?\+?|\+!{1,2}\[\]\]\+\(/,
  // what Internet Explorer read as <script in US-ASCII
  /\xbc\/?script/i,
  // +ADw-script+AD4-: UTF-7
  /\+ADw-[\w+/]{0,20}script/i,
  /\bexpression\s{0,4}\(\s{0,4}(?:alert|document|window|eval|this|\w{1,20}\s{0,4}[.(])/i,
  /@import\s{0,4}['"(url]{0,5}\s{0,4}['"]?\s{0,4}(?:javascript|vbscript|data):/i,
  /(?:-moz-binding|behaviou?r)\s{0,4}:\s{0,4}url\s{0,4}\(/i,
  /url\s{0,4}\(\s{0,4}['"]?\s{0,4}(?:javascript|vbscript)\s{0,4}:/i,
  /&\{\s{0,4}(?:alert|document|eval|\[)/i,
];

/** Some of what every expression needs. */
const SIGNS = /[([=`{:\xbc]|\+ADw-|throw/;

/** The first piece of script in the value. */
export function activeExpression(value: ByteString): string | undefined {
  if (!SIGNS.test(value)) return undefined;
  for (const pattern of EXPRESSIONS) {
    const found = pattern.exec(value);
    if (found !== null) return found[0];
  }
  return undefined;
}

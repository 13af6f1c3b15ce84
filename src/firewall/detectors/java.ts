import type { ByteString } from '../byte-string.ts';
import { type Detector, patternDetector } from './pattern-list.ts';

/** Objects in Java's serialized form, and expressions that run Java. */
export const detectJavaExecution = patternDetector(
  /java|ro0ab|aced|\xac\xed|ognl|memberaccess|classloader|runtime|org\.|#context|freemarker|__|\*/i,
  [
    /\brO0AB[\w+/]{2}/,
    /\xac\xed\0/,
    /\baced0005/i,
    /\bjava(?:x)?\.(?:lang\.(?:Runtime|ProcessBuilder|System|Class|reflect|Thread)|io\.(?:File|ObjectInputStream|BufferedReader)|naming\.|net\.URL|script\.ScriptEngine|util\.Scanner|nio\.file)/i,
    /\bgetRuntime\s{0,4}\(\s{0,4}\)\s{0,4}\.\s{0,4}exec/i,
    /\bT\s{0,4}\(\s{0,4}java\./,
    /[#%$]\{?\(?#?(?:_memberAccess|context\s{0,4}\[|application\b.{0,20}\bclassloader|req\s{0,2}=|dm\s{0,2}=\s{0,2}@ognl)/i,
    /@?ognl\.OgnlContext|#_memberAccess|\bDEFAULT_MEMBER_ACCESS\b/i,
    /\bclass(?:\.module|\[['"]?module['"]?\])?(?:\.|\[['"]?)classLoader/i,
    /\borg\.apache\.commons\.(?:collections|beanutils|fileupload)\.\w|\borg\.springframework\.(?:context\.support|beans\.factory)\.\w|\bcom\.sun\.(?:rowset|org\.apache\.xalan)/i,
    /\bfreemarker\.template\.utility\.(?:Execute|ObjectConstructor|JythonRuntime)/i,
    // {{7*7}} · ${7*7} · {{x.__class__.__mro__}}: templates of other languages
    /(?:\{\{|\$\{|#\{|<%=)\s{0,8}'?\d{1,8}'?\s{0,8}\*\s{0,8}'?\d{1,8}/,
    /__(?:class|globals|mro|subclasses|builtins|import)__/,
  ],
);

const NAMED_LOOKUP = /\$\{\s{0,8}(?:lower|upper)\s{0,8}:\s{0,8}([^${}]{0,40})\}/gi;
const DEFAULTED_LOOKUP = /\$\{[^${}]{0,80}?:-([^${}]{0,40})\}/g;
const DATE_LOOKUP = /\$\{\s{0,8}date\s{0,8}:\s{0,8}'([^'${}]{0,20})'\}/gi;
const LOOKUP =
  /\$\{\s{0,8}(?:j\s{0,4}n\s{0,4}d\s{0,4}i|(?:env|sys|java|main|ctx|k8s|bundle|base64|script|url|dns|docker|spring|log4j|marker|map|sd|web)\s{0,4}:)[^}]{0,200}|\$\{\s{0,8}jndi|\bjndi\s{0,4}:\s{0,4}(?:ldaps?|rmi|dns|iiop|nis|nds|corba|https?)\b/i;
/** Lookups within lookups that are resolved; each round resolves the innermost ones, all over the value. */
const ROUNDS_MAX = 12;

/**
 * Lookups that Log4j resolves in whatever is logged. Those within are resolved as Log4j does, which closes
 * `${${lower:j}ndi:…}`, `${${::-j}${::-n}di:…}`, `${${env:X:-j}ndi:…}`. Linear in each of a bounded number of rounds.
 */
export const detectLog4jLookup: Detector = (value) => {
  if (!value.includes('${') && !/jndi/i.test(value)) return undefined;
  let text: ByteString = value;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const found = LOOKUP.exec(text);
    if (found !== null) return [found[0]];
    const resolved = text
      .replace(NAMED_LOOKUP, '$1')
      .replace(DEFAULTED_LOOKUP, '$1')
      .replace(DATE_LOOKUP, '$1');
    if (resolved === text) return undefined;
    text = resolved;
  }
  return [value.slice(0, 64)];
};

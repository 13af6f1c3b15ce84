import { patternDetector } from './pattern-list.ts';

/** What React's server functions took for a reference and ran (CVE-2025-55182), and its kin in Node. */
export const detectReactExecution = patternDetector(
  /__proto__|constructor|child_process|mainmodule|resolved_model/i,
  [
    /\$\d{0,4}:(?:__proto__|constructor)\b/,
    /"status"\s{0,8}:\s{0,8}"resolved_model"/,
    /"_(?:response|prefix|formData)"\s{0,8}:[^\n]{0,200}(?:constructor|process\.|child_process)/,
    /\bprocess\s{0,4}\.\s{0,4}mainModule\b|\brequire\s{0,4}\(\s{0,4}['"`](?:node:)?child_process['"`]/,
    /"?__proto__"?\s{0,8}[:[\].=]\s{0,8}[[{"]/,
  ],
);

/** Functions and variables of PHP that read files and requests and run code. */
export const detectPhp = patternDetector(/<\?|\$_|\(|:\d+:|allow_url|auto_prepend|ini_set/i, [
  /<\?(?:php\b|=|\s{0,4}(?:echo|system|eval|include|phpinfo))/i,
  /\$_(?:GET|POST|REQUEST|SERVER|COOKIE|FILES|SESSION|ENV)\s{0,4}[[{]|\$GLOBALS\s{0,4}\[|\$\{?HTTP_(?:GET|POST|RAW)/i,
  /\b(?:phpinfo|php_uname|shell_exec|passthru|proc_open|popen|pcntl_exec|fsockopen|pfsockopen|file_get_contents|file_put_contents|call_user_func(?:_array)?|create_function|base64_decode|gzinflate|str_rot13|preg_replace|move_uploaded_file|get_defined_vars|highlight_file|show_source|readfile|fpassthru|ini_set|posix_get\w{2,12}|allow_url_fopen|array_map|assert_options|ob_start|unserialize)\s{0,4}\(/i,
  /(?:^|[;{}<?&|@=\s])(?:eval|assert|system|exec|include(?:_once)?|require_once)\s{0,4}\(\s{0,4}(?:['"]|\$|base64|gz|str_|stripslashes|file|chr|get_|getallheaders|curl)/i,
  /(?:^|[;{"'=])[OCa]:\+?\d{1,8}:(?:"[\w\\]{1,80}":\d{1,8}:)?\{/,
  /\b(?:allow_url_include|auto_prepend_file|disable_functions|open_basedir|safe_mode)\s{0,4}=/i,
  /php:\/\/(?:filter|input|fd|memory|temp|stdin)|\bdata:\/\/text\/plain|expect:\/\//i,
]);

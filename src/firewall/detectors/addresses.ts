import { patternDetector } from './pattern-list.ts';

/** Where clouds tell a machine its credentials, in every way that the address can be written. */
export const detectMetadataAddress = patternDetector(/[0-9a-f]{3}|meta|instance-data|nip/i, [
  /169\.254\.(?:169\.254|170\.2|0\.0|169\.123)/,
  /(?:^|[/@:=\s"'])(?:2852039166|0x0{0,8}a9fea9fe|0251\.0{0,4}376\.0{0,4}251\.0{0,4}376|0xa9\.0xfe\.0xa9\.0xfe|169\.16689662|169\.254\.43518|025177524776|7147006462)\b/i,
  /\[(?:::(?:ffff(?::0)?:)?a9fe:a9fe|fd00:ec2::254|::ffff:169\.254\.|0:0:0:0:0:ffff:a9fe:a9fe)/i,
  /\b169-254-169-254\b|\b(?:metadata\.google\.internal|instance-data(?:\.ec2\.internal)?\/|metadata\.(?:tencentyun|nicecloud)|100\.100\.100\.200\/)/i,
  /(?:https?:)?\/\/[^\s/]{1,80}\/latest\/(?:meta-data|user-data|dynamic|api\/token)\b/i,
  /computemetadata\/v1|opc\/v[12]\/instance/i,
]);

/** A script of another host in the place of a file's name. */
export const detectRemoteFile = patternDetector(/:\/|:\\/, [
  /^[\s'"]{0,4}(?:https?|ftps?|sftp):[\\/]{1,4}(?:[^\s/@]{1,64}@)?(?:\d{1,3}\.){3}\d{1,3}(?![\w.])/i,
  /^[\s'"]{0,4}(?:https?|ftps?|sftp):[\\/]{1,4}(?:[^\s/@]{1,64}@)?(?:0x[0-9a-f]{6,8}|\d{8,10}|\[[0-9a-f:.]{2,40}\])(?:[:/?#]|$)/i,
  /^[\s'"]{0,4}(?:https?|ftps?):\/\/[^\s?]{1,200}\.(?:txt|php\d?|phtml|inc|sh|pl|cgi|jsp|aspx?|gif|jpg)\?{1,3}(?:\0|$)/i,
  /^[\s'"]{0,4}(?:https?|ftps?):\/\/[^\s?]{1,200}\/(?:r57|c99|c100|shell|cmd|b374k|wso|webshell|backdoor|evil|inject|id\d?|fx29id\d?)\.(?:txt|php|gif|jpg)/i,
  /^[\s'"]{0,4}(?:https?|ftps?):\/\/(?:localhost|[\w-]{1,60}\.(?:burpcollaborator\.net|oastify\.com|interact\.sh|oast\.\w{2,6}|ngrok\.io|nip\.io|xip\.io|requestbin\.\w{2,6}))(?:[:/]|$)/i,
]);

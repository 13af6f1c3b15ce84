import type { ByteString } from '../byte-string.ts';
import { type Detector, patternDetector } from './pattern-list.ts';

const SEPARATOR = String.raw`(?:^|[;|\n\r]|&&?|\|\||\(|=|['"])`;

const detectPlainCommand = patternDetector(/\.exe|[&|;%(\n]|cmd|net\s|c:/i, [
  new RegExp(
    String.raw`${SEPARATOR}\s{0,8}(?:[a-z]:[\\/][\w\\/ ]{0,60})?cmd(?:\.exe)?\s{1,8}/[ckr]\b`,
    'i',
  ),
  new RegExp(
    String.raw`[;|&\n(]\s{0,8}(?:ipconfig|systeminfo|tasklist|taskkill|certutil|bitsadmin|rundll32|regsvr32|mshta|wmic|cscript|wscript|nslookup|netstat|tracert|attrib|icacls|cacls|schtasks|net1?\s+(?:user|localgroup|share|view|start|use)|reg\s+(?:query|add|delete)|sc\s+(?:query|config|stop)|whoami|hostname|vssadmin|msiexec|powershell)\b`,
    'i',
  ),
  /[;|&\n(]\s{0,8}(?:dir|type|del|copy|move|echo|ping|ver|set|start|md|rd|erase|more|find|findstr)(?:\s{1,8}(?:[a-z]:|[\\/%]|-n\b|\*)|\s{0,4}$)/i,
  /\b(?:cmd|powershell|certutil|bitsadmin|rundll32|regsvr32|mshta|wscript|cscript|wmic|net|ftp|tftp|calc|nc)\.exe\b/i,
  /%(?:comspec|systemroot|windir|programfiles|appdata|userprofile|temp|path|os|computername|username)(?::[~\w,-]{1,12})?%/i,
  /(?:^|[^a-z0-9])[a-z]:[\\/]{1,4}windows[\\/]{1,4}system32\b/i,
]);

const detectPlainPowerShell = patternDetector(
  /powershell|pwsh|invoke|iex|new-object|webclient|nslookup|-enc|get-|start-/i,
  [
    /\b(?:powershell|pwsh)(?:\.exe)?\s{1,8}(?:-|\/|\(|\w{1,20}-)/i,
    /\b(?:Invoke-(?:Expression|Command|WebRequest|RestMethod|Item|WmiMethod|Mimikatz|Shellcode)|Start-(?:Process|BitsTransfer|Job)|New-Object\s{1,8}(?:-\w{1,12}\s{1,4})?(?:System\.)?Net\.|Set-ExecutionPolicy|Import-Module|Add-Type\s{1,4}-|ConvertTo-SecureString|Out-File\s{1,4}-|Get-(?:WmiObject|CimInstance|Credential|ExecutionPolicy|ItemProperty))\b/i,
    /\bNet\.WebClient\b|\bDownload(?:String|File)\s{0,4}\(|\bFromBase64String\s{0,4}\(|\[System\.(?:Text|Convert|Net|IO|Reflection|Diagnostics)\./i,
    /(?:^|[;|&(\s])iex\s{0,4}[(&$]/i,
    /\s-e(?:nc(?:odedcommand)?)?\s{1,4}[\w+/=]{16,}/i,
    /(?:\|\||&&|[;|&])\s{0,8}nslookup\b/i,
    /[;|&]\s{0,4}Get-(?:Process|Service|ChildItem|Content|Host|Location)\b/i,
  ],
);

/** Command lines of Windows: `&dir c:\`, `cmd /c`, `%COMSPEC%`. */
export const detectWindowsCommand: Detector = withPlainText(detectPlainCommand);

/** Cmdlets and flags of PowerShell. */
export const detectPowerShell: Detector = withPlainText(detectPlainPowerShell);

/** Carets, quotes and backticks within words mean nothing to the shell. */
function withPlainText(detect: Detector): Detector {
  return (value) => {
    const found = detect(value);
    if (found !== undefined || !/[\^"'`+]/.test(value)) return found;
    return detect(plainText(value));
  };
}

function plainText(value: ByteString): ByteString {
  return value
    .replace(/\^\r?\n?/g, '')
    .replace(/(?<=\w)(?:["'`]{1,2}|['"]\s{0,2}\+\s{0,2}['"])(?=\w)/g, '');
}

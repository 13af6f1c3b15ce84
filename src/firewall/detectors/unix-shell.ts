import { type Detector, patternDetector } from './pattern-list.ts';
import { plainShellText } from './shell-text.ts';

/** Commands that stand for nothing else in prose. */
const STRONG =
  'whoami|uname|wget|curl|ncat|netcat|bash|zsh|ksh|csh|tcsh|dash|busybox|python[23]?(?:\\.\\d+)?|perl|ruby|nslookup|ifconfig|netstat|printenv|chmod|chown|base64|tftp|telnet|socat|hostname|crontab|lsof|traceroute|xxd|tcpdump|useradd|adduser|passwd|sudo|systemctl|mkfifo|openssl|gcc|nmap|pwd|ipconfig|systeminfo|getent|lsb_release|iptables|dmesg|uptime|killall|nohup|xterm|awk|gawk|sed|grep|egrep|php|node|lua|ssh|scp|rsync|ftp|lwp-download|phpinfo|zcat|tac|rev|rbash|setsid';
/** Commands that are words too: it takes an argument of theirs, or nothing behind them. */
const WEAK =
  'cat|ls|id|ps|nc|sh|ping|sleep|echo|env|set|rm|mv|cp|touch|kill|find|head|tail|nl|more|less|od|date|which|who|w|last|top|df|du|mount|ip|route|arp|reboot|shutdown|halt|dir|type|host|dig|tee|xargs|screen|vi|vim|nano|dd|tar|zip|gzip|sort|uniq|cut|strings|file|stat|ln|mkdir|time|timeout|watch|printf|read|exec|eval|source|export|alias|history|man|at|split|paste|net|ver|net1|copy|del|start|wmic';
const BIN = '(?:/(?:usr/)?(?:local/)?s?bin/|/(?:[b?*][i?*][n?*])/)';
const SEPARATOR = String.raw`(?:(?<!&#?\w{2,10});|[|\n\r]|\\[nr]|&&|\|\||\$\(|&(?! |\w{2,12};)|>\(|<\()`;
const ARGUMENT = String.raw`(?:\s{1,8}(?:[-/~$.|>]|\d|\w{0,8}[/$]|\w{1,30}\.\w|%)|\s{0,8}(?:$|[;|&${'`'})>\0#]))`;

/** Command lines of Unix shells behind a separator, in a substitution, or as all of a value. */
const detectPlain = patternDetector(/[;|&`$\n\r(>{]|\/(?:bin|dev|usr)|^\W{0,4}\w{2,10}\b/, [
  new RegExp(String.raw`${SEPARATOR}\(?${BIN}?(?:${STRONG})(?=[\s;|&${'`'})<>]|$)`, 'i'),
  new RegExp(
    String.raw`${SEPARATOR}[\s(]{1,8}${BIN}?(?:${STRONG})(?=\s{0,8}(?:$|[;|&${'`'})>#<]|[-/~$.'"\d]|\w{0,20}[./:]\S|(?:${STRONG}|id|ls|cat)\b))`,
    'i',
  ),
  new RegExp(String.raw`\$\(\s{0,4}(?:${WEAK})(?=[\s)])|[;|&]echo\s{1,4}\S`),
  new RegExp(String.raw`${SEPARATOR}[\s(]{0,8}${BIN}?(?:${WEAK})${ARGUMENT}`),
  new RegExp(
    String.raw`(?:^|[=;|&'"\s$(])${'`'}\s{0,4}${BIN}?(?:(?:${STRONG})|(?:${WEAK})(?=\s+[-/$.\d]|\s*${'`'}))[^${'`'}]{0,200}(?:${'`'}[\s'"]{0,4}$|${'`'}[;|&])`,
    'i',
  ),
  new RegExp(String.raw`^[\s'"&;|(]{0,6}${BIN}(?:[\w?*.-]{1,20})(?:\s|$|;|\|)`, 'i'),
  new RegExp(
    String.raw`^[\s'"&;|]{0,6}(?:cat|ls|nc|rm|tail|head|less|more|tac|nl|od|cp|mv|chmod|curl|wget|ping|nslookup|dig|find|grep|tee|touch|vi)\s{1,8}(?:-[\w-]{1,12}\s{1,4}){0,4}(?:/|\.{1,2}/|~/|https?:|\d{1,3}\.\d|\$)`,
  ),
  /^[\s'"&;|]{0,6}(?:whoami|uname(?:\s+-\w{1,4})?|ifconfig|netstat(?:\s+-\w{1,6})?|printenv|ls\s+-\w{1,5}|ps\s+-?(?:aux|ef)\w{0,3}|ping\s+-[cnti]\s+\d{1,6}\b.{0,80}|sleep\s+\d{1,5})[\s'";|&#]{0,4}$/,
  /\/dev\/(?:tcp|udp)\/|\bbash\s+-[ic]\b|\bnc(?:at)?\s+(?:-\w{1,6}\s+){0,4}(?:-e|-l?v?p)\s|\bmkfifo\s+\//i,
  /\b(?:wget|curl)\s+(?:-[\w-]{1,20}\s+){0,6}['"]?(?:https?|ftp):\/\/\S{1,200}[^|;&\n]{0,60}[|;&]/i,
  /\b(?:python[23]?|perl|ruby|php|node)\s+-[ecr]\s{0,4}['"]?\s{0,4}(?:import|use|require|exec|system|print|socket|\$|\w{1,20}\()/i,
  /\bchmod\s+(?:[+]x|[0-7]{3,4})\s|\brm\s+-[rf]{1,2}\s+[/~*.]/i,
  /\(\)\s{0,8}\{[^}]{0,40}\}\s{0,8};/,
  /(?:^|[;|&`\s(])echo\s{1,4}["']?\$(?:\{|\()?(?:HOME|PATH|SHELL|USER|PWD|HOSTNAME|IFS|LOGNAME|OLDPWD|UID|RANDOM|BASH|TERM|\(|`)/,
  /\$\{?(?:IFS|SHELL|BASH_VERSION|OLDPWD|PATH:\d|HOME:\d|PWD:\d)\b/,
  /(?:^|[;|&(\s])(?:eval|exec|system|popen|shell_exec|passthru|os\.system|subprocess\.\w{3,12}|child_process)\s{0,4}\(?\s{0,4}['"`(]\s{0,4}(?:cat|ls|id|whoami|uname|wget|curl|nc|bash|sh|ping|sleep|echo|rm)\b/i,
]);

/** Looks at the value, and at what a shell would make of it. */
export const detectUnixCommand: Detector = (value) => {
  const found = detectPlain(value);
  if (found !== undefined) return found;
  const plain = plainShellText(value);
  return plain === value ? undefined : detectPlain(plain);
};

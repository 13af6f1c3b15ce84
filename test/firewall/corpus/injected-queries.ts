/** SQL, and queries of other kinds, as they are injected: a line each. Written for these tests. */
export const INJECTED_QUERIES = String.raw`
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
admin*)(uid=*))(|(uid=*`;

/** What people and programs send that isn't an attack, a line each, by class; much of it looks like one. Written for these tests. */
export const BENIGN: Readonly<Record<string, string>> = {
  names: String.raw`
O'Reilly & Sons
Sinéad O'Connor
L'Oréal Paris
D'Angelo and D'Arcy
Anne-Marie St. John-Smythe
M'Baye Niang
Jean d'Ormesson
Robert "Bob" Tables
Dr. Martin Luther King, Jr.
Nuñez, José María
Zoë O'Brien or Chloë O'Neil
van 't Hoff
Müller & Söhne GmbH
Union Pacific Railroad
Table Mountain Lodge
Select Comfort Inc.
Drop Table Coffee Roasters
Script & Co.
Null Stevens
李小龙
Владимир Иванов`,

  ordinary: String.raw`
running shoes size 42
price_asc
2026-04-17T09:30:00Z
jane.doe+news@example.com
+49 30 1234567
550e8400-e29b-41d4-a716-446655440000
https://www.example.com/products?id=17&ref=home#reviews
/account/orders/2231
12 Rue de l'Église, 75005 Paris
#ff8800
rgba(12, 40, 200, 0.5)
en-US,en;q=0.9,de;q=0.8
application/json; charset=utf-8
1,299.00
-12.5
true
1024x768
eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl
dGhpcyBpcyBhIHRlc3Q=
a1b2c3d4e5f6
width=device-width, initial-scale=1
utm_source=newsletter&utm_medium=email
C1+C2-C3
10% off & free shipping
3 for 2 (while stocks last)
100 < 200 and 300 > 200
~/projects/readme.md
./images/logo.png
docs/guide/intro.md
report_2026-03.pdf
S/M/L/XL
blue|green|red
a;b;c;d
key:value,key2:value2
[1,2,3]
{"a":1,"b":[true,null]}
(555) 010-9999
50°N 8°E
$49.99
€1.000,00
#hashtag #another
@handle
1/2 cup
v1.2.3-beta.4+build.5
x=1;y=2`,

  prose: String.raw`
Please select a plan from the list and update your profile.
It's 5 o'clock somewhere, isn't it?
The boys' club -- a story of friendship and loss
I don't like it -- at all.
"Don't," she said, "or else."
Rock 'n' roll & blues
We can't select the 'all' option (it's too slow).
Drop the table off at the union hall before noon.
The European union select committee from Brussels met again.
Where is the order by phone form? I can't find it.
Having 2 kids and 1 dog is hard; insert coffee here.
What's the "where" clause in my contract mean?
Is 2 or 3 better? I'd take 2 and 1.
Create a table for two and drop me a line.
My password is: ' or so I thought!
Let's update the set list, delete from memory the old one.
Execute the plan, then declare victory.
It was a case when nobody knew what then happened.
I ordered 'the special' or 'the usual' = same thing.
He's 6' 2" and she's 5' 11".
The user's guide; see chapter 4 -- "Joins".
She selected 'null' from the menu as a joke.
Salt and pepper = good, sugar and salt = bad
Tom & Jerry; Bonnie & Clyde
Jack said "and 1 = one" but meant two.
Sleep (8 hours) is important; benchmark yourself.
We wait for delay notices at the station.
Between 5 and 10 people like it.
The cast (of characters) and the concat of scenes
if you like it, then put a ring on it
Group by group we entered, order by order we ate.
The top 10 distinct reasons to select us
My union is all select members only.
Don't grant access to all; revoke it from some.
Truncate your sentences! Alter your tone!
an order by post; a group by the river
The on button is off. on = off?
I said "on Monday = meeting day".
once upon a time, one = 1
See the attached image: <3 you all!
a < b and c > d, so b > a?
Temperature <0 or >100
She wrote: "hello <world>" and left.
Use the <b>bold</b> tag, not <i>italic</i>.
Contact: <john@example.com>
The alert (by mail) was late; confirm it and prompt them.
javascript: the good parts is a book
Our data: text and images
He documented. Cookies were eaten; windows closed.
Cats; dogs; and other pets
I need to cat-sit; ls is short for list
Find me; kill time; touch grass.
Who is there? Whoami, he asked.
The ID & password are in the mail
Buy milk, eggs & dates; call home.
Ping me when you're done | thanks
the cost is $HOME-made pie
echo location in bats
Bash the bug, curl the hair, wget out of here
Wait a sec; sleep on it.
rm. 12, bldg. 4
Go up one level... then another...
and so on.../or not
He said: etc/etc. and left
The file is in the windows folder, I think.
See section ../ of nothing
I/O, R&D, Q&A, AT&T
100% sure; 50/50 odds; 24/7 open
Use %20 for a space
The path is C:\Users\jane\Documents\report.docx
Tom's email is tom@example.com; Ann's isn't.
1. First; 2. Second; 3. Third
I'd rather 'like' it than 'love' it
price between 10 and 20, size in (S, M)
"quoted" or 'quoted', whichever
Is this null? Is that not null? Yes.
x' = 2x is the derivative of x^2's kin
'Tis the season; 'twas the night
The '90s and the '80s - best decades
Rock -- paper -- scissors # winner
C# or F#? Java & Kotlin
Issue #5 and issue #6 are fixed in v2
Let A = {1,2} and B = {3}; A or B = C
We met at 10:30; left at 11:45.
select from the menu: pizza, pasta
Q: where's Wally? A: from Wales
please insert into the slot values of 5 or 10 cents
(select all that apply)
Either/or, and/or, his/hers
curl is a tool; wget too
How do I use "GROUP BY" and "ORDER BY" together?
Smith & Wesson; Barnes & Noble
../`,

  code: String.raw`
if (x < 5 && y > 3) { return x; }
for (let i = 0; i < n; i++) total += items[i].price;
const f = (a, b) => a + b;
def add(a, b): return a + b
List<String> names = new ArrayList<>();
std::vector<int> v; v.push_back(3);
cout << "hello" << endl;
time.sleep(5)
items["a"] = 5
x = 'a' + 'b'
print("it's done")
import { x } from '../../core/time.ts'
from . import views
#include <stdio.h>
git commit -m "fix: don't drop table names"
npm install --save-exact react
docker run -p 80:80 nginx
margin: 0 auto; padding: 4px
.class > li:first-child { color: red; }
<div class="card"><h2>Title</h2><p>Text</p></div>
<a href="https://example.com/?x=1&y=2">link</a>
<img src="https://example.com/a.png" alt="on load">
[link](https://example.com/a_(b))
| a | b |
**bold** and _italic_ and ~~strike~~
^[a-z0-9]+(?:-[a-z0-9]+)*$
SELECT your seat, then pay
user.name && user.email
foo(bar, baz);
a ? b : c
{{name}}
Hello {{user.name}}, welcome!
query { user(id: 4) { name email } }
mutation { addItem(input: {id: 1, qty: 2}) { total } }
{"query":"{ user { id } }","variables":null}
/* a comment */ body { font: 12px/1.5 "Helvetica Neue" }
# Heading
- item one
- item two
<p>It's <em>fine</em></p>
&copy; 2026 Example & Co.
a = b; c = d
%Y-%m-%d %H:%M
\d+\.\d+
key = "value"
let total = price * (1 + tax);
#!shebang is a word
{ "filter": { "price": { "lt": 20 } } }
x -> y => z
case 1: break; default: return
<div data-id="3" class="a b">text &nbsp; more</div>
<div style="background-image: url('/img/x.png')">hi</div>
<svg width="10" height="10"><path d="M0 0L10 10"/></svg>
cat file.txt | grep foo > out.txt
Copy ../config.example to ../config`,
};

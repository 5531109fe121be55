"""Stories in which nothing may go but the headline: each looks like furniture somewhere."""

TRAPS: dict[str, str] = {
    "about an aggregator": """Gulf publishers weigh a joint answer to MENAFN

Publishers in four Gulf states met on Sunday to discuss what MENAFN and other aggregators should pay for their stories.

MENAFN provides the information its partners send "as is" without warranty of any kind, as every reader of its pages knows. Kindly contact the provider above, the notice says, and providers say nobody does.

"A code such as MENAFN12012025000228011069ID1109205291 tells you the day and the number of the story," said editor Laila Omar. "It does not tell you who was paid."

Share prices of two listed publishers rose after the meeting.

Read more often, pay less often: that was how one delegate summed up the decade.""",
    "disclaimer quoted in full": """Court rules that a disclaimer is not a shield

A court in Amman ruled on Monday that an aggregator cannot refuse complaints by pointing to the notice below its stories.

The notice, which the judge read aloud, runs as follows:

"Legal Disclaimer: MENAFN provides the information "as is" without warranty of any kind. We do not accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or reliability of the information contained in this article. If you have any complaints or copyright issues related to this article, kindly contact the provider above."

"A reader cannot contact a provider whose name has been cut off," the judge said.

The company has thirty days to appeal.""",
    "numbered rules": """Pool committee publishes seven rules for winter swimmers

The committee of the Kelby sea pool has put its rules for winter swimmers on the wall of the changing room.

1. Follow the rope. It leads to the ladder.

2. Share the flask. Nobody drinks alone after ten minutes in the water.

3. Subscribe to no theory about cold water until you have tried it.

4. Print your name on your towel.

5. Contact the warden before you dive.

The rules replace a sign that said only "No".""",
    "interview": """Five questions for the keeper of the Kelby light

Moira Tallis has kept the light at Kelby for thirty years. She answered five questions in the lamp room.

Do you get lonely?

No comment.

What do you read?

Reuters on the radio, the almanac, and letters. Comments in the almanac are my own.

Who visits?

The Associated Press came once. Copyright 1998 is what the man wrote on the back of my photograph, and I told him the light was older.

Will you retire?

The end.""",
    "prose that begins like furniture": """Library asks readers to do more with less

Read more slowly, the librarian of Kelby told a packed hall on Friday, and you will remember what you read.

Share what you learn with somebody who was not there. Follow an argument to its end before you shout.

Subscribe to the paper your opponents read, she added; it costs less than anger.

Reporting by telegraph once took a day and cost a week's pay, she said. Editing by candlelight cost an eye.

Related stories are told in every village, and also read by every child.

Advertisement was a word her grandmother spoke with care.""",
    "agencies inside sentences": """How three agencies told one storm

When the storm of 1987 reached Kelby, the wires disagreed about almost everything.

The Associated Press (AP) counted forty boats. Reuters (LONDON, Oct 16) counted thirty-eight, and TASS named none.

LONDON, Ontario is where the first correction was printed, by mistake.

A clerk at Xinhua typed Enditem in the middle of a sentence and nobody noticed, she recalled.

"KELBY, Oct 16 (Reuters) - The sea took the pier" was the first line most readers saw.

Two of the reporters met again last year (AFP was not invited) and laughed.""",
    "ends in an ellipsis": """The clock that strikes thirteen

For two hundred years the clock of Kelby struck twelve at noon like any other.

Then, in March, it struck once more, and people began to set their watches by the mistake.

The clockmaker says the thirteenth stroke is an echo. The priest says nothing…""",
    "short last line": """Bakers of Kelby vote on the shape of the loaf

Members of the bakers' guild met on Tuesday to decide whether a loaf should be round.

They argued for six hours, ate four loaves, and broke for tea twice.

The vote was a tie.

It stayed square.""",
    "about copyright law": """Parliament takes up the copyright bill again

Members of parliament resumed debate on Wednesday on a bill that would replace the words "all rights reserved" with a plain statement of use.

The bill says that a text may not be published, broadcast, rewritten or redistributed for seven years, and after that by anyone.

Copyright 2025, as its supporters call the campaign, has gathered forty thousand signatures.

"All rights reserved. This material may not be redistributed," one member read from a cereal box, to laughter.

Opponents fear that reproduction without permission would become the rule. A vote is due in May.""",
    "list of results": """Kelby regatta ends in fog

The regatta at Kelby was called off after three races because nobody could see the marks.

Results:

- Puffin, 1h 12m

- Gannet, 1h 14m

- Mail Boat, disqualified

The committee will meet on Thursday to discuss the mail boat.""",
    "about a newsletter": """Village newsletter outlives the village paper

A newsletter that began as a list of lost cats now reaches more homes in Kelby than the paper ever did.

Its editor, Ann Roe, signs up new readers at the harbour. "Sign up to our newsletter, I say, and I will find your cat," she said.

The paper closed in 2019 after its last advertisement, for rope, was withdrawn.

She accepts cookies, but only the kind that come on a plate.""",
    "colon and capitals": """Council publishes a price list for the harbour

NOTE: prices on the list are in shillings, the council's own unit of account since 1971.

A berth costs eleven shillings a night. A shouted greeting is free.

The list is the work of harbour clerk Ben Ash, who says that nobody has paid in shillings so far.

Contacts between the harbour and the mainland are by flag.""",
    "russian prose": """Смотритель маяка рассказал о зиме

Читайте больше книг, советует смотритель маяка, который провёл зиму без связи.

По теме погоды он говорить отказался. «Подписывайтесь на море», — пошутил он.

Фото на стене маяка сделаны его дедом, а копировать их он не разрешает никому.

Весной он ждёт почтовый катер.""",
    "arabic prose": """حارس المنارة يروي قصة الشتاء

قرأ حارس المنارة ستين كتابا خلال شتاء لم تصل فيه القوارب إلى الجزيرة.

تابع الحارس حركة السفن من النافذة، وشارك الطعام مع ثلاثة صيادين علقوا في الميناء.

وقال إن المصدر الوحيد للأخبار كان مذياعا قديما.

وينتظر الحارس قارب البريد في الربيع.""",
    "french prose": """Le gardien du phare raconte son hiver

Lire aussi lentement que possible, voilà le conseil du gardien, qui a passé l'hiver seul.

Voir la mer geler une fois dans sa vie lui suffit, assure-t-il. « Abonnez-vous au vent », plaisante-t-il.

Publicité et téléphone ne lui ont pas manqué.

Il attend le bateau postal au printemps.""",
    "german prose": """Der Leuchtturmwärter erzählt vom Winter

Mehr zum Lesen als zum Essen hatte der Wärter im Winter, und er beklagt sich nicht darüber.

Lesen Sie langsam, rät er Besuchern. «Folgen Sie uns nicht bei Nebel», steht an der Tür.

Kommentare der Möwen überhört er.

Im Frühjahr erwartet er das Postboot.""",
    "turkish prose": """Fener bekçisi kışı anlattı

Son haberleri telsizden dinleyen bekçi, kışı altmış kitapla geçirdi.

Reklam dinlemeyi özlemediğini söyleyen bekçi, ziyaretçilere yavaş okumayı öğütledi.

Yorum yapmaktan kaçınan bekçi, martılarla konuştuğunu itiraf etti.

Bahar gelince posta teknesini bekleyecek.""",
    "subheadings": """A walk through four parishes

Kelby has four parishes and no agreement on where they meet.

The northern parish

It owns the light, the pool and the argument about both.

The southern parish

It owns the road, which ends where the southern parish says it does.

Photographs of the boundary stones hang in the hall, and each parish has its own set.""",
    "source and contact in prose": """Sources close to the talks say little

Source: that is the word on every slide of the lecture on journalism that Ann Roe gives each spring.

She begins with Reuters. Then comes AP. The students write down what they hear.

"Sign up here," says a poster on the door, and forty of them did.

Contact: a film of 1997, is shown at the end. Attendance is free.""",
    "rules for a disclaimer": """Ten rules for writing a disclaimer

1. The views expressed in this article are the author's own, says the first example, and it is a bad one.

2. All rights reserved means nothing to a cat.

3. Print the notice once.

4. Do not write "without warranty of any kind" unless you sell things.

5. Legal Disclaimer: two words nobody reads.

The list was compiled by the law faculty of Kelby.""",
    "questions and answers": """Mayor answers readers' questions

Q: Will the ferry run at Christmas?

A: Yes.

Q: Who pays?

A: No comment.

Q: Will fares rise?

A: Read my lips.

Q: Any last words?

A: Follow the money.""",
    "a poem": """A poem for the ferry

The ferry company asked schoolchildren for verses, and the winner is printed here in full.

O ferry of the winter sea
Come back across the bay to me
And bring the letters that I wrote
Before the ice got in the boat

The poet, Ben Ash, is nine.""",
    "a list of names": """Kelby Ferries board: who is who

The board of the ferry company was elected on Monday for two years.

Moira Tallis, chair

Ben Ash, treasurer

Ann Roe, secretary

They meet for the first time in May.""",
    "about captions": """Newspaper apologises for a caption

The Kelby Argus apologised on Monday for a caption that read "Photo: nobody" under a picture of the mayor.

Photo by an unknown hand, the archive card says, and the card is right.

Image rights are sold by the museum. Picture prices have doubled.

Getty Images and Reuters declined to comment. So did the mayor.""",
    "about wire marks": """Why the wire says what it says

The dateline tells you where; the agency tells you who.

A story that begins "PARIS, Jan 5 (AFP) -" was filed in Paris.

(AP) after a sentence is a habit of small papers (AP).

"(END)" is how Yonhap closes. Enditem is how Xinhua does.

### is how press officers do it.

And -30- is how it used to be done…""",
    "about a licence": """Paper prints its own licence

The Argus now prints a Creative Commons licence below each story, the first paper on the coast to do so.

CC BY-ND, the licence chosen, allows copies without changes.

This article is republished from nowhere, the editor joked, and may be republished by anybody.

Subscribers asked for it, he said.""",
    "a telephone number": """Tariffs, tides and a telephone number

Ring 555 0100, the harbour says, and a voice will read the tide.

The number has been in use since 1931. It was printed on towels.

Write to tides@kelby.example and a machine will answer, which is not the same thing, said Ben Ash.

More than 4,000 people rang last year.""",
    "a dispatch given whole": """The telegram that closed a mill

On a foggy morning in 1908 a boy in Odessa carried a message of nineteen words up the hill. By supper the mill had no owner.

The message hangs framed in the town hall, and this is what it says:

ODESSA, March 2 (Reuters) - Grain store afire. No rain expected. The owners have left by sea.

The boy kept the tip.""",
    "a letter's date": """Brief kommt nach acht Jahren an

Kelbach, 3. März 2017. So beginnt der Brief, den die Postbotin am Montag zugestellt hat.

Wo er so lange lag, weiß niemand.""",
    "the page's words, spoken": """Village writes its own newspaper, by hand

Share everything and print on Fridays: the paper has no other rules.

Sign up to her list and you will wait a year.

All rights reserved, the last page says, and nobody has asked whose.

Follow the lane to the mill and you will find a copy on every gate.""",
    "about share buttons": """Tweets replace the harbour bell

Share of voice, engagement, reach: the harbour master speaks a new language.

Facebook, Twitter, WhatsApp and Telegram now carry the fog warning that a bell once did.

Tweet length is a problem. Fog is long.

Comments (14 of them) were printed and hung in the office.""",
    "a copyright sign in a story": """© and ® carved on a Roman stone, says forger

A stone said to be Roman bears the sign © in its third line, the museum found.

© MMXIX, it reads, which the forger says was a joke.

Copyright law did not exist, the museum said on Tuesday.""",
    "about rights, in Arabic": """تقرير عن حقوق النشر في الصحافة العربية

قال محامون إن عبارة "جميع الحقوق محفوظة" لا تكفي وحدها لحماية المقالات.

اقرأ أيضا ما كتبه القانون، نصح أحدهم طلابه، ولا تكتف بالعنوان.

المصدر الذي نقل الخبر لم يطلب إذنا من أحد.""",
    "a notice quoted over three paragraphs": """Baker prints an apology for his bread

The mill at Kelby was told by a judge to say sorry in print, and on Friday it did, in full:

"The bread was sold as white. We accept no liability for the colour of the crust.

All rights reserved. No part of this loaf may be copied without written consent.

For further information ask the cat."

The judge said that the apology met her order, if only just.""",
    "a list of plays": """Theatre in the old laundry opens with what others refused

The laundry at Kelby, dry since 1981, became a theatre on Friday and shows what no other stage would.

Among the titles of the first season are these four:

- Photo: a history without pictures ;

- Legal notice, a comedy for two clerks ;

- All rights reserved, a tragedy.

The season ends in May, if the roof holds.""",
    "a source of water": """Source: a well behind the mill

Water from a well behind the mill was named the best in the county, and its label could not be plainer.

SOURCE of the quarrel, says the miller, was a fence that neither neighbour owned.

"Your goat is in my beans," the first letter reads.

About two hundred bottles are sold in a week.""",
    "what pupils ask, in Hebrew": """המורה שמלמדת לכתוב מכתבים

בכיתה ליד הנמל אין טלפונים ביום ראשון, ובמקומם מחלקת המורה נייר, מעטפות ובולים.

על הלוח תלויים הכללים שכתבו התלמידים:

שתפו רק מה שקרה לכם.

הירשמו ברשימה שליד הדלת כדי לקבל בול.

המכתבים יישלחו ביום חמישי.""",
    "cards with commands": """Teacher hands out cards with the words children click most

Each pupil of the school at Kelby got a card on Monday, and each card bore a command.

The four cards read:

Share

Follow us

Subscribe

Read more

The children had to act the word without using a screen, and the boy with Share broke his biscuit.""",
    "rules on an oak with a box between them": """Village sheet turns a hundred with the rules it began with

The sheet of paper nailed to an oak has been read by everybody in Kelby for a hundred years.

The rules, painted on tin beside it, have not been touched:

1. Sign up for nothing on a Sunday.

2. Follow the footpath, not the crowd.

3. Advertisements must be true, or at least short.

4. Read more than you write.

The editor says that rule three has cost him most of his income.""",
    "buttons counted by the sentence above them": """Chapel turns a consent banner into a door with three handles

Visitors to the chapel at Kelby have had to choose between three brass handles since the warden tired of banners.

On the door are the three handles that he engraved himself, and each of them opens the same lock:

Accept all

Reject all

Cookie settings

Most visitors take the one in the middle, the warden said, and nobody has asked for the settings.""",
    "lines read aloud": """An evening of verse

Ann Gunn read these lines at the clock on Monday:

The clock has gone,
The hour stays,
The farmer yawns,
The goat still brays.

The evening ended with soup for all, and the mayor, who had come late, asked to hear the lines about the goat again before he went home along the river.""",
    "buttons read aloud": """Court finds that a page had no door

A court in Kelby fined the ferry company on Monday because nobody could leave the notice on its page.

Manage preferences, reject, close: none of the three words stood anywhere, the judge found, and whoever waited was asked again every nine seconds.

By continuing to use this site you agree to our cookies, according to the wall of the changing room, and forty swimmers did.

Click here was what the bell said. It rang in the kitchen.

The choir sings again on Sunday. Its treasurer, Ann Poe, can be reached on 01535 555 0199 by anyone who has a piano to give away and does not mind the stairs.""",
    "one line that a sentence announces": """Ferry keeps the name that a painter misread

The ferry between Kelby and the island was to be called Red Moor, after the hills that are seen from its deck.

The painter, who had been given the name over the telephone, wrote on both sides of the bow:

Read More

Passengers took it for advice, and the reading room on the upper deck was opened in the same summer.

Since then the company has printed on each ticket what its founder used to say to sailors who had nothing to do:

Follow us.

Nobody on the crew knows whom he meant by it, or where to.""",
    "a headline that its paper misprinted": """Mayor sinks ship

The harbour of Kelby was quiet on Friday, and so was the mayor, until the paper came.

The Kelby Argus had come off the press with five words too few on its first page, above a picture of the harbour:

Mayor sinks ship

What the editor had meant to say was that the mayor sinks into a shipping forecast each night before he sleeps.""",
    "sentences of two words, one of them a button's": """Lamplighter left his rules in chalk

Jem Ord lit the lamps of Kelby for forty years, and he taught nine boys to do it after him.

He gave each of them the same orders, and no others.

Walk slowly.

Read more.

Share it.

The chalk is still on the wall of the lamp store, under glass, and no boy has rubbed it out.""",
    "a part of the story headed as teasers are": """Valley saves its whistles by a contest of insults

Every Thursday the people of Kelby Head meet on the green to whistle at each other across the river.

Follow the herdsmen

The contest was the idea of Rufus Sale, 79, who noticed that the young whistled only when they were cross.

A prize for the worst

Judges look for pitch and for nerve, and they have twice been whistled off the green themselves.

More from the far bank

The people of Kelby Foot have asked for the rules, and were sent a tune that nobody there can bear to hear.""",
    "a notice that a bag prints": """Bakery asks its biscuits for consent

A bakery in Kelby has printed a notice on its bags, and a lawyer has bought two dozen of them.

This site uses cookies, the bag begins, and they are baked at five. They hold nuts. By continuing to stand there you agree to hold the door.

The baker wrote it on a Sunday, she said, because the shop was empty and the pen was new.""",
    "a code that opens a sentence": """Clerk reads the numbers that nobody reads

At the library in Kelby a clerk collects the codes that agencies leave at the foot of their stories.

MENAFN03042025000045017640ID1109388812 is her favourite kind. The first figures give the day, the month and the year.

She keeps sixty thousand of them in a drawer, and she has never been asked for one.""",
    "a poem of a page's words": """Poet wins prize for poem of six lines

Ann Gunn of Kelby has won the county's prize with a poem of six lines.

It goes:

Home
About
Contact
The sea
The sea
Search

The judges said it had taken them a week to read, and a second one to agree.""",
    "a law about what agencies write": """Депутаты решили, что из написанного агентством можно брать

Комитет рекомендовал принять поправки, которые отделяют новость, не защищённую авторским правом, от текста агентства.

По словам одного из авторов, суды каждый год слушают триста споров агрегаторов и изданий, и в каждом судья спрашивает одно.

Перепечатка материалов без активной ссылки на источник останется нарушением, если в тексте есть плод чужого труда: беседа, разбор, очерк.

Три агентства поправки поддержали, а издатели попросили отложить второе чтение до осени.""",
    "one word that the next sentence speaks of": """Postman never read the paper that he brought

For thirty years a postman brought the people of Kelby a paper that he had never read.

Share.

It was the word that he had painted on his bag, and he shared whatever was in it.

He died on Monday, aged ninety-one, and the bag went to his sister.""",
}

"""Sentences of stories that look like furniture, and furniture by language, a line each."""

SPARED: dict[str, str] = {
    "en": """
Her page was the source for breaking news in three valleys, and she never charged a penny.
Kelby - your grandmother's Kelby - is gone.
Add to a list of woes the rain, and the picture is complete.
Safe harbour was found behind the island.
This release contains forward-looking statements, and readers should not place undue reliance on them.
Statements here that are not historical facts are forward-looking within the meaning of the law.
Already a member of the choir, she signed in with a cross.
By continuing to queue you agree to our terms, says a third sign.
Manage your preferences, reads the board, which offers ginger and oat.
Thanks for reading this far down the timetable, begins the poem in the cab.
Registered charity shops pay no rates on the island.
This story is for my mother, he wrote on the first page.
Share the road, the old sign says, and most drivers do.
Read more slowly and you will hear the rhyme, the teacher told her class.
Follow the goat path to the ridge and turn left at the cairn.
Subscribe to a theory and you will soon find facts for it, he joked.
Download speeds in the village remain below two megabits.
Sign up sheets hung in the hall until Friday.
Like us, the gulls prefer the north shore.
Contact between the two clubs broke off in 1988.
Comments from the gallery were not recorded.
"No comment," said the harbourmaster.
No comment.
Reporting by radio was the rule until 1962.
Editing by candlelight ruined her eyes.
Copyright in the map belongs to the county, which has never asked for a penny.
All rights reserved, the label says, and nobody knows whose.
All rights reserved, the printer added, was set in the wrong type.
Something went wrong on the third day, the cook admits.
The opinions of the jury were divided.
The views from the tower are free on Sundays.
Related by marriage, the two families share one boat.
Advertisements for soap covered the wall until the war.
Related stories are told on every island.
Photo albums were found in the attic.
Support for the plan fell after the storm.
Donations came in jars.
Tags on the sheep show where they were born.
Topics ranged from eels to taxes.
Categories were abolished in 2011.
Click, said the lock, and the door was open.
Terms and conditions were read aloud by the vicar.
Cookies were served after the meeting.
The committee will meet again on 14 January 2025.
Updated maps will be printed in March.
Published in 1921, the guide still sells.
Source of the trouble was a mouse.
Tel Aviv has bought two of the boats.
Email arrived on the island in 1999.
The Associated Press sent a reporter, who missed the boat.
(AP) is what she wrote on every apple pie.
1. Close the gate.
2. Feed the cat before you ring the bell.
- Three eggs
- Two spoons of flour
Score: Kelby 3, Outer Isles 1.
Kelby 2 - Outer Isles 1
Print runs have fallen by half.
About 40 people came.
About the author of the letter nothing is known.
Edited highlights will be shown in the pub.
Watch the tide, he said.
Listen to the wind and you can tell the hour.
More on that later, she promised.
Also read out was a letter from Canada.
Next came the choir.
Live music returns in June.
She waited...
Sign her book and she will sign yours.
The end.
Good night.
Amen.
He was 91.
What then?
Nobody knows.
Advertisement or not, the poster stayed.
Register before noon, the notice said, or swim.
Join the queue, they were told.
Visitors can reach the mill at 01234 567890.
The site www.kelbymill.example lists the opening hours, which change with the tide.
Write to us, the children begged the sailors.
Our standards are other people's, he said.
Loading took three hours.
Menu for the day: soup.
Home is where the boat is.
All rights reserved is what her grandmother stitched on every quilt.
All rights reserved means little on an island without a court.
All rights reserved, they wrote below the knitting pattern.
Follow us to the second floor, where nobody ever goes.
Subscribe to a choir, and you learn to breathe.
Sign up for a boat and you will row it.
Support from readers like her kept the mill library open.
Keeping the ferry afloat needs nine men and a dog.
The sum was MENAFN03022025000071011013ID1109158802, which no bank could explain.
Search parties went out at dusk.
Close friends called her Moll.
Privacy was a word nobody used.
Help came from Norway.
Video of the rescue does not exist.
Opinion in the village is split.
Breaking stones was his trade.
Explore the cave at your own risk, the sign warns.
Correction fluid was found on the ledger.
The Argus reported the story first, in 1912.
This article of the treaty was never used.
Earlier, it was reported that the mail boat had been repaired.
Additional reporting by a rival had named her years before, to no avail.
Stories like this are told on every island.
Connect the two halves, the old song goes, and the bell will ring.
All rights reserved, sings the ferryman on Sundays.
Do you remember the flood? He did, and he wrote it down.
Note: bring boots.
Every morning, get up and feed the hens.
""",
    "fr": """
Tous droits réservés aux hirondelles, rappelle une pancarte sous le toit.
Rédigé par un moine, le registre dort à Caen.
Ce communiqué contient des déclarations prospectives que la pluie peut démentir.
Lire et écrire, voilà tout ce qu'elle demandait.
Partagez le pain, dit le prêtre.
Suivez la digue jusqu'au phare, conseille la patronne.
Abonnez-vous au silence, plaisante le gardien.
Tous droits réservés, dit la plaque ; personne ne sait lesquels.
Aucun commentaire.
Source de la querelle : une brouette.
Publié en 1921, le guide se vend encore.
Voir la mer, disait-il.
La rédaction de la lettre prit trois jours.
Publicité ou pas, l'affiche est restée.
Le sujet est clos.
Chaque matin, recevez-le avec du pain, dit le médecin.
Photo de famille : onze enfants et un chien.
Suivez-nous jusqu'au port, crie le passeur aux enfants.
Tous droits réservés, écrivait le curé sous chaque sermon.
Tous droits réservés est une formule qu'aucun berger n'emploie.
Abonnez-vous à une chorale, on y gagne du souffle.
Suivez-nous jusqu'au grenier, où dorment les pommes.
Rejoignez-nous dans la barque, la mer est calme.
Recevez un mouton et vous aurez une barrière à réparer.
""",
    "de": """
Diese Mitteilung enthält zukunftsgerichtete Aussagen, die sich als falsch erweisen können.
Lesen Sie das Kleingedruckte, riet die Anwältin.
Folgen Sie dem Bach bis zur Mühle, sagte der Wirt.
Teilen macht Freude, meinte die Pfarrerin.
Kein Kommentar.
Quelle des Ärgers war eine Maus.
Mehr zum Lesen gab es damals nicht.
Anzeige erstattete niemand.
Foto und Rahmen kosteten zwölf Mark.
Alle Rechte liegen beim Landkreis.
Die Meinung der Fischer ist geteilt.
Kommentare gab es keine.
Mit unserem Newsletter hatte der Verein kein Glück.
Sein Name bleibt ungenannt.
Abonnieren Sie lieber Brot, schrieb der Bäcker an die Tür.
Alle Rechte vorbehalten heißt auf der Insel gar nichts.
Folgen Sie uns bis zum zweiten Stock, wo die Atlanten schlafen.
Abonnieren Sie eine Zeitung, und sei es eine alte.
""",
    "es": """
Lea usted despacio, pidió la maestra.
Comparte el pan, decía su abuela.
Sin comentarios.
Fuente del problema era un ratón.
Sigue el camino hasta el molino, dijo el guarda.
Todos los derechos reservados es una frase que nadie lee en la isla.
Síganos hasta el molino, donde duermen los gatos.
Suscríbase a un periódico, aunque sea viejo.
Todos los derechos son del ayuntamiento.
Foto de familia: once hijos y un perro.
Más información no se dio.
Publicidad hubo poca.
Ver el mar era su sueño.
Síganos hasta el faro, grita el patrón a los niños.
""",
    "tr": """
Yorum yok.
Takip edin dereyi, dedi muhtar.
Kaynak suyu köye 1961'de geldi.
Paylaş ekmeğini, derdi ninesi.
Reklam panosu yıkıldı.
""",
    "ru": """
Перепечатка разрешается всем, кто умеет рисовать углём.
Смотри под ноги, велел он, и все смотрели.
Читайте медленно, просила учительница.
Без комментариев.
Источник ссоры — тачка.
Подписывайтесь разборчиво, просил писарь.
Фото на стене выцвело.
Реклама висела до войны.
Ссылка длилась три года.
Все права остались за общиной.
Подписывайтесь или нет, написала редакция на дверях, дело ваше.
Все права защищены, значилось когда-то над входом в баню.
Читайте медленно, — говорит сторож маяка.
""",
    "ar": """
معاييرنا صارمة، قال المدير.
لا تعليق.
المصدر الوحيد للماء بئر قديمة.
تابع الصيادون طريقهم إلى الميناء.
اقرأ ببطء، قالت المعلمة.
الصورة معلقة على الجدار منذ سنوات.
تابعونا إلى المنارة، يصيح البحار كل مساء.
جميع الحقوق محفوظة للنوارس، كما جاء في اللوحة القديمة.
""",
    "fa": """
نظری ندارم.
منبع آب روستا چشمه‌ای کهن است.
بیشتر بخوانید و کمتر حرف بزنید، آموزگار گفت.
عکس روی دیوار کهنه است.
""",
    "world": """
Czytaj powoli, prosiła nauczycielka.
Lees rustig door tot het eind.
Читайте повільно, просила вчителька.
Baca buku itu pelan-pelan.
Pročitaj dvaput, pa potpiši.
Läs sakta, bad lärarinnan.
写真が壁に掛かっていた。
記者が現場に入った。
기자가 현장을 찾았다.
تصویر دیوار پر لٹکی تھی۔
फोटो दीवार पर टंगी थी।
यह खबर गांव में सबसे पहले डाकिए ने सुनाई।
Tutti i diritti riservati è una formula che nessun pastore usa.
Siga-nos até ao moinho, onde dormem os gatos.
Abonneer je op een krant, al is het een oude.
""",
}

# Each of these goes where it stands below a story.
FURNITURE: dict[str, str] = {
    "en": """
Associated Press writers Jo Lind in Kelby, Ore., and Ana B. Ruiz in St. Wick, Fla., contributed to this report.
Fen Times - your fastest source for breaking news! Read now.
This press release features multimedia. View the full release here: https://www.businesswire.com/news/home/20250114991058/en/
Add to a list
Create Alert
Already a member? Sign in
Warning! GuruFocus has detected 3 Warning Signs with FEN.
Quotes delayed at least 20 minutes.
Join the discussion on the FEN Bullboard
The new hull stands in its cradle. (PRNewsfoto/Fen Ferries)
The first hull on its trailer (CNW Group/Fen Ferries Inc.)
This information was brought to you by Cision
Read more: Council to vote on harbour tax
READ ALSO: Council to vote on harbour tax
RELATED: Council to vote on harbour tax
MORE: Council to vote on harbour tax
See also: Council to vote on harbour tax
You may also like
Recommended Stories
Editor's picks
Most Popular
Trending Now
Story continues below advertisement
Article continues after advertisement
Sign up for our weekly newsletter
Get the day's top headlines delivered to your inbox every morning.
Follow us on Twitter and Facebook.
Follow our WhatsApp channel for breaking news
Click here to join our Telegram channel
Subscribe to our YouTube channel
Support our journalism. Become a member today.
Watch for us in your inbox.
More: Where the last lamplighters of Kelby live
Whether you live in Kelby or abroad, you can take out a subscription here.
Kelby needs curious and stubborn journalism. The Tern is doing just that.
(Only the headline may have been changed by our staff; the rest is auto-generated from a syndicated feed.)
Photo: Jane Doe/Kelby Argus
(Photo by Jane Doe)
A ferry at Kelby. Photo: Jane Doe
FILE PHOTO: A ferry at Kelby, Jan 3, 2024. REUTERS/Jane Doe
Image: Supplied
Picture: Kelby Argus
Image credit: Jane Doe
Watch: Ferry returns to Kelby
Listen to this article
3 min read
Updated 2 hours ago
Share this article
Share on Facebook
Copy link
Print
Advertisement
ADVERTISEMENT
Sponsored content
Promoted stories
Comments (12)
Leave a comment
Be the first to comment
Log in to comment
Report a typo
Got a tip? Email tips@kelby.example
Do you have a story? Contact our newsroom on 01234 567890
Contact the reporter at jdoe@kelby.example
Jane Doe is a senior reporter at the Kelby Argus.
© 2025 Kelby Argus. All rights reserved.
Copyright 2025 Kelby Argus. No part of this may be reproduced without permission.
This article was originally published by Kelby Argus.
This story was produced by Kelby Argus and distributed by Fen Wire.
Source: Kelby Argus
Topics: ferries, islands
Tags: ferries, islands
(Copyright 2025 by Kelby Newsprint Ltd)
Every morning, get the five stories that Kelby talks about.
Filed under: News
Next article: Mail boat wins race
Previous article
Back to top
Skip to content
Cookie settings
We use cookies to improve your experience.
This website uses cookies to ensure you get the best experience.
Download our app from the App Store
Turn on notifications to get breaking news
You have 2 free articles left this month
Already a subscriber? Log in
To continue reading, subscribe now
(Reporting by Jane Doe; editing by John Roe)
Reporting by Jane Doe; Editing by John Roe
With additional reporting by John Roe
AFP contributed to this report.
Edited by: John Roe
Editor: John Roe
By Jane Doe
ENDS
-ENDS-
###
(END)
-30-
Enditem
Media contact: Jane Doe, 01234 567890, jdoe@kelby.example
For more information, visit www.kelby.example
For further information please contact Jane Doe on 01234 567890
Notes to editors
The views expressed here are the author's own.
Disclaimer: This story is auto-generated from a syndicated feed.
First published on January 14, 2025
Last updated: January 15, 2025
Published: January 14, 2025 10:33
NASDAQ: KLBY
1,234 views
Fen Watch is a nonprofit newsroom that looks into drains. Sign up to receive our longest stories first.
Stories like this take a winter to tell. If you value this kind of work, consider making a gift of any size.
Do you work in drains? Jo Lind can be reached by email at jo.lind@fenwatch.example and by Signal at 502-555-0199.
Correction, May 8, 2025: This story originally misstated the depth of the drain. It is nine feet.
Doris Lind contributed research.
To display this content from FenTube, you must enable advertisement tracking and audience measurement.
Not for distribution to United States newswire services or for dissemination in the United States.
Connect with us. Get latest news and updates.
Print version
""",
    "fr": """
(Rédigé par Lise Aubin, édité par Paul Renard)
Nos normes : Les principes de confiance de Thomson Reuters.
Ajouter à une liste
À lire aussi : Le conseil vote la taxe du port
Lire aussi : Le conseil vote la taxe du port
Lire la suite
Voir aussi
Sur le même thème
Les plus lus
Publicité
Partager sur Facebook
Partager
Imprimer
Envoyer par mail
S'abonner
Abonnez-vous à notre newsletter
Inscrivez-vous à la newsletter quotidienne
Recevez chaque jour l'essentiel de l'actualité dans votre boîte mail.
Chaque soir, recevez toute l'actualité de votre canton
Suivez-nous sur WhatsApp
Article réservé aux abonnés
Il vous reste 60 % de cet article à lire.
Photo : Jean Dupont / Le Phare
© AFP
Crédit photo : Jean Dupont
Avec AFP
(avec AFP)
Source : AFP
Par Jean Dupont
Jean Dupont
Publié le 14 janvier 2025 à 10h33
Mis à jour le 15 janvier 2025
Temps de lecture : 3 minutes
Tous droits réservés.
Reproduction interdite sans autorisation.
Mots-clés : bac, îles
Commentaires
Laisser un commentaire
Réagir à cet article
Signaler une erreur
Nous utilisons des cookies pour améliorer votre expérience.
Retour en haut
Vidéo : le retour du bac
FIN
""",
    "de": """
(Geschrieben von Jo Lind, redigiert von Eva Beispiel)
Diese Pressemitteilung enthält multimediale Inhalte. Die vollständige Mitteilung hier ansehen: https://www.businesswire.com/news/home/20250114991058/de/
Zur Watchlist hinzufügen
Lesen Sie auch: Rat stimmt über Hafensteuer ab
Mehr zum Thema
Mehr dazu: Rat stimmt über Hafensteuer ab
Auch interessant
Meistgelesen
Anzeige
Werbung
Artikel teilen
Drucken
Newsletter abonnieren
Mit unserem Newsletter bleiben Sie über die Inseln auf dem Laufenden. Hier anmelden!
Jetzt für den Newsletter anmelden
Folgen Sie uns auf Facebook und Instagram
Weiterlesen mit Abo
Foto: Max Muster/dpa
Bild: dpa
Die Fähre im Hafen. (Foto: Max Muster)
Symbolbild
Quelle: dpa
dpa
(dpa)
Von Max Muster
Max Muster
Veröffentlicht am 14. Januar 2025
Aktualisiert am 15.01.2025
Lesezeit: 3 Minuten
Alle Rechte vorbehalten.
© 2025 Kelbacher Bote
Schlagwörter: Fähre, Inseln
Kommentare
Kommentar schreiben
Fehler melden
Wir verwenden Cookies.
Nach oben
Startseite
Pressekontakt: Max Muster, 0431 555010, presse@kelbach.example
""",
    "es": """
Lea también: El pleno vota la tasa del puerto
Lee también
Te puede interesar: El pleno vota la tasa del puerto
Leer más: El pleno vota la tasa del puerto
Noticias relacionadas
Lo más leído
Publicidad
Compartir
Compartir en Facebook
Compartir por WhatsApp
Cada mañana, recibe todas las noticias de tu comarca
Imprimir
Suscríbete a nuestro boletín
Recibe nuestras noticias en tu correo
Síguenos en WhatsApp
Contenido exclusivo para suscriptores
Foto: Juan Pérez
(Foto: Juan Pérez)
Crédito: EFE
Con información de EFE
Fuente: EFE
Por Juan Pérez
Redacción
Publicado el 14 de enero de 2025
Actualizado: 15 de enero de 2025
Tiempo de lectura: 3 minutos
Todos los derechos reservados.
Prohibida su reproducción total o parcial.
Etiquetas: islas
Comentarios
Deja un comentario
Utilizamos cookies propias y de terceros.
Volver arriba
Video: el regreso del transbordador
""",
    "tr": """
İlgili haber: Meclis liman vergisini oyladı
Bunu da okuyun: Meclis liman vergisini oyladı
En çok okunanlar
Reklam
Paylaş
Yazdır
Bültenimize abone olun
Bizi WhatsApp'tan takip edin
Fotoğraf: AA
Kaynak: AA
Muhabir: Ali Veli
Haber: Ali Veli
Editör: Ali Veli
Son güncelleme: 15.01.2025
Yayınlanma tarihi: 14 Ocak 2025
Tüm hakları saklıdır.
Etiketler: ada
Yorumlar
Yorum yap
İzinsiz kopyalanamaz.
""",
    "ru": """
(Текст Анны Белой. Редактор Иван Ус)
Наши стандарты: Принципы доверия Thomson Reuters
Читайте также: Совет обсудит портовый сбор
Читать далее
По теме
Самое читаемое
Реклама
Поделиться
Поделиться ВКонтакте
Распечатать
Подписывайтесь на наш Telegram-канал
Следите за новостями в Telegram
Фото: Иван Петров
Фото: РИА Новости
Источник: ТАСС
Автор: Иван Петров
Иван Петров
Опубликовано 14 января 2025
Обновлено: 15.01.2025
Все права защищены.
При перепечатке ссылка на сайт обязательна.
Теги: паром
Комментарии
Оставить комментарий
Нашли ошибку? Выделите текст и нажмите Ctrl+Enter
Мы используем файлы cookie.
Наверх
Просмотров: 1234
""",
    "ar": """
- س ر -
معاييرنا: مبادئ الثقة لدى تومسون رويترز
اقرأ أيضا: المجلس يصوت على ضريبة الميناء
اقرأ المزيد
مواضيع ذات صلة
الأكثر قراءة
إعلان
شارك
شارك على فيسبوك
طباعة
تابعونا على تويتر
اشترك في نشرتنا البريدية
انضم إلى قناتنا على واتساب
الصورة: أرشيف
المصدر: وكالات
كتب: سامي الطالعي
تحرير: منى الطالعي
نشر في 14 يناير 2025
آخر تحديث: 15 يناير 2025
جميع الحقوق محفوظة.
الكلمات المفتاحية: الجزر
تعليقات
أضف تعليقا
انتهى
""",
    "fa": """
بیشتر بخوانید: شورا درباره مالیات بندر رأی می‌دهد
اخبار مرتبط
پربازدیدها
تبلیغات
اشتراک‌گذاری
چاپ
ما را در تلگرام دنبال کنید
عکس: سعید طالعی
منبع: ایسنا
نویسنده: سعید طالعی
خبرنگار: سعید طالعی
تاریخ انتشار: ۲۵ دی ۱۴۰۳
کد خبر: 123456
برچسب‌ها: لنج
نظرات
ارسال نظر
انتهای پیام
تمامی حقوق محفوظ است.
لینک کوتاه
""",
    "world": """
Compartilhe no WhatsApp
Toda semana, receba os destaques da sua cidade.
Condividi su X
Ogni giorno, ricevi tutte le notizie della tua valle
Facebook'ta paylaş
Deel via Telegram
Baca juga: Dewan membahas pajak pelabuhan
Pewarta: Budi Santoso
Bagikan
یہ بھی پڑھیں: بندرگاہ پر نیا ٹیکس
شیئر ٹویٹ شیئر ای میل
تبصرے
جملہ حقوق محفوظ ہیں
यह भी पढ़ें: बंदरगाह पर नया कर
আরও পড়ুন: বন্দরে নতুন কর
อ่านเพิ่มเติม : สภาลงมติภาษีท่าเรือ
แท็ก: เรือ เกาะ
Đọc thêm: Hội đồng bàn thuế cảng
関連記事
写真：共同
続きを読む
관련기사
무단 전재-재배포 금지
Czytaj także: Rada o podatku portowym
Fot. PAP/Jan Nowak
Udostępnij
Lees ook: Raad stemt over havenbelasting
Foto: ANP
Čtěte také: Rada o přístavní dani
Читайте також: Рада про портовий збір
Підписуйтесь на наш Telegram
Джерело: Укрінформ
Διαβάστε επίσης: Το συμβούλιο για το λιμάνι
Πηγή: ΑΠΕ-ΜΠΕ
Citește și: Consiliul despre taxa portului
Forrás: MTI
Läs också: Rådet om hamnskatten
Kilde: Ritzau
Lue myös: Neuvosto ja satamavero
Pročitajte i: Vijeće o lučkoj pristojbi
Вижте още: Съветът за таксата
Həmçinin oxuyun: Liman rüsumu
Soma pia: Baraza lajadili ushuru
Llegiu també: El ple i la taxa
Կարդացեք նաև՝ Խորհուրդը
""",
}

# Lines that hold the number of a story, and the number.
NUMBERS: dict[str, str] = {
    "(c) Copyright Thomson Reuters 2025. Click For Restrictions\nnL8N3P41QX": "nL8N3P41QX",
    "https://www.kuna.net.kw/ArticleDetails.aspx?id=3112233&language=en": "3112233",
    "View original content to download multimedia: https://www.prnewswire.com/news-releases/ferry-returns-302590584.html": "302590584",
    "View original content:https://www.prnewswire.com/apac/news-releases/ferry-returns-302590584.html": "302590584",
    "https://www.prnewswire.com/news-releases/ferry-returns-302590584.html": "302590584",
    "SOURCE Kelby View original content to download multimedia: https://www.prnewswire.com/news-releases/ferry-302590584.html": "302590584",
    "View original content with multimedia:http://www.prnewswire.com/news-releases/ferry-returns-300590584.html": "300590584",
    "Cision View original content: http://www.newswire.ca/en/releases/archive/January2025/06/c4417.html": "c4417",
    "http://www.newswire.ca/en/releases/archive/January2025/06/c4417.html": "c4417",
    "View source version on businesswire.com: https://www.businesswire.com/news/home/20241218991058/en/": "20241218991058",
    "https://www.businesswire.com/news/home/20241218991058/en/Ferry-Returns": "20241218991058",
    "https://www.globenewswire.com/news-release/2023/12/07/2792841/0/en/Ferry.html": "2792841",
    "GlobeNewswire: https://www.globenewswire.com/en/news-release/2023/12/07/2792841/12345/en/Ferry.html": "2792841",
    "https://www.accesswire.com/812345/Ferry-Returns": "812345",
    "View source version on accesswire.com: https://www.accesswire.com/viewarticle.aspx?id=812345": "812345",
    "View the original press release on accesswire.com\nhttps://www.accesswire.com/812345/Ferry": "812345",
    "https://www.newsfilecorp.com/release/60535": "60535",
    "To view the source version of this press release, please visit https://www.newsfilecorp.com/release/60535": "60535",
    "https://www.einpresswire.com/article/781234567/ferry-returns": "781234567",
    "nRTROPT20210428113408KBN2CF1I9": "nRTROPT20210428113408KBN2CF1I9",
    "((nL8N3ABCDE))": "nL8N3ABCDE",
    "nL8N3A11CD": "nL8N3A11CD",
    "Keywords: nL8N3A11CD": "nL8N3A11CD",
    "dpa:250116-99-612847/2": "250116-99-612847/2",
    "dpa:250116-930-346271/1": "250116-930-346271/1",
    "© dpa-infocom, dpa:250116-99-612847/2": "250116-99-612847/2",
    "--SPA 20:14 LOCAL TIME 17:14 GMT 0024 www.spa.gov.sa/w1854248": "w1854248",
    "www.spa.gov.sa/N2044556": "N2044556",
    "MENAFN01012025000228011069ID1109046550": "1109046550",
    "https://menafn.com/1109046550/Ferry-returns": "1109046550",
    "کد خبر: 85712345": "85712345",
    "کد خبر ۸۵۷۱۲۳۴۵": "85712345",
    "News Code: 85712345": "85712345",
    "News ID: 85712345": "85712345",
    "Document J000000020241230ekcu0001g": "J000000020241230ekcu0001g",
    "(Document J000000020241230ekcu0001g)": "J000000020241230ekcu0001g",
    "ProQuest document ID: 2055318871": "2055318871",
    "ProQuest document ID\n2055318871": "2055318871",
    "Record Number: 12345ABC": "12345ABC",
    "Record: 12345ABCDE": "12345ABCDE",
    "https://en.yna.co.kr/view/AEN20241203006152315": "AEN20241203006152315",
    "https://allafrica.com/stories/202501150123.html": "202501150123",
    "Article ID: 4471823": "4471823",
    "Story ID: 4471823": "4471823",
    "ID: 4471823": "4471823",
    "Accession Number: 4471823": "4471823",
    "Dokument KELBOT0020241230ekcu0001g": "KELBOT0020241230ekcu0001g",
    "Documento ELFARO0020241230ekcu0001g": "ELFARO0020241230ekcu0001g",
}

# Blocks of lines that are the story wherever they stand in it: language and lines.
BLOCKS: dict[str, tuple[str, str]] = {
    "prices": (
        "en",
        "Prices at the quay\nHaddock   2.10   2.30\nCod   3.05   3.10\nLing   1.70   1.65",
    ),
    "recipe": (
        "en",
        "Ingredients:\n200 g flour\n2 eggs\nA pinch of salt\nMix the flour with the eggs.\nBake for forty minutes.",
    ),
    "results": ("en", "Results\nKelby 3, Outer Isles 1\nWick 2, Thurso 2\nLerwick 0, Kirkwall 4"),
    "results2": ("en", "Final scores:\nKelby 24 - Outer Isles 18\nWick 12 - Thurso 12"),
    "lottery": ("en", "The numbers were these:\n4, 11, 23, 31, 40"),
    "lottery2": ("en", "7 12 19 33 41 48"),
    "sets": ("en", "6-4, 3-6, 7-5"),
    "qa": (
        "en",
        "Q: Did you sleep?\nA: No.\nQ: What did you read?\nA: Comments in the log book.\nQ: And now?\nA: Print it.",
    ),
    "qa2": (
        "en",
        "Argus: How was the winter?\nTallis: Long.\nArgus: Any advice?\nTallis: Subscribe to nothing and share your coal.",
    ),
    "timeline": (
        "en",
        "09:15 - The ferry leaves Kelby.\n09:40 - Fog closes in.\n10:05 - The bell is heard.",
    ),
    "list": (
        "en",
        "The committee named five rules:\n- Share the flask\n- Follow the rope\n- Print your name\n- Contact the warden\n- Read more signs",
    ),
    "numbered": (
        "en",
        "The rules are:\n1. Share the flask.\n2. Follow the rope.\n3. Subscribe to no theory.\n4. Print your name.\n5. Sign up early.",
    ),
    "poem": ("en", "The tide comes in,\nthe tide goes out,\nand nobody asks\nwhat it was about."),
    "fact": (
        "en",
        "The ferry in figures\nLength: 32 metres\nCrew: 5\nBuilt: 1987\nTop speed: 12 knots",
    ),
    "obit": (
        "en",
        "HALE, Thomas, 91, of Mill Lane. Funeral Friday at noon.\nROE, Jane, 84. No flowers.\nLIND, Jo, aged two days.",
    ),
    "quote": ("en", '"Share it," she said.\n"With whom?"\n"With everyone."'),
    "transcript": (
        "en",
        "MODERATOR: Thank you for coming.\nTALLIS: Thank you.\nMODERATOR: Any comments?\nTALLIS: None.",
    ),
    "about": ("en", "About Kelby Ferries\nKelby Ferries runs three boats and owns a fourth."),
    "fls": (
        "en",
        "This release contains forward-looking statements. Actual results may differ materially from those expected.",
    ),
    "ps": ("en", "She paused at the door.\nThen she left.\nThe end."),
    "sub": (
        "en",
        "What the neighbours say\nThe neighbours say little. Most of them were asleep.\nWhat comes next\nThe council meets in May.",
    ),
    "weather": ("en", "Kelby: rain, 9 C\nWick: fog, 7 C\nThurso: sun, 12 C"),
    "votes": ("en", "For: 12\nAgainst: 3\nAbstained: 1"),
    "single": ("en", "It was Tuesday."),
    "capital": ("en", "NO ENTRY, said the sign.\nKEEP OUT, said the other."),
    "interview_fr": (
        "fr",
        "Vous dormez bien ?\nNon.\nQue lisez-vous ?\nLire aussi fatigue.\nEt demain ?\nPartager le pain.",
    ),
    "liste_fr": (
        "fr",
        "Le règlement tient en quatre points :\n1. Partagez la corde.\n2. Suivez le phare.\n3. Ne commentez rien.\n4. Imprimez votre nom.",
    ),
    "resultats_fr": ("fr", "Résultats\nKerbihan 3, Les Dunes 1\nLe Port 2, La Pointe 2"),
    "interview_de": (
        "de",
        "Schlafen Sie gut?\nNein.\nWas lesen Sie?\nKommentare im Logbuch.\nUnd morgen?\nTeilen wir das Brot.",
    ),
    "regeln_de": (
        "de",
        "Die Regeln lauten:\n1. Teilen Sie die Leine.\n2. Folgen Sie dem Licht.\n3. Lesen Sie mehr.",
    ),
    "reglas_es": ("es", "Las reglas son:\n1. Comparta la cuerda.\n2. Siga la luz.\n3. Lea más."),
    "kural_tr": (
        "tr",
        "Kurallar şöyle:\n1. İpi paylaşın.\n2. Işığı takip edin.\n3. Yorum yapmayın.",
    ),
    "pravila_ru": (
        "ru",
        "Правила такие:\n1. Делитесь верёвкой.\n2. Следите за огнём.\n3. Читайте больше.",
    ),
    "ar": ("ar", "القواعد هي:\n1. شارك الحبل.\n2. تابع الضوء.\n3. اقرأ أكثر."),
    "fa": (
        "fa",
        "قواعد چنین است:\n1. طناب را شریک شوید.\n2. نور را دنبال کنید.\n3. بیشتر بخوانید.",
    ),
    "int_ru": (
        "ru",
        "— Вы хорошо спите?\n— Нет.\n— Что читаете?\n— Комментарии в журнале.\n— А завтра?\n— Поделимся хлебом.",
    ),
    "int_ar": ("ar", "هل تنام جيدا؟\nلا.\nماذا تقرأ؟\nتعليقات في السجل.\nوغدا؟\nنشارك الخبز."),
}

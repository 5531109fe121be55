"""Whole files in the formats of real syndicators around invented stories, with what is right.

`{t}` is the headline, `{1}` to `{4}` are the paragraphs of the language's story.
"""

from __future__ import annotations

from dataclasses import dataclass, field

STORIES: dict[str, tuple[str, ...]] = {
    "en": (
        "Island ferry returns after a winter of repairs",
        "The ferry between Kelby and the outer islands sailed again on Thursday after eleven weeks in dry dock, ending a winter in which mail came by helicopter.",
        'Skipper Moira Tallis said the new gearbox was quieter than the old one. "You can hear the gulls complain about the fares," she told passengers.',
        "About 240 people live on the three islands. Many had stocked flour and lamp oil in October, and some admitted that they would miss the silence.",
        "The council expects the repair to last nine years, provided that nobody tries to race the mail boat again.",
    ),
    "fr": (
        "Le bac des îles reprend la mer après un hiver de travaux",
        "Le bac qui relie Kerbihan aux îles du large a repris la mer jeudi après onze semaines en cale sèche, mettant fin à un hiver de courrier par hélicoptère.",
        "La capitaine Maëlle Tanguy assure que la nouvelle boîte de vitesses est plus discrète. « On entend de nouveau les mouettes », a-t-elle confié aux passagers.",
        "Quelque 240 personnes vivent sur les trois îles. Beaucoup avaient fait provision de farine dès octobre.",
        "La commune espère que la réparation tiendra neuf ans, à condition que personne ne défie plus le bateau postal.",
    ),
    "de": (
        "Inselfähre fährt nach einem Winter in der Werft wieder",
        "Die Fähre zwischen Kelbach und den äußeren Inseln ist am Donnerstag nach elf Wochen im Trockendock wieder ausgelaufen und beendet einen Winter mit Post per Hubschrauber.",
        "Kapitänin Meike Tallis lobte das neue Getriebe. «Man hört jetzt, wie sich die Möwen über die Preise beschweren», sagte sie den Fahrgästen.",
        "Etwa 240 Menschen leben auf den drei Inseln. Viele hatten schon im Oktober Mehl und Lampenöl gekauft.",
        "Der Landkreis rechnet damit, dass die Reparatur neun Jahre hält, sofern niemand mehr gegen das Postboot antritt.",
    ),
    "es": (
        "El transbordador de las islas vuelve tras un invierno de obras",
        "El transbordador que une Calbes con las islas exteriores volvió a navegar el jueves tras once semanas en dique seco, y puso fin a un invierno de correo en helicóptero.",
        "La capitana Marta Tallés dijo que la nueva caja de cambios hace menos ruido. «Ahora se oye a las gaviotas quejarse de las tarifas», comentó a los pasajeros.",
        "Unas 240 personas viven en las tres islas. Muchas habían comprado harina en octubre.",
        "El ayuntamiento espera que la reparación dure nueve años, siempre que nadie vuelva a competir con la lancha del correo.",
    ),
    "tr": (
        "Ada feribotu bir kışlık onarımın ardından seferlere döndü",
        "Kelbe ile dış adalar arasında çalışan feribot, on bir haftalık bakımın ardından perşembe günü yeniden sefere çıktı ve postanın helikopterle geldiği kış sona erdi.",
        'Kaptan Meral Tali, yeni şanzımanın daha sessiz olduğunu belirtti. Yolculara "Artık martıların bilet fiyatlarından şikayetini duyuyoruz" dedi.',
        "Üç adada yaklaşık 240 kişi yaşıyor. Birçoğu ekim ayında un ve gaz yağı stoklamıştı.",
        "Belediye, kimse posta teknesiyle yarışmazsa onarımın dokuz yıl dayanacağını düşünüyor.",
    ),
    "ru": (
        "Паром на острова вернулся после зимнего ремонта",
        "Паром между Кельбой и дальними островами вышел в рейс в четверг после одиннадцати недель в доке, и зима с почтой по воздуху закончилась.",
        "Капитан Марина Талова рассказала, что новая коробка передач работает тише. «Теперь слышно, как чайки жалуются на цены», — сказала она пассажирам.",
        "На трёх островах живут около 240 человек. Многие ещё в октябре запаслись мукой и керосином.",
        "Администрация рассчитывает, что ремонта хватит на девять лет, если никто не станет обгонять почтовый катер.",
    ),
    "ar": (
        "عبارة الجزر تعود بعد شتاء من الإصلاحات",
        "عادت العبارة التي تربط كلبة بالجزر الخارجية إلى الإبحار يوم الخميس بعد أحد عشر أسبوعا في الحوض الجاف، لينتهي شتاء وصل فيه البريد بالمروحيات.",
        "وقالت القبطانة مريم الطالعي إن علبة التروس الجديدة أهدأ من القديمة، وإن الركاب باتوا يسمعون النوارس من جديد.",
        "ويعيش نحو 240 شخصا في الجزر الثلاث، وقد خزن كثير منهم الطحين والوقود منذ شهر أكتوبر.",
        "وتتوقع البلدية أن يصمد الإصلاح تسع سنوات إذا لم يتسابق أحد مع قارب البريد.",
    ),
    "fa": (
        "لنج جزیره‌ها پس از یک زمستان تعمیر به آب برگشت",
        "لنج مسافری میان کلبه و جزیره‌های بیرونی روز پنجشنبه پس از یازده هفته تعمیر دوباره به آب انداخته شد و زمستانی که نامه‌ها با بالگرد می‌رسید پایان یافت.",
        "ناخدا مریم طالعی گفت جعبه دنده تازه بی‌صداتر از قبلی است و مسافران دوباره صدای مرغ‌های دریایی را می‌شنوند.",
        "حدود ۲۴۰ نفر در این سه جزیره زندگی می‌کنند و بسیاری از آنان از مهرماه آرد و نفت ذخیره کرده بودند.",
        "شهرداری پیش‌بینی می‌کند این تعمیر نه سال دوام بیاورد، اگر کسی با قایق پست مسابقه ندهد.",
    ),
    "zh": (
        "海岛渡轮经冬季检修后复航",
        "往返凯尔比与外岛之间的渡轮在船坞检修十一周后于周四复航，结束了整个冬天靠直升机运送邮件的日子。",
        "船长塔莉丝说，新变速箱比旧的安静得多，乘客又能听见海鸥的叫声了。",
        "三座岛上约有240人居住，不少人早在十月就储备了面粉和灯油。",
        "镇政府预计，只要没有人再去和邮船赛跑，这次检修可以维持九年。",
    ),
    "he": (
        "מעבורת האיים חזרה לשוט אחרי חורף של תיקונים",
        "המעבורת בין קלבי לאיים החיצוניים חזרה לשוט ביום חמישי אחרי אחד עשר שבועות במספנה, וכך הסתיים חורף שבו הדואר הגיע במסוק.",
        "רבת החובלים מוריה טליס אמרה שתיבת ההילוכים החדשה שקטה מן הישנה, והנוסעים שומעים שוב את השחפים.",
        "כ-240 בני אדם חיים בשלושת האיים, ורבים מהם אגרו קמח כבר באוקטובר.",
        "המועצה מעריכה שהתיקון יחזיק תשע שנים, אם איש לא ינסה להתחרות בסירת הדואר.",
    ),
}


@dataclass(frozen=True)
class Format:
    """One syndicator's file and what is right for its story."""

    lang: str
    raw: str
    says: dict[str, str] = field(default_factory=dict)
    paragraphs: str = "1234"
    more: tuple[str, ...] = ()


def fill(form: Format) -> str:
    """Return the raw text of a format."""
    title, *paragraphs = STORIES[form.lang]
    raw = form.raw.replace("{t}", title).replace("{T}", title.upper())
    for number, text in enumerate(paragraphs, 1):
        raw = raw.replace(f"{{{number}}}", text)
    return raw


def body(form: Format) -> list[str]:
    """Return the right paragraphs of a format."""
    story = STORIES[form.lang]
    return [story[int(n)] for n in form.paragraphs] + list(form.more)


BODY = "{1}\n\n{2}\n\n{3}\n\n{4}"
MENAFN_NOTE = (
    "Legal Disclaimer:\nMENAFN provides the information “as is” without warranty of any kind. We do "
    "not accept any responsibility or liability for the accuracy, content, images, videos, licenses, "
    "completeness, legality, or reliability of the information contained in this article. If you have "
    "any complaints or copyright issues related to this article, kindly contact the provider above."
)

FORMATS: dict[str, Format] = {
    # --- aggregators
    "menafn doubled code in the middle": Format(
        "en",
        "{t}\n\n(MENAFN- Gulf Times) {1}\n\n{2}\n\nMENAFN05032025000067011011ID1109283746MENAFN05032025000067011011ID1109283746\n\n{3}\n\n{4}\n\n"
        + MENAFN_NOTE,
        {
            "date": "2025-03-05",
            "source": "Gulf Times",
            "wire_id": "1109283746",
            "syndicator": "MENAFN",
        },
    ),
    "menafn code glued": Format(
        "en",
        "{t}\n\n(MENAFN - Gulf Times) {1}\n\n{2}\n\n{3}\n\n{4}MENAFN05032025000067011011ID1109283746\n\n"
        + MENAFN_NOTE,
        {"date": "2025-03-05", "source": "Gulf Times", "wire_id": "1109283746"},
    ),
    "menafn ein": Format(
        "en",
        '{t}\n\n(MENAFN- EIN Presswire) \r\nKELBY, UNITED KINGDOM, June 5, 2025 /EINPresswire / -- {1}\r\n\r\n{2}\r\n\r\n{3}\r\n\r\n{4}\r\n\r\nMoira Tallis\r\nKelby Ferries\r\n+44 20 5550 0123\r\nemail us here\r\nVisit us on social media:\r\nFacebook\r\nX\r\n\r\nLegal Disclaimer:\r\n\r\nEIN Presswire provides this news content "as is" without warranty of any kind. We do not accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or reliability of the information contained in this article. If you have any complaints or copyright issues related to this article, kindly contact the author above.\r\n\r\nMENAFN05062025003118003196ID1109638475\r\n',
        {"date": "2025-06-05", "wire_id": "1109638475", "place": "Kelby", "syndicator": "MENAFN"},
    ),
    "menafn trend merged": Format(
        "en",
        "{t}\n\n(MENAFN- Trend News Agency) BAKU, Azerbaijan, Feb. 2 By Elchin Nasirov - Trend: {1}\n\n{2}\n\n{3}\n\n{4}\n\nMENAFN02022025000187011040ID1109155555\n\n"
        + MENAFN_NOTE,
        {
            "date": "2025-02-02",
            "source": "Trend News Agency",
            "byline": "Elchin Nasirov",
            "place": "Baku",
            "wire_id": "1109155555",
        },
    ),
    "menafn residue": Format(
        "en",
        "{t}\n\nDate\n3/5/2025 4:05:11 AM\n\n(MENAFN- Afghanistan Times) {1}\n\n{2}\n\n{3}\n\n{4}\n\nMENAFN05032025000067011011ID1109283746\n\nAfghanistan Times\n\n"
        + MENAFN_NOTE
        + "\n\nTags / Label\n\nComments / No comment\n\nMost popular stories\n\nGlobal Robotics Market to Reach New Heights by 2031...\nAsia Pacific Tea Market Report\n\nNewsletter\nDaily(English) Daily(Arabic) All()\nSubscribe",
        {"date": "2025-03-05", "source": "Afghanistan Times", "wire_id": "1109283746"},
    ),
    "allafrica french": Format(
        "fr",
        "14 janvier 2025\nLe Soleil (Dakar)\n\n{t}\n\nPar Awa Diop\n\nDakar — {1}\n\n{2}\n\n{3}\n\n{4}\n\nLire l'article original sur Le Soleil.\n\nCopyright © 2025 Le Soleil. Droits de reproduction et de diffusion réservés. Distribué par AllAfrica Global Media (allAfrica.com). Contactez directement le détenteur des droits d'auteur pour toute question concernant le droit d'auteur.\n\nAllAfrica publie environ 600 articles par jour provenant de plus de 90 organes de presse et plus de 500 autres institutions et particuliers, représentant une diversité de positions sur tous les sujets.",
        {
            "date": "2025-01-14",
            "source": "Le Soleil",
            "byline": "Awa Diop",
            "place": "Dakar",
            "syndicator": "allAfrica",
        },
    ),
    "allafrica release": Format(
        "en",
        "3 February 2025\nGovernment of Kelby (Kelby)\n\nSeychelles: {t}\n\npress release\n\nVictoria — {1}\n\n{2}\n\n{3}\n\n{4}\n\nDistributed by AllAfrica Global Media (allAfrica.com).\n\nTagged: Seychelles, East Africa, Travel\n\nAllAfrica is a voice of, by and about Africa - aggregating, producing and distributing 500 news and information items daily from over 100 African news organizations and our own reporters to an African and global public.",
        {
            "date": "2025-02-03",
            "place": "Victoria",
            "title": "Seychelles: Island ferry returns after a winter of repairs",
        },
    ),
    "apo": Format(
        "en",
        "{t}\n\nVICTORIA, Seychelles, February 11, 2025/APO Group/ --\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nDistributed by APO Group on behalf of Ministry of Transport, Seychelles.",
        {
            "date": "2025-02-11",
            "source": "Ministry of Transport, Seychelles",
            "place": "Victoria",
            "syndicator": "APO Group",
        },
    ),
    "devdiscourse": Format(
        "en",
        "{t}\n\nPTI | Kochi | Updated: 16-01-2025 20:11 IST | Created: 16-01-2025 20:05 IST\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\n(This story has not been edited by Devdiscourse staff and is auto-generated from a syndicated feed.)",
        {"date": "2025-01-16", "source": "PTI", "place": "Kochi"},
    ),
    "hindustan times": Format(
        "en",
        "{t}\n\nANI | \nJan 21, 2025 08:11 PM IST\n\nKochi (Kerala) [India], January 21 (ANI): {1}\n\n{2}\n\nAlso Read: Kerala bridge opens\n\n{3}\n\n{4} (ANI)\n\nThis story has been published from a wire agency feed without modifications to the text. Only the headline has been changed.\n\nFirst Published: Jan 21 2025 | 8:11 PM IST",
        {"date": "2025-01-21", "source": "ANI", "place": "Kochi"},
    ),
    "ndtv": Format(
        "en",
        "{t}\n\nKochi: {1}\n\n{2}\n\n{3}\n\n{4}\n\n(Except for the headline, this story has not been edited by NDTV staff and is published from a syndicated feed.)",
        {"place": "Kochi", "date": ""},
    ),
    "business standard": Format(
        "en",
        "{t}\n\nPress Trust of India | Kochi\nLast Updated: Jan 21 2025 | 8:20 PM IST\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\n(Only the headline and picture of this report may have been reworked by the Business Standard staff; the rest of the content is auto-generated from a syndicated feed.)\n\nFirst Published: Jan 21 2025 | 8:11 PM IST",
        {"date": "2025-01-21", "source": "PTI"},
    ),
    "newsapi": Format(
        "en",
        "{t}\n\n{1}\n\nAbout 240 people live on the three islands. Many had stocked flour and la… [+1974 chars]",
        {"truncated": "yes"},
        "1",
        ("About 240 people live on the three islands. Many had stocked flour and la…",),
    ),
    "topnews": Format(
        "en",
        "{t}\n\n18 January 2025 10:15 (UTC+04:00)\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nDear User, please take into the consideration the fact that all news are posted to our portal automatically and their content is the responsibility of the sources.\n\nImportant news\n\nBridge opens in Ganja\nTea harvest grows\n\nPopular news\n\nRain expected",
        {"date": "2025-01-18"},
    ),
    # --- wires
    "prnewswire glued": Format(
        "en",
        "{t}\n\nKELBY, Wis., Jan. 21, 2025 /PRNewswire/ -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nAbout Kelby Ferries\n\nKelby Ferries runs three boats. Visit www.kelby.example for more information.\n\nLogo - https://mma.prnewswire.com/media/123/Logo.jpg\n\nSOURCE Kelby Ferries\n\nView original content to download multimedia:https://www.prnewswire.com/news-releases/island-ferry-302590584.htmlSOURCE Kelby Ferries",
        {"date": "2025-01-21", "source": "Kelby Ferries", "wire_id": "302590584", "place": "Kelby"},
        "1234",
        (
            "About Kelby Ferries",
            "Kelby Ferries runs three boats. Visit www.kelby.example for more information.",
        ),
    ),
    "prnewswire dow jones": Format(
        "en",
        "Press Release: {t}\n\nKELBY, Wis., April 29, 2024 /PRNewswire/ -- {1}\n\n{2}\n\n{3}\n\n{4}\n\n/CONTACT: Moira Tallis, 555-010-0199, press@kelby.example\n\n(END) Dow Jones Newswires\n\nApril 29, 2024 09:00 ET (13:00 GMT)",
        {"date": "2024-04-29", "place": "Kelby"},
    ),
    "cnw": Format(
        "en",
        "{t}\n\nKELBY, ON, Jan. 6, 2025 /CNW/ - {1}\n\n{2}\n\n{3}\n\n{4}\n\nSOURCE Kelby Ferries Inc.\n\nFor further information: Moira Tallis, 555-010-0199, press@kelby.example\n\nCision View original content: http://www.newswire.ca/en/releases/archive/January2025/06/c4417.html",
        {
            "date": "2025-01-06",
            "source": "Kelby Ferries Inc.",
            "wire_id": "c4417",
            "place": "Kelby",
        },
    ),
    "businesswire dated": Format(
        "en",
        "{t}\n\nKELBY, Maine, September 15, 2026--(BUSINESS WIRE)--#ferries--{1}\n\n{2}\n\n{3}\n\n{4}\n\nView source version on businesswire.com: https://www.businesswire.com/news/home/20260915991058/en/\n\nContacts\n\nMedia:\nMoira Tallis\n207-555-0119\npress@kelby.example\n\nKEYWORD: UNITED STATES NORTH AMERICA MAINE\n\nINDUSTRY KEYWORD: TRANSPORT\n\nSOURCE: Kelby Ferries\n\nCopyright Business Wire 2026.\n\nPUB: 09/15/2026 08:00 AM/DISC: 09/15/2026 08:01 AM\n\nhttp://www.businesswire.com/news/home/20260915991058/en",
        {
            "date": "2026-09-15",
            "source": "Kelby Ferries",
            "wire_id": "20260915991058",
            "place": "Kelby",
        },
    ),
    "globenewswire french": Format(
        "fr",
        "{t}\n\nKERBIHAN, France, 13 juin 2023 (GLOBE NEWSWIRE) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nContact presse :\nMaëlle Tanguy\n+33 1 55 50 01 23\npresse@bac.example\n\nPièce jointe\n\n• Communiqué en PDF",
        {"date": "2023-06-13", "place": "Kerbihan"},
    ),
    "globenewswire link": Format(
        "en",
        "{t}\n\nKELBY, British Columbia,  June  13, 2023  (GLOBE NEWSWIRE) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nA photo accompanying this announcement is available at https://www.globenewswire.com/NewsRoom/AttachmentNg/1a2b3c4d-0000-4444-8888-1a2b3c4d5e6f\n\nFor further information, please contact:\n\nMoira Tallis\nKelby Ferries\nTel: 604-555-0162\n\nhttps://www.globenewswire.com/news-release/2023/06/12/2792841/0/en/ferry.html",
        {"date": "2023-06-13", "wire_id": "2792841", "place": "Kelby"},
    ),
    "ein": Format(
        "en",
        '{t}\n\nNEWS PROVIDED BY\nKelby Ferries\nJanuary 30, 2025, 10:15 GMT\n\nSHARE THIS ARTICLE\n\nKELBY, WISCONSIN, UNITED STATES, January 30, 2025 /EINPresswire.com/ -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nMoira Tallis\nKelby Ferries\n+1 608-555-0123\nemail us here\nVisit us on social media:\nLinkedIn\nInstagram\n\nLegal Disclaimer:\n\nEIN Presswire provides this news content "as is" without warranty of any kind. We do not accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or reliability of the information contained in this article. If you have any complaints or copyright issues related to this article, kindly contact the author above.',
        {"date": "2025-01-30", "source": "Kelby Ferries", "place": "Kelby"},
    ),
    "accesswire": Format(
        "en",
        "{t}\n\nKELBY, WI / ACCESSWIRE / October 15, 2024 / {1}\n\n{2}\n\n{3}\n\n{4}\n\nContact:\n\nMoira Tallis\npress@kelby.example\n\nSOURCE: Kelby Ferries\n\nView the original press release on accesswire.com",
        {"date": "2024-10-15", "source": "Kelby Ferries", "place": "Kelby"},
    ),
    "newsfile": Format(
        "en",
        "{t}\n\nKelby, British Columbia--(Newsfile Corp. - January 5, 2025) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nFor further information, please contact:\nMoira Tallis, President\nPhone: 604-555-0100\nEmail: info@kelby.example\n\nTo view the source version of this press release, please visit https://www.newsfilecorp.com/release/60535",
        {"date": "2025-01-05", "wire_id": "60535", "place": "Kelby"},
    ),
    "acn": Format(
        "en",
        "{t}\n\nKELBY, Apr 8, 2025 - (ACN Newswire) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nTopic: Press release summary\nSource: Kelby Ferries\n\nSectors: Transport & Logistics\n\nhttp://www.acnnewswire.com\n\nFrom the Asia Corporate News Network\n\nCopyright © 2025 ACN Newswire. All rights reserved. A division of Asia Corporate News Network.",
        {"date": "2025-04-08", "source": "Kelby Ferries", "place": "Kelby"},
    ),
    "media outreach": Format(
        "en",
        "{t}\n\nHONG KONG SAR - Media OutReach Newswire - 14 January 2025 - {1}\n\n{2}\n\n{3}\n\n{4}\n\nHashtag: #KelbyFerries\n\nThe issuer is solely responsible for the content of this announcement.",
        {"date": "2025-01-14", "place": "Hong Kong SAR"},
    ),
    "ots": Format(
        "de",
        "{t}\n\n14.01.2025 – 09:30\n\nKelbach (ots) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nPressekontakt:\n\nReederei Kelbach GmbH\nMeike Tallis\nTel.: 030 5550 123\nE-Mail: presse@kelbach.example\n\nOriginal-Content von: Reederei Kelbach GmbH, übermittelt durch news aktuell",
        {"date": "2025-01-14", "source": "Reederei Kelbach GmbH", "place": "Kelbach"},
    ),
    # --- agencies
    "reuters update": Format(
        "en",
        "UPDATE 2-{t}\n\nKELBY, Jan 15 (Reuters) - {1}\n\n{2}\n\nread more\n\n{3}\n\n{4}\n\n(Reporting by Jane Roe and Ali Kaya; Editing by Ann Poe)\n\n((jane.roe@news.example; +44 20 5550 0100))\n\nOur Standards: The Thomson Reuters Trust Principles., opens new tab",
        {"date": "", "source": "Reuters", "place": "Kelby", "byline": "Jane Roe and Ali Kaya"},
    ),
    "reuters photo": Format(
        "en",
        "{t}\n\nFILE PHOTO: A ferry at Kelby harbour, January 12, 2025. REUTERS/Jane Roe/File Photo\n\nKELBY (Reuters) - {1}\n\n{2}\n\nRegister now for FREE unlimited access to Reuters.com\n\n{3}\n\n{4}\n\nReporting by Jane Roe, editing by Ann Poe",
        {"date": "", "source": "Reuters", "place": "Kelby", "byline": "Jane Roe"},
    ),
    "reuters french": Format(
        "fr",
        "{t}\n\nKERBIHAN, 15 janvier (Reuters) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n(Reportage Jean Roux, édité par Anne Petit)",
        {"date": "", "source": "Reuters", "place": "Kerbihan", "byline": "Jean Roux"},
    ),
    "reuters spanish": Format(
        "es",
        "{t}\n\nCALBES, 15 ene (Reuters) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n(Reporte de Juan Ruiz. Editado por Ana Paz)",
        {"date": "", "source": "Reuters", "place": "Calbes", "byline": "Juan Ruiz"},
    ),
    "ap underscore": Format(
        "en",
        "{t}\n\nBy JANE ROE\nAssociated Press\n\nKELBY, Wis. (AP) _ {1}\n\n{2}\n\n{3}\n\n{4}\n\n___\n\nAssociated Press writer Ali Kaya in Madison contributed to this report.\n\nCopyright 2020 The Associated Press. All rights reserved. This material may not be published, broadcast, written or redistributed.",
        {"source": "Associated Press", "place": "Kelby", "byline": "Jane Roe", "date": ""},
    ),
    "afp france24": Format(
        "en",
        "{t}\n\nIssued on: 27/01/2025 - 10:33\n\nKelby (AFP) – {1}\n\n{2}\n\n{3}\n\n{4}\n\nabc/de/fgh\n\n© 2025 AFP",
        {"date": "2025-01-27", "source": "AFP", "place": "Kelby"},
    ),
    "afp french": Format(
        "fr",
        "{t}\n\nKerbihan, 27 jan 2025 (AFP) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nmt/ab/cd\n\n© Agence France-Presse",
        {"date": "2025-01-27", "source": "AFP", "place": "Kerbihan"},
    ),
    "upi": Format(
        "en",
        "{t}\n\nBy Ben Roe\n\nFeb. 24 (UPI) -- {1}\n\n{2}\n\nRead More\n\nBridge opens after storm\nDog rescued from well\n\n{3}\n\n{4}\n\nCopyright © 2025 United Press International, Inc. All Rights Reserved.",
        {"date": "", "source": "UPI", "byline": "Ben Roe"},
    ),
    "uni": Format(
        "en",
        "{t}\n\nSrinagar, Jan 16 (UNI) {1}\n\n{2}\n\n{3}\n\n{4}\n\nUNI RKJ SY 1215",
        {"source": "UNI", "place": "Srinagar", "date": ""},
    ),
    "ians": Format(
        "en",
        "{t}\n\nKochi, Jan 16 (IANS) {1}\n\n{2}\n\n{3}\n\n{4}\n\n--IANS\n\nabc/def",
        {"source": "IANS", "place": "Kochi", "date": ""},
    ),
    "xinhua french": Format(
        "fr",
        "{t}\n\nKERBIHAN, 10 août (Xinhua) -- {1}\n\n{2}\n\n{3}\n\n{4} Fin",
        {"source": "Xinhua", "place": "Kerbihan", "date": ""},
    ),
    "xinhua web": Format(
        "en",
        "{t}-Xinhua\n\nSource: Xinhua| 2025-02-09 15:03:30|Editor: huaxia\n\n{t}\n\nKELBY, Feb. 9 (Xinhua) -- {1}\n\n{2}\n\n{3}\n\n{4} ■",
        {"source": "Xinhua", "place": "Kelby", "date": "2025-02-09"},
    ),
    "xinhua spanish": Format(
        "es",
        "{t}\nSpanish.xinhuanet.com 2025-02-09 15:03:30\n\nCALBES, 9 feb (Xinhua) -- {1}\n\n{2}\n\n{3}\n\n{4} Fin",
        {"source": "Xinhua", "place": "Calbes", "date": "2025-02-09"},
    ),
    "xinhua chinese": Format(
        "zh",
        "{t}\n2025年02月09日 15:03:30 来源： 新华网\n\n新华社凯尔比2月9日电（记者 张三）{1}\n\n{2}\n\n{3}\n\n{4}（完）\n\n责任编辑：李四",
        {"source": "新华社", "date": "2025-02-09", "byline": "张三"},
    ),
    "tass russian": Format(
        "ru",
        "{t}\n\nКЕЛЬБА, 5 января. /ТАСС/. {1}\n\n{2}\n\n{3}\n\n{4}",
        {"source": "ТАСС", "place": "Кельба", "date": ""},
    ),
    "ria": Format(
        "ru",
        "{t} - РИА Новости, 20.08.2024\n\n{t}\n\n10:33 20.08.2024\n\nКАЗАНЬ, 20 авг — РИА Новости. {1}\n\n{2}\n\n{3}\n\nЧитайте также: Мост открыли раньше срока\n\n{4}\n\nПодписывайтесь на наш Telegram-канал",
        {"source": "РИА Новости", "place": "Казань", "date": "2024-08-20"},
    ),
    "interfax": Format(
        "en",
        "{t}\n\nASTANA. Feb 3 (Interfax) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nCopyright © 2025 Interfax. All rights reserved.",
        {"source": "Interfax", "place": "Astana", "date": ""},
    ),
    "sputnik": Format(
        "en",
        "{t}\n\nBELGRADE (Sputnik) - {1}\n\n{2}\n\n{3}\n\n{4}",
        {"source": "Sputnik", "place": "Belgrade", "date": ""},
    ),
    "trend": Format(
        "en",
        "{t}\n\nBAKU, Azerbaijan, Feb. 2\n\nBy Elchin Nasirov - Trend:\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nFollow the author on Twitter: @example",
        {"source": "Trend", "place": "Baku", "byline": "Elchin Nasirov", "date": ""},
    ),
    "trend russian": Format(
        "ru",
        "{t}\n\nБАКУ /Trend/ - {1}\n\n{2}\n\n{3}\n\n{4}\n\n(Автор: Эльчин Насиров. Перевод: А. Мамедова. Редактор: В. Гасанов)",
        {"source": "Trend", "place": "Баку", "byline": "Эльчин Насиров"},
    ),
    "turan": Format(
        "en",
        "{t}\n\nBaku/11.09.21/Turan: {1}\n\n{2}\n\n{3}\n\n{4}— 06D-",
        {"source": "Turan", "place": "Baku", "date": "2021-09-11"},
    ),
    "azernews": Format(
        "en",
        "{t}\n\n18 January 2025 12:30 (UTC+04:00)\n\nBy Laman Aliyeva\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\n--\n\nLaman Aliyeva is AZERNEWS’ staff journalist, follow her on Twitter: @example\n\nFollow us on Twitter @AzerNewsAz\n\nLeave a review",
        {"date": "2025-01-18", "byline": "Laman Aliyeva"},
    ),
    "anadolu ankara": Format(
        "en",
        "{t}\n\nKerem Aslan and Ayse Demir   |03.01.2025 - Update : 04.01.2025\n\nANKARA \n\n{1}\n\n{2}\n\nShare News\n\n{3}\n\n{4}\n\nAnadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.",
        {
            "date": "2025-01-03",
            "byline": "Kerem Aslan and Ayse Demir",
            "source": "Anadolu Agency",
            "place": "Ankara",
        },
    ),
    "aa turkish": Format(
        "tr",
        "{t}\n\n14.01.2025\n\nKARS (AA) - HÜSEYİN DEMİR - {1}\n\n{2}\n\n{3}\n\n{4}\n\nAnadolu Ajansı web sitesinde, AA Haber Akış Sistemi (HAS) üzerinden abonelere sunulan haberler, özetlenerek yayımlanmaktadır. Abonelik için lütfen iletişime geçiniz.",
        {
            "date": "2025-01-14",
            "source": "AA",
            "place": "Kars",
            "byline": "Hüseyin Demir",
        },
    ),
    "dha": Format(
        "tr",
        "{t}\n\nGiriş Tarihi: 14.01.2025 10:20\nSon Güncelleme: 15.01.2025 11:00\n\nMehmet KAYA/KARS, (DHA)- {1}\n\n{2}\n\nİLGİLİ HABERLER\n\n{3}\n\n{4}\n\nEtiketler: Kars, feribot\n\nYorumlar (0)",
        {"date": "2025-01-14", "source": "DHA"},
    ),
    "spa": Format(
        "en",
        "{t}\n\nRiyadh, February 14, 2023, SPA -- {1}\n\n{2}\n\n{3}\n\n{4}\n--SPA\n20:14 LOCAL TIME 17:14 GMT\n0024\nwww.spa.gov.sa/w1854248",
        {"date": "2023-02-14", "source": "SPA", "place": "Riyadh", "wire_id": "w1854248"},
    ),
    "spa hijri": Format(
        "en",
        "{t}\n\nRiyadh, Ramadan 27, 1442 AH, corresponding to May 09, 2021 AD, SPA -- {1}\n\n{2}\n\n{3}\n\n{4} --SPA",
        {"date": "2021-05-09", "source": "SPA", "place": "Riyadh"},
    ),
    "spa arabic": Format(
        "ar",
        "{t}\n\nالرياض 05 رجب 1446 هـ الموافق 05 يناير 2025 م واس\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\n// انتهى //\n14:05 ت م\n0045",
        {"date": "2025-01-05", "source": "واس", "place": "الرياض"},
    ),
    "kuna": Format(
        "en",
        "{t}\n\nKUWAIT, Feb 2 (KUNA) -- {1}\n\n{2} (pickup previous)\n\n{3}\n\n{4} (end) ab.cd",
        {"source": "KUNA", "place": "Kuwait", "date": ""},
    ),
    "kuna arabic": Format(
        "ar",
        "{t}\n\nالكويت - 14 - 1 (كونا) -- {1}\n\n{2}\n\n{3}\n\n{4} (النهاية) س ع / م ن",
        {"source": "كونا", "place": "الكويت", "date": ""},
    ),
    "wam": Format(
        "en",
        "{t}\n\nAL AIN, 5th February, 2025 (WAM) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nWAM/Tariq alfaham",
        {"date": "2025-02-05", "source": "WAM", "place": "Al Ain"},
    ),
    "wam arabic": Format(
        "ar",
        "{t}\n\nأبوظبي في 14 يناير / وام / {1}\n\n{2}\n\n{3}\n\n{4}\n\nوام/أحمد النعيمي",
        {"source": "وام", "place": "أبوظبي", "date": ""},
    ),
    "petra": Format(
        "en",
        "{t}\n\nAmman, Jan. 14 (Petra) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\n//Petra// LQ\n\n14/01/2025 12:30:45",
        {"date": "2025-01-14", "source": "Petra", "place": "Amman"},
    ),
    "petra arabic": Format(
        "ar",
        "{t}\n\nعمان 14 كانون الثاني (بترا)- {1}\n\n{2}\n\n{3}\n\n{4}\n\n--(بترا)\n\nم خ/ أ أ\n\n14/01/2025 12:30:45",
        {"source": "بترا", "place": "عمان"},
    ),
    "qna": Format(
        "en",
        "{t}\n\nDoha, January 14 (QNA) - {1}\n\n{2}\n\n{3}\n\n{4} (QNA)",
        {"source": "QNA", "place": "Doha", "date": ""},
    ),
    "bernama": Format(
        "en",
        "{t}\n\nKUALA LUMPUR, Jan 14 (Bernama) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\n-- BERNAMA\n\nBERNAMA provides up-to-date authentic and comprehensive news and information which are disseminated via BERNAMA Wires; www.bernama.com; BERNAMA TV on Astro 502, unifi TV 631 and MYTV 121 channels and BERNAMA Radio on FM93.9 (Klang Valley).\n\nFollow us on social media :\nFacebook : @bernamaofficial, @bernamatv, @bernamaradio\nTwitter : @bernama.com",
        {"source": "Bernama", "place": "Kuala Lumpur", "date": ""},
    ),
    "yonhap": Format(
        "en",
        "(2nd LD) {t}\n(ATTN: UPDATES throughout with details; ADDS photo)\nBy Kim Min-su and Lee Ji-won\nSEOUL, Nov. 24 (Yonhap) -- {1}\n  {2}\n  {3}\n  {4}\nminsu@yna.example\n(END)",
        {"source": "Yonhap", "place": "Seoul", "byline": "Kim Min-su and Lee Ji-won", "date": ""},
    ),
    "kyodo": Format(
        "en",
        "{t}\n\nKYODO NEWS - Feb 3, 2025 - 15:20 | World, All\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\n==Kyodo\n\nRelated coverage:\n\nJapan opens new port\n\nTokyo bridge closes",
        {"date": "2025-02-03", "source": "Kyodo"},
    ),
    "dpa english": Format(
        "en",
        "{t}\n\nStralsund, Germany (dpa) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n# Notebook\n\n## Internet\n- [Ferry](https://kelby.example)\n\n* * * *\nThe following information is not intended for publication\n\n## dpa contacts\n- Author: Max Muster, +49 30 5550 123\n\ndpa mmu xyz",
        {"source": "dpa", "place": "Stralsund", "date": ""},
    ),
    "dpa german": Format(
        "de",
        "{t}\n\nKelbach (dpa/sn) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n© dpa-infocom, dpa:250116-99-612847/2",
        {"source": "dpa", "place": "Kelbach", "date": "2025-01-16"},
    ),
    "efe": Format(
        "es",
        "{t}\n\nCalbes, 12 jun (EFE).- {1}\n\n{2}\n\n{3}\n\n{4} EFE\n\nabc/def\n\n(foto) (vídeo)\n\n© EFE 2025. Está expresamente prohibida la redistribución y la redifusión de todo o parte de los contenidos de los servicios de Efe, sin previo y expreso consentimiento de la Agencia EFE S.A.",
        {"source": "EFE", "place": "Calbes"},
    ),
    "europa press": Format(
        "es",
        "{t}\n\nCALBES, 12 Ene. (EUROPA PRESS) -\n\n{1}\n\n{2}\n\n{3}\n\n{4}",
        {"source": "Europa Press", "place": "Calbes", "date": ""},
    ),
    "irna": Format(
        "fa",
        "{t}\n\nکد خبر: ۸۵۷۲۳۴۵۶\n۲۵ دی ۱۴۰۳، ۱۰:۳۳\n\nکاشان - ایرنا - {1}\n\n{2}\n\nبیشتر بخوانید: قایق پست هم تعمیر شد\n\n{3}\n\n{4}\n\nبرچسب‌ها: جزیره، لنج\n\nانتهای پیام",
        {"date": "2025-01-14", "source": "ایرنا", "place": "کاشان", "wire_id": "85723456"},
    ),
    "isna": Format(
        "fa", "{t}\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nانتهای پیام\n\nما را در تلگرام دنبال کنید", {}
    ),
    "belta": Format(
        "en",
        "{t}\n\nMINSK, 14 January (BelTA) – {1}\n\n{2}\n\n{3}\n\n{4}\n\nFollow us on:\n\nTwitter\n\nTelegram",
        {"source": "BelTA", "place": "Minsk", "date": ""},
    ),
    "kazinform": Format(
        "en",
        "{t}\n\nALMATY. KAZINFORM – {1}\n\n{2}\n\n{3}\n\n{4}\n\nAuthor: Zhanar Bekova",
        {"source": "Kazinform", "place": "Almaty"},
    ),
    "voa": Format(
        "en",
        "{t}\n\nJanuary 14, 2025 5:20 AM\n\nJane Roe\n\nKELBY, WISCONSIN —\n\n{1}\n\nEmbed share\nThe code has been copied to your clipboard.\n\n{2}\n\n{3}\n\n{4}\n\nSome information for this report came from Reuters.",
        {"date": "2025-01-14", "place": "Kelby", "byline": "Jane Roe"},
    ),
    "rferl": Format(
        "en",
        "{t}\n\nJanuary 20, 2025 09:40 GMT\nBy Ani Poghosyan\n\nSISIAN, Armenia -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nWith reporting by Reuters and AP\n\nCopyright (c) 2019. RFE/RL, Inc. Reprinted with the permission of Radio Free Europe/Radio Liberty, 1201 Connecticut Ave NW, Ste 400, Washington DC 20036.",
        {"date": "2025-01-20", "place": "Sisian", "byline": "Ani Poghosyan", "source": "RFE/RL"},
    ),
    "global voices": Format(
        "en",
        "{t}\n\nWritten by Jane Roe\n\nPosted 14 January 2025 10:00 GMT\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nThis post was originally published by Kelby Voices and is republished here as part of a content-sharing agreement.\n\nStart the conversation",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "phys": Format(
        "en",
        "{t}\n\nby Jane Roe, The Conversation\n\nAugust 19, 2024\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nProvided by The Conversation\n\nThis article is republished from The Conversation under a Creative Commons license. Read the original article.The Conversation\n\nExplore further\n\nBees eat crumbs\n\nCitation: Island ferry (2024, August 19) retrieved 20 August 2024 from https://phys.org/news/1.html\n\nThis document is subject to copyright. Apart from any fair dealing for the purpose of private study or research, no part may be reproduced without the written permission.",
        {"date": "2024-08-19", "byline": "Jane Roe", "source": "The Conversation"},
    ),
    # --- exports
    "lexis german": Format(
        "de",
        "                              3 von 12 DOKUMENTEN\n\n                               Kelbacher Bote\n\n                         Dienstag 19. November 2019\n\n{t}\n\nAUTOR: Erika Muster\n\nRUBRIK: Lokales; S. 5\n\nLÄNGE: 121 Wörter\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nUPDATE: 20. November 2019\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\n                 Copyright 2019 Kelbacher Bote GmbH\n                        Alle Rechte vorbehalten",
        {"date": "2019-11-19", "source": "Kelbacher Bote", "byline": "Erika Muster"},
    ),
    "nexis uni": Format(
        "en",
        "{t}\n\nThe Kelby Argus\n\nNovember 19, 2019 Tuesday\n\nCopyright 2019 Argus Newspapers All Rights Reserved\n\nSection: NEWS; Pg. 5\n\nLength: 121 words\n\nByline: Iona Roe\n\nBody\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nLoad-Date: November 20, 2019\n\nEnd of Document",
        {"date": "2019-11-19", "source": "The Kelby Argus", "byline": "Iona Roe"},
    ),
    "factiva page break": Format(
        "en",
        "Business\n{t}\nBy Tom Roe\n131 words\n6 March 2023\nThe Kelby Argus\nKARG\nB2\nEnglish\nCopyright 2023 Argus Newspapers. All Rights Reserved.\n\n{1}\n\n{2}\n\nAbout 240 people live on the three islands. Many had stocked flour and lamp oil in October, and\nPage 12 of 175 © 2026 Factiva, Inc. All rights reserved.\nsome admitted that they would miss the silence.\n\n{4}\n\nDocument KARG000020230306ej360001b",
        {
            "date": "2023-03-06",
            "source": "The Kelby Argus",
            "byline": "Tom Roe",
            "wire_id": "KARG000020230306ej360001b",
        },
    ),
    "factiva tagged": Format(
        "en",
        "SE\tBusiness\nHD\t{t}\nBY\tBy Tom Roe\nWC\t131 words\nPD\t6 March 2023\nSN\tThe Kelby Argus\nSC\tKARG\nPG\tB2\nLA\tEnglish\nCY\tCopyright 2023 Argus Newspapers. All Rights Reserved.\nLP\t{1}\nTD\t{2}\n{3}\n{4}\nCO\tabc : Kelby Ferries\nIN\ti74 : Shipping\nNS\tgcat : News\nRE\tuk : United Kingdom\nPUB\tArgus Newspapers\nAN\tDocument KARG000020230306ej360001b",
        {
            "date": "2023-03-06",
            "source": "The Kelby Argus",
            "byline": "Tom Roe",
            "wire_id": "KARG000020230306ej360001b",
        },
    ),
    "proquest bare title after": Format(
        "en",
        "____________________________________________________________\n\nFull Text: {1}\n\n{2}\n\n{3}\n\n{4}\n\n{t}\n\nAuthor: Roe, Iona\n\nPublication title: The Kelby Argus\n\nPublication date: Jun 14, 2018\n\nProQuest document ID: 2055318871\n\nDocument URL: https://search.proquest.com/docview/2055318871\n\nDatabase: ProQuest Central",
        {
            "date": "2018-06-14",
            "source": "The Kelby Argus",
            "byline": "Iona Roe",
            "wire_id": "2055318871",
        },
    ),
    "proquest title after": Format(
        "en",
        "____________________________________________________________\n\nFull Text: {1}\n\n{2}\n\n{3}\n\n{4}\n\nTitle: {t}\n\nAuthor: Roe, Iona\n\nPublication title: The Kelby Argus\n\nPublication date: Jun 14, 2018\n\nProQuest document ID: 2055318871\n\nDocument URL: https://search.proquest.com/docview/2055318871\n\nDatabase: ProQuest Central",
        {
            "date": "2018-06-14",
            "source": "The Kelby Argus",
            "byline": "Iona Roe",
            "wire_id": "2055318871",
        },
    ),
    "newsbank": Format(
        "en",
        "Paper: Kelby Argus, The (ME)\nTitle: {t}\nDate: January 14, 2019\nSection: Local\nPage: B1\nAuthor/Byline: Iona Roe\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nMemo: A photograph accompanied this article.\nRecord Number: 1A2B3C4D5E6F\nCopyright (c) 2019 Argus Newspapers",
        {"date": "2019-01-14", "byline": "Iona Roe", "wire_id": "1A2B3C4D5E6F"},
    ),
    # --- pages
    "canadian page": Format(
        "en",
        "{t}\n\nAuthor of the article:\nJane Roe\n\nPublished Jan 14, 2025  •  2 minute read\n\nArticle content\n\n{1}\n\nThis advertisement has not loaded yet, but your article continues below.\n\n{2}\n\nArticle content\n\n{3}\n\nStory Saved\n\n{4}\n\nRecommended from Editorial\n\nBridge closes for a week\n\nMail boat wins race\n\nShare this article in your social network\n\nComments\n\nJoin the Conversation",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "google cache": Format(
        "en",
        "This is Google's cache of https://www.kelbyargus.example/news/1. It is a snapshot of the page as it appeared on 3 Feb 2025 10:00:00 GMT. The current page could have changed in the meantime. Learn more.\n\n{t}\n\nBy Jane Roe\n14 January 2025\n\n{1}\n\n{2}\n\n{3}\n\n{4}",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "printed page": Format(
        "en",
        '14/01/2025, 10:33\tIsland ferry returns | Kelby Argus\n\n{t}\n\nBy Jane Roe\n12 January 2025\n\n{1}\n\nSkipper Moira Tallis said the new gearbox was quieter than the old one. "You can hear the gulls\nhttps://www.kelbyargus.example/news/1\t1/2\n14/01/2025, 10:33\tIsland ferry returns | Kelby Argus\ncomplain about the fares," she told passengers.\n\n{3}\n\n{4}\n\nhttps://www.kelbyargus.example/news/1\t2/2',
        {"date": "2025-01-12", "byline": "Jane Roe"},
    ),
    "wordpress": Format(
        "en",
        "{t}\n\nPosted on January 14, 2025 by admin\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nShare this:\n\nClick to share on Twitter (Opens in new window)\nClick to share on Facebook (Opens in new window)\n\nLike Loading...\n\nThe post Island ferry returns after a winter of repairs appeared first on Kelby Argus.",
        {"date": "2025-01-14", "source": "Kelby Argus"},
    ),
    "british page": Format(
        "en",
        "Accept all cookies\n\nNews | UK\n\n{t}\n\nJane Roe, Transport Correspondent\n\nTuesday 14 January 2025 10:33 GMT\n\nComments\n\n{1}\n\nThe ferry Puffin in the dry dock at Kelby (PA)\n\n{2}\n\nSign up for the Kelby Morning Briefing, straight to your inbox\n\n{3}\n\n{4}\n\nMore about\n\nFerries | Islands\n\nJoin our commenting forum\n\nMost Popular",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "german page": Format(
        "de",
        "Startseite > Politik\n\n{t}\n\nVon Erika Muster\n\nStand: 14.01.2025, 10:33 Uhr\n\nDie Fähre im Dock. Foto: Max Beispiel/dpa\n\n{1}\n\nLesen Sie auch: Postboot gewinnt Rennen\n\n{2}\n\nAnzeige\n\n{3}\n\n{4}\n\nMehr zum Thema\n\nBrücke gesperrt\n\nKommentare (12)",
        {"date": "2025-01-14", "byline": "Erika Muster"},
    ),
    "french page": Format(
        "fr",
        "Accueil > Monde\n\n{t}\n\nPar Jeanne Roux avec AFP\n\nPublié le 14 janvier 2025 à 10h33, mis à jour le 15 janvier 2025\n\nTemps de lecture : 2 min.\n\n{1}\n\nÀ lire aussi : Le bateau postal gagne la course\n\n{2}\n\nLa suite est réservée aux abonnés.\n\n{3}\n\n{4}\n\nAbonnez-vous à notre newsletter\n\nPartager",
        {"date": "2025-01-14", "byline": "Jeanne Roux"},
    ),
    "spanish page": Format(
        "es",
        "Portada / Sociedad\n\n{t}\n\nPor Ana Ruiz\n\n14 de enero de 2025 - 10:33\n\n{1}\n\nLea también: La lancha del correo gana\n\n{2}\n\nTe puede interesar\n\n{3}\n\n{4}\n\nSíguenos en Facebook y X\n\nEtiquetas: transbordador, islas\n\nTodos los derechos reservados.",
        {"date": "2025-01-14", "byline": "Ana Ruiz"},
    ),
    "turkish page": Format(
        "tr",
        "Ana Sayfa > Gündem\n\n{t}\n\nHaber: Ayşe Demir\n\nYayınlanma: 14 Ocak 2025 10:33 - Güncelleme: 15 Ocak 2025\n\n{1}\n\nİlgili Haberler\n\n{2}\n\n{3}\n\n{4}\n\nHaberi paylaş\n\nAbone ol\n\nTüm hakları saklıdır.",
        {"date": "2025-01-14", "byline": "Ayşe Demir"},
    ),
    "russian page": Format(
        "ru",
        "Главная > Общество\n\n{t}\n\n14 января 2025, 10:33\n\nАвтор: Анна Иванова\n\nФото: Пётр Сидоров\n\n{1}\n\nЧитайте также: Почтовый катер победил в гонке\n\n{2}\n\n{3}\n\n{4}\n\nПодписывайтесь на нас в Telegram\n\nТеги: паром, острова\n\nПри использовании материалов активная ссылка на сайт обязательна.",
        {"date": "2025-01-14", "byline": "Анна Иванова"},
    ),
    "arabic page": Format(
        "ar",
        "الرئيسية > محليات\n\n{t}\n\nكتب: أحمد سالم\n\nالثلاثاء 14 يناير 2025 - 10:33\n\nشارك\nفيسبوك تويتر واتساب\n\n{1}\n\nاقرأ أيضا: قارب البريد يفوز بالسباق\n\n{2}\n\n{3}\n\n{4}\n\nتابعونا على تليجرام\n\nالكلمات الدالة\n\nجميع الحقوق محفوظة © 2025",
        {"date": "2025-01-14", "byline": "أحمد سالم"},
    ),
    "hebrew page": Format(
        "he",
        "דף הבית\n\n{t}\n\nמאת: דנה לוי\n\nפורסם: 14.01.2025\n\n{1}\n\nקראו גם: סירת הדואר ניצחה\n\n{2}\n\n{3}\n\n{4}\n\nתגובות\n\nכל הזכויות שמורות",
        {"date": "2025-01-14", "byline": "דנה לוי"},
    ),
    "chinese page": Format(
        "zh",
        "首页 > 社会\n\n{t}\n\n2025-01-14 10:33:00　来源：海岛日报　作者：王小明\n\n{1}\n\n{2}\n\n相关新闻：邮船赢得比赛\n\n{3}\n\n{4}\n\n（责任编辑：李四）\n\n版权所有，未经授权不得转载。",
        {"date": "2025-01-14", "source": "海岛日报", "byline": "王小明"},
    ),
    # --- more of the same houses, and others
    "menafn no blank": Format(
        "en",
        '{t}\n(MENAFN- IANS) New Delhi, Jan 5 (IANS) {1}\n{2}\n{3}\n{4}\n--IANS\nsd/uk\nMENAFN05012025000231011071ID1109056123\nLegal Disclaimer: MENAFN provides the information "as is" without warranty of any kind. We do not accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, or reliability of the information contained in this article. If you have any complaints or copyright issues related to this article, kindly contact the provider above.',
        {"date": "2025-01-05", "source": "IANS", "place": "New Delhi", "wire_id": "1109056123"},
    ),
    "menafn newsroom": Format(
        "en",
        "{t}\n\n(MENAFN) {1}\n\n{2}\n\n{3}\n\n{4}\n\nMENAFN06012025000045015687ID1109057777\n\nMENAFN\n\nLegal Disclaimer:\nMENAFN provides the information “as is” without warranty of any kind.",
        {"date": "2025-01-06", "wire_id": "1109057777"},
    ),
    "menafn share list": Format(
        "en",
        "{t}\n\n1/6/2025 2:19:06 PM\n\n(MENAFN- The Peninsula) Doha, Qatar: {1}\n\n{2}\n\n{3}\n\n{4}\n\nShare on Facebook\nTweet on Twitter\n\nMENAFN06012025000063011010ID1109058888\n\nThe Peninsula",
        {"date": "2025-01-06", "source": "The Peninsula", "place": "Doha"},
    ),
    "menafn pr newswire": Format(
        "en",
        "{t}\n\n(MENAFN- PR Newswire) \n\nSHANGHAI, Jan. 6, 2025 /PRNewswire/ -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nSOURCE Kelby Ferries\n\nMENAFN06012025003732001241ID1109058999\n\nLegal Disclaimer:\nMENAFN provides the information “as is” without warranty of any kind. We do not accept any responsibility.",
        {"date": "2025-01-06", "place": "Shanghai", "wire_id": "1109058999"},
    ),
    "menafn globenewswire": Format(
        "en",
        "{t}\n\n(MENAFN- GlobeNewsWire - Nasdaq) KELBY, Jan. 06, 2025 (GLOBE NEWSWIRE) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nAttachment\n\nFerry photo\n\nMENAFN06012025004107003653ID1109058111",
        {"date": "2025-01-06", "place": "Kelby"},
    ),
    "allafrica capital": Format(
        "en",
        "Kenya: {t}\n\n14 January 2025\n\nCapital FM (Nairobi)\n\nBy Jane Roe\n\nNairobi, Jan 14 — {1}\n\n{2}\n\n{3}\n\n{4}\n\nRead the original article on Capital FM.\n\nCopyright © 2025 Capital FM. All rights reserved. Distributed by AllAfrica Global Media (allAfrica.com). To contact the copyright holder directly for corrections — or for permission to republish or make other authorized use of this material, click here.\n\nAllAfrica aggregates over 500 news items daily.",
        {
            "date": "2025-01-14",
            "source": "Capital FM",
            "byline": "Jane Roe",
            "place": "Nairobi",
            "title": "Kenya: Island ferry returns after a winter of repairs",
        },
    ),
    "theprint ani": Format(
        "en",
        "{t}\n\nANI\n\n21 January, 2025 08:11 pm IST\n\nNew Delhi [India], January 21 (ANI): {1}\n\n{2}\n\n{3}\n\n{4} (ANI)\n\nThis report is auto-generated from ANI news service. ThePrint holds no responsibility for its content.",
        {"date": "2025-01-21", "source": "ANI", "place": "New Delhi"},
    ),
    "reuters fact": Format(
        "en",
        "{t}\n\nBy Jane Roe and Ali Kaya\n\nJanuary 15, 2025 2:14 PM GMT Updated 3 hours ago\n\nLONDON, Jan 15 (Reuters) - {1}\n\n{2}\n\nSign up here.\n\n{3}\n\n{4}\n\nReporting by Jane Roe in Kelby and Ali Kaya in London; additional reporting by Bo Li; editing by Ann Poe and Cy Vance\n\nOur Standards: The Thomson Reuters Trust Principles., opens new tab\n\nShare\nX\nFacebook\nLinkedin\nEmail\nLink\n\nPurchase Licensing Rights",
        {
            "date": "2025-01-15",
            "source": "Reuters",
            "byline": "Jane Roe and Ali Kaya",
            "place": "London",
        },
    ),
    "ap page": Format(
        "en",
        "{t}\n\nBY JANE ROE\n\nUpdated 2:10 PM GMT, January 20, 2025\n\nKELBY, England (AP) — {1}\n\n{2}\n\n{3}\n\n{4}\n\n___\n\nFollow AP’s coverage of ferries at https://apnews.com/hub/ferries",
        {"source": "Associated Press", "byline": "Jane Roe", "place": "Kelby", "date": ""},
    ),
    "ap one date": Format(
        "en",
        "{t}\n\nJANE ROE\nAssociated Press\n\nJan 14, 2025\n\nKELBY, England (AP) — {1}\n\n{2}\n\n{3}\n\n{4}\n\nCopyright 2025 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.",
        {
            "source": "Associated Press",
            "byline": "Jane Roe",
            "place": "Kelby",
            "date": "2025-01-14",
        },
    ),
    "afp barrons": Format(
        "en",
        "{t}\n\nAFP - Agence France Presse\n\nJanuary 14, 2025, 5:10 am ET\n\nBy Jane ROE\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\njr/ab/cd\n\nCopyright (c) 2025 AFP. All rights reserved.",
        {"source": "AFP", "byline": "Jane ROE", "date": "2025-01-14"},
    ),
    "afp spanish": Format(
        "es",
        "{t}\n\nCalbes, 27 Ene 2025 (AFP) - {1}\n\n{2}\n\n{3}\n\n{4}\n\njr/ab\n\n© Agence France-Presse",
        {"source": "AFP", "date": "2025-01-27", "place": "Calbes"},
    ),
    "upi page": Format(
        "en",
        "World News\nJan. 14, 2025 / 9:20 AM\n\n{t}\n\nBy\nBen Roe\n\nJan. 14 (UPI) -- {1}\n\n{2}\n\nAdvertisement\n\n{3}\n\n{4}\n\nRead More\n\nDog rescued from well\n\nLatest Headlines\n\nBridge opens",
        {"source": "UPI", "date": "2025-01-14"},
    ),
    "xinhua arabic": Format(
        "ar",
        "{t}\n\nالعبارة 14 يناير 2025 (شينخوا) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nالمحرر: لي",
        {"source": "شينخوا", "date": "2025-01-14"},
    ),
    "xinhua russian": Format(
        "ru",
        "{t}\n\nКельба, 14 января /Синьхуа/ -- {1}\n\n{2}\n\n{3}\n\n{4} -0-",
        {"source": "Синьхуа", "place": "Кельба", "date": ""},
    ),
    "tass page": Format(
        "en",
        "14 JAN, 10:33\n\n{t}\n\nThe ferry is back\n\nMOSCOW, January 14. /TASS/. {1}\n\n{2}\n\n{3}\n\n{4}\n\nTags\n\nFerries",
        {"source": "TASS", "place": "Moscow"},
    ),
    "tass ru page": Format(
        "ru",
        "14 ЯНВ, 10:33\n\n{t}\n\nКЕЛЬБА, 14 января. /ТАСС/. {1}\n\n{2}\n\n{3}\n\n{4}\n\nТеги:\nПаром",
        {"source": "ТАСС", "place": "Кельба"},
    ),
    "aa english": Format(
        "en",
        "{t}\n\nJane Roe  |14.01.2025 - Update : 14.01.2025\n\nLONDON\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nAnadolu Agency website contains only a portion of the news stories offered to subscribers in the AA News Broadcasting System (HAS), and in summarized form. Please contact us for subscription options.\n\nRelated topics\nFerry\nKelby",
        {"date": "2025-01-14", "byline": "Jane Roe", "place": "London", "source": "Anadolu Agency"},
    ),
    "aa arabic": Format(
        "ar",
        "{t}\n\nإسطنبول / الأناضول\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nالأخبار المنشورة على الصفحة الرسمية لوكالة الأناضول، هي اختصار لجزء من الأخبار التي تُعرض للمشتركين عبر نظام تدفق الأخبار (HAS). من أجل الاشتراك لدى الوكالة يُرجى الاتصال بالرابط التالي.",
        {"place": "إسطنبول"},
    ),
    "iha": Format(
        "tr",
        "{t}\n\n14 Ocak 2025 Salı 10:33\n\nKARS (İHA) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nBu haber İHA tarafından servis edilmiş, editörlerin hiçbir editoryal müdahalesi olmadan otomatik olarak yayınlanmıştır.",
        {"date": "2025-01-14", "source": "İHA", "place": "Kars"},
    ),
    "spa ar plain": Format(
        "ar",
        "{t}\n\nالرياض 14 رجب 1446 هـ الموافق 14 يناير 2025 م واس\n{1}\n{2}\n{3}\n{4}\n// انتهى //\n20:14 ت م\n0123\nwww.spa.gov.sa/w1854248",
        {"date": "2025-01-14", "source": "واس", "place": "الرياض"},
    ),
    "bna": Format(
        "en",
        "{t}\n\n14 Jan 2025\n\nManama, Jan. 14 (BNA): {1}\n\n{2}\n\n{3}\n\n{4}\n\nA.H.B, S.E",
        {"date": "2025-01-14", "source": "BNA", "place": "Manama"},
    ),
    "nna": Format(
        "en", "{t}\n\nNNA - {1}\n\n{2}\n\n{3}\n\n{4}\n\n=========R.H.", {"source": "NNA"}
    ),
    "sana": Format(
        "en",
        "{t}\n\nDamascus, SANA- {1}\n\n{2}\n\n{3}\n\n{4}\n\nManar Salameh / Hala Zain",
        {"source": "SANA", "place": "Damascus"},
    ),
    "irna en": Format(
        "en",
        "{t}\n\nJan 14, 2025, 10:33 AM\nJournalist ID: 1114\nNews ID: 85720001\n\nTehran, IRNA – {1}\n\n{2}\n\n{3}\n\n{4}\n\n9417\n\nFollow us on Twitter @IrnaEnglish",
        {"date": "2025-01-14", "source": "IRNA", "place": "Tehran", "wire_id": "85720001"},
    ),
    "mehr": Format(
        "en",
        "{t}\n\nTEHRAN, Jan. 14 (MNA) – {1}\n\n{2}\n\n{3}\n\n{4}\n\nMNA/PR",
        {"source": "Mehr", "place": "Tehran"},
    ),
    "tasnim": Format(
        "en", "{t}\n\nTEHRAN (Tasnim) – {1}\n\n{2}\n\n{3}\n\n{4}", {"place": "Tehran"}
    ),
    "pajhwok": Format(
        "en",
        "{t}\n\nBy\nJane Roe\n\nJanuary 14, 2025 - 10:33\n\nKABUL (Pajhwok): {1}\n\n{2}\n\n{3}\n\n{4}\n\nnh/ma\n\nHits: 12",
        {"date": "2025-01-14", "source": "Pajhwok Afghan News", "place": "Kabul"},
    ),
    "app": Format(
        "en",
        "{t}\n\nISLAMABAD, Jan 14 (APP): {1}\n\n{2}\n\n{3}\n\n{4}\n\nAPP/abc",
        {"source": "APP", "place": "Islamabad"},
    ),
    "bss": Format(
        "en",
        "{t}\n\nBSS\nPublished On : 14 Jan 2025, 10:33\n\nDHAKA, Jan 14, 2025 (BSS) - {1}\n\n{2}\n\n{3}\n\n{4}",
        {"date": "2025-01-14", "source": "BSS", "place": "Dhaka"},
    ),
    "antara": Format(
        "en",
        "{t}\n\nJanuary 14, 2025 10:33 GMT+700\n\nJakarta (ANTARA) - {1}\n\n{2}\n\nRelated news: Bridge opens\n\n{3}\n\n{4}\n\nTranslator: Jane Roe\nEditor: Ali Kaya\nCopyright © ANTARA 2025",
        {"date": "2025-01-14", "source": "Antara", "place": "Jakarta"},
    ),
    "kazinform ru": Format(
        "ru",
        "{t}\n\nАСТАНА. КАЗИНФОРМ – {1}\n\n{2}\n\n{3}\n\n{4}",
        {"place": "Астана"},
    ),
    "sputnik ru": Format(
        "ru",
        "{t} - Sputnik Беларусь, 14.01.2025\n\n{t}\n\nМИНСК, 14 янв - Sputnik. {1}\n\n{2}\n\n{3}\n\nЧитайте также:\n\nМост открыли\n\nКатер победил\n\n{4}",
        {"place": "Минск", "date": ""},
    ),
    "rferl azattyk": Format(
        "en",
        "{t}\n\nJanuary 20, 2025\n\nRFE/RL\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nBased on reporting by AP and Reuters\n\nCopyright (c)2025 RFE/RL, Inc. Used with the permission of Radio Free Europe/Radio Liberty, 1250 23rd Street NW, Ste 400, Washington DC 20037.",
        {"date": "2025-01-20", "source": "RFE/RL"},
    ),
    "voa plain": Format(
        "en",
        "{t}\n\nJanuary 14, 2025\nVOA News\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nSome information for this report was provided by The Associated Press, Reuters and Agence France-Presse.",
        {"date": "2025-01-14"},
    ),
    "conversation author": Format(
        "en",
        "{t}\n\nJane Roe\nProfessor of Oceanography, University of Kelby\n\nPublished: January 14, 2025 10.33am GMT\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nDisclosure statement\n\nJane Roe does not work for, consult, own shares in or receive funding from any company or organisation that would benefit from this article, and has disclosed no relevant affiliations beyond their academic appointment.",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "lexis cover": Format(
        "en",
        "Download Request: Current Document: 1\nTime Of Request: Monday, January 11, 2010  10:33:00 EST\nSend To:\n\n                         PRESS OFFICE\n                         KELBY HALL\n\n                              1 of 1 DOCUMENT\n\n                              The Kelby Argus\n\n                         January 11, 2010 Monday\n                                 Edition 1;\n                            National Edition\n\n{t}\n\nBYLINE: JANE ROE\n\nSECTION: NEWS; Pg. 6\n\nLENGTH: 355 words\n\nDATELINE: KELBY\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nLOAD-DATE: January 12, 2010\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: A ferry\n\nPUBLICATION-TYPE: Newspapers\n\nJOURNAL-CODE: KAG\n\n                          Copyright 2010 Argus Ltd\n                            All Rights Reserved",
        {"date": "2010-01-11", "source": "The Kelby Argus", "byline": "Jane Roe", "place": "Kelby"},
    ),
    "factiva fr": Format(
        "fr",
        "Monde\n{t}\nPar Jeanne Roux\n355 mots\n30 décembre 2024\nLe Courrier de Kerbihan\nKERB\n12\nFrançais\nCopyright 2024 Le Courrier. Tous droits réservés.\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nDocument KERB000020241230ekcu0001g\n\nPage 1 de 1 © 2025 Factiva, Inc. Tous droits réservés.",
        {
            "date": "2024-12-30",
            "source": "Le Courrier de Kerbihan",
            "byline": "Jeanne Roux",
            "wire_id": "KERB000020241230ekcu0001g",
        },
    ),
    "newsbank 2": Format(
        "en",
        "Kelby Argus (ME)\nJanuary 14, 2019\n{t}\nAuthor: Jane Roe; Staff Writer\n\nEdition: Final\nSection: Local\nPage: B1\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nCopyright (c) 2019 Argus Newspapers\nRecord Number: 10F1A2B3",
        {"date": "2019-01-14", "byline": "Jane Roe", "wire_id": "10F1A2B3"},
    ),
    "guardian style": Format(
        "en",
        "{t}\n\nFerry sailed after eleven weeks as islanders cheered from the pier\n\nJane Roe\nTransport correspondent\n\nTue 14 Jan 2025 10.33 GMT\n\nShare\n\n{1}\n\n{2}\n\nskip past newsletter promotion\n\nafter newsletter promotion\n\n{3}\n\n{4}\n\nTopics\nFerries\nIslands\n\nReuse this content",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "bbc": Format(
        "en",
        "{t}\n\nJane Roe\nBBC News, Kelby\n\nPublished\n14 January 2025\n\n{1}\n\nImage source, Getty Images\nImage caption, The ferry at Kelby\n\n{2}\n\n{3}\n\n{4}\n\nRelated Topics\nFerries\n\nMore on this story\nBridge opens\n14 January",
        {"date": "2025-01-14", "byline": "Jane Roe"},
    ),
    "cnn": Format(
        "en",
        "{t}\n\nBy Jane Roe, CNN\n\nUpdated 10:33 AM EST, Tue January 14, 2025\n\nKelby (CNN) — {1}\n\n{2}\n\n{3}\n\n{4}\n\nCNN’s Ali Kaya contributed to this report.\n\n™ & © 2025 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.",
        {"byline": "Jane Roe", "place": "Kelby", "source": "CNN"},
    ),
    "dawn": Format(
        "en",
        "{t}\n\nJane Roe Published January 14, 2025\n\nKARACHI: {1}\n\n{2}\n\n{3}\n\n{4}\n\nPublished in Dawn, January 14th, 2025",
        {"date": "2025-01-14", "byline": "Jane Roe", "place": "Karachi"},
    ),
    "hindu": Format(
        "en",
        "{t}\n\nUpdated - January 15, 2025 10:33 am IST - KOCHI\n\nThe Hindu Bureau\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nPublished - January 14, 2025 09:00 pm IST\n\nRead Comments\n\nREAD LATER\nPRINT\n\nRelated Topics",
        {"date": "2025-01-14"},
    ),
    "lemonde": Format(
        "fr",
        "{t}\n\nLe bac relie de nouveau Kerbihan aux îles.\n\nPar Jeanne Roux (Kerbihan, envoyée spéciale)\n\nPublié le 14 janvier 2025 à 10h33, modifié le 15 janvier 2025 à 09h00\n\nTemps de Lecture 2 min.\n\nOffrir l’article\n\n{1}\n\nLire aussi | Article réservé à nos abonnés Le bateau postal gagne\n\n{2}\n\n{3}\n\n{4}\n\nVoir les contributions",
        {"date": "2025-01-14", "byline": "Jeanne Roux"},
    ),
    "spiegel": Format(
        "de",
        "{t}\n\n14.01.2025, 10.33 Uhr\n\nZur Merkliste hinzufügen\n\nFoto: Max Beispiel / dpa\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nmmu/dpa/AFP",
        {"date": "2025-01-14"},
    ),
    "elpais": Format(
        "es",
        "{t}\n\nAna Ruiz\n\nCalbes - 14 ene 2025 - 10:33 CET\n\nCompartir en Whatsapp\nCompartir en Facebook\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nRegístrate gratis para seguir leyendo\n\nArchivado En\n\nTransporte",
        {"date": "2025-01-14", "byline": "Ana Ruiz"},
    ),
    "ria plain": Format(
        "ru",
        "КЕЛЬБА, 14 янв - РИА Новости, Анна Иванова. {1}\n\n{2}\n\n{3}\n\n{4}",
        {"title": "", "place": "Кельба", "byline": "Анна Иванова"},
    ),
    "no title agency": Format(
        "en", "KELBY, Jan 14 (Reuters) - {1}\n\n{2}\n\n{3}\n\n{4}", {"title": "", "place": "Kelby"}
    ),
    "isna full": Format(
        "fa",
        "{t}\n\nسه\u200cشنبه / ۲۵ دی ۱۴۰۳ / ۱۰:۳۳\nدسته\u200cبندی: اجتماعی\nکد خبر: 1403102518123\nخبرنگار : 71234\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nانتهای پیام\n\nبرچسب\u200cها:\nجزیره\nلنج",
        {"date": "2025-01-14", "wire_id": "1403102518123"},
    ),
    "jazeera": Format(
        "ar",
        "{t}\n\nأحمد سالم\n\n14/1/2025\n\n{1}\n\nاقرأ أيضا\n\nlist of 2 items\n\nlist 1 of 2\nقارب البريد يفوز\n\nlist 2 of 2\nالجسر يفتح\n\nend of list\n\n{2}\n\n{3}\n\n{4}\n\nالمصدر : وكالات",
        {"date": "2025-01-14"},
    ),
    "kuna page": Format(
        "en",
        "{t}\n14/01/2025\n\nKUWAIT, Jan 14 (KUNA) -- {1}\n {2}\n {3}\n {4} (end)\n jr.ak\n",
        {"place": "Kuwait", "source": "KUNA"},
    ),
    "kuna ar page": Format(
        "ar",
        "{t}\n\nالكويت - 14 - 1 (كونا) -- {1}\n{2}\n{3}\n{4}(النهاية)\n\nم ع / ر ج",
        {"place": "الكويت"},
    ),
    "qna ar": Format(
        "ar", "{t}\n\nالدوحة في 14 يناير /قنا/ {1}\n\n{2}\n\n{3}\n\n{4}", {"place": "الدوحة"}
    ),
    "mena ar": Format(
        "ar",
        "{t}\n\nالقاهرة في 14 يناير /أ ش أ/ {1}\n\n{2}\n\n{3}\n\n{4}\n\nأ ش أ",
        {"place": "القاهرة"},
    ),
    "sana ar": Format(
        "ar", "{t}\n\nدمشق-سانا\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nتابعوا أخبار سانا على التلغرام", {}
    ),
    "reuters ar": Format(
        "ar",
        "{t}\n\nلندن (رويترز) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n(إعداد أحمد سالم للنشرة العربية - تحرير منى علي)",
        {"place": "لندن", "source": "رويترز"},
    ),
    "afp ar": Format(
        "ar", "{t}\n\nباريس (أ ف ب) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nاب/جد", {"place": "باريس"}
    ),
    "youm7": Format(
        "ar",
        "{t}\nالثلاثاء، 14 يناير 2025 10:33 ص\n\nكتبت منى علي\n\n{1}\n\nموضوعات متعلقة..\n\nقارب البريد يفوز\n\n{2}\n\n{3}\n\n{4}\n\nللمزيد من الأخبار تابعونا",
        {"date": "2025-01-14", "byline": "منى علي"},
    ),
    "tasnim fa": Format(
        "fa",
        "{t}\n\n۲۵ دی ۱۴۰۳ - ۱۰:۳۳\nاخبار استانها\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nانتهای پیام/\n\nلینک کوتاه\n\nنظر شما",
        {"date": "2025-01-14"},
    ),
    "bbc fa": Format(
        "fa",
        "{t}\n\nمریم طالعی\nبی\u200cبی\u200cسی\n\n۱۴ ژانویه ۲۰۲۵ - ۲۵ دی ۱۴۰۳\n\n{1}\n\n{2}\n\n{3}\n\n{4}",
        {"date": "2025-01-14"},
    ),
    "hurriyet": Format(
        "tr",
        "{t}\n\nAyşe DEMİR / KARS, (DHA)\nOluşturulma Tarihi: Ocak 14, 2025 10:33\n\n{1}\n\n{2}\n\nReklam\n\n{3}\n\n{4}\n\n#Kars\n#Feribot",
        {"date": "2025-01-14"},
    ),
    "aa tr2": Format(
        "tr",
        "{t}\n\nAyşe Demir  |14.01.2025 - Güncelleme : 15.01.2025\n\nKars\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nAnadolu Ajansı web sitesinde, AA Haber Akış Sistemi (HAS) üzerinden abonelere sunulan haberler, özetlenerek yayımlanmaktadır. Abonelik için lütfen iletişime geçiniz.\n\nİlgili konular\nFeribot",
        {"date": "2025-01-14", "byline": "Ayşe Demir", "source": "Anadolu Ajansı"},
    ),
    "afp de": Format(
        "de",
        "{t}\n\nKelbach (AFP) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nmmu/xyz\n\n© Agence France-Presse",
        {"place": "Kelbach", "source": "AFP"},
    ),
    "apa": Format(
        "de",
        "{t}\n\nKelbach (APA) - {1}\n\n{2}\n\n{3}\n\n{4}\n\n(Schluss) mmu/xyz",
        {"place": "Kelbach"},
    ),
    "sda": Format(
        "de", "{t}\n\nKelbach (awp) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nmm/xy", {"place": "Kelbach"}
    ),
    "epd": Format("de", "{t}\n\nKelbach (epd). {1}\n\n{2}\n\n{3}\n\n{4}", {"place": "Kelbach"}),
    "efe web": Format(
        "es",
        "{t}\n\nCalbes, 14 ene (EFE).- {1}\n\n{2}\n\n{3}\n\n{4} EFE\narv/abc/cps",
        {"place": "Calbes", "source": "EFE"},
    ),
    "prensa latina": Format(
        "es",
        "{t}\n\nCalbes, 14 ene (Prensa Latina) {1}\n\n{2}\n\n{3}\n\n{4}\n\narc/abc",
        {"place": "Calbes"},
    ),
    "infobae": Format(
        "es",
        "{t}\n\nPor Ana Ruiz\n\n14 Ene, 2025 10:33 a.m. AR\n\nGuardar\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nTemas Relacionados\n\nTransporte\n\nÚltimas Noticias\n\nAbren el puente",
        {"date": "2025-01-14", "byline": "Ana Ruiz"},
    ),
    "lusa fr": Format(
        "fr",
        "{t}\n\nPARIS, 14 jan 2025 (AFP) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nmt/ab/cd",
        {"place": "Paris", "date": "2025-01-14"},
    ),
    "aps fr": Format("fr", "{t}\n\nALGER - {1}\n\n{2}\n\n{3}\n\n{4}", {"place": "Alger"}),
    "apa fr": Format(
        "fr",
        "{t}\n\nDakar, 14 jan 2025 (APS) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nAB/CD/EF",
        {"place": "Dakar"},
    ),
    "rfi": Format(
        "fr",
        "{t}\n\nPublié le : 14/01/2025 - 10:33\n\n{1}\n\nÀ lire aussiLe bateau postal gagne\n\n{2}\n\n{3}\n\n{4}\n\nNewsletter\nRecevez toute l'actualité internationale directement dans votre boite mail\n\nJe m'abonne",
        {"date": "2025-01-14"},
    ),
    "globenewswire de": Format(
        "de",
        "{t}\n\nKELBACH, Deutschland, 14. Jan. 2025 (GLOBE NEWSWIRE) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nÜber Reederei Kelbach\n\nDie Reederei betreibt drei Schiffe.\n\nPressekontakt:\nMeike Tallis\npresse@kelbach.example",
        {"place": "Kelbach", "date": "2025-01-14"},
        "1234",
        ("Über Reederei Kelbach", "Die Reederei betreibt drei Schiffe."),
    ),
    "bw de": Format(
        "de",
        "{t}\n\nKELBACH, Deutschland--(BUSINESS WIRE)--{1}\n\n{2}\n\n{3}\n\n{4}\n\nDie Ausgangssprache, in der der Originaltext veröffentlicht wird, ist die offizielle und autorisierte Version. Übersetzungen werden zur besseren Verständigung mitgeliefert.\n\nOriginalversion auf businesswire.com ansehen: https://www.businesswire.com/news/home/20250114991058/de/\n\nContacts\nMeike Tallis\npresse@kelbach.example",
        {"place": "Kelbach", "date": "2025-01-14", "wire_id": "20250114991058"},
    ),
    "media outreach long": Format(
        "en",
        "{t}\n\nSINGAPORE - Media OutReach Newswire - 14 January 2025 - {1}\n\n{2}\n\n{3}\n\n{4}\n\nhttps://www.kelby.example/\nhttps://www.linkedin.com/company/kelby/\n\nHashtag: #KelbyFerries\n\nThe issuer is solely responsible for the content of this announcement.\n\nAbout Kelby Ferries\n\nKelby Ferries runs three boats between four islands.",
        {"date": "2025-01-14", "place": "Singapore"},
        "1234",
        ("About Kelby Ferries", "Kelby Ferries runs three boats between four islands."),
    ),
    "accesswire 2": Format(
        "en",
        "{t}\n\nKELBY, WI / ACCESS Newswire / January 14, 2025 / {1}\n\n{2}\n\n{3}\n\n{4}\n\nCONTACT:\nMoira Tallis\n(555) 010-0199\n\nSOURCE: Kelby Ferries\n\nView the original press release on ACCESS Newswire",
        {"date": "2025-01-14", "source": "Kelby Ferries"},
    ),
    "apo 2": Format(
        "en",
        "KELBY, Seychelles, January 14, 2025/APO Group/ --\n\n{t}\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nDistributed by APO Group on behalf of Kelby Ferries.\n\nSOURCE\nKelby Ferries",
        {"date": "2025-01-14", "source": "Kelby Ferries"},
    ),
    "apo 3": Format(
        "en",
        "{t}\nDownload logo\nKELBY, Seychelles, January 14, 2025/APO Group/ -- {1}\n\n{2}\n\n{3}\n\n{4}\n\nDistributed by APO Group on behalf of Kelby Ferries.\n\nMedia files\nDownload logo",
        {"date": "2025-01-14", "source": "Kelby Ferries"},
    ),
    "newsfile 2": Format(
        "en",
        "{t}\n\nVancouver, British Columbia--(Newsfile Corp. - January 14, 2025) - {1}\n\n{2}\n\n{3}\n\n{4}\n\nCannot view this image? Visit: https://images.newsfilecorp.com/files/1/1.jpg\n\nNeither the TSX Venture Exchange nor its Regulation Services Provider accepts responsibility for the adequacy or accuracy of this release.\n\nTo view the source version of this press release, please visit https://www.newsfilecorp.com/release/237001",
        {"date": "2025-01-14", "wire_id": "237001"},
        "1234",
    ),
    "yonhap ko lead": Format(
        "en",
        "(LEAD) {t}\n\n(ATTN: RECASTS headline, lead; ADDS more info)\n\nSEOUL, Jan. 14 (Yonhap) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\n(END)",
        {"place": "Seoul", "date": ""},
    ),
    "kyodo 2": Format(
        "en",
        "{t}\n\nTOKYO, Jan. 14, Kyodo - {1}\n\n{2}\n\n{3}\n\n{4}\n\n==Kyodo",
        {"place": "Tokyo", "source": "Kyodo"},
    ),
    "bernama 2": Format(
        "en",
        "14/01/2025 10:33 AM\n\n{t}\n\nKUALA LUMPUR, Jan 14 (Bernama) -- {1}\n\n{2}\n\n{3}\n\n{4}\n\n-- BERNAMA\n\nTAGS: Ferry, Kelby\n\nBERNAMA provides up-to-date authentic and comprehensive news and information.\n\nFollow us on social media :\nFacebook : @bernamaofficial\nInstagram : @bernamaofficial",
        {"date": "2025-01-14", "place": "Kuala Lumpur"},
    ),
    "belta ru": Format(
        "ru",
        "{t}\n\n14 января, Минск /Корр. БЕЛТА/. {1}\n\n{2}\n\n{3}\n\n{4}-0-\n\nПодписывайтесь на нас в Telegram",
        {},
    ),
    "trend plain": Format(
        "en",
        "{t}\n\nBAKU, Azerbaijan, January 14. {1}\n\n{2}\n\n{3}\n\n{4}\n\nStay up-to-date with more news on Trend News Agency's WhatsApp channel",
        {"place": "Baku", "date": ""},
    ),
    "report az": Format(
        "en",
        "{t}\n\n14 January, 2025 10:33\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nLatest News\n\n10:33\nBridge opens\n\n10:20\nCat rescued",
        {"date": "2025-01-14"},
    ),
    "azernews 2": Format(
        "en",
        "14 January 2025 10:33 (UTC+04:00)\n\n{t}\n\nLaman Aliyeva\nRead more\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nHere we are to serve you with news right now. It does not cost much, but worth your attention.\n\nChoose to support open, independent, quality journalism and subscribe on a monthly basis.\n\nBy subscribing to our online newspaper, you can have full digital access to all news, analysis, and much more.\n\nSubscribe\n\nYou can also follow AzerNEWS on Twitter @AzerNewsAz or Facebook @AzerNewsNewspaper\n\nThank you!",
        {"date": "2025-01-14", "byline": "Laman Aliyeva"},
    ),
    "people cn": Format(
        "zh",
        "{t}\n2025年01月14日10:33 | 来源：人民网\n小字号\n\n人民网凯尔比1月14日电 {1}\n\n{2}\n\n{3}\n\n{4}\n\n(责编：张三、李四)\n\n分享让更多人看到",
        {"date": "2025-01-14"},
    ),
    "chinanews": Format(
        "zh", "{t}\n\n中新网1月14日电 {1}\n\n{2}\n\n{3}\n\n{4}(完)\n\n【编辑:张三】", {}
    ),
    "ynet": Format(
        "he",
        "{t}\n\nדנה לוי|14.01.25 | 10:33\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nמצאתם טעות? כתבו לנו",
        {},
    ),
    "rss tail": Format(
        "en",
        "{t}\n\nTue, 14 Jan 2025 10:33:00 +0000\n\n{1}\n\n{2}\n\n{3}\n\n{4}\n\nhttps://kelby.example/news/2025/01/14/ferry",
        {"date": "2025-01-14"},
    ),
    "url date": Format(
        "en",
        "{t}\n\nhttps://kelby.example/news/2025/01/14/ferry\n\n{1}\n\n{2}\n\n{3}\n\n{4}",
        {"date": "2025-01-14"},
    ),
    "header fields": Format(
        "en",
        "Title: {t}\nSource: Kelby Argus\nDate: 2025-01-14\nAuthor: Jane Roe\nURL: https://kelby.example/1\n\n{1}\n\n{2}\n\n{3}\n\n{4}",
        {"date": "2025-01-14", "source": "Kelby Argus", "byline": "Jane Roe"},
    ),
    "local 2": Format(
        "en",
        "Kelby Argus\n\nTuesday, January 14, 2025\n\n{t}\n\nby Jane Roe | Staff Writer\n\nKELBY — {1}\n\n{2}\n\n{3}\n\n{4}\n\nJane Roe can be reached at jroe@kelby.example or 555-010-0199.",
        {"date": "2025-01-14", "source": "Kelby Argus", "byline": "Jane Roe", "place": "Kelby"},
    ),
}

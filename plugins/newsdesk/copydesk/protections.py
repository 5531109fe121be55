"""What is said, quoted, asked or listed is the story, were it worded like furniture."""

from __future__ import annotations

import itertools
import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.narration import LONGEST_NARRATED, happened, mentions, narrates
from newsdesk.copydesk.people import share_of_publishing
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sheet import Row, Sheet

READER = re.compile(
    r"\b(?:you|your|please|vous|votre|veuillez|sie bitte|lesen sie|ihnen|ihre e-mail"
    r"|ihr(?:e[nr]?)? (?:e-?mail|postfach)\S*|su correo|usted|вы|ваш\w*)\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"(?:sign|follow|subscribe|share|read|join|click|get|download|register|watch|listen|like|see"
    r"|abonnez|suivez|lisez|partagez|lesen|folgen|teilen|lea|lee|siga|sigue|comparte|leia"
    r"|читайте|подпишитесь|подписывайтесь|we use|we value|manage|accept|by continuing|by clicking"
    r"|allow|reject)\b",
    re.IGNORECASE,
)
THIRD = re.compile(
    r"\b(?:he|she|her|hers|his|him|himself|herself|elle|lui|ella|ele|ela|er|seine[mnr]?|он|она"
    r"|его|её)\b",
    re.IGNORECASE,
)
SAID = re.compile(
    folded(
        r"[,،][\"]? (?:(?:[\w'-]+ ){0,4}(?:ha[sd] (?:added|noted|written|said)|said|says|tells"
        r"|told|reads"
        r"|joked|promised|begged|asked|advise[ds]|wrote|writes|replied|answered|concluded|concludes|argued|quipped|remarked|warned|warns|shouted|shouts|cried|cries|sang|sings|whispered|urged|urges|insisted|declared)\b"
        r"|(?:s?he|it|they|the (?:\w+ )?\w+|m(?:rs?|s)\.? \w+) (?:ends?|ended|added?|adds"
        r"|noted?|notes|observe[ds]|explain(?:s|ed)|ruled|complain(?:s|ed)|mutter(?:s|ed)|mused|admit(?:s|ted)|recall(?:s|ed)"
        r"|repeat(?:s|ed)|laugh(?:s|ed)|found|held|thinks|thought|beg[ai]ns?|continue[ds]|goes on"
        r"|went on|ran|runs)[,.;]"
        r"|(?:r[au]ns?|went|goes|beg[ai]ns?|end(?:s|ed)|announce[ds]) (?:the|an?|h(?:is|er)|its)\b"
        r"|(?:a|ont)-t-(?:il|elle|on)s? \w+\b"
        r"|(?:(?:ha|han|había|hat|haben) (?:\w{2,12}(?:[ai]do|cho|to)|ge\w{3,12}t)"
        r"|(?:lui |leur )?dit|disait|plaisante|raconte"
        r"|conseille|lance|sourit|explique|assure|confie|demand(?:e|ait)|prom(?:et|ettait)|averti(?:t|ssait)"
        r"|crie|criait|répétait|écrit|écrivait|lisait-on|lit-on|proclame|proclamait"
        r"|sagte?n?|r[äi]e?t|raten|bittet|fordert(?:e|en)?|verspr[ia]cht?|bat(?:en)?|meinte?|rief(?:en)?|ruft|scherzte?|schrieb|schreibt|steht|hieß|heißt|lautete?|mahnte?|warnte?"
        r"|dijo|dice|decía|pidió|pide|ruega|aconseja|promet(?:e|ió)|avis(?:a|ó)|rezan|advierten?|ordena|bromean?|cuenta|explica|escribió|grita|gritó|reza|rezaba"
        r"|disse|diz|dizia|pedi?u?|pede|prometeu?|avis(?:a|ou)|brinca|escreveu|gritou|lia-se|lê-se|diceva|scherza|scrisse|racconta"
        r"|recita|recitava|gridava|si legge|si leggeva|napisał|żartuje|zegt|schreef|skrev|sier"
        r"|scria|írta|אמרה?|אומר(?:ת)?|כתבה?|נכתב|צועק(?:ת)?|התבדח)\s"
        r"|(?:- )?(?:сказал|просил|говори[лт]|шутил|шутит|пишет|писал|написал|крич[аи][лт]|значил"
        r"|гласи[лт]|отмеча(?:ет|ют|л)|говорится|подчеркива|считает|поясн|предлагал?|призывал?|призывает|требует|просит|обещает|уверяет|велел|велит|обещал?|напоминал?|требовал?|советует|советовал|предупреждал|уверял|отвечал|каже|писав)"
        r"|(?:zei|vertelde|riep|vroeg|sade?|sagde|siger|säger|fortalte|berättade|sanoi|kertoi|reads?"
        r"|begins|asks|dedi|derdi|diyor|yazıyor|yazıyordu|yazar|kata|ujar|tutur|canda|seru|teriak)\b"
        r"|(?:according to|selon|laut|según|segundo|secondo|по словам|по данным)\s"
        r"(?!(?:our|nos|notre|unsere[rnm]?|nuestr[ao]s?|nossas?|nostr[aei])\b)"
        r"|(?:rappelle|rappelait|prévient|prévenait|ajoute|ajoutait|précise|note|notait)\b"
        r"|(?:powiedzia|mówi|głosi|radzi|prosi|pyta|řekl|říká|radil|prosil|křičel|píše|napsal|mondta"
        r"|mesélte|kérte|javasolta|spune|a spus|rekao|rekla|kaže|govori|pitao|сказа|казав|казала"
        r"|радил|каза\b|рече|είπε|έλεγε|λέει|ζήτησε|έγραψε|έγραφε)"
        r"|(?:ông|bà|anh|chị) (?:\w+ )?(?:nói|bảo|cười|kể)\b|(?:nói|bảo|cười|kể)\b"
        r"|(?:و|كما |هكذا )?(?:قال|قالت|[يت]قول|كتبت?|[يت]كتب|[يت]صيح|صاحت?|[يت]ردد|[يت]نادي"
        r"|جاء|ورد)\s|(?:.{0,30} )?(?:گفت|مي ?گويد|نوشت|می‌نویسد|كہا|كہتے|لكھا|कहा|कहते|लिखा))"
        r"|，[^，。]{0,12}(?:说|寫|写道|喊|笑道|写着)|と(?:話|言|書|語|述|叫)|라고 (?:말|적|썼|외)"
    ),
    re.IGNORECASE,
)
RESERVED = (
    "all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados"
    "|todos os direitos reservados|tutti i diritti riservati|все права защищены"
    "|tüm hakları saklıdır"
)
OF_RIGHTS = re.compile(  # All rights reserved is what her grandmother stitched
    folded(
        rf"(?:{RESERVED}|جميع الحقوق محفوظة|כל הזכויות שמורות) (?:is|are|was|were"
        r"|means?|meant|has|had|does|did|sounds?|comes?|came|stands?|stood|est|sont|était|signifie|veut|n'\w+|ne"
        r"|ist|sind|war|heißt|bedeutet|steht|klingt|es|son|era|significan?|suena|é|são|quer|soa|è"
        r"|sono|vuole|suona|значит|означает|звучит|sözü|demek|diye|عبارة|جملة|تعني|ليست|זה|הוא)\b"
        r"|(?:перепечатка|копирование|цитирование) (?:разрешается|разрешена|разрешено|позволено)"
        r" (?:всем|каждому|тем|любому|лишь тем|только тем)\b"
    ),
    re.IGNORECASE,
)
RIGHTS_OF = re.compile(  # All rights reserved: three words that a farmer wrote on a crate
    folded(rf"(?:{RESERVED}) ?[:-] (?=(?:\S+ ){{5}})"),
    re.IGNORECASE,
)
ASKED = re.compile(  # for any thing at all: a page asks for its own
    folded(
        r"(?:subscribe to|sign up for|join|get|download|register for|(?:abonnez|inscrivez)-vous"
        r" (?:à|dans|chez)|recevez|rejoignez|téléchargez|abonnieren sie"
        r"|melden sie sich (?:zu|bei|in|für)|laden sie|suscrí(?:base|bete) a|apúnt(?:ese|ate) a"
        r"|descarg(?:ue|a)|únete a|assine"
        r"|inscreva-se em|subscreva|baixe|iscriv(?:iti|etevi) a|abbona(?:ti|tevi) a|scaricate?"
        r"|abonneer je op|word lid van|meld je aan (?:voor|bij)|prenumerera på|bli medlem i)"
        r" (?:an?|une?|eine[nrms]?|una|uno|uma?|een|et[tn]?|zu eine[mr])\s"
        r"|(?:lesen|sehen|hören) sie auch (?:einmal|mal|ruhig)\b"
        r"|(?:follow us|(?:suivez|rejoignez)-nous|folg(?:en sie|t) uns|síg(?:ue|a)nos|siga-nos"
        r"|seguiteci|volg ons|följ oss|følg oss?|следуйте за нами)"
        r" (?:to (?:the|a|where)|into|up|down|through|across|jusqu'?\w*|vers|dans l[ae']|bis|durch"
        r"|in (?:d\w\w|einen?)"
        r"|zum|zur|hasta|até|fino|до|tot|naar|door|till|til)\b"
    ),
    re.IGNORECASE,
)
SOLD = re.compile(  # what a page offers, whose words do not speak of publishing
    folded(
        r"\b(?:free|gratis|gratuit\w*|kostenlos\w*|grátis|trial|account|compte|konto|cuenta|conta"
        r"|members?|membership|briefing|alerts?|alertes?|digest|updates?|offer|discount|apps?|today"
        r"|now|here|ici|hier|aquí|aqui|qui|inbox|jetzt|ahora|agora|maintenant|nu"
        r"|actualités?|nachrichten|noticias|notícias|notizie|nieuws|nyheter|haberler\w*|новости)\b"
    ),
    re.IGNORECASE,
)
NETWORK = re.compile(  # and a page's own `us` and `our`
    folded(
        r"\bcookies?\b|facebook|twitter|instagram|youtube|telegram|whats ?app|tik ?tok|linked ?in"
        r"|google|flipboard|\bx\b|e-?mail|rss|newsletter|\bus\b|\bour\b|\b(?:nous|nos|notre|uns|unsere?[nmrs]?|nuestr[ao]s?"
        r"|noss[ao]s?|nostr[oaie]|bizi|bizim|нас|наш\w*|ons|onze)\b|вконтакте|телеграм|فيسبوك|تويتر"
        r"|واتساب|تلغرام|تليجرام|يوتيوب|تلگرام|اينستاگرام|فيس بوك|微信|微博|关注我们|עקבו|פייסבוק"
    ),
    re.IGNORECASE,
)
PAGE_ADDS = re.compile(  # We operate from Kelby. Support the Lookout. The page may have changed.
    folded(
        r"^(?:we|nous|wir|nosotros|nós|noi|мы|biz|نحن|我们|support|donate|soutenez|apoya|apoie|sostieni"
        r"|поддержите)\b|\b(?:pages?|página|pagina|seite|страниц\w*|صفحة|clicks?|klick|clic"
        r"|clique|links?|liens?|enlaces?|headline)\b|subscri|abonn|abone|подпис|ссылк|اشتراك|رابط|يرجي"
    ),
    re.IGNORECASE,
)
POINTS_BACK = re.compile(  # Read as long as you like: that is the only rule.
    folded(
        r".{12,}: (?:(?:that|this|it|such) (?:is|was)|those (?:are|were)|c'(?:est|était)"
        r"|ce (?:sont|furent)|das (?:ist|war)|so (?:steht|stand|heißt|hieß)"
        r"|est[ao] (?:es|era|fue|é|foi)|(?:foi|era|é) est[ae]"
        r"|era esa|è (?:la|il|questa)|era la|(?:вот|это|так) )\s?\w"
    ),
    re.IGNORECASE,
)
NETWORKS_FIRST = re.compile(  # Facebook, Telegram and X are named in the circular.
    r"(?:(?:facebook|twitter|x|instagram|youtube|telegram|whats ?app|tik ?tok|linked ?in|e-?mail)"
    r"(?:, | (?:and|or|et|ou|und|oder|y|o|e|и) | )){2,}(?=(?-i:[a-zà-ÿа-я]))",
    re.IGNORECASE,
)
LEAST_OF_NETWORKS = 5  # words that a sentence says of them
QUOTED_FIRST = re.compile(
    r"(['\"])[^'\"]{6,60}\1[:,] \w.{8}"
)  # 'We use cookies': banner draws fine
MARK = re.compile(r"[@|]|https?:|www\.|\.com\b")  # of an address, of a list
POINTED = re.compile(
    folded(
        r"the (?:first|second|third|last|two|three|four|other) (?:lines?|words?|names?)\b"
        r"|(?:those|these|such|ces|diese|jene|esas|esos|estas|estos|essas|esses|questi|queste|quei"
        r"|эти|те|هذه|تلك|bu)\s(?:\w+\s)?(?:names|words|lines|buttons|labels|mots|noms|lignes"
        r"|boutons|wörter|worte|namen|zeilen|palabras|nombres|líneas|botones|palavras|nomes|linhas"
        r"|parole|nomi|righe|слова|имена|строки|названия|кнопки|الكلمات|العبارات|kelime\w*|ad|isim)\b"
    ),
    re.IGNORECASE,
)
POINTED_AT = re.compile(  # the one line above: Share. / It was the word on his bag.
    folded(
        r"(?:that|this|it|which|c'|ce|das|dies|ese|esa|eso|essa|esse|era|fue|foi|quest[ao]|quell[ao]"
        r"|это|то|так|هذه|تلك|كانت|bu|זו|זה)\s?(?:was|is|were|reads?|are|était|est|furent|war|ist|era"
        r"|es|fue|foi|é|è|fu|было|был|была|есть|هي|كانت|היא|היה|הייתה)?\s?(?:\w+\s){0,2}?(?:word|line|sentence"
        r"|motto|name|label|advice|order|mot|phrase|devise|nom|conseil|wort|satz|spruch|name|rat"
        r"|palabra|frase|lema|nombre|consejo|palavra|nome|parola|motto|слово|надпись|название|фраза"
        r"|совет|الكلمة|العبارة|kelime|söz|המילה|השורה)\b"
    ),
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?…]) (?=\S)")
MOST_TOLD = 3  # sentences
LEAST_TOLD = 8  # blanks in a sentence that is surely the story's
LEAST_ADDED = 4  # blanks in one that a rule for the sentences before it does not know
ANYTHING = "Zyx zyx zyx zyx zyx zyx zyx zyx zyx."
MOST_POINTED = 8  # lines that a sentence below them speaks of
NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
MOST_BETWEEN = 3  # rows between two sentences of one list
LEAST_NUMBERED = 3
READS = re.compile(
    folded(
        r"\b(?:reads?|goes|went|runs?|ran|says?|said|stands?|written|lit|dit|disent|écrit|steht|stehen|lautete?n?|liest|dice"
        r"|dicen|decía|reza|rezan|escrit[oa]s?|diz|dizem|lê-se|legge|dicono|scritt[oie]|yazıyor|yazılı"
        r"|написано|гласит|сказано|كتب|مكتوب|يقول|نوشته|כתוב|נכתב)\b[^:]{0,30}:$"
    ),
    re.IGNORECASE,
)
ENTRY = re.compile(r"[^\W\d_][\w ]{1,24}\s?: ?\S")  # Length: 61 feet, on a ship's card
# The numbers two to eight; a number's place among the groups is what it counts.
COUNTED = re.compile(
    r"\b(?:()|(2|two|deux|zwei|dos|duas|dois|due|twee|två|to|iki|два|две|dwa|dwie|اثنان|دو)"
    r"|(3|three|trois|drei|tres|três|tre|drie|üç|три|trzy|ثلاثه?|سه)"
    r"|(4|four|quatre|vier|cuatro|quatro|quattro|fyra|fire|dört|четыре|cztery|اربعه?|چهار)"
    r"|(5|five|cinq|fünf|cinco|cinque|vijf|fem|beş|пять|pięć|خمسه?|پنج)"
    r"|(6|six|sechs|seis|sei|zes|sex|seks|altı|шесть|sześć|سته?|شش)"
    r"|(7|seven|sept|sieben|siete|sete|sette|zeven|sju|syv|yedi|семь|siedem|سبعه?|هفت)"
    r"|(8|eight|huit|acht|ocho|oito|otto|åtta|otte|sekiz|восемь|osiem|ثمانيه?|هشت))\b",
    re.IGNORECASE,
)
MOST_WRITTEN = 8  # words of a line that somebody wrote on a card
MOST_QUOTED = 10  # rows that a quotation or a list of the story may take
DRAWN = " _-*=~#"  # signs that rules are drawn with
LEAST_HEADS = 2  # beside the one worded as furniture
SHORTEST = 4  # words
LEAST_ANSWERS = 3  # fewer make no interview


def quoted_alone(rule: Rule, row: Row) -> bool:
    """Tell whether all that a rule needs stands in quotation marks within a sentence.

    `The paper ran a column by mistake with the words "Distributed by X".`
    """
    if '"' not in row.plain[1:-1]:
        return False
    low = row.plain.lower()
    words = [word for word in rule.needs if word in low]
    return bool(words) and all(in_quotes(row.plain, low.find(word)) for word in words)


def numbered(sheet: Sheet) -> frozenset[int]:
    """Return the rows of a list of the story: three or more sentences, numbered one by one."""
    found: list[int] = []
    run: list[int] = []
    for row in [*sheet.rows, None]:
        mark = NUMBER.match(row.plain) if row and row.stops else None
        if row and mark and int(mark[1]) == len(run) + 1:
            run.append(row.number)
            continue
        if row and run and not mark and row.number - run[-1] <= MOST_BETWEEN:
            continue  # a box between two of them
        found += run if len(run) >= LEAST_NUMBERED else []
        run = [row.number] if row and mark and int(mark[1]) == 1 else []
    return frozenset(found)


def told_of(row: Row) -> bool:
    """Tell whether a sentence speaks of furniture, or only begins as furniture does.

    `"Distributed by X" says this, "All rights reserved" that.`, `Sign up to her list and wait.`:
    a page speaks of itself and to its reader, not of him or her.
    """
    if row.plain.count('"') > 3:
        return True
    return is_said(row) or is_told(row) or calls_of_others(row)


def calls_of_others(row: Row) -> bool:
    """Tell whether a call speaks of a third: `Sign up to her list and wait.`"""
    call = CALL.match(row.plain) if row.words < 60 else None
    return bool(call and THIRD.search(row.plain) and not MARK.search(row.plain))


def is_told(row: Row) -> bool:
    """Tell whether a short sentence tells what was, or speaks of the word that it begins with.

    `Copyright © 2023 was stamped under it.`, `Photo: a word he hated.` A call counts as told of if
    the sentence behind it tells: `Subscribe and be glad. The words, painted in 1926, were read.`
    """
    plain = row.plain
    last = SENTENCE_END.split(plain)[-1]
    if not row.stops or READER.search(last) or MARK.search(plain):
        return False
    if row.sentences > 1:
        sentences = SENTENCE_END.split(plain)
        return row.words < 60 and bool(CALL.match(plain)) and any(map(narrates, sentences))
    return row.words <= LONGEST_NARRATED and (narrates(plain) or mentions(plain))


def tells(row: Row) -> bool:
    """Tell whether running text tells what happened, to no reader: `Mr Lind has drawn criticism
    for naming the head of a news website his adviser.`"""  # fmt: skip
    if READER.search(row.plain) or MARK.search(row.plain):
        return False
    return any(
        narrates(sentence) or happened(sentence) for sentence in SENTENCE_END.split(row.plain)
    )


def is_sentence_of_story(row: Row) -> bool:
    """Tell whether a sentence speaks neither of a page nor to its reader, were it begun as buttons.

    `Compartir piso es caro en Teruel.`, `Поделиться опытом приехали фермеры.`
    """
    called = row.plain.endswith("!") and CALL.match(row.plain)  # Sign up for the best of the fen!
    of_story = row.stops and row.sentences <= MOST_TOLD and not called
    return of_story and speaks_of_no_page(row.plain)


def speaks_of_no_page(plain: str) -> bool:
    """Tell whether a sentence names no network, offers nothing and has no word of publishing."""
    if len(plain) < 12 or MARK.search(plain) or ":" in plain.replace(': "', ""):
        return False
    spoken_to = READER.search(plain) or SOLD.search(plain) or NETWORK.search(plain)
    return not spoken_to and not share_of_publishing(plain)[0]


def ends_in_story(plain: str) -> bool:
    """Tell whether the last of several sentences speaks of no page, whatever the first ones are.

    `(c) 1887 J. Lind. All rights reserved. That is all that is cut into the stone.`
    """
    last = SENTENCE_END.split(plain)[-1]
    return last.count(" ") >= LEAST_TOLD and speaks_of_no_page(last)


def outruns(rule: Rule, row: Row) -> bool:
    """Tell whether a row goes on as a story behind what a rule for whole lines speaks of.

    `(c) 1934 J. Lohmann: so says a card that the club may show. Of the others the heirs live.`:
    the last sentence speaks of no page, and any other would suit the rule as well.
    """
    if row.sentences < 2 or not row.stops or rule.rank == "credit":
        return False
    last = SENTENCE_END.split(row.plain)[-1]
    least = LEAST_TOLD if rule.at == "tail" else LEAST_ADDED
    if last.count(" ") < least or PAGE_ADDS.search(last) or not speaks_of_no_page(last):
        return False
    return bool(rule.regex.fullmatch(row.plain.removesuffix(last) + ANYTHING))


def is_said(row: Row) -> bool:
    """Tell whether somebody says what a row says, or it speaks of furniture by its words.

    `All rights reserved, the label says`, `All rights reserved means little here.`
    """
    plain = row.plain
    if row.words >= 60 or MARK.search(plain):
        return False
    rights = RIGHTS_OF.match(plain) if row.stops else None
    if rights and speaks_of_no_page(plain[rights.end() :]):
        return True
    if POINTED.match(plain.partition(": ")[2]):
        return True  # We use cookies: those three words cost the chain a million.
    networks = NETWORKS_FIRST.match(plain) if row.stops else None
    if POINTS_BACK.match(plain) or (networks and says_of_networks(plain[networks.end() :])):
        return True
    return bool(SAID.search(plain) or OF_RIGHTS.match(plain)) or asks_in_vain(plain)


def says_of_networks(rest: str) -> bool:
    """Tell whether a sentence goes on behind the names of networks it begins with."""
    return rest.count(" ") >= LEAST_OF_NETWORKS and not (READER.search(rest) or SOLD.search(rest))


def asks_in_vain(plain: str) -> bool:
    """Tell whether a call is for what no page has: `Subscribe to a choir and learn to breathe.`"""
    call = ASKED.match(plain)
    if not call or SOLD.search(plain):
        return False
    return not share_of_publishing(plain[call.end() :])[0]


def pointed_back_to(sheet: Sheet) -> frozenset[int]:
    """Return the short rows that the sentence below them speaks of: `Those three names ...`."""
    rows: set[int] = set()
    for row in sheet.rows:
        if row.prose and POINTED.match(row.plain):
            above = reversed(sheet.rows[max(0, row.number - MOST_POINTED) : row.number])
            short = itertools.takewhile(lambda r: not r.prose and r.words < 8, above)
            rows.update(r.number for r in short)
        elif POINTED_AT.match(row.plain) and row.number:
            one = sheet.rows[row.number - 1]
            rows.update({one.number} if one.words < 8 and one.stops else ())
    return frozenset(rows)


def answers_in(sheet: Sheet) -> frozenset[int]:
    """Return the rows that answer the questions of an interview: sentences, each below a question.

    An answer may say `Subscribe first, then judge us.`, as a page does below one question or two.
    """
    pairs = zip(sheet.rows, sheet.rows[1:], strict=False)
    answers = frozenset(
        b.number for a, b in pairs if is_question(a) and b.stops and b.text[-1] != "?"
    )
    return answers if len(answers) >= LEAST_ANSWERS else frozenset()


def quoted_on(sheet: Sheet) -> frozenset[int]:
    """Return the rows on which a quotation goes that opened in a row above and closes in one below.

    A notice quoted in full over three paragraphs says `All rights reserved.` as its second.
    """
    rows: set[int] = set()
    opened = -1
    for row in sheet.rows:
        odd = row.plain.count('"') % 2 == 1
        if odd and row.plain.startswith('"'):
            opened = row.number
        elif odd and opened >= 0 and row.plain.endswith('"'):
            quoted = sheet.rows[opened : row.number + 1]
            rows.update(r.number for r in quoted if not is_page_mark(r))
            opened = -1
        elif odd or row.number - opened > MOST_QUOTED:
            opened = -1
    return frozenset(rows)


def heads_of_parts(sheet: Sheet) -> frozenset[int]:
    """Return the lines that head parts of the story as others do, were one `More from the hills`.

    It speaks of no page, and two lines and more that no rule knows stand between paragraphs too.
    Rules may be drawn between the parts.
    """
    rows = [row for row in sheet.rows if row.text.strip(DRAWN)]
    around = zip(rows, rows[1:], rows[2:], strict=False)
    heads = [row for above, row, below in around if heads_part(above, row, below)]
    known = [row for row in heads if is_furniture(row)]
    if not known or len(heads) - len(known) < LEAST_HEADS:
        return frozenset()
    of_parts = (r for r in known if r.text.isupper() or speaks_of_no_page(r.plain))
    return frozenset(row.number for row in of_parts)


def heads_part(above: Row, row: Row, below: Row) -> bool:
    """Tell whether a line of some words stands between two paragraphs, an empty line around it.

    A word alone must be in capitals.
    """
    apart = row.block.gap > 0 and below.block.gap > 0 and row.block.kind == "text"
    line = row.words > 1 or (row.text.isalpha() and row.text.isupper())
    line = line and row.words <= MOST_WRITTEN and not row.stops and not row.prose
    return apart and line and above.prose and below.prose


def brief_in_a_row(sheet: Sheet) -> frozenset[int]:
    """Return the sentences of a word or some between others such: `Read more.`, `Walk home.`"""
    around = zip(sheet.rows, sheet.rows[1:], sheet.rows[2:], strict=False)
    brief = ((a, b, c) for a, b, c in around if is_short_sentence(b) and is_furniture(b))
    last = max((row.number for row in sheet.rows if row.prose), default=0)
    return frozenset(
        row.number
        for above, row, below in brief
        if row.number < last
        and any(is_short_sentence(r) and not is_furniture(r) for r in (above, below))
    )


def is_short_sentence(row: Row) -> bool:
    """Tell whether a row is a sentence of some words: `Walk home.`"""
    return row.stops and 1 < row.words <= SHORTEST


def is_page_mark(row: Row) -> bool:
    """Tell whether a row is what a browser prints at the foot and head of each page."""
    return not row.stops and any(r.rank == "site" and r.find(row.plain) for r in row.rules)


def listed_below(sheet: Sheet) -> frozenset[int]:
    """Return the items of lists that a sentence of the story announces, were one of them
    `- All rights reserved, a play.`: of buttons each one is known."""  # fmt: skip
    rows: set[int] = set()
    for row in sheet.rows:
        brief = row.words < 4 and not (row.words > 1 and READS.search(row.plain))
        if not row.text.endswith(":") or brief or is_furniture(row):
            continue
        below = sheet.rows[row.number + 1 : row.number + 1 + MOST_QUOTED]
        items = list(itertools.takewhile(lambda r: r.block.kind == "list-item", below))
        known = sum(map(is_furniture, items))
        if len(items) >= LEAST_NUMBERED and 2 * known < len(items):
            rows.update(item.number for item in items)
        rows.update(r.number for r in written_below(row, below))
    return frozenset(rows)


def written_below(row: Row, below: list[Row]) -> list[Row]:
    """Return the short lines below a sentence that gives their words: `The eight cards read:`.

    Whole sentences need no such verb above them, three or more: `On the board are the rules:`.
    """
    lines = list(itertools.takewhile(lambda r: r.words <= MOST_WRITTEN and not r.prose, below))
    whole = list(itertools.takewhile(lambda r: r.stops and r.words <= 2 * MOST_WRITTEN, below))
    card = list(itertools.takewhile(is_entry, below)) if row.words > MOST_WRITTEN else []
    if len(card) >= LEAST_NUMBERED and any(r.prose for r in below[len(card) :][:1]):
        return card
    if lines and (counted := counted_lines(row, lines)) and any(r.prose for r in below):
        return counted
    listed = list(itertools.takewhile(is_brief, below)) if row.words > MOST_WRITTEN else []
    known = sum(map(is_furniture, listed))
    if max(LEAST_NUMBERED, 2 * known) <= len(listed) < len(below):
        return listed  # a model of a notice that a court sets out
    if READS.search(row.plain) and len(lines) >= LEAST_NUMBERED and len(lines) < len(below):
        return lines
    while whole and is_furniture(whole[-1]) and not any(r.prose for r in below[len(whole) :]):
        whole.pop()  # the page's own lines below the story
    if len(whole) >= LEAST_NUMBERED:
        return whole
    return lines if row.words > MOST_WRITTEN and stands_alone(lines, below) else []


def stands_alone(lines: list[Row], below: list[Row]) -> bool:
    """Tell whether one line gives what was announced, the story going on right below it.

    `The van bore its name:` stands above `Read More`; a quotation below is what was announced.
    """
    if len(lines) != 1 or not lines[0].block.gap or len(below) < 2:
        return False
    return below[1].prose and not below[1].plain.startswith(('"', "'", "- "))


def is_brief(row: Row) -> bool:
    """Tell whether a row is a line of some words, no running text."""
    return row.words <= 2 * MOST_WRITTEN and not row.prose


def is_entry(row: Row) -> bool:
    """Tell whether a row is a line of a card that a story prints: `Length: 61 feet`."""
    return is_brief(row) and bool(ENTRY.match(row.plain))


def counted_lines(row: Row, lines: list[Row]) -> list[Row]:
    """Return the lines whose number the sentence above them tells: `Below are three buttons:`."""
    group = [lines[0], *itertools.takewhile(lambda r: r.block.gap == 0, lines[1:])]
    told = {found.lastindex for found in COUNTED.finditer(row.plain)} if row.words > 5 else set()
    return next((run for run in (group, lines) if len(run) in told and len(run) > 1), [])


def is_furniture(row: Row) -> bool:
    """Tell whether a rule knows a row wherever it stands."""
    return any(rule.at == "line" and rule.find(row.plain) for rule in row.rules)


def is_question(row: Row) -> bool:
    """Tell whether a row is a headline put as a question."""
    return row.text.endswith("?") and row.sentences <= 1 and row.words <= 16


def in_quotes(plain: str, place: int) -> bool:
    """Tell whether a place of a block lies between quotation marks."""
    return plain.count('"', 0, place) % 2 == 1

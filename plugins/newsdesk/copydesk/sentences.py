"""What a sentence shows by itself: said, told, asked in vain, speaking of no page."""

from __future__ import annotations

import re

from newsdesk.copydesk.calendars import folded
from newsdesk.copydesk.narration import LONGEST_NARRATED, TAG, mentions, narrates, recounts
from newsdesk.copydesk.people import share_of_publishing
from newsdesk.copydesk.rulebook import Rule
from newsdesk.copydesk.sheet import HAN, Row

READER = re.compile(
    r"\b(?:you|your|please|vous|votre|veuillez|sie bitte|lesen sie|ihnen|ihre e-mail"
    r"|ihr(?:e[nr]?)? (?:e-?mail|postfach)\S*|su correo|usted|вы|ваш\w*)\b",
    re.IGNORECASE,
)
CALL = re.compile(
    r"(?:sign|enter|follow|subscribe|share|read|join|click|get|download|register|watch|listen|like"
    r"|see"
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
        r"[,،][\"]? (?:(?:[\w'-]+ ){0,4}(?:ha[sd] (?:added|noted|written|said)|said|says?|asks"
        r"|suggests|promises|tells|told|reads"
        r"|joked|promised|begged|asked|advise[ds]|wrote|writes|replied|answered|concluded"
        r"|concludes|argued|quipped|remarked|warned|warns|shouted|shouts|cried|cries|sang|sings"
        r"|whispered|urged|urges|insisted|declared)\b"
        r"|(?:s?he|it|they|the (?:\w+ )?\w+|m(?:rs?|s)\.? \w+) (?:ends?|ended|added?|adds"
        r"|noted?|notes|observe[ds]|explain(?:s|ed)|ruled|complain(?:s|ed)|mutter(?:s|ed)|mused"
        r"|admit(?:s|ted)|recall(?:s|ed)"
        r"|repeat(?:s|ed)|laugh(?:s|ed)|found|held|thinks|thought|beg[ai]ns?|continue[ds]|goes on"
        r"|went on|ran|runs)[,.;]"
        r"|(?:añad(?:e|ió)|agreg(?:a|ó)|dice|comenta|bromea|zanja|remata|ajoute|sourit|lâche|souffle"
        r"|aggiunge|acrescenta|добавляет|говорит)[,.;]"
        r"|(?:r[au]ns?|went|goes|beg[ai]ns?|end(?:s|ed)|announce[ds]) (?:the|an?|h(?:is|er)|its)\b"
        r"|(?:a|ont)-t-(?:il|elle|on)s? \w+\b"
        r"|so (?:steht|stand|heißt|hieß|lautete?)\b|(?:annon[cç]e|annonçait|affich(?:e|ait)"
        r"|indiqu(?:e|ait)|clam(?:e|ait)) \w"
        r"|(?:cria|lança|hurla|murmura|annonça|ajouta|demanda|répondit|répéta|conclut) \w"
        r"|(?:dit|écri(?:t|vait)|lance|crie|ajoute|répète|explique|demande|conseille|promet"
        r"|prévient"
        r"|plaisante|rappelle|insiste|assure|confie|murmure|sourit|disai(?:t|ent))-(?:t-)?(?:il"
        r"|elle"
        r"|on)s?\b"
        r"|\w{3,}(?:e|ait|aient) (?:l[ea]s? |l'|une? )"
        r"|(?:(?:l[ea]s?|me|nos|se lo) )?(?:(?:ha|han|había|hat|haben) (?:\w{2,12}(?:[ai]do|cho|to)"
        r"|ge\w{3,12}t)"
        r"|(?:lui |leur )?dit|disait|plaisante|raconte"
        r"|conseille|lance|sourit|explique|assure|confie|demand(?:e|ait)|prom(?:et|ettait)"
        r"|averti(?:t|ssait)"
        r"|crie|criait|répétait|écrit|écrivait|lisait-on|lit-on|proclame|proclamait"
        r"|sagte?n?|r[äi]e?t|raten|bittet|fordert(?:e|en)?|verspr[ia]cht?|bat(?:en)?|meinte?"
        r"|rief(?:en)?|ruft|scherzte?|schrieb|schreibt|steht|hieß|heißt|lautete?|mahnte?|warnte?"
        r"|dijo|dice|decía|pidió|pide|ruega|aconseja|promet(?:e|ió)|avis(?:a|ó)|rezan|advierten?"
        r"|ordena|bromean?|cuenta|explica|escribió|grita|gritó|reza|rezaba"
        r"|disse|diz|dizia|pedi?u?|pede|prometeu?|avis(?:a|ou)|brinca|escreveu|gritou|lia-se|lê-se"
        r"|diceva|scherza|scrisse|racconta"
        r"|recita|recitava|gridava|si legge|si leggeva|napisał|żartuje|zegt|schreef|skrev|sier"
        r"|scria|írta|אמרה?|אומר(?:ת)?|ביקשה?|מבקש(?:ת)?|הכריזה?|הבטיחה?|קראה?|כתבה?|נכתב"
        r"|צועק(?:ת)?|התבדח)\s"
        r"|(?:- )?(?:сказал|просил|говори[лт]|шутил|шутит|пишет|писал|написал"
        r"|написано|выведено|значится|крич[аи][лт]|значил"
        r"|гласи[лт]|отмеча(?:ет|ют|л)|говорится|подчеркива|считает|поясн|предлагал?|призывал?"
        r"|призывает|требует|просит|обещает|уверяет|велел|велит|обещал?|напоминал?|требовал?"
        r"|советует|советовал|предупреждал|уверял|отвечал|каже|писав|крикну|закрич|восклик|добавил"
        r"|произн[её]с|шепну|прошептал|объяви[лт]|ответи[лт]|вздохну)"
        r"|(?:zei|vertelde|riep|vroeg|sade?|sagde|siger|säger|fortalte|berättade|sanoi|kertoi"
        r"|reads?"
        r"|begins|asks|dedi|derdi|diyor|diyen|diyerek|yazıyor|yazıyordu|yazar|kata|ujar|tutur"
        r"|canda|seru|teriak)\b"
        r"|(?:according to|selon|laut|según|segundo|secondo|по словам|по данным)\s"
        r"(?!(?:our|nos|notre|unsere[rnm]?|nuestr[ao]s?|nossas?|nostr[aei])\b)"
        r"|(?:rappell(?:e|ent)|rappelait|préviennent|disent|avertissent|expliquent|promettent|prévient|prévenait|ajoute|ajoutait|précise|note|notait)\b"
        r"|(?:powiedzia|mówi|głosi|radzi|prosi|pyta|řekl|říká|radil|prosil|křičel|píše|napsal"
        r"|mondta"
        r"|mesélte|kérte|javasolta|spune|a spus|rekao|rekla|kaže|govori|pitao|сказа|казав|казала"
        r"|радил|каза\b|рече|είπε|έλεγε|λέει|ζήτησε|έγραψε|έγραφε)"
        r"|(?:ông|bà|anh|chị) (?:\w+ )?(?:nói|bảo|cười|kể)\b|(?:nói|bảo|cười|kể)\b"
        r"|(?:و|كما |هكذا )?(?:قال|قالت|[يت]قول|كتبت?|[يت]كتب|[يت]صيح|صاحت?|[يت]ردد|[يت]نادي"
        r"|جاء|ورد)\s|(?:.{0,30} )?(?:گفت|مي ?گويد|نوشت|می‌نویسد|كہا|كہتے|لكھا|कहा|कहते|लिखा))"
        r"| - так (?:гласи|написан|говор|начина|называ)\w*|[!?][\"]? (?:cried|cries|shouted|said"
        r"|says|asked|yelled|called|whispered|sang|roared) \w"
        r"|，[^，。]{0,30}(?:说|寫|写道|喊|笑道|写着)|と(?:話|言|書|語|述|叫)|라고 (?:말|적|썼|외)"
    ),
    re.IGNORECASE,
)
RESERVED = (
    "all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados"
    "|todos os direitos reservados|tutti i diritti riservati|все права защищены"
    "|tüm hakları saklıdır"
)
SET_APART = re.compile(  # Follow us, at the foot of the hill, has a sheep on it.
    r"[^.!?,\"]{4,30}, (?:at|in|on|under|above|over|by) [^,.]{3,40}, (?:is|was|has|had)\b",
    re.IGNORECASE,
)
OF_RIGHTS = re.compile(  # All rights reserved is what her grandmother stitched
    folded(
        rf"(?:{RESERVED}|جميع الحقوق محفوظة|כל הזכויות שמורות)(?: ©)? (?:is|are|was|were"
        r"|means?|meant|has|had|does|did|sounds?|comes?|came|stands?|stood|est|sont|était|signifie"
        r"|veut|n'\w+|ne"
        r"|ist|sind|war|heißt|bedeutet|steht|klingt|es|son|era|significan?|suena|é|são|quer|soa|è"
        r"|sono|vuole|suona|значит|означает|звучит|sözü|demek|diye|هي|هو|كانت|كتبها|عبارة|جملة|تعني|ليست|זה|הוא)\b"
        rf"|(?:{RESERVED}) (?:to|à|aux?|a|al|al?la|ao|für|за)\b[^,.]{{2,40}}, "
        r"(?:who|qui|quien|que|che)\b"
        rf"|(?:{RESERVED}|جميع الحقوق محفوظة|כל הזכויות שמורות)[,،:]? (?:\w+ )?"
        r"(?:words|wörter|worte|mots|palabras|palavras|parole|слова|كلمات|كلمه|kelime|מילים)\b"
        r"|(?:版权所有|翻印必究|转载请注明(?:来源|出处)|(?:未经.{2,4})?不得转载)[,，]?"
        r"(?:并不|不等于|意味着|是|这|成了|只是|听)"
        r"|(?:перепечатка|копирование|цитирование) (?:разрешается|разрешена|разрешено|позволено)"
        r" (?:всем|каждому|тем|любому|лишь тем|только тем)\b"
    ),
    re.IGNORECASE,
)
RIGHTS_OF = re.compile(  # All rights reserved: three words that a farmer wrote on a crate
    folded(rf"(?:{RESERVED})(?: ?[:-] (?=(?:\S+ ){{5}})|, (?=(?-i:[a-zà-ÿа-я]).*\.$))"),
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
        r"|google|flipboard|\bx\b|e-?mail|rss|newsletter|\bus\b|\bour\b|\b(?:nous|nos|notre|uns"
        r"|unsere?[nmrs]?|nuestr[ao]s?"
        r"|noss[ao]s?|nostr[oaie]|bizi|bizim|нас|наш\w*|ons|onze)\b|вконтакте|телеграм|فيسبوك|تويتر"
        r"|واتساب|تلغرام|تليجرام|يوتيوب|تلگرام|اينستاگرام|فيس بوك|微信|微博|关注我们|עקבו|פייסבוק"
    ),
    re.IGNORECASE,
)
PAGE_ADDS = re.compile(  # We operate from Kelby. Support the Lookout. The page may have changed.
    folded(
        r"^(?:we|nous|wir|nosotros|nós|noi|мы|biz|نحن|我们|support|donate|soutenez|apoya|apoie"
        r"|sostieni"
        r"|поддержите)\b|\b(?:pages?|página|pagina|seite|страниц\w*|صفحة|clicks?|klick|clic"
        r"|clique|links?|liens?|enlaces?|headline)\b|quotes displayed"
        r"|(?:earlier|previous) version|ctrl\b|rediffusion|^(?:log|sign) (?:in|up)\b|^register\b"
        r"|\b(?:warrant(?:y|ies)|liab(?:le|ility)|representations|endors\w+|disclaims?)\b"
        r"|subscri|abonn|abone|подпис|ссылк|اشتراك|رابط|يرجي"
    ),
    re.IGNORECASE,
)
POINTS_BACK = re.compile(  # Read as long as you like: that is the only rule.
    folded(
        r".{3,}: (?:(?:that|this|it|such) (?:is|was)|those (?:are|were)|c'(?:est|était)"
        r"|ce (?:sont|furent)|das (?:ist|war)|so (?:steht|stand|heißt|hieß)"
        r"|est[ao] (?:es|era|fue|é|foi)|(?:foi|era|é) est[ae]"
        r"|era esa|è (?:la|il|questa)|era la|(?:вот|это|так(?:ой|ая|ое|ую|им|ими|ие)?) "
        r"|such an? |so eine?[nms]? |solche?[nrs]? |(?:un tel|une telle|un tal|una tale) "
        r"|(?:semejante|tal|چنین) |مثل هذ[ها] |böyle bir )\s?\w"
    ),
    re.IGNORECASE,
)
SAYS_BACK = re.compile(  # We use cookies. So says a board outside the post office.
    folded(
        r"[.!?…] (?:so (?:says?|said|reads?|runs?|ran|goes|went|steht|stand|heißt|hieß|lautete?n?)"
        r"|thus (?:says|reads|ran|runs)|(?:that|this|which|it) (?:is|was) (?:what|how|all)"
        r"|(?:das|dies) (?:ist|war|steht|stand)|ainsi (?:par|dit|s'|com|se)\w*"
        r"|c'(?:est|était) (?:ce|là|la|le|l')"
        r"|voilà ce|así (?:reza|dice|decía|empieza|rezaba)|eso (?:dice|es|decía)"
        r"|assim (?:diz|reza|começa)"
        r"|così (?:dice|recita|si)|так (?:гласи|написа|говор|начина)\w*|هكذا|بهذه)\b"
    ),
    re.IGNORECASE,
)
NAMED_SO = re.compile(  # Topic: Press release summary is how a schoolboy titled his drawing.
    r" (?<!^this )(?<!^that )(?<!^here )(?<!^it )(?:is|was) (?:how|what) (?!we\b|you\b|our\b)\w",
    re.IGNORECASE,
)
HANGS = re.compile(  # Share on Facebook hangs over the door.
    folded(
        r" (?:hangs|hung|hängt|hing|cuelga|colgaba|pend|pendait|est accroché\w*|était accroché\w*"
        r"|pende"
        r"|висит|висел[ао]?|asılı) (?:over|above|on|in|from|beside|outside|über|an|am|im|vor|sobre"
        r"|en|de|над"
        r"|на|у|в|au-dessus|à|sur|dans|duruyor)\b"
    ),
    re.IGNORECASE,
)
CLAUSE = re.compile(
    folded(r"(?:, (?:and|but|et|mais|und|aber|y|pero|e|mas|и|а|но|ve|ama)|;|، و) "), re.IGNORECASE
)
NO_SUBJECT = re.compile(  # ... and has covered the fen, but this video has failed to load
    rf"(?:{THIRD.pattern}|(?:has|have|had|was|were|is|are|a|ont|hat|haben|ha|han|this|dies\w*|ce"
    rf"|cette"
    r"|est[ea])\b)",
    re.IGNORECASE,
)
LEAST_EVENT = 2  # blanks of a clause
TEASED = re.compile(r"[^:?]{4,30}: [¿«\"]?[^:?]{8,}\?$")  # Te puede interesar: ¿Quién era Lind?
MENDED = re.compile(  # An earlier version of this article misspelled a name. It is Lind, not Lint.
    r"\b(?:earlier|previous|original) version of (?:this|the) \w+", re.IGNORECASE
)
NETWORKS_FIRST = re.compile(  # Facebook, Telegram and X are named in the circular.
    r"(?:(?:facebook|twitter|x|instagram|youtube|telegram|whats ?app|tik ?tok|linked ?in|e-?mail)"
    r"(?:, | (?:and|or|et|ou|und|oder|y|o|e|и) | )){2,}(?=(?-i:[a-zà-ÿа-я]))",
    re.IGNORECASE,
)
LONGEST_MENTION = 40  # words
FINED = re.compile(  # no notice tells of a fine and its sum
    folded(
        r"(?=.*\d).*\b(?:fined?|fines|jury|verdict|amendes?|multas?|multad[ao]s?|bußgeld\w*"
        r"|geldstrafe"
        r"|штраф\w*|ammenda|para cezası|غرامه|جريمه نقدي)\b"
    ),
    re.IGNORECASE,
)
LEAST_CLAUSE = 3  # blanks before a colon
LEAST_OF_NETWORKS = 5  # words that a sentence says of them
QUOTED_FIRST = re.compile(
    r"(['\"])[^'\"]{6,60}\1[:,] \w.{8}"
)  # 'We use cookies': banner draws fine
MARK = re.compile(r"[@|]|https?:|www\.|\.com\b")  # of an address, of a list
POINTED = re.compile(
    folded(
        r"the (?:first|second|third|last|two|three|four|other) (?:lines?|words?|names?)\b"
        r"|(?:with|mit|avec|con|com|с|bu) (?:this|these|those|diese[mnr]|ce|cette|ces|est[aeo]s?"
        r"|ess[ae]s?|quest[aeoi]|этой|этими?)? ?(?:sentence|words?|lines?|satz|sätzen|worten|phrase"
        r"|mots?|frase|palabras|palavras|parole|фразой|слов[оа]ми?|sözle\w*)\b"
        r"|(?:those|these|such|ces|diese|jene|esas|esos|estas|estos|essas|esses|questi|queste|quei"
        r"|эти|те|هذه|تلك|bu)\s(?:\w+\s)?(?:names|words|lines|buttons|labels|mots|noms|lignes"
        r"|boutons|wörter|worte|namen|zeilen|palabras|nombres|líneas|botones|palavras|nomes|linhas"
        r"|parole|nomi|righe|слова|имена|строки|названия|кнопки|الكلمات|العبارات|kelime\w*|ad"
        r"|isim)\b"
    ),
    re.IGNORECASE,
)
OF_WORDS = re.compile(  # ...: Savva reads the sentence with relish
    r" (?:the|that|this) (?:sentence|phrase|formula|wording|slogan)\b", re.IGNORECASE
)
THOSE_WORDS = re.compile(r" (?:those|these) (?:\w+ )?words\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.!?…؟۔।]) (?=\S)|(?<=[。！？])(?=[\u3040-\u9fff])")
MOST_TOLD = 3  # sentences
LEAST_TOLD = 8  # blanks in a sentence that is surely the story's
LEAST_ADDED = 4  # blanks in one that a rule for the sentences before it does not know
ANYTHING = "Zyx zyx zyx zyx zyx zyx zyx zyx zyx."


def quoted_alone(rule: Rule, row: Row) -> bool:
    """Tell whether all that a rule needs stands in quotation marks within a sentence.

    `The paper ran a column by mistake with the words "Distributed by X".`
    """
    if '"' not in row.plain[1:-1]:
        return False
    low = row.plain.lower()
    words = [word for word in rule.needs if word in low]
    return bool(words) and all(in_quotes(row.plain, low.find(word)) for word in words)


def is_quotation(row: Row) -> bool:
    """Tell whether a paragraph is one quotation from its first sign to its last."""
    plain = row.plain
    return row.prose and plain.count('"') == 2 and plain[0] == plain[-1] == '"'


def told_of(row: Row) -> bool:
    """Tell whether a sentence speaks of furniture, or only begins as furniture does.

    `"Distributed by X" says this, "All rights reserved" that.`, `Sign up to her list and wait.`:
    a page speaks of itself and to its reader, not of him or her.
    """
    if row.plain.count('"') > 3:
        return True
    return is_said(row) or is_told(row) or calls_of_others(row)


def calls_of_others(row: Row) -> bool:
    """Tell whether a call speaks of a third, or is a thing: `Sign up to her list and wait.`,
    `Follow us, at the foot of the hill, has a sheep.`"""  # fmt: skip
    call = CALL.match(row.plain) if row.words < 60 else None
    if not call or MARK.search(row.plain):
        return False
    apart = row.stops and any(map(SET_APART.match, SENTENCE_END.split(row.plain)))
    return bool(THIRD.search(row.plain) or apart)


def tells_of_no_page(plain: str) -> bool:
    """Tell whether a sentence tells what was and speaks of no page: `Nobody knew what it was.`"""
    return narrates(plain) and speaks_of_no_page(plain)


def ends_in_event(plain: str) -> bool:
    """Tell whether the last clause of a sentence, with a subject of its own, tells what happened.

    `Share on Facebook hangs over the door, and takings have doubled.`: no notice ends so.
    """
    clauses = CLAUSE.split(plain)
    last = clauses[-1] if len(clauses) > 1 else ""
    told = blanks(last) >= LEAST_EVENT and not NO_SUBJECT.match(last)
    return told and speaks_of_no_page(last) and recounts(last)


def is_told(row: Row) -> bool:
    """Tell whether a short sentence tells what was, or speaks of the word that it begins with.

    `Copyright © 2023 was stamped under it.`, `Photo: a word he hated.` A call counts as told of if
    the sentence behind it tells: `Subscribe and be glad. The words, painted in 1926, were read.`
    """
    plain, sentences = row.plain, SENTENCE_END.split(row.plain)
    if not row.stops or MARK.search(plain) or TEASED.match(plain):
        return False
    if row.words < LONGEST_MENTION and ends_in_event(plain):
        return True
    if READER.search(sentences[-1]):
        return False
    if sentences[0].endswith(("?", "؟")) and any(map(tells_of_no_page, sentences[1:])):
        return True
    if row.sentences > 1:
        return row.words < 60 and bool(CALL.match(plain)) and any(map(narrates, sentences))
    if row.words < LONGEST_MENTION and mentions(plain):
        return True
    return row.words <= LONGEST_NARRATED and narrates(plain)


def tells(row: Row) -> bool:
    """Tell whether running text tells what happened, to no reader: `Mr Lind has drawn criticism
    for naming the head of a news website his adviser.`"""  # fmt: skip
    if READER.search(row.plain) or MARK.search(row.plain):
        return False
    return any(map(recounts, SENTENCE_END.split(row.plain)))


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
    of_page = blanks(last) < LEAST_TOLD or PAGE_ADDS.search(last)
    return not of_page and speaks_of_no_page(last)


def blanks(plain: str) -> int:
    """Return the blanks of a sentence, or how many there would be if Chinese were set with them."""
    return plain.count(" ") + len(HAN.findall(plain)) // 2


def outruns(rule: Rule, row: Row) -> bool:
    """Tell whether a row goes on as a story behind what a rule for whole lines speaks of.

    `(c) 1934 J. Lohmann: so says a card that the club may show. Of the others the heirs live.`:
    the last sentence speaks of no page, and any other would suit the rule as well.
    """
    if row.sentences < 2 or not row.stops or rule.rank == "credit" or MENDED.search(row.plain):
        return False
    last = SENTENCE_END.split(row.plain)[-1]
    least = LEAST_TOLD if rule.at == "tail" else LEAST_ADDED
    if blanks(last) < least or PAGE_ADDS.search(last) or not speaks_of_no_page(last):
        return False
    return bool(rule.regex.fullmatch(row.plain.removesuffix(last) + ANYTHING))


def is_said(row: Row) -> bool:
    """Tell whether somebody says what a row says, or it speaks of furniture by its words.

    `All rights reserved, the label says`, `All rights reserved means little here.`
    """
    plain = row.plain
    if row.words >= 60 or MARK.search(plain):
        return False
    if row.stops and goes_on_from_rights(plain):
        return True
    head, colon, behind = plain.partition(": ")
    if POINTED.search(behind) or OF_WORDS.search(plain, len(head) + 1):
        return True  # We use cookies: those three words cost the chain a million.
    if row.sentences > 1:
        last = SENTENCE_END.split(plain)[-1]
        if THOSE_WORDS.search(last) or POINTED.match(last):
            return True  # All rights reserved. You have read those words so often
    if row.stops and (FINED.match(plain) or NAMED_SO.search(plain) or HANGS.search(plain)):
        return True
    clause = row.stops and colon and head.count(" ") >= LEAST_CLAUSE
    if clause and (narrates(head) or " came " in head):
        return True  # His favourite came from a magazine: this may be redistributed.
    networks = NETWORKS_FIRST.match(plain) if row.stops else None
    if (
        POINTS_BACK.match(plain)
        or SAYS_BACK.search(plain)
        or (networks and says_of_networks(plain[networks.end() :]))
    ):
        return True
    told = SAID.search(plain) or OF_RIGHTS.match(plain) or (row.stops and TAG.search(plain))
    return bool(told) or asks_in_vain(plain)


def heads_with_notice(row: Row) -> bool:
    """Tell whether a headline begins as a notice of rights: `All rights reserved: a life`."""
    return row.number == 0 and goes_on_from_rights(row.plain)


def goes_on_from_rights(plain: str) -> bool:
    """Tell whether what stands behind `All rights reserved:` speaks of no page."""
    rights = RIGHTS_OF.match(plain)
    return rights is not None and speaks_of_no_page(plain[rights.end() :])


def says_of_networks(rest: str) -> bool:
    """Tell whether a sentence goes on behind the names of networks it begins with."""
    return rest.count(" ") >= LEAST_OF_NETWORKS and not (READER.search(rest) or SOLD.search(rest))


def asks_in_vain(plain: str) -> bool:
    """Tell whether a call is for what no page has: `Subscribe to a choir and learn to breathe.`"""
    call = ASKED.match(plain)
    if not call or SOLD.search(plain):
        return False
    return not share_of_publishing(plain[call.end() :])[0]


def is_question(row: Row) -> bool:
    """Tell whether a row is a headline put as a question."""
    return row.text.endswith("?") and row.sentences <= 1 and row.words <= 16


def in_quotes(plain: str, place: int) -> bool:
    """Tell whether a place of a block lies between quotation marks."""
    return plain.count('"', 0, place) % 2 == 1

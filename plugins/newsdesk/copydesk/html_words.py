"""The words by which pages betray what a block is: in names of classes, and in the text itself."""

from __future__ import annotations

import re

# Kinds of furniture, and the words in class names, ids and roles that speak of them.
TROUBLE = {
    "share": "share sharing social facebook twitter whatsapp pinterest sharebar follow",
    "related": "related recommended recommend recommendation recommendations more most popular"
    " trending readmore also similar recirc recirculation teaser teasers promo promos outbrain"
    " taboola latest headlines next previous prev pagination pager river inlinelinks seealso",
    "letter": "newsletter newsletters subscribe subscription signup sign login register paywall"
    " membership donate donation email offer cta",
    "ad": "ad ads advert advertisement advertising sponsor sponsored dfp banner commercial",
    "comment": "comment comments disqus respond reply replies discussion commentlist livefyre",
    "picture": "caption captions credit image img photo gallery slideshow figure media video"
    " player carousel thumbnail wp",
    "byline": "byline author authors bio contributor dateline timestamp date time published meta"
    " info posted pubdate updated kicker",
    "furniture": "sidebar side rail widget widgets nav navigation menu breadcrumb breadcrumbs"
    " footer header toolbar tools tool masthead cookie consent gdpr modal popup overlay skip search"
    " tags tag tagged topics topic keywords category categories label copyright disclaimer legal"
    " hidden print noprint screen sr tooltip rollover",
    "title": "title headline hed dek deck subtitle subhead standfirst summary",
}
TROUBLES = {word: kind for kind, words in TROUBLE.items() for word in words.split()}
GOOD = frozenset("article body story entry post content text paragraph main articlebody".split())
NAMED_IN = ("class id role itemprop data-component data-type data-testid aria-label").split()

# What a block says, looked for in its first 400 characters where it has 60 words or fewer.
SAYS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "says-share": r"\b(?:share (?:this|on|via)|tweet(?: this)?|facebook|twitter|whatsapp"
        r"|pinterest|linkedin|email this|print this|follow (?:us|him|her|me|@)|@\w+ on twitter"
        r"|click to tweet|sharing is caring|teilen|partager|compartir|compartilh\w+|condividi|delen"
        r"|udostępnij|paylaş|bagikan|поделиться|شارك|اشتراک‌گذاری|分享|シェア|ツイート)\b",
        "says-more": r"^\W*(?:read (?:more|also|next|the|full)"
        r"|more (?:on|from|stories|about|news|in)|related|see (?:also|more)"
        r"|also (?:read|see|on)|recommended|up next|watch|click|view|don.t miss|exclusive:|just in"
        r"|you (?:may|might) (?:also )?like|continue reading|load more|next|previous|popular"
        r"|trending|most (?:read|popular|viewed)|top stories|what to read|listen|download"
        r"|lesen sie|mehr (?:zum|zu)|à lire|lire aussi|voir aussi|lea (?:también|más)|ver más"
        r"|leia (?:também|mais)|leggi|lees|läs (?:också|även|mer)|les (?:også|mer)"
        r"|læs (?:også|mere)|czytaj|zobacz|čtěte|baca juga|selengkapnya|ayrıca|ilgili haber"
        r"|читайте|читай|ещё|смотрите|関連|続きを読む|相关|延伸阅读|더 보기|اقرأ|إقرأ|بیشتر|daha"
        r"|קראו)\b",
        "says-letter": r"\b(?:newsletters?|subscri(?:be|bers?|ption)|sign[ -]?(?:up|in)|log ?in"
        r"|inbox|register|unsubscribe|free trial|membership|email address|privacy policy"
        r"|terms of (?:use|service)|cookies?|notifications?|abonnieren|abonnez|suscr[ií]bete"
        r"|подпи(?:сывайтесь|шитесь)|consent)\b",
        "says-ad": r"^(?:adverts?|advertise?ment|advertising|sponsored?|promoted|anzeige|werbung"
        r"|publicit[ée]|publicidad|publicidade|pubblicità|advertentie|annonce|annons|reklame?|reklama"
        r"|iklan|реклама|إعلان|اعلان|تبلیغات|广告|광고|広告|story continues|article continues"
        r"|continue reading|ad|loading|javascript|this slideshow)\b",
        "says-rights": r"©|\(c\)|copyright|all rights reserved|rights reserved|reprint"
        r"|may not be (?:published|reproduced)|alle rechte|tous droits|reservados|все права",
        "says-credit": r"\b(?:getty|shutterstock|istock|ap photo|photo(?:graph|s)?(?: by|:|/)"
        r"|image(?:s)?(?: by|:| via| courtesy| credit)|credit|courtesy of|file photo|picture:"
        r"|foto:|reuters/|/afp|via ap|screenshot|illustration|写真|фото)\b",
        "ends-credit": r"\((?:image|photo|picture|pic|credit|source|ap|file|getty|reuters|afp)\b"
        r"[^()]{0,80}\)\W{0,9}$|\b(?:getty images|associated press|/ap|/afp|reuters"
        r"|shutterstock)\W{0,9}$",
        "says-comment": r"\b(?:comments?|repl(?:y|ies)|leave a|join the (?:conversation|discussion)"
        r"|post a|kommentare?|commentaires?|comentarios?|коммент\w*)\b",
        "says-who": r"^(?:by |von |par |por |di |written by|reporting by|editing by|updated"
        r"|published|posted|last (?:updated|modified)|contact|about the author|follow|tags?:"
        r"|topics?:|filed under|categor|author|source:|via:|editor"
        r"|this (?:article|story|post) (?:was|is|originally|has)|correction|image|photo|credit)",
        "says-date": r"\b(?:\d{1,2}:\d\d|(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?"
        r"|\d\d?[/.]\d\d?[/.](?:19|20)?\d\d"
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2},? (?:19|20)\d\d"
        r"|\d{1,2}\.? \w+\.? (?:19|20)\d\d|ago)\b",
    }.items()
}

"""The number a wire or a database gives its story, in the forms it is printed in below the story."""

import pytest
from newsdesk.copydesk import clean, load_rulebook
from newsdesk.records import Provenance, RawDocument

from .formats import STORIES

RULEBOOK = load_rulebook()
NUMBERS = {
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


@pytest.mark.parametrize("line", NUMBERS)
def test_the_number_is_read_and_its_line_goes(line: str) -> None:
    title, *story = STORIES["en"]
    text = "\n\n".join([title, "LONDON, Jan 15 (Reuters) - " + story[0], *story[1:], line])
    article = clean(RawDocument(text, Provenance("dump.txt", "", "0" * 64)), RULEBOOK)
    assert (NUMBERS[line], tuple(story)) == (article.wire_id, article.paragraphs)

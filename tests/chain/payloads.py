"""Texts that would do harm if anything took them for more than text, made from families.

`caught(N)` is what a browser under test would hear; `hostile.example` is where it must not go.
"""

from itertools import count

_number = count(1)
RUN = "caught({n})"
QUOTES = ('"', "'", "`", "")

TAGS = (
    "<script>{run}</script>", "<SCRIPT SRC=//hostile.example/a.js></SCRIPT>", "<script\n>{run}</script\n>",
    "<scr<script>ipt>{run}</script>", "<script>{run}", "<script/lamp>{run}</script >",
    "<script type=module>{run}</script>", "</title><script>{run}</script>",
    "</textarea><script>{run}</script>", "</style><script>{run}</script>", "--><script>{run}</script>",
    "</template><script>{run}</script>", "</noscript><script>{run}</script>",
    "<img src=x onerror={run}>", "<img/src/onerror={run}>", "<img src=x onerror='{run}' ",
    "<svg onload={run}>", "<svg><script>{run}</script></svg>", "<svg><animate onbegin={run} attributeName=x>",
    "<svg><a xlink:href=javascript:{run}><text>lamp</text></a></svg>", "<svg/onload={run}//",
    "<svg><foreignObject><iframe srcdoc='<script>parent.{run}</script>'></iframe></foreignObject></svg>",
    "<math><mtext><img src=x onerror={run}></mtext></math>", "<math href=javascript:{run}>lamp</math>",
    "<math><mi//xlink:href=data:text/html,lamp>", "<body onload={run}>", "<body onpageshow={run}>",
    "<details open ontoggle={run}>lamp</details>", "<input autofocus onfocus={run}>",
    "<select autofocus onfocus={run}>", "<video><source onerror={run}></video>", "<audio src=x onerror={run}>",
    "<iframe src=javascript:{run}></iframe>", "<iframe srcdoc='<script>parent.{run}</script>'>",
    "<object data=javascript:{run}></object>", "<embed src=javascript:{run}>", "<marquee onstart={run}>lamp",
    "<a href=javascript:{run}>lamp</a>", "<form action=javascript:{run}><button>lamp</button></form>",
    "<button formaction=javascript:{run} autofocus>lamp</button>", "<isindex action=javascript:{run}>",
    "<meta http-equiv=refresh content='0;url=//hostile.example/'>", "<base href=//hostile.example/>",
    "<link rel=stylesheet href=//hostile.example/a.css>", "<style>@import '//hostile.example/a.css';</style>",
    "<style>*{{background:url(//hostile.example/a.png)}}</style>", "<p style=background:url(//hostile.example/b.png)>",
    "<table background=//hostile.example/c.png>", "<template><script>{run}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={run}>'>", "<!--[if gte IE 4]><script>{run}</script><![endif]-->",
    "<div contenteditable autofocus onfocus={run}>lamp</div>", "<p tabindex=1 onmouseover={run}>lamp</p>",
    "<x onclick={run} id=x tabindex=1>", "<portal src=//hostile.example/>", "<dialog open onclose={run}>",
    "<a id=document><a id=document name=cookie>", "<form name=body><input name=firstChild></form>",
    "<plaintext>", "<xmp><p title='</xmp><img src=x onerror={run}>'>", "<textarea>", "<title>", "<select><option>",
    "<!--", "<![CDATA[<script>{run}</script>]]>", "<?php echo 1 ?>", "<%= 7*7 %>", "</body></html><script>{run}</script>",
    "&lt;script&gt;{run}&lt;/script&gt;", "&#60;script&#62;{run}&#60;/script&#62;", "&#x3c;img src=x onerror={run}&#x3e;",
    "&amp;lt;script&amp;gt;{run}&amp;lt;/script&amp;gt;", "&lt;img src=x onerror={run}&gt;",
)  # fmt: skip
ADDRESSES = (
    "javascript:{run}", "JaVaScRiPt:{run}", "java\tscript:{run}", " javascript:{run}", "javascript&colon;{run}",
    "&#106;avascript:{run}", "javascript://host.example/%0a{run}", "data:text/html,<script>{run}</script>",
    "data:text/html;base64,PHNjcmlwdD5jYXVnaHQoMCk8L3NjcmlwdD4=", "vbscript:{run}", "feed:javascript:{run}",
    "view-source:javascript:{run}", "blob:null/lamp", "//hostile.example/lamp", "\\\\hostile.example\\lamp",
    "https://good.example@hostile.example/", "https://g\u043e\u043ed.example/", "https://xn--gd-emca.example/",
    "https://good.example\u2024hostile.example/", "https://good\uff0eexample/", "http://[::1]/lamp", "file:///etc/passwd",
    "https://good.example/\" onmouseover=\"{run}", "https://good.example/?a=<script>{run}</script>",
)  # fmt: skip
TEMPLATES = (
    "{{{{ 7*7 }}}}", "${{7*7}}", "#{{7*7}}", "{{% raw %}}", "{{% include 'base.html' %}}", "{{# lamp #}}", "[[ 7*7 ]]",
    "{{{{ config.items() }}}}", "{{{{ ''.__class__.__mro__ }}}}", "{{static}}/lamp", "{{filename}}/articles/lamp.html",
    "|filename|lamp", "{{url}}", "{{date:%Y}}", "%(title)s", "%s%s%n", "{{0.__class__}}", "\\1\\g<0>",
)  # fmt: skip
DATA = (
    "</script><script>{run}</script>", "<!--<script>", "\\u003c/script\\u003e<script>{run}</script>", "\"}},{{\"@type\":\"Thing",
    "\",\"url\":\"javascript:{run}\"}}", "\u2028{run}\u2029", "]]><lamp xmlns='x'/>", "<![CDATA[", "]]>", "&xxe;", "&lamp;", "&#0;", "&#x1f525",
    "<?xml-stylesheet href='//hostile.example/a.xsl'?>", "<!DOCTYPE lamp [<!ENTITY x 'y'>]>", "\ufffe\uffff", "\\", "\\\"", "\\n\\r\\t", "\"", "'",
)  # fmt: skip
TABLES = (
    "=1+1", "=HYPERLINK(\"http://hostile.example\")", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1",
    "|calc", "%0A=1", "\uff1d1+1", "\",=1+1,\"", "'=1+1", ";=1+1", " =1+1",
)  # fmt: skip
CITING = (
    "}}, author = {{Nobody}}, x = {{", "\\input{{/etc/passwd}}", "\\write18{{id}}", "$\\catcode`\\{{=12$", "%comment", "@article{{lamp,", "{{", "}}",
    "\nER  - \nTY  - NEWS\nTI  - Forged", "TY  - NEWS", "#~^_&", "\\end{{document}}",
)  # fmt: skip
TERMINAL = (
    "\x1b[31mred", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]8;;http://hostile.example\x07lamp\x1b]8;;\x07", "\x1b]52;c;bGFtcA==\x07",
    "\x1bP1;1|17/6c616d70\x1b\\", "\x1b[6n", "\x1b[?1049h", "\x9b31mred", "\x9d0;title\x9c", "\x07\x07", "lamp\x08\x08\x08\x08dark",
    "lamp\rdark", "[bold red]lamp[/bold red]", "[link=http://hostile.example]lamp[/link]", "[/]", "[blink]", "\x0elamp\x0f", "\x00lamp", "\x7f\x7f",
)  # fmt: skip
WRITING = (
    "\u202egpj.exe", "\u202a\u202b\u202dlamp", "\u2066\u2067\u2068lamp", "\u200f\u200elamp", "\u2069\u202c", "la\u200bmp", "\u2060\ufefflamp",
    "\uff1cscript\uff1e{run}\uff1c/script\uff1e", "\ufe64script\ufe65{run}", "\u02c2img onerror={run}\u02c3", "\u0338<script>{run}</script>",
    "l" + "\u0301" * 90, "\U000e0001\U000e006c", "\ud83d", "\u0000", "\ufdd0", "K\u212alvin", "\u0130\u0131", "\u1e9e\ufb03", "\u115f\u3164",
)  # fmt: skip
PATHS = (
    "../../../etc/passwd", "..\\..\\windows", "/etc/passwd", "C:\\lamp.txt", "\\\\host\\share", "CON", "nul.txt", "aux", "COM1", "PRN.html",
    "a\x00.html", "lamp. . .", ".htaccess", "-rf", "--help", "~root", "$(id)", "`id`", ";id", "|id", "&id", "index.html", "%2e%2e%2f%2e%2e%2f",
    "%00", "%0d%0aSet-Cookie: lamp=1", "%c0%ae%c0%ae/", "%3Cscript%3E{run}%3C/script%3E", "%253Cscript%253E", "a" * 300, "\u706f" * 300,
    "\U0001f525" * 100, "a/" * 120, "\n\n\n", "robots.txt", "pagefind/manifest.json", "__proto__", "constructor", "toString", "undefined",
)  # fmt: skip
BREAKOUTS = tuple(
    form.replace("Q", quote)
    for quote in QUOTES
    for form in ("Q onmouseover=Q{run}Q x=Q", "Q><img src=x onerror={run}>", "Q autofocus onfocus={run} Q", "Q;{run}//Q")
)  # fmt: skip
FAMILIES = {
    "tags": TAGS, "addresses": ADDRESSES, "templates": TEMPLATES, "data": DATA, "tables": TABLES, "citing": CITING,
    "terminal": TERMINAL, "writing": WRITING, "paths": PATHS, "breakouts": BREAKOUTS,
}  # fmt: skip
PAYLOADS = tuple(
    form.format(run=RUN.format(n=next(_number))) for forms in FAMILIES.values() for form in forms
)

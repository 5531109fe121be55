/* What counts as a word: the page's half of the rule in search_index/tokens.py. docs/search.md
   states it for readers; bench/search.py checks that both halves agree. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  const SPACELESS =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005\\u3040-\\u30ff\\u3400-\\u4dbf" +
    "\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{2fa1f}";
  const APOSTROPHE = "['’ʼ`´]";
  const RUN = "(?:(?![" + SPACELESS + "])[\\p{L}\\p{N}\\p{M}])+";
  const TOKEN = new RegExp(
    "[" +
      SPACELESS +
      "]\\p{M}*" +
      "|(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}_]))?" +
      "|\\p{Nd}+(?:[.,]\\p{Nd}+)+" +
      "|" +
      RUN +
      "(?:" +
      APOSTROPHE +
      RUN +
      ")*",
    "gu",
  );
  const POSSESSIVE = new RegExp(APOSTROPHE + "s$", "iu");
  const ELISION = new RegExp(
    "^(?:c|d|j|l|m|n|s|t|qu|all|dall|dell|nell|sull)" + APOSTROPHE + "(?=[\\p{L}\\p{N}_]{2})",
    "iu",
  );
  const REST = /[^\p{L}\p{N}]+/gu;

  const PLAIN = new Map(
    Object.entries({
      ł: "l",
      ø: "o",
      đ: "d",
      ħ: "h",
      ı: "i",
      ß: "ss",
      æ: "ae",
      œ: "oe",
      ð: "d",
      þ: "th",
      ς: "σ",
      ŀ: "l",
      ك: "ک",
      ي: "ی",
      ى: "ی",
      ة: "ه",
      ۀ: "ه",
      ھ: "ه",
      ٱ: "ا",
      ـ: "",
    }),
  );
  for (let n = 0; n < 10; n += 1) {
    PLAIN.set(String.fromCharCode(0x660 + n), String(n));
    PLAIN.set(String.fromCharCode(0x6f0 + n), String(n));
  }
  const plainly = (text) => Array.from(text, (c) => (PLAIN.has(c) ? PLAIN.get(c) : c)).join("");

  function fold(word) {
    let lower = word.toLowerCase();
    if (/[^\x00-\x7f]/.test(lower)) {
      lower = plainly(plainly(lower).normalize("NFKD").replace(/\p{M}/gu, ""));
    }
    return lower.replace(REST, "");
  }

  function token(plain, start, end) {
    return { plain, start, end };
  }

  /** The words of a text: [{plain, start, end}] in reading order. */
  function tokens(text) {
    const found = [];
    for (const match of text.matchAll(TOKEN)) {
      let word = match[0];
      let start = match.index;
      const elided = ELISION.exec(word);
      if (elided) {
        found.push(token(fold(elided[0]), start, start + elided[0].length));
        start += elided[0].length;
        word = word.slice(elided[0].length);
      }
      const plain = fold(word.replace(POSSESSIVE, ""));
      if (plain) found.push(token(plain, start, match.index + match[0].length));
    }
    return found;
  }

  /** Whether a plain word stands in the archive's word list if a story has it: words with a letter
      do, numbers alone and the signs of scripts without blanks do not. */
  const UNLISTED = new RegExp("^.$|^\\P{L}*$|[" + SPACELESS + "]", "u");
  search.isListed = (word) => !UNLISTED.test(word);

  search.fold = fold;
  search.tokens = tokens;
  search.plainWords = (text) => tokens(text).map((one) => one.plain);
})();

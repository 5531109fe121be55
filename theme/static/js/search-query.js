/* The query language, read by recursive descent.

     query  = any
     any    = all { OR all }
     all    = not { [AND] not }
     not    = [NOT | -] one
     one    = "(" any ")" | field:value | "exact phrase" | prefix* | word

   parse() returns a tree of {kind, ...} nodes and throws a Mistake that knows its place. What looks
   like a plain sentence never is a mistake: unknown words before a colon, apostrophes, question
   marks and lower case "and" are just words. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  const FIELDS = {
    country: "country",
    org: "organization",
    organization: "organization",
    organisation: "organization",
    source: "source",
    mentions: "mentions",
    lang: "lang",
    language: "lang",
    title: "title",
    byline: "byline",
    by: "byline",
    after: "after",
    since: "after",
    before: "before",
    on: "on",
    date: "on",
    year: "on",
  };
  const DEEPEST = 100; // levels within one another: no person's query, and no browser's limit
  const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

  class Mistake extends Error {
    constructor(message, at, length) {
      super(message);
      this.at = at;
      this.length = length || 1;
    }
  }

  /* ---- pieces ---- */

  function piece(kind, at, text, more) {
    return Object.assign({ kind, at, end: at + text.length, text }, more);
  }

  function closingQuote(query, from) {
    const end = query.slice(from).search(/["“”„«»]/u);
    if (end < 0) throw new Mistake(search.say("quote-open"), from - 1);
    return from + end;
  }

  function fieldName(name, at) {
    if (Object.hasOwn(FIELDS, name.toLowerCase())) return FIELDS[name.toLowerCase()];
    const meant = Object.keys(FIELDS).find(
      (known) => known.length > 3 && search.distance(known, name.toLowerCase(), 2) <= 2,
    );
    if (meant) {
      throw new Mistake(
        search.say("no-field", name, meant),
        at,
        name.length,
      );
    }
    return null;
  }

  function pieces(query) {
    const found = [];
    let at = 0;
    while (at < query.length) {
      const rest = query.slice(at);
      const blank = /^[\s,;.!?…]+/u.exec(rest);
      if (blank) {
        at += blank[0].length;
        continue;
      }
      if (rest[0] === "(" || rest[0] === ")") {
        found.push(piece(rest[0], at, rest[0]));
        at += 1;
        continue;
      }
      if (/^["“”„«»]/u.test(rest)) {
        const end = closingQuote(query, at + 1);
        found.push(
          piece("phrase", at, query.slice(at, end + 1), { value: query.slice(at + 1, end) }),
        );
        at = end + 1;
        continue;
      }
      const field = /^([\p{L}]+):(?=[^\s/])/u.exec(rest);
      const name = field && fieldName(field[1], at);
      if (name) {
        const from = at + field[0].length;
        const quoted = /^["“”„«»]/u.test(query.slice(from));
        const end = quoted
          ? closingQuote(query, from + 1)
          : from + /^[^\s()]*/u.exec(query.slice(from))[0].length;
        const value = quoted ? query.slice(from + 1, end) : query.slice(from, end);
        const stop = quoted ? end + 1 : end;
        found.push(
          piece("field", at, query.slice(at, stop), { name, value, quoted, valueAt: from }),
        );
        at = stop;
        continue;
      }
      const minus = /^[-−](?=[^\s-])/u.exec(rest);
      if (minus && (at === 0 || /[\s(]/.test(query[at - 1]))) {
        found.push(piece("NOT", at, minus[0]));
        at += 1;
        continue;
      }
      const word = /^[^\s()"“”„«»]+/u.exec(rest)[0];
      const operator = /^(AND|OR|NOT)$/.test(word) ? word : "word";
      found.push(piece(operator, at, word));
      at += word.length;
    }
    return found;
  }

  /* ---- leaves ---- */

  function words(text, at, exact) {
    const plain = search.plainWords(text);
    if (!plain.length) return null;
    if (plain.length === 1 && !exact) return { kind: "word", plain: plain[0], text, at };
    return { kind: "phrase", plain, text, at };
  }

  function prefix(one) {
    const start = search.plainWords(one.text.replace(/\*+$/u, ""));
    if (start.length !== 1) {
      throw new Mistake(search.say("star-ends-one-word"), one.end - 1);
    }
    if (!/\p{L}/u.test(start[0])) {
      throw new Mistake(search.say("star-needs-letter"), one.end - 1);
    }
    return { kind: "prefix", plain: start[0], text: one.text, at: one.at };
  }

  function period(one) {
    const found = DATE.exec(one.value);
    const [year, month, day] = found ? found.slice(1).map((n) => (n ? Number(n) : 0)) : [];
    const last = found && month ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 31;
    if (!found || month > 12 || day > last || found[2] === "00" || found[3] === "00") {
      throw new Mistake(
        search.say("no-date", one.value),
        one.valueAt,
        Math.max(1, one.value.length),
      );
    }
    const two = (n) => String(n).padStart(2, "0");
    return {
      first: found[1] + "-" + two(month || 1) + "-" + two(day || 1),
      last: found[1] + "-" + two(month || 12) + "-" + two(day || (month ? last : 31)),
    };
  }

  function field(one) {
    if (!one.value.trim())
      throw new Mistake(search.say("no-value", one.text), one.at, one.text.length);
    if (one.name === "after")
      return { kind: "dates", from: period(one).first, to: "", at: one.at, text: one.text };
    if (one.name === "before")
      return { kind: "dates", from: "", before: period(one).first, at: one.at, text: one.text };
    if (one.name === "on") {
      const { first, last } = period(one);
      return { kind: "dates", from: first, to: last, at: one.at, text: one.text };
    }
    if (one.name === "title" || one.name === "byline") {
      const plain = search.plainWords(one.value);
      if (!plain.length)
        throw new Mistake(search.say("no-word", one.value), one.valueAt, one.value.length);
      return {
        kind: "listed",
        field: one.name,
        plain,
        at: one.at,
        text: one.text,
        prefix: !one.quoted && /\*$/u.test(one.value),
      };
    }
    return {
      kind: "facet",
      field: one.name,
      value: one.value.trim(),
      at: one.at,
      valueAt: one.valueAt,
      text: one.text,
    };
  }

  /* ---- grammar ---- */

  function parser(found, length) {
    let place = 0;
    let depth = 0;
    const next = () => found[place];
    const is = (kind) => place < found.length && next().kind === kind;

    /** Read what stands inside `here`, a parenthesis or NOT, as `read` does. */
    function within(here, read) {
      if (depth === DEEPEST) throw new Mistake(search.say("too-deep", DEEPEST), here.at);
      depth += 1;
      const inside = read();
      depth -= 1;
      return inside;
    }

    function one() {
      const here = next();
      if (!here) throw new Mistake(search.say("end-missing"), Math.max(0, length - 1));
      if (here.kind === "AND" || here.kind === "OR") {
        throw new Mistake(search.say("left-missing", here.kind), here.at, here.text.length);
      }
      if (here.kind === ")")
        throw new Mistake(search.say("nothing-opened"), here.at);
      place += 1;
      if (here.kind === "(") {
        const inside = within(here, any);
        if (!is(")")) throw new Mistake(search.say("parenthesis-open"), here.at);
        place += 1;
        return inside;
      }
      if (here.kind === "phrase") return words(here.value, here.at, true);
      if (here.kind === "field") return field(here);
      if (/[\p{L}\p{N}]\*+$/u.test(here.text)) return prefix(here);
      return words(here.text, here.at, false);
    }

    function not() {
      if (!is("NOT")) return one();
      const here = next();
      place += 1;
      if (!next() || is(")") || is("AND") || is("OR")) {
        throw new Mistake(search.say("right-missing", "NOT"), here.at, here.text.length);
      }
      const of = within(here, not);
      return of && { kind: "not", of: [of], at: here.at };
    }

    function all() {
      const of = [];
      do {
        if (is("AND")) {
          const here = next();
          if (!of.length) throw new Mistake(search.say("left-missing", "AND"), here.at, 3);
          place += 1;
          if (!next() || is(")") || is("OR") || is("AND")) {
            throw new Mistake(search.say("right-missing", "AND"), here.at, 3);
          }
        }
        const node = not();
        if (node) of.push(node);
      } while (place < found.length && !is(")") && !is("OR"));
      return of.length > 1 ? { kind: "and", of } : of[0] || null;
    }

    function any() {
      const of = [];
      for (;;) {
        const node = all();
        if (node) of.push(node);
        if (!is("OR")) break;
        const here = next();
        place += 1;
        if (!next() || is(")")) throw new Mistake(search.say("right-missing", "OR"), here.at, 2);
      }
      return of.length > 1 ? { kind: "or", of } : of[0] || null;
    }

    const tree = found.length ? any() : null;
    if (place < found.length)
      throw new Mistake(search.say("nothing-opened"), next().at);
    return tree;
  }

  /** Leave out little words ("the", "of") from bare words joined by AND, if others remain. */
  function withoutLittleWords(tree, little, dropped) {
    if (!tree || !tree.of) return tree;
    const of = tree.of.map((node) => withoutLittleWords(node, little, dropped));
    if (tree.kind !== "and") return { ...tree, of };
    const bare = (node) => node.kind === "word" && little.has(node.plain);
    const kept = of.filter((node) => !bare(node));
    if (!kept.length || kept.length === of.length) return { ...tree, of };
    for (const node of of) if (bare(node)) dropped.push(node.text);
    return kept.length > 1 ? { ...tree, of: kept } : kept[0];
  }

  /** Read a query: {tree, dropped}. `tree` is null when nothing is asked. Throws a Mistake. */
  search.parse = function (query, little) {
    const dropped = [];
    const tree = parser(pieces(query), query.length);
    return { tree: withoutLittleWords(tree, little || new Set(), dropped), dropped };
  };

  /** Every leaf of a tree that can be marked in a text, i.e. that is not under NOT. */
  search.operands = function (tree) {
    if (!tree || tree.kind === "not") return [];
    return tree.of ? tree.of.flatMap(search.operands) : [tree];
  };

  search.Mistake = Mistake;
})();

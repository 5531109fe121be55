/* Small makers of elements. Text goes in as text, never as markup. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  /** make("a", {href: "..."}, "text", child) */
  search.make = function (name, told, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(told || {})) {
      if (key === "on")
        for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
      else if (key in element && typeof value !== "string") element[key] = value;
      else if (value !== null && value !== undefined && value !== false)
        element.setAttribute(key, value);
    }
    element.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
    return element;
  };

  /* "en" alone is written the American way; the rest of the site says 12 January 2025. Its years,
     months and digits are the same in every language, as the query language's are. */
  const lang =
    (document.documentElement.lang || "en").replace(/^en$/, "en-GB") + "-u-ca-gregory-nu-latn";
  /* What Intl makes is costly to make: each when it is first needed. */
  const made = new Map();
  function format(kind, how) {
    const key = kind + JSON.stringify(how);
    if (!made.has(key)) made.set(key, new Intl[kind](lang, how));
    return made.get(key);
  }
  search.number = (n) => format("NumberFormat", {}).format(n);

  /* What is said stands in the page, in its language: templates/parts/search_words.html. */
  const told = document.querySelector("[data-words]");
  const words = told ? JSON.parse(told.textContent) : {};
  const fill = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  /** A phrase of the page by its key, {0}, {1} ... filled in. */
  search.say = (key, ...values) => fill(words[key] ?? key, values);
  /** A number of things: count("stories", 2). */
  search.count = (key, n) => {
    const text = words[key] ? words[key][format("PluralRules", {}).select(n)] : "{0} " + key;
    return fill(text, [search.number(n)]);
  };

  const parts = {
    y: { year: "numeric" },
    m: { year: "numeric", month: "long" },
    d: { year: "numeric", month: "long", day: "numeric" },
  };
  const inWords = (how, when) => format("DateTimeFormat", { ...how, timeZone: "UTC" }).format(when);

  search.monthText = (iso) =>
    inWords({ month: "short" }, Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, 1));

  /** "2024", "2024-03" or "2024-03-15" as a reader writes it. */
  search.dateText = function (iso) {
    const [year, month, day] = iso.split("-");
    const when = Date.UTC(Number(year), Number(month || 1) - 1, Number(day || 1));
    return inWords(parts[day ? "d" : month ? "m" : "y"], when);
  };
})();

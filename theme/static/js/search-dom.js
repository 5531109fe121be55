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

  /* "en" alone is written the American way; the rest of the site says 12 January 2025. */
  const lang = (document.documentElement.lang || "en").replace(/^en$/, "en-GB");
  const numbers = new Intl.NumberFormat(lang);
  search.number = (n) => numbers.format(n);

  /* What is said stands in the page, in its language: templates/parts/search_words.html. */
  const told = document.querySelector("[data-words]");
  const words = told ? JSON.parse(told.textContent) : {};
  const plurals = new Intl.PluralRules(lang);
  const fill = (text, values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  /** A phrase of the page by its key, {0}, {1} ... filled in. */
  search.say = (key, ...values) => fill(words[key] ?? key, values);
  /** A number of things: count("stories", 2). */
  search.count = (key, n) =>
    fill(words[key] ? words[key][plurals.select(n)] : "{0} " + key, [search.number(n)]);

  const parts = {
    y: { year: "numeric" },
    m: { year: "numeric", month: "long" },
    d: { year: "numeric", month: "long", day: "numeric" },
  };
  const dates = Object.fromEntries(
    Object.entries(parts).map(([key, how]) => [
      key,
      new Intl.DateTimeFormat(lang, { ...how, timeZone: "UTC" }),
    ]),
  );

  const months = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  search.monthText = (iso) =>
    months.format(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, 1));

  /** "2024", "2024-03" or "2024-03-15" as a reader writes it. */
  search.dateText = function (iso) {
    const [year, month, day] = iso.split("-");
    const when = Date.UTC(Number(year), Number(month || 1) - 1, Number(day || 1));
    return dates[day ? "d" : month ? "m" : "y"].format(when);
  };
})();

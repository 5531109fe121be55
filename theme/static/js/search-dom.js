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

  const lang = document.documentElement.lang || "en";
  const numbers = new Intl.NumberFormat(lang);
  search.number = (n) => numbers.format(n);
  search.plural = (n, one, many) => numbers.format(n) + " " + (n === 1 ? one : many);

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

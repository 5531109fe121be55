/* The hits over time as bars of years, months or days. A click or Enter on a bar takes its period,
   a drag (or Shift and arrows) a range; every bar is a button. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const { make } = search;
  const two = (n) => String(n).padStart(2, "0");
  const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const SVG = "http://www.w3.org/2000/svg";

  search.rangeText = function (from, to) {
    if (from && to) {
      if (from === to) return search.dateText(from);
      if (from.endsWith("-01-01") && to === from.slice(0, 4) + "-12-31") return from.slice(0, 4);
      if (
        from.endsWith("-01") &&
        to.slice(0, 7) === from.slice(0, 7) &&
        Number(to.slice(8)) === lastDay(Number(from.slice(0, 4)), Number(from.slice(5, 7)))
      )
        return search.dateText(from.slice(0, 7));
      return search.dateText(from) + " – " + search.dateText(to);
    }
    return from
      ? search.say("from-day", search.dateText(from))
      : search.say("until-day", search.dateText(to));
  };

  /** What a bar is in a range of ISO days: a "year", a "month" or a "day". */
  search.unitOf = function (first, last) {
    if (search.dayNumber(last) - search.dayNumber(first) < 62) return "day";
    return Number(last.slice(0, 4)) - Number(first.slice(0, 4)) < 5 ? "month" : "year";
  };

  /** The periods to draw for a range: {unit, keys}; keys are ISO years, months or days. */
  function periods(first, last) {
    const unit = search.unitOf(first, last);
    const keys = [];
    const [y0, m0] = first.split("-").map(Number),
      [y1, m1] = last.split("-").map(Number);
    if (unit === "day") {
      for (let day = search.dayNumber(first); day <= search.dayNumber(last); day += 1)
        keys.push(search.isoDay(day));
      return { unit, keys };
    }
    if (unit === "month") {
      for (let month = y0 * 12 + m0 - 1; month <= y1 * 12 + m1 - 1; month += 1) {
        keys.push(Math.floor(month / 12) + "-" + two((month % 12) + 1));
      }
      return { unit, keys };
    }
    for (let year = y0; year <= y1; year += 1) keys.push(String(year));
    return { unit, keys };
  }

  const KEY = { year: 4, month: 7, day: 10 };
  const ends = (key) => {
    const [year, month, day] = key.split("-");
    if (day) return [key, key];
    if (month) return [key + "-01", key + "-" + two(lastDay(Number(year), Number(month)))];
    return [year + "-01-01", year + "-12-31"];
  };

  function totals(counts, unit) {
    const sums = new Map();
    for (const [key, count] of counts)
      sums.set(key.slice(0, KEY[unit]), (sums.get(key.slice(0, KEY[unit])) || 0) + count);
    return sums;
  }

  /* A bar's place in its cell, of ten parts: a few bars are no wider than many would let them be, and
     begin where their label does; labels of years are in the middle. */
  function across(cells, unit) {
    const width = Math.min(8.2, cells / 2);
    return { x: unit === "year" ? (10 - width) / 2 : Math.min(0.9, cells / 60), width };
  }

  function column(height, place) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 10 100");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const bar = document.createElementNS(SVG, "rect");
    const shown = height ? Math.max(2, Math.round(height * 100)) : 0;
    for (const [name, value] of [
      ["x", place.x],
      ["width", place.width],
      ["y", 100 - shown],
      ["height", shown],
    ])
      bar.setAttribute(name, value);
    svg.append(bar);
    return svg;
  }

  function shortLabel(key, unit, number, keys) {
    if (unit === "day")
      return key.endsWith("-01") || number === 0 || Number(key.slice(8)) % 5 === 0
        ? String(Number(key.slice(8)))
        : "";
    if (unit === "month" && keys.length <= 14) return search.monthText(key);
    if (unit === "month") return key.endsWith("-01") || number === 0 ? key.slice(0, 4) : "";
    const every = Math.ceil(keys.length / 10);
    return number % every === 0 ? key : "";
  }

  function bars(shown, unit, sums, take) {
    const most = Math.max(1, ...shown.map((key) => sums.get(key) || 0));
    const place = across(shown.length, unit);
    let start = null;
    const between = (a, b) => {
      const [x, y] = [Math.min(a, b), Math.max(a, b)];
      return [ends(shown[x])[0], ends(shown[y])[1]];
    };
    const list = shown.map((key, number) => {
      const count = sums.get(key) || 0;
      const bar = make(
        "button",
        {
          type: "button",
          class: "bar",
          tabindex: number ? "-1" : "0",
          "data-key": key,
          "aria-label": search.dateText(key) + ": " + search.count("stories", count),
          title: search.dateText(key) + ": " + search.count("stories", count),
        },
        column(count / most, place),
        make(
          "span",
          { class: "tick", "aria-hidden": "true" },
          shortLabel(key, unit, number, shown),
        ),
      );
      return bar;
    });
    const mark = (a, b) =>
      list.forEach((bar, n) =>
        bar.classList.toggle("taken", n >= Math.min(a, b) && n <= Math.max(a, b)),
      );
    const numberAt = (event) => {
      const under = document.elementFromPoint(event.clientX, event.clientY);
      return list.indexOf(under && under.closest(".bar"));
    };
    list.forEach((bar, number) => {
      bar.addEventListener("pointerdown", (event) => {
        if (event.button === 0) start = number;
      });
      bar.addEventListener("click", (event) => {
        if (event.detail === 0) take(...ends(shown[number]));
      });
      bar.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const next = list[number + step];
        if (!next) return;
        bar.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
        if (event.shiftKey) {
          start = start === null ? number : start;
          mark(start, number + step);
        } else start = null;
      });
      bar.addEventListener("keyup", (event) => {
        if (event.key !== "Shift" || start === null || start === number) return;
        const range = between(start, number);
        start = null;
        take(...range);
      });
    });
    const held = {
      move: (event) => {
        const at = numberAt(event);
        if (start !== null && at >= 0) mark(start, at);
      },
      up: (event) => {
        if (start === null) return;
        const at = numberAt(event);
        const range = between(start, at < 0 ? start : at);
        start = null;
        take(...range);
      },
    };
    return { list, held };
  }

  /** Draw the bars. `counts` maps ISO days or months to numbers; `span` is the range to show;
      `take(from, to)` is told what the reader chose, `back` how to widen again (or null). */
  search.drawHistogram = function (place, counts, span, take, back) {
    if (!span.from || !counts.size) {
      place.hidden = true;
      return;
    }
    place.hidden = false;
    const { unit, keys } = periods(span.from, span.to);
    const { list, held } = bars(keys, unit, totals(counts, unit), take);
    const row = make(
      "div",
      {
        class: "bars",
        role: "group",
        "data-unit": unit,
        "aria-label": search.say("bars-by-" + unit),
      },
      ...list,
    );
    row.addEventListener("pointermove", held.move);
    row.addEventListener("pointerup", held.up);
    const title = make("p", { class: "span" }, search.rangeText(span.from, span.to));
    if (back)
      title.append(
        " ",
        make("button", { type: "button", class: "more", on: { click: back.act } }, back.text),
      );
    const focus =
      place.contains(document.activeElement) && document.activeElement.classList.contains("bar");
    place.replaceChildren(title, row);
    if (focus && list[0]) list[0].focus();
  };
})();

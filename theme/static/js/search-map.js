/* The hits by country on a map of squares, each country one, all of the same size: small countries
   are as easy to see and to hit as large ones. For the keyboard the list of countries does the same. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const SVG = "http://www.w3.org/2000/svg";
  const SIDE = 30,
    GAP = 2;

  function shape(name, told, ...inside) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(told)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  }

  /** 0 to 4: how dark a square is, by the order of magnitude beside the greatest. */
  function level(count, most) {
    return count ? Math.max(1, Math.ceil((4 * Math.log(1 + count)) / Math.log(1 + most))) : 0;
  }

  function square(archive, code, place, count, most, chosen) {
    const name = search.facetText(archive, "country", code);
    const title = shape("title", {}, name + ": " + search.count("stories", count));
    const box = shape("rect", { width: SIDE - GAP, height: SIDE - GAP, rx: 2 });
    const text = shape("text", { x: (SIDE - GAP) / 2, y: 18.5 }, code);
    return shape(
      "g",
      {
        "data-code": code,
        "data-level": level(count, most),
        class: chosen ? "chosen" : "",
        transform: "translate(" + place[0] * SIDE + " " + place[1] * SIDE + ")",
      },
      title,
      box,
      text,
    );
  }

  /** Draw the map into a place; `act(facet, code)` turns a country on or off. */
  search.drawMap = function (place, archive, counts, chosen, act) {
    const places = Object.entries(archive.map);
    place.hidden = !places.length || !counts.size;
    if (place.hidden) return;
    const most = Math.max(1, ...places.map(([code]) => counts.get(code) || 0));
    const left = Math.min(...places.map(([, at]) => at[0])),
      top = Math.min(...places.map(([, at]) => at[1]));
    const right = Math.max(...places.map(([, at]) => at[0])) + 1,
      bottom = Math.max(...places.map(([, at]) => at[1])) + 1;
    const map = shape(
      "svg",
      {
        viewBox: [left, top, right - left, bottom - top].map((n) => n * SIDE).join(" "),
        role: "img",
        "aria-label": search.say("map-of-squares"),
      },
      ...places.map(([code, at]) =>
        square(archive, code, at, counts.get(code) || 0, most, chosen.has(code)),
      ),
    );
    map.addEventListener("click", (event) => {
      const found = event.target.closest("[data-code]");
      if (found && (found.dataset.level !== "0" || chosen.has(found.dataset.code)))
        act("country", found.dataset.code);
    });
    place.querySelector("svg")?.remove();
    place.append(map);
  };
})();

/* Facets with counts (OR within one, AND between them) and the chips that take a choice away. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const { make } = search;
  const AT_FIRST = 8,
    FILTERED = 12;
  const nameOf = (facet) => search.say("facet-" + facet);
  const opened = new Set();

  /** A country or body as the site calls it; the stories' own heading may be in another language. */
  search.nameOf = (archive, code) => archive.names[code] || archive.headings[code] || code;
  search.facetText = (archive, facet, code) =>
    facet === "lang" ? search.languageName(code) : search.nameOf(archive, code);

  function rowsOf(archive, facet, counts, chosen) {
    const rows = [...counts].map(([code, count]) => ({
      code,
      count,
      text: search.facetText(archive, facet, code),
    }));
    for (const code of chosen) {
      if (!counts.has(code))
        rows.push({ code, count: 0, text: search.facetText(archive, facet, code) });
    }
    return rows.sort(
      (a, b) =>
        chosen.has(b.code) - chosen.has(a.code) ||
        b.count - a.count ||
        a.text.localeCompare(b.text),
    );
  }

  function option(facet, row, chosen, act) {
    const box = make("input", {
      type: "checkbox",
      name: facet,
      value: row.code,
      checked: chosen.has(row.code),
      on: { change: () => act(facet, row.code) },
    });
    return make(
      "li",
      {},
      make(
        "label",
        {},
        box,
        make("bdi", { class: "name" }, row.text),
        make("span", { class: "count" }, search.number(row.count)),
      ),
    );
  }

  function group(archive, facet, counts, chosen, act) {
    const rows = rowsOf(archive, facet, counts, chosen);
    const list = make("ul", { class: "options" });
    const fill = (wanted) => {
      const asked = search.fold(wanted || "");
      const open = opened.has(facet);
      const fitting = asked ? rows.filter((row) => search.fold(row.text).includes(asked)) : rows;
      list.replaceChildren(
        ...fitting
          .slice(0, open || asked ? 60 : AT_FIRST)
          .map((row) => option(facet, row, chosen, act)),
      );
    };
    fill("");
    const inside = [make("legend", {}, nameOf(facet)), list];
    if (rows.length > FILTERED) {
      inside.splice(
        1,
        0,
        make("input", {
          type: "search",
          class: "narrow",
          "aria-label": search.say("narrow-facet", nameOf(facet)),
          placeholder: search.say("narrow-list"),
          on: { input: (event) => fill(event.target.value) },
        }),
      );
    }
    if (rows.length > AT_FIRST) {
      const all = search.say("all-of", search.number(rows.length));
      const label = () => (opened.has(facet) ? search.say("fewer") : all);
      inside.push(
        make(
          "button",
          {
            type: "button",
            class: "more",
            "aria-expanded": String(opened.has(facet)),
            on: {
              click: (event) => {
                if (opened.has(facet)) opened.delete(facet);
                else opened.add(facet);
                event.target.textContent = label();
                event.target.setAttribute("aria-expanded", String(opened.has(facet)));
                fill("");
              },
            },
          },
          label(),
        ),
      );
    }
    return make("fieldset", { "data-facet": facet }, ...inside);
  }

  /** Draw all facets; `act(facet, code)` turns one value on or off. Keeps the focus where it was. */
  search.drawFacets = function (place, archive, counts, state, act) {
    const held = document.activeElement;
    const focus = place.contains(held) && held.name ? [held.name, held.value] : null;
    const writing = place.contains(held) && held.classList.contains("narrow");
    if (writing) return;
    place.replaceChildren(
      ...search.FACETS.filter((facet) => counts[facet].size || state.facets[facet].size).map(
        (facet) => group(archive, facet, counts[facet], state.facets[facet], act),
      ),
    );
    if (!focus) return;
    const again = [...place.querySelectorAll("input[type=checkbox]")].find(
      (one) => one.name === focus[0] && one.value === focus[1],
    );
    if (again) again.focus();
  };

  /** Draw what is chosen, each with a button that takes it away. */
  search.drawChips = function (place, archive, state, remove) {
    const chips = [];
    const chip = (kind, text, change) =>
      chips.push(
        make(
          "li",
          {},
          make(
            "button",
            {
              type: "button",
              on: { click: () => remove(change) },
              "aria-label": search.say("remove", kind, text),
            },
            make("span", { class: "kind" }, kind),
            make("bdi", {}, text),
            make("span", { "aria-hidden": "true", class: "cross" }, "×"),
          ),
        ),
      );
    for (const facet of search.FACETS) {
      for (const code of state.facets[facet]) {
        chip(nameOf(facet), search.facetText(archive, facet, code), (next) =>
          next.facets[facet].delete(code),
        );
      }
    }
    if (state.from || state.to) {
      chip(search.say("dates"), search.rangeText(state.from, state.to), (next) => {
        next.from = "";
        next.to = "";
      });
    }
    if (chips.length > 1) {
      chips.push(
        make(
          "li",
          {},
          make(
            "button",
            {
              type: "button",
              class: "clear",
              on: {
                click: () =>
                  remove((next) => {
                    Object.assign(next, search.emptyState(), { q: next.q, sort: next.sort });
                  }),
              },
            },
            search.say("remove-all"),
          ),
        ),
      );
    }
    place.replaceChildren(...chips);
    place.hidden = !chips.length;
  };
})();

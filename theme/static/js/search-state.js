/* What is asked, and its address: the whole state stands in the URL, so that back, reload and a
   shared link all lead to the same hits. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const FACETS = ["country", "organization", "source", "lang"];
  const SORTS = ["relevance", "newest", "oldest"];
  const DAY = /^\d{4}-\d\d-\d\d$/;

  search.emptyState = () => ({
    q: "",
    facets: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
    from: "",
    to: "",
    sort: "",
  });

  search.readState = function (query) {
    const told = new URLSearchParams(query);
    const state = search.emptyState();
    state.q = (told.get("q") || "").trim();
    for (const facet of FACETS)
      for (const code of told.getAll(facet)) state.facets[facet].add(code);
    for (const end of ["from", "to"]) if (DAY.test(told.get(end) || "")) state[end] = told.get(end);
    if (SORTS.includes(told.get("sort"))) state.sort = told.get("sort");
    return state;
  };

  search.writeState = function (state) {
    const told = new URLSearchParams();
    if (state.q) told.set("q", state.q);
    for (const facet of FACETS) for (const code of state.facets[facet]) told.append(facet, code);
    for (const name of ["from", "to", "sort"]) if (state[name]) told.set(name, state[name]);
    return told.toString();
  };

  search.copyState = (state) => search.readState(search.writeState(state));

  search.asksNothing = (state) =>
    !state.q && !state.from && !state.to && FACETS.every((facet) => !state.facets[facet].size);

  search.FACETS = FACETS;
})();

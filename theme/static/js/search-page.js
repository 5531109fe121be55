/* The search page: joins the form, the address, the engine and what is drawn. Loaded last. */
(function () {
  "use strict";
  const search = window.backfileSearch;
  const { make } = search;
  const page = document.querySelector("[data-search]");
  if (!page) return;
  const part = (name) => page.querySelector("[data-part=" + name + "]");
  const { index, site } = page.dataset;
  const STEP = 20;
  let archive,
    words,
    state = search.readState(location.search),
    run = 0,
    hits = [],
    shown = 0,
    lately = null;

  /* ---- state ---- */

  /* How far a reader had come in the hits is kept with the address, for who comes back. */
  function leave() {
    try {
      history.replaceState({ shown, top: Math.round(scrollY) }, "");
    } catch {
      /* some file:// browsers refuse */
    }
  }
  function go(next) {
    leave();
    state = next;
    const query = search.writeState(state);
    try {
      history.pushState(null, "", query ? "?" + query : location.pathname);
    } catch {
      /* some file:// browsers refuse */
    }
    start();
  }
  function change(how) {
    const next = search.copyState(state);
    how(next);
    go(next);
  }
  const toggle = (facet, code) =>
    change((next) => {
      if (!next.facets[facet].delete(code)) next.facets[facet].add(code);
    });
  const takeDates = (from, to) =>
    change((next) => {
      next.from = from;
      next.to = to;
    });

  /* ---- saying things ---- */

  const tell = (text) => (part("status").textContent = text);

  function showMistake(mistake) {
    part("found").hidden = Boolean(mistake);
    if (mistake) part("histogram").hidden = true;
    part("query").setAttribute("aria-invalid", String(Boolean(mistake)));
    search.drawMistake(part("mistake"), state.q, mistake);
  }

  async function suggest(tree, mine) {
    for (const node of search.operands(tree)) {
      if (node.kind !== "word" || node.known) continue;
      const meant = await words.meant(node.plain);
      if (!meant || mine !== run) continue;
      const q = state.q.slice(0, node.at) + meant + state.q.slice(node.at + node.text.length);
      search.drawSuggestion(part("notes"), q, () => change((next) => (next.q = q)));
    }
  }

  /* ---- drawing ---- */

  function span(result) {
    if (state.from || state.to) {
      const dated = archive.shards.filter((shard) => shard.from);
      return { from: state.from || dated[dated.length - 1].from, to: state.to || dated[0].to };
    }
    let first = Infinity,
      last = -Infinity;
    for (const day of result.days.keys()) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
    return first === Infinity
      ? { from: "", to: "" }
      : { from: search.isoDay(first), to: search.isoDay(last) };
  }

  function widen() {
    if (!state.from) return null;
    const year = state.from.slice(0, 4);
    const whole = [year + "-01-01", year + "-12-31"];
    if (state.to.slice(0, 4) === year && (state.from !== whole[0] || state.to !== whole[1])) {
      return { text: search.say("all-of", year), act: () => takeDates(...whole) };
    }
    return { text: search.say("all-years"), act: () => takeDates("", "") };
  }

  function drawAround(result) {
    search.drawChips(part("chips"), archive, state, change);
    search.drawFacets(part("facets"), archive, result.counts, state, toggle);
    search.drawMap(part("map"), archive, result.counts.country, state.facets.country, toggle);
    const counts = new Map([...result.days].map(([day, count]) => [search.isoDay(day), count]));
    search.drawHistogram(part("histogram"), counts, span(result), takeDates, widen());
  }

  function progressText(result) {
    const found = search.count("stories", result.hits.length);
    if (!result.done) return search.say("so-far", found, result.searched, result.shards);
    const words = result.hits.length ? found : search.say("nothing-found");
    const missing = result.missing.join(", ");
    return missing ? words + " " + search.say("not-searched", missing) : words;
  }

  /** Make the items of some hits; `each(item)` gets them one by one, in order, as they come. */
  async function drawHits(list, from, upto, mine, marks, each) {
    const coming = list.slice(from, upto).map((hit) => search.drawHit(archive, site, hit, marks));
    const items = [];
    for (const one of coming) {
      items.push(await one);
      if (mine !== run) return null;
      if (each) each(items[items.length - 1]);
    }
    return items;
  }

  function showNothing(nothing) {
    part("nothing").hidden = !nothing;
    part("tools").hidden = nothing;
  }

  const nextFrame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));

  /* ---- running ---- */

  function drawer(mine, marks, order) {
    let drawing = Promise.resolve(),
      key = null;
    return function draw(result) {
      if (mine !== run) return;
      tell(progressText(result));
      drawing = drawing.then(async () => {
        if (mine !== run) return;
        const { done } = result; // it goes on while this is drawn
        hits = await search.groupTwins(search.sortHits([...result.hits], order));
        const top = hits.slice(0, Math.max(STEP, shown));
        const now = top.map((hit) => hit.shard.name + hit.row).join();
        if (now !== key) {
          const first = key === null;
          if (first) part("hits").replaceChildren();
          const items = await drawHits(
            hits,
            0,
            top.length,
            mine,
            marks,
            first && ((item) => part("hits").append(item)),
          );
          if (!items) return;
          key = now;
          if (!first) part("hits").replaceChildren(...items);
          shown = Math.max(shown, items.length); // the first years may have fewer than were seen
        }
        part("more").hidden = shown >= hits.length;
        if (done) showNothing(!hits.length);
        await nextFrame(); // the hits are seen before the lists and bars are counted out
        if (mine !== run) return;
        drawAround(result);
        page.dataset.state = done ? "done" : "searching";
      });
      return drawing;
    };
  }

  async function ask(mine) {
    const { tree, dropped } = search.parse(state.q, archive.stopwords);
    search.warm(archive, tree, state.from, state.to);
    const prepared = await search.prepare(archive, words, tree);
    if (mine !== run) return;
    const { top } = history.state || {};
    search.drawDropped(part("notes"), dropped);
    const ranked = search.operands(prepared).some((node) => node.weight);
    const sort = state.sort || (ranked ? "relevance" : "newest");
    part("sort").value = sort;
    part("tools").hidden = false;
    lately = { marks: search.marksOf(prepared), started: performance.now() };
    const draw = drawer(mine, lately.marks, sort);
    let waiting = 0,
      pause = 250, // longer each time: drawing a growing list must not take the time of finding it
      drawn = null;
    const result = await search.run(
      archive,
      { tree: prepared, facets: state.facets, from: state.from, to: state.to },
      (partly) => {
        const now = performance.now();
        if (partly.done || now - waiting > pause) {
          waiting = now;
          pause *= 1.5;
          drawn = draw(partly);
        }
        return drawn;
      },
      () => mine !== run,
    );
    if (!result) return;
    await drawn;
    page.dataset.took = String(Math.round(performance.now() - lately.started));
    if (mine === run && top) scrollTo(0, top);
    await suggest(prepared, mine);
  }

  /** How many stories each day has, from the id tables of some shards. */
  async function daysOf(shards) {
    const counts = new Map();
    for (const { days } of await Promise.all(shards.map((shard) => shard.table())))
      for (const day of days)
        counts.set(search.isoDay(day), (counts.get(search.isoDay(day)) || 0) + 1);
    return counts;
  }

  const monthsOf = (shards) =>
    new Map(
      shards
        .flatMap((shard) => Object.entries(shard.months))
        .map(([month, count]) => [month + "-01", count]),
    );

  async function overview(mine) {
    const counts = Object.fromEntries(
      search.FACETS.map((facet) => [facet, new Map(Object.entries(archive.facets[facet] || {}))]),
    );
    search.drawChips(part("chips"), archive, state, change);
    search.drawFacets(part("facets"), archive, counts, state, toggle);
    search.drawMap(part("map"), archive, counts.country, state.facets.country, toggle);
    part("map").open = true;
    part("hits").replaceChildren();
    part("more").hidden = true;
    part("tools").hidden = true;
    part("nothing").hidden = true;
    tell(search.say("in-archive", search.count("stories", archive.stories)));
    const dated = archive.shards.filter((shard) => shard.from);
    const whole = dated.length
      ? { from: dated[dated.length - 1].from, to: dated[0].to }
      : { from: "", to: "" };
    const short = dated.length && search.unitOf(whole.from, whole.to) === "day";
    const bars = short ? await daysOf(dated) : monthsOf(dated);
    if (mine !== run) return;
    search.drawHistogram(part("histogram"), bars, whole, takeDates, null);
    page.dataset.state = "done";
  }

  async function start() {
    const mine = (run += 1);
    part("query").value = state.q;
    showMistake(null);
    part("notes").replaceChildren();
    part("intro").hidden = !search.asksNothing(state);
    if (!search.asksNothing(state) && !part("map").contains(document.activeElement))
      part("map").open = false;
    page.dataset.state = "searching";
    shown = history.state ? history.state.shown : 0;
    hits = [];
    try {
      if (!archive) {
        tell(search.say("opening"));
        const opening = search.opening || search.openArchive(new URL(index, document.baseURI).href);
        search.opening = null; // a second try reads it anew
        archive = await opening;
        words = search.openWords(archive);
      }
      if (mine !== run) return;
      if (search.asksNothing(state)) {
        await overview(mine);
        return;
      }
      tell(search.say("searching"));
      await ask(mine);
    } catch (error) {
      if (mine !== run) return;
      page.dataset.state = "failed";
      part("hits").replaceChildren();
      part("more").hidden = true;
      part("tools").hidden = true;
      if (error instanceof search.Mistake) {
        tell("");
        showMistake(error);
        return;
      }
      console.error(error);
      tell(search.say("failed", error.message));
    }
  }

  /* ---- acts ---- */

  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    change((next) => {
      next.q = part("query").value.trim();
    });
  });
  part("sort").addEventListener("change", (event) =>
    change((next) => {
      next.sort = event.target.value;
    }),
  );
  part("more").addEventListener("click", async () => {
    const mine = run,
      from = shown;
    const items = await drawHits(hits, from, from + STEP, mine, lately.marks);
    if (!items) return;
    part("hits").append(...items);
    shown += items.length;
    part("more").hidden = shown >= hits.length;
    items[0].querySelector("a").focus();
  });
  part("export").addEventListener("change", async (event) => {
    const format = event.target.value;
    event.target.value = "";
    if (!format) return;
    const all = hits.flatMap((hit) => [hit, ...(hit.twins || [])]);
    await search.saveExport(all, site, format);
    tell(
      search.say("written-as", search.count("stories", all.length), search.exports[format].text),
    );
  });
  part("keep").addEventListener("click", () => {
    const query = search.writeState(state);
    const name = [
      state.q,
      ...search.FACETS.flatMap((facet) =>
        [...state.facets[facet]].map((code) => search.facetText(archive, facet, code)),
      ),
      state.from || state.to ? search.rangeText(state.from, state.to) : "",
    ]
      .filter(Boolean)
      .join(" · ");
    search.keepSearch(query, name);
    search.drawSaved(part("saved"), open);
    tell(search.say("kept"));
  });
  function open(query) {
    go(search.readState(query));
  }
  part("hits").addEventListener("click", leave); // to a story, mostly
  addEventListener("popstate", () => {
    state = search.readState(location.search);
    start();
  });
  addEventListener("keydown", (event) => {
    const writing = /^(input|select|textarea)$/i.test(event.target.tagName);
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      part("query").focus();
    }
  });
  page.querySelectorAll("[data-example]").forEach((example) =>
    example.addEventListener("click", () =>
      change((next) => {
        next.q = example.dataset.example;
      }),
    ),
  );

  page.hidden = false;
  search.drawSaved(part("saved"), open);
  start();
})();

/* Runs a query: one look into Pagefind's index per operand and shard, then sets of rows.

   The index tells which stories hold a word or phrase, and where; everything else (AND, OR, NOT,
   fields, facets, dates, counts, order) is worked out on the rows of the id tables. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const FACETS = ["country", "organization", "source", "lang"];
  const AHEAD = 8; // shards that begin to load while one is searched

  /* ---- sets ---- */

  async function facetRows(shard, table, node) {
    const column = node.field === "mentions" ? await shard.mentions() : table[node.field];
    const asked = new Set(node.codes.map((code) => column.codes.indexOf(code)));
    return Uint8Array.from(column.rows, (row) => (row.some((code) => asked.has(code)) ? 1 : 0));
  }

  function dateRows(table, node) {
    const { from, to } = search.dayRange(node);
    return Uint8Array.from(table.days, (day) => (day >= 0 && day >= from && day <= to ? 1 : 0));
  }

  /** Rows of a shard that a tree selects, as a mask; text matches are noted in `matches`. */
  async function rows(shard, table, node, matches) {
    if (node.kind === "facet") return facetRows(shard, table, node);
    if (node.kind === "dates") return dateRows(table, node);
    if (!node.of) {
      const found = await search.matchesIn(shard, node);
      matches.push({ node, places: found });
      const mask = new Uint8Array(table.count);
      for (const row of found.keys()) mask[row] = 1;
      return mask;
    }
    const inside = node.kind === "not" ? [] : matches;
    const masks = await Promise.all(node.of.map((one) => rows(shard, table, one, inside)));
    const mask = masks[0];
    for (let row = 0; row < mask.length; row += 1) {
      if (node.kind === "not") mask[row] ^= 1;
      else
        for (let n = 1; n < masks.length; n += 1) {
          if (node.kind === "and") mask[row] &= masks[n][row];
          else mask[row] |= masks[n][row];
        }
    }
    return mask;
  }

  /** Relevance: BM25 over the operands' matches with the whole archive's word counts, so that
      shards can be compared; a match in the headline counts twice. */
  function score(table, row, matches) {
    const length = table.length[row] / 250;
    let sum = 0;
    for (const { node, places: found } of matches) {
      const at = found.get(row);
      if (!at) continue;
      const inTitle = at.first < table.title[row] ? 2 : 1;
      sum += (node.weight * inTitle * (at.times * 2.2)) / (at.times + 1.2 * (0.5 + 0.5 * length));
    }
    return sum;
  }

  /* ---- the dates a query touches ---- */

  search.dayRange = function (node) {
    const last = node.before
      ? search.dayNumber(node.before) - 1
      : node.to
        ? search.dayNumber(node.to)
        : Infinity;
    return { from: node.from ? search.dayNumber(node.from) : -Infinity, to: last };
  };

  const leaves = (tree) => (!tree ? [] : tree.of ? tree.of.flatMap(leaves) : [tree]);

  /** Begin to load what a query asks of a shard. What fails here fails again when it is asked for. */
  function begin(shard, tree) {
    const soon = (promise) => promise.catch(() => {});
    soon(shard.table());
    for (const node of leaves(tree)) {
      if (node.kind === "phrase") soon(shard.index());
      else if (node.forms) search.formsIn(shard, node).forEach((form) => soon(shard.chunk(form)));
      else if (node.kind === "word" || node.kind === "prefix") soon(shard.postings());
    }
  }

  /** Begin to load what the first shard of a query needs, while its words are still looked up. */
  search.warm = function (archive, tree, from, to) {
    const range = search.datesTouched(tree, from, to);
    const first = archive.shards.find((shard) => shard.touches(range.from, range.to));
    if (first) begin(first, tree);
  };

  /** The widest range of ISO days the stories found can have: {from, to}, "" is open. */
  search.datesTouched = function (tree, from, to) {
    let range = { from, to };
    const narrow = (node) => {
      if (!node) return;
      if (node.kind === "and") node.of.forEach(narrow);
      if (node.kind !== "dates") return;
      const until = node.before ? search.isoDay(search.dayNumber(node.before) - 1) : node.to;
      if (node.from && node.from > range.from) range = { ...range, from: node.from };
      if (until && (!range.to || until < range.to)) range = { ...range, to: until };
    };
    narrow(tree);
    return range;
  };

  /* ---- the whole run ---- */

  function emptyResult() {
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
    return { hits: [], counts, days: new Map(), searched: 0, shards: 0, missing: [], done: false };
  }

  const more = (map, key) => map.set(key, (map.get(key) || 0) + 1);

  /** Take the rows of a shard that pass into the result. A row that fails in one facet only counts
      for that facet: so a reader sees what choosing another value of it would bring. */
  function collect(result, shard, table, mask, matches, ask) {
    const chosen = FACETS.map((facet) => {
      const wanted = ask.facets[facet];
      return wanted && wanted.size
        ? new Set([...wanted].map((code) => table[facet].codes.indexOf(code)))
        : null;
    });
    const first = ask.from ? search.dayNumber(ask.from) : -Infinity;
    const last = ask.to ? search.dayNumber(ask.to) : Infinity;
    const dated = ask.from || ask.to;
    for (let row = 0; row < table.count; row += 1) {
      if (mask && !mask[row]) continue;
      let failed = 0,
        failing = -1;
      FACETS.forEach((facet, n) => {
        if (chosen[n] && !table[facet].rows[row].some((code) => chosen[n].has(code))) {
          failed += 1;
          failing = n;
        }
      });
      const day = table.days[row];
      const inTime = !dated || (day >= 0 && day >= first && day <= last);
      if (!failed && day >= 0) more(result.days, day);
      if (!inTime || failed > 1) continue;
      FACETS.forEach((facet, n) => {
        if (failed && n !== failing) return;
        for (const code of table[facet].rows[row])
          more(result.counts[facet], table[facet].codes[code]);
      });
      if (!failed)
        result.hits.push({
          shard,
          row,
          day,
          score: matches.length ? score(table, row, matches) : 0,
        });
    }
  }

  const orders = {
    newest: (a, b) => b.day - a.day || (a.shard === b.shard ? a.row - b.row : 0),
    oldest: (a, b) =>
      (a.day < 0) - (b.day < 0) || a.day - b.day || (a.shard === b.shard ? b.row - a.row : 0),
    relevance: (a, b) => b.score - a.score || orders.newest(a, b),
  };

  search.sortHits = (hits, order) => hits.sort(orders[order]);

  /** Search, newest shard first; calls `progress(result)` after every shard and returns the result.
      The hits are in no order. ask: {tree (prepared), facets: {name: Set of codes}, from, to}. `stopped()` ends it. */
  search.run = async function (archive, ask, progress, stopped) {
    const result = emptyResult();
    const range = search.datesTouched(ask.tree, ask.from, ask.to);
    const shards = archive.shards.filter((shard) => shard.touches(range.from, range.to));
    result.shards = shards.length;
    let shown = false; // the first hits have the line to themselves
    for (const [number, shard] of shards.entries()) {
      if (stopped()) return null;
      const ahead = shown ? shards.slice(number + 1, number + 1 + AHEAD) : [];
      for (const next of ahead) if (search.mayHold(next, ask.tree)) begin(next, ask.tree);
      const matches = [];
      let table, mask;
      try {
        if (search.mayHold(shard, ask.tree)) {
          table = await shard.table();
          mask = ask.tree && (await shard.surely(() => rows(shard, table, ask.tree, matches)));
        }
      } catch (error) {
        /* A year that is not kept on this device: the others are searched, and the page says so. */
        if (!archive.carrier.failed || error instanceof search.Mistake) throw error;
        result.missing.push(shard.name);
        if (result.missing.length === shards.length) throw error;
        table = null;
      }
      if (stopped()) return null;
      if (table) collect(result, shard, table, mask, matches, ask);
      result.searched += 1;
      result.done = result.searched === shards.length;
      const drawn = progress(result);
      if (!shown && result.hits.length) {
        await drawn;
        shown = true;
      }
    }
    if (!shards.length) {
      result.done = true;
      progress(result);
    }
    return result;
  };
})();

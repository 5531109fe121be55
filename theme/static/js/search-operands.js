/* One operand in one shard: Map(row -> {first, times}), where a story matches first and how often. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  const mayBe = (shard, shards) => !shards || shards.has(shard.number);

  /** The forms of a prepared word or start of a word that a shard may have. */
  search.formsIn = (shard, node) => node.forms.filter((_, n) => mayBe(shard, node.shards[n]));

  /** Whether a shard can have stories that a prepared tree selects, by what the word list says. */
  search.mayHold = function (shard, node) {
    if (!node) return true;
    if (node.kind === "and") return node.of.every((one) => search.mayHold(shard, one));
    if (node.kind === "or") return node.of.some((one) => search.mayHold(shard, one));
    if (node.kind === "phrase") return node.shards.every((shards) => mayBe(shard, shards));
    return !node.forms || search.formsIn(shard, node).length > 0;
  };

  /** The stories of a word in any of its forms. */
  async function word(shard, node) {
    const forms = search.formsIn(shard, node);
    const each = await Promise.all(forms.map((form) => shard.stories(form)));
    const found = each[0] || new Map();
    for (const stories of each.slice(1)) {
      for (const [row, { first, times }] of stories) {
        const old = found.get(row);
        if (!old) found.set(row, { first, times });
        else found.set(row, { first: Math.min(old.first, first), times: old.times + times });
      }
    }
    return found;
  }

  /* Pagefind's exact search: it tells one place a story only. */
  async function phrase(shard, words) {
    const index = await shard.index();
    const { results } = await index.search('"' + words.join(" ") + '"');
    return new Map(results.map((one) => [Number(one.id), { first: one.words[0], times: 1 }]));
  }

  async function listed(shard, node) {
    const listing = await shard.listing();
    const column = listing[node.field] || [];
    const key = "words of " + node.field;
    if (!shard.kept.has(key))
      shard.kept.set(
        key,
        column.map((text) => search.plainWords(text)),
      );
    const places = new Map();
    const last = node.plain.length - 1;
    const same = (word, n) =>
      node.prefix && n === last ? word.startsWith(node.plain[n]) : word === node.plain[n];
    shard.kept.get(key).forEach((words, row) => {
      for (let at = 0; at + last < words.length; at += 1) {
        if (!node.plain.every((_, n) => same(words[at + n], n))) continue;
        places.set(row, { first: node.field === "title" ? at : Infinity, times: 1 });
        return;
      }
    });
    return places;
  }

  /* The headline comes first in a story: a word that is in it is there first. */
  async function inTitle(shard, node) {
    const [{ title }, stories] = await Promise.all([shard.table(), word(shard, node)]);
    for (const [row, { first }] of stories) if (first >= title[row]) stories.delete(row);
    return stories;
  }

  /** The rows of a shard that an operand matches. */
  search.matchesIn = async function (shard, node) {
    if (node.kind === "phrase") return phrase(shard, node.plain);
    if (node.forms) return node.field === "title" ? inTitle(shard, node) : word(shard, node);
    return listed(shard, node);
  };
})();

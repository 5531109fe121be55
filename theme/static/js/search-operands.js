/* One operand in one shard: Map(row -> {first, times}), where a story matches first and how often. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const MANY_FORMS = 8; // from here on one search by the start of the word is cheaper
  const WORTH_COUNTING = 2; // weight of a word that stands in every sixth story

  function note(found, one, times) {
    const row = Number(one.id);
    const old = found.get(row);
    const first = one.words[0];
    found.set(
      row,
      old ? { first: Math.min(old.first, first), times: old.times + times } : { first, times },
    );
  }

  async function exactly(shard, forms) {
    const index = await shard.index();
    const found = new Map();
    for (const answer of await Promise.all(forms.map((form) => index.search('"' + form + '"')))) {
      for (const one of answer.results) note(found, one, 1);
    }
    return found;
  }

  /* Pagefind's exact search tells one place a story only. How often a word stands in a story is
     asked of its search by the start of a word (so "oilfield" counts for "oil", in the order only).
     Common words hardly change the order and are not worth it. */
  async function word(shard, node) {
    const index = await shard.index();
    const roots =
      node.weight < WORTH_COUNTING
        ? []
        : node.forms.filter(
            (form) => !node.forms.some((other) => other !== form && form.startsWith(other)),
          );
    const [found, ...counted] = await Promise.all([
      exactly(shard, node.forms),
      ...roots.map((root) => index.search(root)),
    ]);
    for (const answer of counted) {
      for (const one of answer.results) {
        const old = found.get(Number(one.id));
        if (old) old.times = Math.max(old.times, one.words.length);
      }
    }
    return found;
  }

  /* Pagefind finds all words with a start only among the chunks it has loaded, and if there are
     none takes a shorter word: so load the chunks first, and look whether the answer is true. */
  async function beginning(shard, node) {
    if (node.forms.length < MANY_FORMS) return exactly(shard, node.forms);
    const index = await shard.index();
    await Promise.all(node.forms.map((form) => index.preload('"' + form + '"')));
    const { results } = await index.search(node.plain);
    const found = new Map();
    if (!results.length) return found;
    const story = await shard.story(Number(results[0].id));
    const stretch = story.content.split(" ")[results[0].words[0]] || "";
    if (search.plainWords(stretch).some((plain) => plain.startsWith(node.plain))) {
      for (const one of results) note(found, one, one.words.length);
    }
    return found;
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

  /** The rows of a shard that an operand matches. */
  search.matchesIn = async function (shard, node) {
    if (node.kind === "word") return word(shard, node);
    if (node.kind === "phrase") return exactly(shard, [node.plain.join(" ")]);
    if (node.kind === "prefix") return beginning(shard, node);
    return listed(shard, node);
  };
})();

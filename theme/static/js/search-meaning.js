/* What a query means in this archive, before any shard is asked: the forms of its words, how rare
   they are, the codes its fields name. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  function headingWords(archive, field, code) {
    if (field === "lang") return search.plainWords(search.languageName(code));
    return search.plainWords([archive.headings[code] || code, archive.names[code]].join(" "));
  }

  function codesMeant(archive, node) {
    const told = node.field === "mentions" ? archive.headings : archive.facets[node.field];
    const known = Object.keys(told || {});
    const value = node.value.toLowerCase();
    const exact = known.filter((code) => code.toLowerCase() === value);
    if (exact.length) return exact;
    const asked = search.plainWords(node.value);
    const found = asked.length
      ? known.filter((code) => {
          const words = headingWords(archive, node.field, code);
          return asked.every((one) => words.some((word) => word.startsWith(one)));
        })
      : [];
    if (found.length) return found;
    throw new search.Mistake(
      search.say("no-" + node.field, node.value),
      node.valueAt,
      node.value.length,
    );
  }

  const rarity = (archive, stories) => Math.log(1 + archive.stories / (stories + 1));

  /** The shards a word may stand in, in exactly this form; null when nobody knows. */
  async function shardsOf(words, word) {
    const found = await words.find(word);
    if (found) return found.shards;
    return search.isListed(word) ? new Set() : null;
  }

  async function prepare(archive, words, node) {
    if (!node) return null;
    if (node.of)
      return { ...node, of: await Promise.all(node.of.map((one) => prepare(archive, words, one))) };
    if (node.kind === "word") {
      const found = await words.forms(node.plain);
      return { ...node, ...found, weight: rarity(archive, found.stories) };
    }
    if (node.kind === "prefix") {
      const found = await words.beginning(node.plain);
      if (!found) {
        throw new search.Mistake(
          search.say("too-many-words", node.plain),
          node.at,
          node.text.length,
        );
      }
      const told = search.together(found);
      return { ...node, ...told, weight: rarity(archive, told.stories) };
    }
    if (node.kind === "phrase") {
      const found = await Promise.all(node.plain.map((word) => words.find(word)));
      const shards = await Promise.all(node.plain.map((word) => shardsOf(words, word)));
      const rarest = Math.min(...found.map((one) => (one ? one.stories : 0)));
      const weight = rarity(archive, rarest) * (1 + (node.plain.length - 1) / 4);
      return { ...node, shards, weight };
    }
    if (node.kind === "facet") return { ...node, codes: codesMeant(archive, node) };
    if (node.kind === "listed") {
      const alone = node.field === "title" && node.plain.length === 1 && !node.prefix;
      if (!alone) return { ...node, weight: 1 };
      return { ...node, forms: node.plain, shards: [await shardsOf(words, node.plain[0])], weight: 1 };
    }
    return node;
  }

  /** A query with its words looked up and its fields resolved. Throws a Mistake. */
  search.prepare = prepare;

  let languages;
  search.languageName = function (code) {
    try {
      const here = [document.documentElement.lang || "en"];
      languages = languages || new Intl.DisplayNames(here, { type: "language" });
      return languages.of(code);
    } catch {
      return code;
    }
  };
})();

/* The list of hits: headline, date, source, excerpt with marks, every match on demand. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const { make } = search;

  /** The address of a story with the words to mark on its page. */
  function address(site, story, marks) {
    return (
      site +
      story.url.replace(/^\//, "") +
      (marks.length ? "#marks=" + marks.slice(0, 60).map(encodeURIComponent).join(",") : "")
    );
  }

  function tags(archive, table, hit) {
    const codes = ["country", "organization"].flatMap((facet) =>
      table[facet].rows[hit.row].map((code) => table[facet].codes[code]),
    );
    if (!codes.length) return null;
    return make(
      "ul",
      { class: "tags", "aria-label": search.say("tagged") },
      ...codes.slice(0, 8).map((code) => make("li", {}, search.nameOf(archive, code))),
    );
  }

  function facts(story) {
    const line = make("p", { class: "when" });
    if (story.meta.date) {
      line.append(
        make(
          "time",
          { datetime: story.meta.date.slice(0, 10) },
          search.dateText(story.meta.date.slice(0, 10)),
        ),
      );
    } else line.append(search.say("undated"));
    if (story.meta.source) line.append(" · ", make("bdi", {}, story.meta.source));
    return line;
  }

  function contexts(story, titleLength, places, count) {
    const list = make("ul", { class: "contexts" });
    const box = make(
      "details",
      {},
      make("summary", {}, search.say("all-matches", search.number(count))),
      list,
    );
    box.addEventListener("toggle", () => {
      if (box.open && !list.children.length) search.writeContexts(list, story, titleLength, places);
    });
    return box;
  }

  async function sourceOf(hit) {
    const table = await hit.shard.table();
    const [code] = table.source.rows[hit.row];
    return code === undefined ? "" : table.source.codes[code];
  }

  function alsoText(sources, copies) {
    return sources > 1
      ? search.count("also-in-sources", sources)
      : search.count("more-copies", copies);
  }

  /** A fold with the copies of a hit. */
  async function copies(hit, site) {
    if (!hit.twins || !hit.twins.length) return null;
    const sources = new Set(await Promise.all(hit.twins.map(sourceOf)));
    const list = make("ul", {});
    const box = make(
      "details",
      { class: "twins" },
      make("summary", {}, alsoText(sources.size, hit.twins.length)),
      list,
    );
    box.addEventListener("toggle", async () => {
      if (!box.open || list.children.length) return;
      for (const twin of hit.twins) {
        const story = await twin.shard.story(twin.row);
        list.append(
          make(
            "li",
            {},
            make("a", { href: address(site, story, []) }, story.meta.title),
            " ",
            facts(story),
          ),
        );
      }
    });
    return box;
  }

  /** Make the list item of one hit. */
  search.drawHit = async function (archive, site, hit, marks) {
    const [table, story] = await Promise.all([hit.shard.table(), hit.shard.story(hit.row)]);
    const titleLength = table.title[hit.row];
    const places = search.placesIn(story, marks);
    const lang = table.lang.rows[hit.row].map((code) => table.lang.codes[code])[0] || "";
    const title = make("a", { href: address(site, story, search.marksText(marks)) });
    search.writeTitle(title, story, titleLength, places);
    const excerpt = make("p", { class: "excerpt", lang, dir: "auto" });
    const count = search.writeExcerpt(excerpt, story, titleLength, places);
    return make(
      "li",
      { class: "hit card" },
      make("h3", { lang, dir: "auto" }, title),
      facts(story),
      excerpt,
      count > 1 ? contexts(story, titleLength, places, count) : null,
      await copies(hit, site),
      tags(archive, table, hit),
    );
  };

  /** Put copies of one story under the first of them. */
  search.groupTwins = async function (hits) {
    if (!hits.some((hit) => hit.shard.twins)) return hits;
    const groups = new Map();
    for (const shard of new Set(hits.map((hit) => hit.shard)))
      groups.set(shard, await shard.groups());
    const heads = new Map(),
      grouped = [];
    for (const hit of hits) {
      const group = groups.get(hit.shard)[hit.row];
      if (group !== undefined && heads.has(group)) {
        heads.get(group).twins.push(hit);
        continue;
      }
      const head = { ...hit, twins: [] };
      if (group !== undefined) heads.set(group, head);
      grouped.push(head);
    }
    return grouped;
  };
})();

/* Cites hits: BibTeX, RIS, CSL-JSON, CSV, made here from the listings. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  async function entries(hits, site) {
    const base = new URL(site || "./", document.baseURI).href;
    const found = [];
    for (const hit of hits) {
      const listing = await hit.shard.listing();
      const table = await hit.shard.table();
      const get = (name) => (listing[name] ? listing[name][hit.row] : "");
      const codes = (facet) => table[facet].rows[hit.row].map((code) => table[facet].codes[code]);
      found.push({
        id: "backfile-" + table.ids[hit.row],
        title: get("title"),
        url: new URL(get("url").replace(/^\//, ""), base).href,
        date: hit.day >= 0 ? search.isoDay(hit.day) : "",
        time: get("time"),
        byline: get("byline"),
        place: get("place"),
        syndicator: get("syndicator"),
        wireId: get("wire_id"),
        source: codes("source")[0] || "",
        lang: codes("lang")[0] || "",
        countries: codes("country"),
        organizations: codes("organization"),
      });
    }
    return found;
  }

  /* ---- BibTeX ---- */

  const TEX = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    $: "\\$",
    "&": "\\&",
    "#": "\\#",
    "%": "\\%",
    _: "\\_",
    "^": "\\^{}",
    "~": "\\~{}",
  };
  const tex = (text) => text.replace(/[\\{}$&#%_^~]/g, (char) => TEX[char]);
  function bibtex(one) {
    const author = one.byline || (one.source && "{" + tex(one.source) + "}");
    const lines = [
      ["author", one.byline ? tex(one.byline) : author],
      ["title", "{" + tex(one.title) + "}"],
      ["journal", tex(one.source)],
      ["year", one.date.slice(0, 4)],
      ["month", one.date.slice(5, 7)],
      ["day", one.date.slice(8)],
      ["date", one.date],
      ["number", tex(one.wireId)],
      ["address", tex(one.place)],
      ["langid", one.lang],
      ["note", one.syndicator && "via " + tex(one.syndicator)],
      ["url", one.url],
    ];
    return (
      "@article{" +
      one.id +
      ",\n" +
      lines
        .filter(([, value]) => value)
        .map(([name, value]) => "  " + name + " = {" + value + "}")
        .join(",\n") +
      "\n}\n"
    );
  }

  /* ---- RIS ---- */

  const line = (text) => text.replace(/\s+/g, " ");
  function ris(one) {
    const tags = [
      ["TY", "NEWS"],
      ["AU", one.byline],
      ["TI", one.title],
      ["T2", one.source],
      ["PY", one.date.slice(0, 4)],
      ["DA", one.date.replaceAll("-", "/")],
      ["CY", one.place],
      ["LA", one.lang],
      ["AN", one.wireId],
      ["DP", one.syndicator],
      ...one.countries.concat(one.organizations).map((code) => ["KW", code]),
      ["UR", one.url],
    ];
    return (
      tags
        .filter(([, value]) => value)
        .map(([tag, value]) => tag + "  - " + line(value))
        .join("\r\n") + "\r\nER  - \r\n"
    );
  }

  /* ---- CSL-JSON ---- */

  function csl(one) {
    const item = {
      id: one.id,
      type: "article-newspaper",
      title: one.title,
      "container-title": one.source,
      URL: one.url,
      language: one.lang,
      "publisher-place": one.place,
      number: one.wireId,
      archive: one.syndicator,
    };
    if (one.byline) item.author = [{ literal: one.byline }];
    if (one.date) item.issued = { "date-parts": [one.date.split("-").map(Number)] };
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value));
  }

  /* ---- CSV ---- */

  const COLUMNS = [
    "title",
    "date",
    "time",
    "source",
    "syndicator",
    "byline",
    "place",
    "wireId",
    "lang",
    "countries",
    "organizations",
    "url",
  ];
  /** A cell for a spreadsheet: quoted, and never taken for a formula. */
  function cell(value) {
    const text = String(Array.isArray(value) ? value.join("; ") : value);
    const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return '"' + safe.replaceAll('"', '""') + '"';
  }
  const csv = (all) =>
    "\ufeff" +
    [COLUMNS, ...all.map((one) => COLUMNS.map((name) => one[name]))]
      .map((row) => row.map(cell).join(","))
      .join("\r\n") +
    "\r\n";

  search.exports = {
    bibtex: {
      text: "BibTeX",
      type: "application/x-bibtex",
      end: "bib",
      make: (all) => all.map(bibtex).join("\n"),
    },
    ris: {
      text: "RIS",
      type: "application/x-research-info-systems",
      end: "ris",
      make: (all) => all.map(ris).join(""),
    },
    csl: {
      text: "CSL-JSON",
      type: "application/json",
      end: "json",
      make: (all) => JSON.stringify(all.map(csl), null, 1),
    },
    csv: { text: "CSV", type: "text/csv", end: "csv", make: csv },
  };

  /** The hits as a text in a format. */
  search.exportText = async (hits, site, format) =>
    search.exports[format].make(await entries(hits, site));

  /** Let the browser save the hits as a file. */
  search.saveExport = async function (hits, site, format) {
    const how = search.exports[format];
    const blob = new Blob([await search.exportText(hits, site, format)], {
      type: how.type + ";charset=utf-8",
    });
    const link = search.make("a", { href: URL.createObjectURL(blob), download: "hits." + how.end });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
})();

/* The archive's files: manifest, shards (id table, listing, Pagefind index), word list.

   Everything is read through one `carrier`, so that an edition without a network can put its own in
   the place of fetch: window.backfileCarrier = {json(path), text(path), gunzip(path), bytes(path),
   pagefind(path)} with paths relative to the index folder. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});

  function webCarrier(base) {
    async function get(path) {
      const answer = await fetch(base + path);
      if (!answer.ok)
        throw new Error(search.say("file-unread", path, answer.status));
      return answer;
    }
    /* All indexes of a page share one WebAssembly memory. Two that begin at the same time would
       each make one and read the other's, so the first must be ready before the next begins. An
       empty search finds nothing, but waits until the index can be asked. */
    let program, ready;
    const index = async (path, tag) =>
      (await program).createInstance({ basePath: base + path, metaCacheTag: tag });
    return {
      json: async (path) => (await get(path)).json(),
      text: async (path) => (await get(path)).text(),
      async bytes(path) {
        const bytes = new Uint8Array(await (await get(path)).arrayBuffer());
        if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
        const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
        return new Uint8Array(await new Response(plain).arrayBuffer());
      },
      async gunzip(path) {
        return new TextDecoder().decode(await this.bytes(path));
      },
      /** Files of an index that a service worker could not get: Pagefind goes on without them. */
      async failed() {
        const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
        if (!worker) return [];
        const { port1, port2 } = new MessageChannel();
        const told = new Promise((done) => {
          port1.onmessage = (event) => done(event.data);
        });
        worker.postMessage("failed", [port2]);
        return told;
      },
      async pagefind(path, tag) {
        program = program || import(base + "pagefind.js");
        program.catch(() => {
          program = null;
        });
        if (ready) {
          await ready;
          return index(path, tag);
        }
        const first = index(path, tag);
        ready = first
          .then((one) => one.search(""))
          .catch(() => {
            ready = null;
          });
        return first;
      },
    };
  }

  /** Remember the promise of a thing by its key; a failure is forgotten, so it can be tried again. */
  function once(store, key, make) {
    if (!store.has(key)) {
      store.set(
        key,
        make().catch((error) => {
          store.delete(key);
          throw error;
        }),
      );
    }
    return store.get(key);
  }

  /* ---- the id table ---- */

  /* Most rows say the same as another ("3", "0,5"): each saying is read once and shared. */
  function column(told) {
    const sayings = new Map([["", []]]);
    const rows = told.rows.split(" ").map((places) => {
      if (!sayings.has(places)) sayings.set(places, places.split(",").map(Number));
      return sayings.get(places);
    });
    return { codes: told.codes, rows };
  }

  function readTable(told) {
    const ids = told.ids.split(" ");
    const count = ids.length;
    const days = new Int32Array(count).fill(-1);
    if (told.days) told.days.reduce((day, step, row) => (days[row] = row ? day - step : step), 0);
    const table = { ids, count, days, length: told.length, title: told.title };
    for (const facet of ["country", "organization", "source", "lang"])
      table[facet] = column(told[facet]);
    return table;
  }

  function readPostings(told) {
    let row = 0;
    return {
      rows: Int32Array.from(told.pages, (step) => (row += step)),
      from: told.from,
      files: told.files.split(" "),
    };
  }

  /* ---- shards ---- */

  class Shard {
    constructor(facts, carrier) {
      Object.assign(this, facts);
      this.carrier = carrier;
      this.kept = new Map();
    }
    table() {
      return once(this.kept, "table", async () =>
        readTable(await this.carrier.json(this.name + "/table.json?" + this.tag)),
      );
    }
    listing() {
      return once(this.kept, "listing", () =>
        this.carrier.json(this.name + "/listing.json?" + this.tag),
      );
    }
    /** Every code a story bears, main or not, as a column of the id table. */
    mentions() {
      return once(this.kept, "mentions", async () =>
        column(await this.carrier.json(this.name + "/mentions.json?" + this.tag)),
      );
    }
    postings() {
      return once(this.kept, "postings", async () =>
        readPostings(await this.carrier.json(this.name + "/postings.json?" + this.tag)),
      );
    }
    /** The chunk of Pagefind's index that would hold a word: {bytes, words}. */
    async chunk(word) {
      const { from, files } = await this.postings();
      const file = files[search.placeAmong(from, word)];
      return once(this.kept, file, async () => {
        const bytes = await this.carrier.bytes(this.name + "/index/" + file + ".pf_index");
        return { bytes, words: search.wordsIn(bytes) };
      });
    }
    /** The stories a word stands in, in exactly this form: Map(row -> {first, times}). */
    async stories(word) {
      const [{ rows }, { bytes, words }] = await Promise.all([this.postings(), this.chunk(word)]);
      const at = words.get(word);
      return at === undefined ? new Map() : search.storiesAt(bytes, at, rows);
    }
    /** The number of the group of copies each row belongs to: {row: number}. */
    groups() {
      if (!this.twins) return Promise.resolve({});
      return once(this.kept, "groups", () =>
        this.carrier.json(this.name + "/twins.json?" + this.twins),
      );
    }
    index() {
      return once(this.kept, "index", () => this.carrier.pagefind(this.name + "/", this.tag));
    }
    /** Do something with the index; fail when a file of it could not be had meanwhile, which
        Pagefind passes over in silence. The index is made anew then, for it remembers. */
    async surely(act) {
      if (!this.carrier.failed) return act();
      const lost = async () =>
        (await this.carrier.failed()).filter((file) => file.startsWith(this.name + "/")).length;
      const before = await lost();
      const answer = await act();
      if ((await lost()) === before) return answer;
      this.kept.delete("index");
      throw new Error(search.say("file-unread", this.name, "index"));
    }
    /** The story of a row as it stands in its fragment: {url, content, meta}. */
    story(row) {
      return once(this.kept, row, async () => {
        const id = (await this.table()).ids[row];
        const text = await this.carrier.gunzip(this.name + "/fragment/und_" + id + ".pf_fragment");
        return JSON.parse(text.slice("pagefind_dcd".length));
      });
    }
    /** Whether a story of this shard can lie between two ISO days ("" is open). */
    touches(from, to) {
      if (!this.from) return !from && !to;
      return (!from || this.to >= from) && (!to || this.from <= to);
    }
  }

  /** Read the manifest of the index in a folder. */
  search.openArchive = async function (base) {
    const carrier = window.backfileCarrier || webCarrier(base);
    const told = await carrier.json("manifest.json");
    const shards = told.shards.map((facts, number) => new Shard({ ...facts, number }, carrier));
    // A source may be called "constructor", which every plain object has.
    const bare = (named) => Object.assign(Object.create(null), named);
    const stopwords = new Set(told.stopwords);
    const [headings, names] = [bare(told.headings), bare(told.names)];
    return { ...told, headings, names, carrier, shards, stopwords };
  };

  const DAY = 86400000;
  search.dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
  search.isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);

  /* ---- begun at once, while the scripts that ask are still on their way ---- */

  function beginNewest(archive, query) {
    const [newest] = archive.shards;
    const dated = query.has("from") || query.has("to") || /(after|before|on):/.test(query.get("q"));
    if (!newest || dated) return [];
    return query.get("q") ? [newest.table(), newest.postings()] : [newest.table()];
  }

  /** The archive of this page; null where no question is asked or the address is not known. */
  search.opening = null;
  const page = document.querySelector("[data-search]");
  if (page) {
    const query = new URLSearchParams(location.search);
    search.opening = search.openArchive(new URL(page.dataset.index, document.baseURI).href);
    search.opening
      .then((archive) => (location.search ? Promise.all(beginNewest(archive, query)) : null))
      .catch(() => {}); // told when the page asks
  }
})();

/* Carries the search index of an edition on file://, where fetch, modules and workers from files
   are refused: each file of the index is a classic script that hands its bytes over as base64.

   The page finds window.backfileCarrier (docs/search.md), the scripts find window.backfileEdition.
   Pagefind gets a fetch and a Worker of its own as parameters; nothing global is changed. */
(function () {
  "use strict";
  const here = new URL(".", document.currentScript.src).href;
  const ROOT = "/edition/";           // a name space for Pagefind: nothing is read there
  const arrived = new Map(), coming = new Map(), packs = new Map(), rows = new Map();
  let program = null, faults = 0, leaving = false;
  addEventListener("beforeunload", () => { leaving = true; });

  /* ---- scripts ---- */

  /** Run a script of the edition and return what it hands over under a name. */
  function run(script, name) {
    if (!coming.has(script)) {
      coming.set(script, new Promise((done, failed) => {
        const tag = document.createElement("script");
        const end = (how, what) => { tag.remove(); coming.delete(script); how(what); };
        const missing = () => new Error("The file " + script + " of this edition cannot be read. Is the copy complete?");
        tag.addEventListener("load", () => {
          const given = arrived.get(name);
          arrived.delete(name);
          if (given === undefined) end(failed, missing()); else end(done, given);
        });
        /* Firefox breaks off what still loads when its reader goes on to another page: no fault,
           and nothing is said of it unless the page stays after all, as for a download. */
        tag.addEventListener("error", () => setTimeout(() => end(failed, missing()), leaving ? 2000 : 0));
        tag.src = here + script;
        document.head.append(tag);
      }));
    }
    return coming.get(script);
  }

  function bytesOf(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const text = atob(base64);
    return Uint8Array.from(text, (_, at) => text.charCodeAt(at));
  }

  function inflated(bytes) {
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  }

  async function read(path) {
    if (program && program.files[path]) return bytesOf(program.files[path]);
    return bytesOf(await run(path + ".js", path));
  }

  const bare = (path) => path.split("?")[0];
  const text = async (path) => inflated(await read(bare(path))).text();
  const bytes = async (path) => new Uint8Array(await inflated(await read(bare(path))).arrayBuffer());
  const json = async (path) => JSON.parse(await text(path));

  /* ---- stories: many to a pack, by their row in the id table ---- */

  async function rowsOf(shard) {
    const { ids, per } = await json(shard + "/packs.json");
    return { per, row: new Map(ids.split(" ").map((id, row) => [id, row])) };
  }

  function once(store, key, make) {
    if (!store.has(key)) store.set(key, make().catch((error) => { store.delete(key); throw error; }));
    return store.get(key);
  }

  async function story(path) {
    const [, shard, id] = /^(.*)\/fragment\/und_(.*)\.pf_fragment$/.exec(path);
    const { per, row } = await once(rows, shard, () => rowsOf(shard));
    const pack = shard + "/stories/" + Math.floor(row.get(id) / per);
    return (await once(packs, pack, () => json(pack)))[id];
  }

  /* ---- what Pagefind gets in the place of fetch and Worker ---- */

  async function ownFetch(input) {
    const path = new URL(String(input), "http://edition").pathname.slice(ROOT.length);
    try {
      return new Response(await read(path));
    } catch (error) {
      faults += 1;                    // Pagefind would go on and find nothing
      throw error;
    }
  }

  /* Runs in the worker: gives its script a fetch that asks the page. */
  function inWorker(start) {
    const waiting = new Map();
    let last = 0;
    self.addEventListener("message", (event) => {
      const { edition, bytes, error } = event.data || {};
      if (!edition) return;
      event.stopImmediatePropagation();
      const [done, failed] = waiting.get(edition);
      waiting.delete(edition);
      if (error) failed(new TypeError(error)); else done(new Response(bytes));
    });
    start((input) => new Promise((done, failed) => {
      waiting.set(last += 1, [done, failed]);
      self.postMessage({ edition: last, input: String(input) });
    }));
  }

  function OwnWorker() {
    const script = "(" + inWorker + ")(function (fetch) {" + program.worker + "\n});";
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.addEventListener("message", async (event) => {
      const { edition, input } = event.data || {};
      if (!edition) return;
      event.stopImmediatePropagation();
      try {
        const bytes = await (await ownFetch(input)).arrayBuffer();
        worker.postMessage({ edition, bytes }, [bytes]);
      } catch (error) {
        worker.postMessage({ edition, error: error.message });
      }
    });
    return worker;
  }

  /* ---- indexes ---- */

  async function start() {
    program = await run("program.js", "program");
    return program.make(ownFetch, OwnWorker, ROOT + "pagefind.js");
  }

  /** An index that fails aloud when a file of the edition could not be read. */
  function honest(index) {
    const sure = (name) => async (words) => {
      const before = faults;
      const answer = await index[name](words);
      if (faults > before) throw new Error("A file of the search index cannot be read. Is the copy complete?");
      return answer;
    };
    return { search: sure("search"), preload: sure("preload") };
  }

  let pagefind, first;
  async function begin(path) {
    const index = honest((await pagefind).createInstance({ basePath: ROOT + path }));
    await index.search("");
    return index;
  }

  window.backfileEdition = Object.freeze({ keep: (name, what) => { arrived.set(name, what); } });
  window.backfileCarrier = Object.freeze({
    json, text, bytes, gunzip: (path) => story(bare(path)),
    /* Indexes share one memory: the first must be ready before the next begins. */
    async pagefind(path) {
      pagefind = pagefind || start().catch((error) => { pagefind = null; throw error; });
      if (first) { await first; return begin(path); }
      const index = begin(path);
      first = index.catch(() => { first = null; });
      return index;
    },
  });
})();

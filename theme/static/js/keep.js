/* The page for keeping the archive on this device: packs of a month's pages and a year's search
   index, fetched with progress, paused and resumed, renewed where they changed, removed.

   What is kept becomes valid at once, by one file (offline/kept.json) written at the end: until
   then the service worker goes on with what was there, so pages and index are of one build. */
(function () {
  "use strict";
  const { make, say, count } = window.backfileSearch;
  const page = document.querySelector("[data-offline]");
  if (!page || !window.caches || !navigator.serviceWorker) return;
  const part = (name) => page.querySelector("[data-part=" + name + "]");
  const scope = new URL(page.dataset.site, document.baseURI).href;
  const KEPT = scope + "offline/kept.json",
    WANTED = scope + "offline/wanted.json";
  const ALWAYS = "core"; // the search program's own files go with every choice
  let cache, plan, kept, stopping;

  /* ---- what is kept ---- */

  const read = async (key) => (await cache.match(key))?.json();
  const write = (key, thing) => cache.put(key, new Response(JSON.stringify(thing)));
  const chosen = () => [...page.querySelectorAll("[name=group]:checked")].map((box) => box.value);
  const packsOf = (groups) =>
    plan.packs.filter((pack) => pack.group === ALWAYS || groups.includes(pack.group));
  const sum = (packs, name) => packs.reduce((all, pack) => all + pack[name], 0);

  async function missing(packs) {
    const there = new Set((await cache.keys()).map((request) => request.url));
    return packs.filter((pack) => !there.has(scope + pack.file));
  }

  /** Tell the service worker, so that it answers by what is kept now. */
  function tell() {
    const worker = navigator.serviceWorker.controller;
    if (!worker) return Promise.resolve();
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.onmessage = done;
      worker.postMessage("kept", [port2]);
    });
  }

  async function dropOthers(files) {
    const stay = new Set([KEPT, WANTED, ...files.map((file) => scope + file)]);
    for (const request of await cache.keys())
      if (!stay.has(request.url)) await cache.delete(request);
  }

  /* ---- fetching ---- */

  async function fetchPack(pack, signal, arrived) {
    const answer = await fetch(scope + pack.file, { signal });
    if (!answer.ok) throw new Error(pack.file + " (" + answer.status + ")");
    let got = 0;
    const counted = new TransformStream({
      transform(chunk, through) {
        got += chunk.byteLength;
        arrived(got);
        through.enqueue(chunk);
      },
    });
    const plain = answer.body.pipeThrough(counted).pipeThrough(new DecompressionStream("gzip"));
    const bytes = await new Response(plain).blob();
    if (bytes.size !== pack.unpacked) throw new Error(pack.file);
    await cache.put(scope + pack.file, new Response(bytes));
  }

  async function keep(groups) {
    show("busy", say("fetching", size(0), size(0)));
    const packs = packsOf(groups),
      needed = await missing(packs);
    const total = sum(needed, "packed");
    let before = 0;
    stopping = new AbortController();
    navigator.storage?.persist?.().catch(() => {}); // asked, not waited for: it may ask the reader
    try {
      await write(WANTED, groups);
      for (const pack of needed) {
        await fetchPack(pack, stopping.signal, (got) => progress(before + got, total));
        before += pack.packed;
      }
      await write(KEPT, { build: plan.build, at: Date.now(), groups, packs });
      await tell();
      await cache.delete(WANTED);
      await dropOthers(packs.map((pack) => pack.file));
      kept = await read(KEPT);
      await look(say("kept-now", size(sum(packs, "unpacked"))));
    } catch (error) {
      if (stopping.signal.aborted) return look(say("paused"));
      const full = error.name === "QuotaExceededError";
      await look(say(full ? "no-room" : "broken-off", error.message), "failed");
    }
  }

  async function remove() {
    for (const request of await cache.keys()) await cache.delete(request);
    await tell();
    kept = null;
    page.querySelectorAll("[name=group]").forEach((box) => (box.checked = false));
    await look(say("removed"));
  }

  /* ---- showing ---- */

  const megabytes = new Intl.NumberFormat(document.documentElement.lang || "en", {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
  const size = (bytes) => megabytes.format(bytes / 1e6) + " MB";

  function show(state, words) {
    page.dataset.state = state;
    part("status").textContent = words;
    part("progress").hidden = part("pause").hidden = state !== "busy";
    part("keep").hidden = part("remove").hidden = state === "busy";
    page.querySelectorAll("input").forEach((box) => (box.disabled = state === "busy" || !plan));
  }

  function progress(got, total) {
    part("progress").value = got / total;
    part("status").textContent = say("fetching", size(got), size(total));
  }

  function row(group, label) {
    const packs = plan ? plan.packs.filter((pack) => pack.group === group) : [];
    const box = make("input", { type: "checkbox", name: "group", value: group });
    box.checked = Boolean(kept?.groups.includes(group));
    box.addEventListener("change", () => look());
    const what = make("span", { class: "quiet" }, plan ? size(sum(packs, "packed")) : "");
    return make("li", {}, make("label", {}, box, " ", label, " "), what);
  }

  function drawRows() {
    const years = plan
      ? plan.groups.map(({ name, stories }) => [name, stories])
      : (kept?.groups || []).filter((name) => name !== "lists").map((name) => [name]);
    const all = make("input", { type: "checkbox", name: "all" });
    all.addEventListener("change", () => {
      page.querySelectorAll("[name=group]").forEach((box) => (box.checked = all.checked));
      look();
    });
    const whole = plan ? size(sum(plan.packs, "packed")) : "";
    const rows = years.map(([name, stories]) =>
      row(
        name,
        (name === "undated" ? say("undated") : name) + (stories ? ", " + count("stories", stories) : ""),
      ),
    );
    part("groups").replaceChildren(
      make(
        "li",
        {},
        make("label", {}, all, " ", say("everything"), " "),
        make("span", { class: "quiet" }, whole),
      ),
      ...rows,
      row("lists", say("lists")),
    );
  }

  /** Say how things stand: what is kept, what the choice would fetch, what is new. */
  async function look(words, state) {
    const boxes = [...page.querySelectorAll("[name=group]")];
    page.querySelector("[name=all]").checked = boxes.every((box) => box.checked);
    const unfinished = Boolean(await read(WANTED));
    const said = [words];
    if (!plan) said.push(say("no-network"));
    if (kept && words === undefined) said.push(say("kept-now", size(sum(kept.packs, "unpacked"))));
    if (plan && chosen().length) {
      const needed = await missing(packsOf(chosen()));
      const newer = kept && kept.build !== plan.build && chosen().join() === kept.groups.join();
      if (needed.length || (newer && state !== "failed"))
        said.push(say(newer ? "newer" : "to-fetch", size(sum(needed, "packed"))));
    }
    show(state || "ready", said.filter(Boolean).join(" "));
    part("keep").textContent = say(unfinished ? "resume" : "keep");
    part("keep").disabled = !plan || !chosen().length;
    part("remove").disabled = !kept && !unfinished;
  }

  async function start() {
    cache = await caches.open("backfile-kept " + scope);
    kept = await read(KEPT);
    try {
      plan = await (await fetch(scope + "offline/packs.json", { cache: "no-store" })).json();
    } catch {
      plan = null; // no network, or none of this archive's: what is kept can be seen and removed
    }
    drawRows();
    const wanted = await read(WANTED);
    if (wanted)
      page.querySelectorAll("[name=group]").forEach((box) => (box.checked = wanted.includes(box.value)));
    part("keep").addEventListener("click", () => keep(chosen()));
    part("pause").addEventListener("click", () => stopping.abort());
    part("remove").addEventListener("click", remove);
    page.hidden = false;
    await look();
  }

  part("missing").hidden = location.href.startsWith(scope + "offline/");
  start();
})();

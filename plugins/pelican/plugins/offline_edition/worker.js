/* The archive's service worker: the shell and what was visited are there without a network, and so
   is what a reader chose to keep (theme/static/js/keep.js fetches it, docs/offline_edition.md tells
   how). Pages come from the network while there is one; the search index is one build throughout. */
"use strict";
const FACTS = /*FACTS*/ { index: "pagefind/", theme: "theme/", shell: {} } /*END*/;
const SCOPE = new URL("./", self.location).href;
const [SHELL, VISITED, KEPT] = ["shell", "visited", "kept"].map((name) => "backfile-" + name + " " + SCOPE);
const PATIENCE = 4000; // milliseconds until a network that says nothing counts as none
const MOST_VISITED = 3000; // files
const TYPES = {
  html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json",
  txt: "text/plain; charset=utf-8", svg: "image/svg+xml", png: "image/png", jpg: "image/jpeg",
};
const failed = []; // files of the index that could not be had, for the page to ask about

/* ---- shell: fetched when this worker is installed, only what changed ---- */

const bare = (path) => path.replace(/(^|\/)index\.html$/, "$1"); // hosts redirect index.html
const shellKey = (path) => SCOPE + path + "?shell=" + FACTS.shell[path];
const clean = (answer) => new Response(answer.body, { headers: answer.headers });

self.addEventListener("install", (event) => event.waitUntil(install()));
async function install() {
  const cache = await caches.open(SHELL);
  await Promise.all(Object.keys(FACTS.shell).map(async (path) => {
    if (await cache.match(shellKey(path))) return;
    const answer = await fetch(SCOPE + bare(path), { cache: "no-cache" });
    if (!answer.ok) throw new Error(path + ": " + answer.status);
    await cache.put(shellKey(path), clean(answer));
  }));
  await self.skipWaiting();
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));
async function activate() {
  const cache = await caches.open(SHELL), mine = new Set(Object.keys(FACTS.shell).map(shellKey));
  for (const request of await cache.keys()) if (!mine.has(request.url)) await cache.delete(request);
  const visited = await caches.open(VISITED), keys = await visited.keys();
  for (const request of keys.slice(0, Math.max(0, keys.length - MOST_VISITED))) await visited.delete(request);
  await self.clients.claim();
}

const fromShell = async (path) => FACTS.shell[path] && (await caches.open(SHELL)).match(shellKey(path));

/* ---- packs: their heads in memory, files cut out of the stored bytes ---- */

let kept = null;
const openKept = () => (kept = kept || readKept().catch(() => { kept = null; return { groups: new Map() }; }));

async function readKept() {
  const cache = await caches.open(KEPT), answer = await cache.match(SCOPE + "offline/kept.json");
  const state = answer ? await answer.json() : { packs: [] }, groups = new Map();
  for (const pack of state.packs) groups.set(pack.group, [...(groups.get(pack.group) || []), pack]);
  return { cache, groups, at: state.at, heads: new Map() };
}

function groupOf(path) {
  const inside = path.startsWith(FACTS.index) ? path.slice(FACTS.index.length) : path;
  const first = inside.split("/")[0];
  const year = /^(\d{4})(-\d\d)?$/.exec(first);
  if (year || first === "undated") return year ? year[1] : first;
  return inside === path ? "lists" : "core";
}

async function readHeads({ cache, groups }, group) {
  const files = new Map();
  for (const pack of groups.get(group) || []) {
    const blob = await (await cache.match(SCOPE + pack.file)).blob();
    const length = new DataView(await blob.slice(4, 8).arrayBuffer()).getUint32(0, true);
    const head = JSON.parse(await blob.slice(8, 8 + length).text());
    for (const path in head) files.set(path, [blob, 8 + length + head[path][0], head[path][1]]);
  }
  return files;
}

async function fromPack(path) {
  const now = await openKept(), group = groupOf(path);
  if (!now.groups.has(group)) return undefined;
  if (!now.heads.has(group)) now.heads.set(group, readHeads(now, group));
  const found = (await now.heads.get(group)).get(path);
  if (!found) return undefined;
  const [blob, start, length] = found;
  const type = TYPES[path.split(".").pop()] || "application/octet-stream";
  return new Response(blob.slice(start, start + length), { headers: { "content-type": type } });
}

/** Whether the packs hold this file as the page's build knows it. */
async function isOfBuild(file, mark) {
  const now = await openKept();
  now.told = now.told || (await fromPack(FACTS.index + "manifest.json"))?.json();
  const told = await now.told;
  if (!told) return false;
  const shard = told.shards.find((one) => file.startsWith(one.name + "/"));
  return shard ? mark === shard.tag || mark === shard.twins : mark === told.tag;
}

/* ---- answers ---- */

async function fromNetwork(request, key, how) {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("The network is silent.")));
  const answer = await Promise.race([fetch(request, how), late]);
  if (answer.status >= 500) throw new Error(answer.statusText);
  if (answer.ok) {
    const copy = answer.clone();
    caches.open(VISITED).then((cache) => cache.put(key, copy)).catch(() => {}); // no room: not kept
  }
  return answer;
}

const fromVisited = async (key) => (await caches.open(VISITED)).match(key);

/* A file of the index that bears a mark of its build, in its name or behind "?", never changes. */
async function ofIndex(request, path, query) {
  const file = path.slice(FACTS.index.length), mark = query.replace(/^ts=/, "");
  const named = /\/(index|fragment)\/|\.pf_meta$/.test(file);
  let answer;
  if (named || (mark && (await isOfBuild(file, mark)))) answer = await fromPack(path);
  if (named || mark) answer = answer || (await fromVisited(request.url));
  if (answer) return answer;
  try {
    const how = named || mark ? {} : { cache: "no-cache" }; // what bears no mark may be old
    answer = await fromNetwork(request, request.url, how);
  } catch {
    if (!named && !mark) answer = (await fromPack(path)) || (await fromShell(path)) || (await fromVisited(request.url));
  }
  if (!answer || !answer.ok) failed.push(file);
  return answer || Response.error();
}

async function ofPage(request, path) {
  try {
    return await fromNetwork(request, SCOPE + path);
  } catch {
    const [seen, packed] = [await fromVisited(SCOPE + path), await fromPack(path)];
    if (seen && packed && Date.parse(seen.headers.get("date")) < (await openKept()).at) return packed;
    const offline = request.mode === "navigate" ? "offline/index.html" : path;
    return seen || packed || (await fromShell(path)) || (await fromShell(offline)) || Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { origin, pathname, search } = new URL(event.request.url);
  if (event.request.method !== "GET" || !(origin + pathname).startsWith(SCOPE)) return;
  const path = decodeURIComponent((origin + pathname).slice(SCOPE.length)).replace(/(^|\/)$/, "$1index.html");
  if (path === "sw.js" || path.startsWith("offline/pack")) return;
  if (path.startsWith(FACTS.index)) event.respondWith(ofIndex(event.request, path, search.slice(1)));
  else if (path.startsWith(FACTS.theme) && FACTS.shell[path])
    event.respondWith(fromShell(path).then((answer) => answer || fetch(event.request)));
  else event.respondWith(ofPage(event.request, path));
});

/* The page says that what is kept has changed, or asks which files of the index were missing. */
self.addEventListener("message", (event) => {
  if (event.data === "kept") kept = null;
  event.ports[0].postMessage(event.data === "failed" ? failed : "done");
});

/* On a story opened from the search page: the words searched for are marked, first one in view. */
(function () {
  "use strict";
  const told = /(?:^#|&)marks=([^&]*)/.exec(location.hash);
  const search = window.backfileSearch;
  const body = document.querySelector("article.story, article");
  if (!told || !search || !body) return;
  let marks;
  try { marks = search.marksFrom(told[1].split(",").map(decodeURIComponent)); } catch { return; }

  function markNode(node) {
    const found = search.tokens(node.data);
    const places = search.markedPlaces(found.map((one) => one.plain), marks);
    for (const place of places.reverse()) {
      const middle = node.splitText(found[place].start);
      middle.splitText(found[place].end - found[place].start);
      const mark = document.createElement("mark");
      middle.replaceWith(mark);
      mark.append(middle);
    }
  }

  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, mark, nav, details")) nodes.push(walker.currentNode);
  nodes.forEach(markNode);
  const first = body.querySelector("mark");
  if (first) first.scrollIntoView({ block: "center" });
})();

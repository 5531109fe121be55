/* On a story opened from the search page: the words searched for are marked, the first one in view.
   What counts as a word is loaded only for readers who come with marks. */
(function () {
  "use strict";
  const told = /(?:^#|&)marks=([^&]*)/.exec(location.hash);
  const story = document.querySelector("article.story, article");
  const here = document.currentScript.src;
  if (!told || !story) return;

  function load(name) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = here.replace("search-marks", name);
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  function markNode(node, marks) {
    const search = window.backfileSearch;
    const found = search.tokens(node.data);
    for (const place of search
      .markedPlaces(
        found.map((one) => one.plain),
        marks,
      )
      .reverse()) {
      const middle = node.splitText(found[place].start);
      middle.splitText(found[place].end - found[place].start);
      const mark = document.createElement("mark");
      middle.replaceWith(mark);
      mark.append(middle);
    }
  }

  function textNodes() {
    const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest("script, style, mark, nav, aside, details, dl"))
        nodes.push(walker.currentNode);
    }
    return nodes;
  }

  Promise.all([load("search-tokens"), load("search-excerpt")])
    .then(() => {
      const marks = window.backfileSearch.marksFrom(told[1].split(",").map(decodeURIComponent));
      textNodes().forEach((node) => markNode(node, marks));
      const first = story.querySelector("mark");
      if (first) first.scrollIntoView({ block: "center" });
    })
    .catch(() => {
      /* an address cut short: the story is read without marks */
    });
})();

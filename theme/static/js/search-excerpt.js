/* A story's text with the matches marked. Built from text nodes only: stories are never markup. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const AROUND = 14; // words before and after a match
  const SHOWN = 34; // words of an excerpt
  const JOIN = "\u2060",
    BLANK = /\u2800/g,
    PARAGRAPH = "¶";

  /** What a prepared query marks in a text: {words, starts, phrases}. */
  search.marksOf = function (tree) {
    const marks = { words: new Set(), starts: [], phrases: [] };
    for (const node of search.operands(tree)) {
      if (node.kind === "word") node.forms.forEach((form) => marks.words.add(form));
      else if (node.kind === "prefix") marks.starts.push(node.plain);
      else if (node.kind === "phrase" || (node.kind === "listed" && node.field === "title"))
        marks.phrases.push(node.plain);
    }
    return marks;
  };

  /** The marks as a line for an address, and back. */
  search.marksText = (marks) => [
    ...marks.words,
    ...marks.starts.map((start) => start + "*"),
    ...marks.phrases.map((words) => words.join(" ")),
  ];
  search.marksFrom = function (told) {
    const one = (text) => !text.includes(" ") && !text.endsWith("*");
    return {
      words: new Set(told.filter(one)),
      starts: told.filter((text) => text.endsWith("*")).map((text) => text.slice(0, -1)),
      phrases: told.filter((text) => text.includes(" ")).map((text) => text.split(" ")),
    };
  };

  /** Which of a row of plain words are marked: their places in order. */
  search.markedPlaces = function (plain, marks) {
    const marked = new Set();
    plain.forEach((word, at) => {
      if (word && (marks.words.has(word) || marks.starts.some((start) => word.startsWith(start))))
        marked.add(at);
      for (const phrase of marks.phrases) {
        if (phrase.every((one, n) => plain[at + n] === one))
          phrase.forEach((_, n) => marked.add(at + n));
      }
    });
    return [...marked].sort((a, b) => a - b);
  };

  /** Places of all matches in a story's text. */
  search.placesIn = (story, marks) =>
    search.markedPlaces(
      story.content.split(" ").map((stretch) => search.plainWords(stretch)[0] || ""),
      marks,
    );

  /** A stretch as [before, word, after]: marks hold words, not the punctuation around them. */
  function taken(stretch) {
    const joined = stretch.endsWith(JOIN);
    const text =
      (joined ? stretch.slice(0, -1) : stretch).replace(BLANK, " ") + (joined ? "" : " ");
    const [word] = search.tokens(text);
    return word
      ? [text.slice(0, word.start), text.slice(word.start, word.end), text.slice(word.end)]
      : [text, "", ""];
  }

  /** Append stretches `from` to `to` to an element, the ones in `marked` inside <mark>. */
  function write(element, stretches, from, to, marked) {
    let text = "",
      mark = "";
    const close = () => {
      if (mark) element.append(text, search.make("mark", {}, mark));
      if (mark) text = "";
      mark = "";
    };
    for (let at = from; at < to; at += 1) {
      if (stretches[at] === PARAGRAPH) continue;
      const [before, word, after] = taken(stretches[at]);
      if (!marked.has(at)) {
        text += before + word + after;
        continue;
      }
      if (mark) mark += before + word;
      else {
        text += before;
        mark = word;
      }
      if (marked.has(at + 1) && at + 1 < to) {
        mark += after;
        continue;
      }
      close();
      text = after;
    }
    element.append(text.trimEnd());
  }

  /** Fill an element with the headline, its matches marked. */
  search.writeTitle = function (element, story, titleLength, places) {
    write(element, story.content.split(" "), 0, titleLength, new Set(places));
  };

  function bestStart(places, first, last) {
    let best = Math.max(first, (places[0] ?? first) - AROUND),
      most = 0;
    for (const place of places) {
      const start = Math.max(first, Math.min(place - 4, last - SHOWN));
      const inside = places.filter((other) => other >= start && other < start + SHOWN).length;
      if (inside > most) {
        most = inside;
        best = start;
      }
    }
    return best;
  }

  /** Fill an element with the best stretch of the text; returns how many matches the text has. */
  search.writeExcerpt = function (element, story, titleLength, places) {
    const stretches = story.content.split(" ");
    const first = titleLength + (stretches[titleLength] === PARAGRAPH ? 1 : 0);
    const body = places.filter((place) => place >= first);
    const start = bestStart(body, first, stretches.length);
    const end = Math.min(stretches.length, start + SHOWN);
    if (start > first) element.append("… ");
    write(element, stretches, start, end, new Set(places));
    if (end < stretches.length) element.append(" …");
    return body.length;
  };

  /** Fill a list with every match of the text in its context, matches that touch in one item. */
  search.writeContexts = function (list, story, titleLength, places) {
    const stretches = story.content.split(" ");
    const marked = new Set(places);
    let end = -1,
      item = null,
      start = 0;
    const finish = () => {
      if (!item) return;
      write(item, stretches, start, Math.min(stretches.length, end), marked);
      list.append(item);
    };
    for (const place of places.filter((one) => one > titleLength)) {
      if (place - AROUND <= end) {
        end = place + AROUND;
        continue;
      }
      finish();
      item = document.createElement("li");
      start = Math.max(titleLength + 1, place - AROUND);
      end = place + AROUND;
    }
    finish();
  };
})();

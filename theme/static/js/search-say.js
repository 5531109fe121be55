/* What the page says about a query: the mistake and its place, words left out, words meant. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const { make } = search;

  /** Say what is wrong with a query and underline where; without a mistake say nothing. */
  search.drawMistake = function (place, query, mistake) {
    place.hidden = !mistake;
    place.replaceChildren();
    if (!mistake) return;
    const end = mistake.at + mistake.length;
    const wrong = make("mark", {}, query.slice(mistake.at, end) || "⌴");
    const where = { class: "where", dir: "auto" };
    place.append(
      make("p", {}, mistake.message),
      make("p", where, query.slice(0, mistake.at), wrong, query.slice(end)),
    );
  };

  /** Say which little words were left out. */
  search.drawDropped = function (place, dropped) {
    place.replaceChildren();
    if (!dropped.length) return;
    place.append(make("p", {}, search.say("left-out", dropped.join(", "))));
  };

  /** Offer another spelling of the whole query. */
  search.drawSuggestion = function (place, query, take) {
    const button = make("button", { type: "button", class: "more", on: { click: take } }, query);
    const [before, after] = search.say("did-you-mean", "\n").split("\n");
    place.append(make("p", {}, before, button, after));
  };
})();

/* Searches kept in this browser: a list in localStorage, nothing leaves the machine. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const { make } = search;
  const KEY = "backfile-searches";

  function read() {
    try {
      return JSON.parse(localStorage.getItem(KEY) || "[]").filter(
        (one) => typeof one.query === "string",
      );
    } catch {
      return [];
    }
  }
  function write(list) {
    try {
      localStorage.setItem(KEY, JSON.stringify(list.slice(0, 50)));
    } catch {
      /* storage is off: nothing is kept */
    }
  }

  search.keepSearch = function (query, name) {
    write([{ query, name }, ...read().filter((one) => one.query !== query)]);
  };

  /** Draw the kept searches; `open(query)` is called when one is chosen. */
  search.drawSaved = function (place, open) {
    const list = read();
    place.hidden = !list.length;
    place.replaceChildren(
      make("summary", {}, search.say("kept-searches")),
      make(
        "ul",
        {},
        ...list.map((one) =>
          make(
            "li",
            {},
            make(
              "a",
              {
                href: "?" + one.query,
                on: {
                  click: (event) => {
                    event.preventDefault();
                    open(one.query);
                  },
                },
              },
              one.name,
            ),
            make(
              "button",
              {
                type: "button",
                class: "more",
                "aria-label": search.say("forget-search", one.name),
                on: {
                  click: () => {
                    write(read().filter((other) => other.query !== one.query));
                    search.drawSaved(place, open);
                  },
                },
              },
              search.say("forget"),
            ),
          ),
        ),
      ),
    );
  };
})();

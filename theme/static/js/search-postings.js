/* Where a word stands, read from Pagefind's own index.

   Pagefind's search takes more than a tenth of a millisecond for every hit of a word, and tells one
   place in a story; its index holds them all and is read in a hundredth of that (docs/search.md).
   A chunk of it is CBOR behind a signature: an array of words, each with its pages. A page is the
   step from the one before and its places, a place the step from the one before; a negative number
   is a weight, and all our words weigh the same. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const SIGNATURE = "pagefind_dcd".length;
  const NEGATIVE = 1,
    BYTES = 2,
    TEXT = 3,
    ARRAY = 4;
  const letters = new TextDecoder();

  class Reader {
    constructor(bytes, at) {
      this.bytes = bytes;
      this.at = at;
      this.kind = -1;
    }
    /** The number or length of the next thing; its major type is then in `kind`. */
    head() {
      const first = this.bytes[this.at];
      const small = first & 31;
      this.at += 1;
      this.kind = first >> 5;
      if (small < 24) return small;
      if (!(small < 27)) throw new Error(search.say("file-unread", "pf_index", "CBOR " + first));
      let number = 0;
      for (let left = 1 << (small - 24); left; left -= 1) {
        number = number * 256 + this.bytes[this.at];
        this.at += 1;
      }
      return number;
    }
    text() {
      const length = this.head();
      this.at += length;
      return letters.decode(this.bytes.subarray(this.at - length, this.at));
    }
    skip(things) {
      for (let left = things; left; left -= 1) {
        const number = this.head();
        if (this.kind === ARRAY) left += number;
        else if (this.kind === TEXT || this.kind === BYTES) this.at += number;
      }
    }
  }

  /** The words of a chunk and where in it their pages begin: Map(word -> place). */
  search.wordsIn = function (bytes) {
    const reader = new Reader(bytes, SIGNATURE);
    const found = new Map();
    reader.head();
    for (let left = reader.head(); left; left -= 1) {
      const parts = reader.head();
      found.set(reader.text(), reader.at);
      reader.skip(parts - 1);
    }
    return found;
  };

  /** The stories of the word whose pages begin at a place of a chunk: Map(row -> {first, times}),
      its first place in the story and how often it is there. `rows` tells the row of a page. */
  search.storiesAt = function (bytes, at, rows) {
    const reader = new Reader(bytes, at);
    const found = new Map();
    let page = 0;
    for (let left = reader.head(); left; left -= 1) {
      const parts = reader.head();
      page += reader.head();
      let first = -1,
        times = 0;
      for (let places = reader.head(); places; places -= 1) {
        const place = reader.head();
        if (reader.kind === NEGATIVE) continue;
        if (first < 0) first = place;
        times += 1;
      }
      reader.skip(parts - 2);
      found.set(rows[page], { first, times });
    }
    return found;
  };
})();

/* The word list: relatives of a word, words that begin alike, words that were perhaps meant. */
(function () {
  "use strict";
  const search = (window.backfileSearch = window.backfileSearch || {});
  const MOST = 400;
  const LONGER = 3;

  /** Edit distance of two words (a swap of neighbours counts one), or more than `most`. */
  search.distance = function (one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [],
      last = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  function readLine(line) {
    const [word, told, coded] = line.split(" ");
    const [stories, few] = told.split("@");
    const shards = few ? new Set(few.split(".").map((number) => parseInt(number, 36))) : null;
    const relatives = coded
      ? coded.split(",").map((one) => word.slice(0, parseInt(one[0], 36)) + one.slice(1))
      : [];
    return [word, { word, stories: Number(stories), relatives, shards }];
  }

  const before = (a, b) => {
    // the order of Python's sorted(): by code point
    const one = Array.from(a, (c) => c.codePointAt(0)),
      other = Array.from(b, (c) => c.codePointAt(0));
    for (let n = 0; n < Math.min(one.length, other.length); n += 1) {
      if (one[n] !== other[n]) return one[n] < other[n];
    }
    return one.length < other.length;
  };

  /** What several words of the list are together: {forms, shards, stories, known}. */
  search.together = (entries) => ({
    forms: entries.map((entry) => entry.word),
    shards: entries.map((entry) => entry.shards),
    stories: entries.reduce((sum, entry) => sum + entry.stories, 0),
    known: true,
  });

  /** Number of the part that would hold a word; `firsts` are the first words of all parts. */
  search.placeAmong = function (firsts, word) {
    let low = 0,
      high = firsts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (before(word, firsts[middle])) high = middle - 1;
      else low = middle;
    }
    return low;
  };

  class Words {
    constructor(archive) {
      this.files = archive.words.files;
      this.endings = archive.words.endings;
      this.carrier = archive.carrier;
      this.tag = archive.tag;
      this.kept = new Map();
    }

    /** Number of the file that would hold a word. */
    place(word) {
      return search.placeAmong(this.files, word);
    }

    async file(number) {
      if (!this.files.length) return new Map();
      if (!this.kept.has(number)) {
        this.kept.set(
          number,
          this.carrier
            .text("words/" + number + ".txt?" + this.tag)
            .then((text) => new Map(text.split("\n").map(readLine))),
        );
      }
      return this.kept.get(number);
    }

    async find(word) {
      return (await this.file(this.place(word))).get(word) || null;
    }

    /** All forms to search for a word, the shards each may stand in (null: any) and how many
        stories they have: {forms, shards, stories, known}. */
    async forms(word) {
      let found = await this.find(word);
      const forms = new Set([word]);
      if (!found) {
        for (const [from, to] of this.endings) {
          if (!word.endsWith(from) || word.length - from.length < 3) continue;
          const other = word.slice(0, word.length - from.length) + to;
          if (other === word) continue;
          found = await this.find(other);
          if (found) {
            forms.add(other);
            break;
          }
        }
      }
      if (!found) return this.longer(word);
      for (const relative of found.relatives) forms.add(relative);
      const entries = await Promise.all([...forms].map((form) => this.find(form)));
      return search.together(entries.filter(Boolean));
    }

    /** The forms of a word that the archive has only with a few more letters: "dushan", "dushanbe". */
    async longer(word) {
      const found = word.length < 4 ? null : await this.beginning(word);
      const near = (found || []).filter((entry) => entry.word.length <= word.length + LONGER);
      if (near.length) return search.together(near);
      const forms = search.isListed(word) ? [] : [word];
      return { forms, shards: forms.map(() => null), stories: 0, known: false };
    }

    /** All words of the archive that begin with `start`, or null if there are too many. */
    async beginning(start) {
      const found = [];
      for (let number = this.place(start); number < this.files.length; number += 1) {
        const file = await this.file(number);
        for (const entry of file.values()) {
          if (entry.word.startsWith(start)) found.push(entry);
          else if (!before(entry.word, start)) return found;
          if (found.length > MOST) return null;
        }
      }
      return found;
    }

    /** The likeliest other spelling of a word, or null. */
    async meant(word) {
      if (word.length < 4 || !this.files.length) return null;
      const most = word.length > 7 ? 2 : 1;
      const starts = new Set([
        word,
        word.slice(0, 2),
        word[1] + word[0] + word.slice(2),
        word.slice(1),
      ]);
      const numbers = new Set([...starts].map((start) => this.place(start)));
      numbers.add(Math.min(this.place(word) + 1, this.files.length - 1));
      let best = null;
      for (const number of numbers) {
        for (const entry of (await this.file(number)).values()) {
          const off = search.distance(word, entry.word, most);
          const worth = off > most ? 0 : Math.log(entry.stories + 1) / off ** 2;
          if (worth && (!best || worth > best.worth)) best = { word: entry.word, worth };
        }
      }
      return best && best.word;
    }
  }

  search.openWords = (archive) => new Words(archive);
})();

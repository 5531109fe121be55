// Lights up in the text the words that gave the story a tag: on hover, or kept lit by a button.
"use strict";

for (const list of document.querySelectorAll(".tags")) {
  for (const row of list.querySelectorAll("[data-code]")) {
    const mentions = document.querySelectorAll(`.text [data-tag~="${CSS.escape(row.dataset.code)}"]`);
    if (mentions.length === 0) continue;

    const button = document.createElement("button");
    button.type = "button";
    button.textContent = `${mentions.length}×`;
    button.setAttribute("aria-pressed", "false");
    const purpose = document.createElement("span");
    purpose.className = "unseen";
    purpose.textContent = ` ${list.dataset.show}: ${row.querySelector("a").textContent}`;
    button.append(purpose);
    row.append(button);

    let kept = false;
    const light = (on) => mentions.forEach((span) => span.classList.toggle("lit", on));
    row.addEventListener("pointerenter", () => light(true));
    row.addEventListener("pointerleave", () => light(kept));
    button.addEventListener("click", () => {
      kept = !kept;
      button.setAttribute("aria-pressed", String(kept));
      light(kept);
      if (kept) mentions[0].scrollIntoView({ block: "nearest" });
    });
  }
}

// Adds a button to each citation that copies it.
"use strict";

const box = document.querySelector(".cite");
if (box && navigator.clipboard) {
  for (const place of box.querySelectorAll("dd")) {
    const text = place.firstElementChild.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = box.dataset.copy;
    button.setAttribute("aria-label", `${box.dataset.copy}: ${place.previousElementSibling.textContent}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = box.dataset.copied;
      setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
    });
    place.append(button);
  }
}

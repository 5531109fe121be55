// Gives each citation a button that copies it.
"use strict";

const box = document.querySelector(".cite");
if (box && navigator.clipboard) {
  for (const name of box.querySelectorAll("dt")) {
    const text = name.nextElementSibling.firstElementChild.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = box.dataset.copy;
    button.setAttribute("aria-label", `${box.dataset.copy}: ${name.textContent}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = box.dataset.copied;
      setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
    });
    name.append(button);
  }
}

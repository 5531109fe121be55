/* Lets the site work without a network where it was built as an app: registers its service worker. */
(function () {
  "use strict";
  const manifest = document.querySelector("link[rel=manifest]");
  if (!manifest || !navigator.serviceWorker) return;
  navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {
    /* not over https, or storage is off: the site works as any other */
  });
})();

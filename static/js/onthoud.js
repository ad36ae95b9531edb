/* A mentor whose phone rings halfway a screen finds back what was chosen: it is sent along when the page goes out of sight. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-onthoud]");
  if (!form) return;
  let gewijzigd = false;
  form.addEventListener("input", () => { gewijzigd = true; });
  form.addEventListener("submit", () => { gewijzigd = false; });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !gewijzigd) return;
    gewijzigd = !navigator.sendBeacon(location.pathname, new FormData(form));
  });
})();

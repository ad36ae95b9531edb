// On a wide screen a link with data-paneel opens its form beside the page, so that the dossier can be read while typing. With a
// modifier key, on a smaller screen or without this script it is the link it always was.
(() => {
  "use strict";

  const breed = matchMedia("(min-width: 87.5rem)");
  const paneel = () => document.getElementById("zijpaneel");
  let opener = null;
  const sluit = () => {
    paneel().hidden = true;
    paneel().replaceChildren();
    opener?.focus();
  };
  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-paneel-sluit]");
    if (knop && paneel() && paneel().contains(knop)) {
      event.preventDefault();
      sluit();
      return;
    }
    const link = event.target.closest("a[data-paneel]");
    if (!link || !paneel() || !breed.matches || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!paneel().hidden) {
      paneel().querySelector("textarea")?.focus();
      return;
    }
    opener = link;
    window.htmx.ajax("GET", link.href, { target: "#zijpaneel", swap: "innerHTML" }).then(() => {
      if (!paneel().querySelector("form")) location.assign(link.href); // signed out, or it may not be: the page says why
      paneel().hidden = false;
      paneel().querySelector("textarea")?.focus();
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && paneel()?.contains(event.target)) sluit();
  });
})();

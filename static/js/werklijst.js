// The work list of Vandaag. A row is drawn again where it stands when its dossier changed, so the page keeps its place. Keys, which a
// colleague can switch off in the settings: J and K move, Enter opens, E is klaar, H postpones, U takes the last thing back.
(() => {
  "use strict";

  const lijst = document.querySelector("[data-werklijst]");
  if (!lijst) return;
  const rijen = () => [...lijst.querySelectorAll("[data-mens]:not([hidden])")];

  document.body.addEventListener("dossier-gewijzigd", (event) => {
    const rij = lijst.querySelector(`[data-mens="${event.detail.client}"]`);
    if (rij) htmx.trigger(rij, "ververs");
    else location.reload();
  });
  // The focus was in a row that is another row now: to the same person, or to the next one when nothing is left there.
  let plek = -1;
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const rij = event.detail.target.closest?.("[data-mens]");
    plek = rij ? rijen().indexOf(rij) : -1;
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    if (plek < 0 || (document.activeElement && document.activeElement !== document.body)) return;
    const nu = rijen();
    nu[Math.min(plek, nu.length - 1)]?.querySelector("a.naam")?.focus({ preventScroll: true });
  });

  if (lijst.dataset.toetsen !== "aan") return;
  const hier = () => document.activeElement?.closest?.("[data-mens]");
  const ga = (stap) => {
    const nu = rijen();
    const volgende = nu[Math.max(0, Math.min(nu.length - 1, nu.indexOf(hier()) + stap))];
    volgende?.querySelector("a.naam").focus();
    volgende?.scrollIntoView({ block: "nearest" });
  };
  const druk = (wat) => hier()?.querySelector(wat)?.click();
  const TOETSEN = {
    j: () => ga(1),
    k: () => ga(-1),
    e: () => druk("[data-klaar]"),
    h: () => druk("[data-uitstel]"),
    u: () => (document.querySelector(".toasts [data-ongedaan] button") || document.querySelector("#dagklaar form button"))?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const doe = TOETSEN[event.key.toLowerCase()];
    if (!doe) return;
    event.preventDefault();
    doe();
  });
})();

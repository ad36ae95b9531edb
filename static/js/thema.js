// Runs before the first paint (no defer): the page never flashes in the wrong colours.
(() => {
  const wortel = document.documentElement;
  const donker = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const gekozen = () => {
    try {
      return localStorage.getItem("thema") || "systeem";
    } catch {
      return "systeem";
    }
  };
  const toon = () => {
    const keuze = gekozen();
    const hoog = keuze === "contrast" || (keuze === "systeem" && contrast.matches && !donker.matches);
    wortel.dataset.bsTheme = keuze === "donker" || (keuze === "systeem" && donker.matches) ? "dark" : "light";
    wortel.toggleAttribute("data-thema", hoog);
    if (hoog) wortel.dataset.thema = "contrast";
    document.querySelectorAll("[data-kies-thema]").forEach((knop) => {
      knop.setAttribute("aria-pressed", String(knop.dataset.kiesThema === keuze));
    });
  };
  toon();
  donker.addEventListener("change", toon);
  contrast.addEventListener("change", toon);
  document.addEventListener("DOMContentLoaded", toon);
  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-kies-thema]");
    if (!knop) return;
    try {
      localStorage.setItem("thema", knop.dataset.kiesThema);
    } catch {
      return;
    }
    toon();
  });
})();

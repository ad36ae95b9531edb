// Selecting rows shows the bulk bar: data-keuze around it, data-keuze-alles, data-keuze-rij, data-keuze-balk, data-keuze-aantal.
(() => {
  const werkBij = (vak) => {
    const rijen = [...vak.querySelectorAll("[data-keuze-rij]")];
    const aan = rijen.filter((rij) => rij.checked).length;
    const alles = vak.querySelector("[data-keuze-alles]");
    if (alles) {
      alles.checked = aan > 0 && aan === rijen.length;
      alles.indeterminate = aan > 0 && aan < rijen.length;
    }
    const balk = vak.querySelector("[data-keuze-balk]");
    if (balk) balk.hidden = aan === 0;
    const aantal = vak.querySelector("[data-keuze-aantal]");
    if (aantal) aantal.textContent = aan === 1 ? "1 cliënt gekozen" : `${aan} cliënten gekozen`;
  };
  document.addEventListener("change", (event) => {
    const vak = event.target.closest("[data-keuze]");
    if (!vak) return;
    if (event.target.matches("[data-keuze-alles]")) {
      vak.querySelectorAll("[data-keuze-rij]").forEach((rij) => (rij.checked = event.target.checked));
    }
    werkBij(vak);
  });
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-keuze]").forEach(werkBij));
  window.addEventListener("pageshow", () => document.querySelectorAll("[data-keuze]").forEach(werkBij));
})();

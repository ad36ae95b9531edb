// Forms: data-verstuur-bij-keuze submits a filter on change; data-bewaak warns before unsaved work is lost; the first
// error gets the focus; a button is pressed once.
(() => {
  let vuil = false;
  // Who comes back with "Vorige" finds the text restored: then the key too, so that it leads to what was saved. A row that
  // is changed (it has a version) may be changed again.
  const onthoudSleutel = (formulier) => {
    const { formuliersleutel: sleutel, versie } = formulier.elements;
    if (!sleutel || (versie && versie.value !== "0")) return;
    history.replaceState({ ...history.state, sleutel: [[...document.forms].indexOf(formulier), sleutel.value] }, "");
  };
  const herstelSleutel = () => {
    const [nummer, waarde] = history.state?.sleutel ?? [];
    const veld = document.forms[nummer]?.elements.formuliersleutel;
    if (veld && performance.getEntriesByType("navigation")[0]?.type === "back_forward") veld.value = waarde;
  };
  document.addEventListener("change", (event) => {
    const formulier = event.target.form;
    if (formulier?.matches("[data-verstuur-bij-keuze]") && event.target.matches("select, [type=checkbox], [data-datum]")) {
      formulier.requestSubmit();
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target.form?.matches("[data-bewaak]")) vuil = true;
  });
  document.addEventListener("submit", (event) => {
    vuil = false;
    const formulier = event.target;
    onthoudSleutel(formulier);
    if (formulier.method !== "post" || formulier.matches("[data-meermaals], [hx-post]")) return;
    if (formulier.dataset.verstuurd) {
      event.preventDefault();
      return;
    }
    formulier.dataset.verstuurd = "1";
    setTimeout(() => delete formulier.dataset.verstuurd, 4000);
  });
  window.addEventListener("beforeunload", (event) => {
    if (vuil) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-verstuurd]").forEach((formulier) => delete formulier.dataset.verstuurd);
  });
  document.addEventListener("DOMContentLoaded", () => {
    herstelSleutel();
    // Filters are open where there is room for them; on a phone they wait behind their heading.
    if (matchMedia("(min-width: 48rem)").matches) {
      document.querySelectorAll("[data-open-breed]").forEach((blok) => (blok.open = true));
    }
    (document.querySelector("[data-foutenlijst]") || document.querySelector(".inhoud .is-invalid"))?.focus();
  });
})();

/* Forms that help: chips fill a field, rows appear when needed, Ctrl+Enter saves. */
(() => {
  "use strict";

  const iso = (dagen) => {
    const dag = new Date();
    dag.setDate(dag.getDate() + dagen);
    return new Date(dag.getTime() - dag.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  const gewijzigd = (veld) => veld.dispatchEvent(new Event("input", { bubbles: true }));

  document.querySelectorAll("[data-met-script]").forEach((deel) => { deel.hidden = false; });
  document.querySelectorAll("[data-zonder-script]").forEach((deel) => { deel.hidden = true; });
  document.querySelectorAll("[data-afdrukken]").forEach((knop) => knop.addEventListener("click", () => window.print()));

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-vul], [data-voegtoe]");
    if (!chip) return;
    const veld = document.getElementById(chip.dataset.vul || chip.dataset.voegtoe);
    if (!veld) return;
    if (chip.dataset.vul) {
      veld.value = chip.dataset.dagen === undefined ? chip.dataset.waarde : iso(Number(chip.dataset.dagen));
    } else {
      const begin = veld.value && !veld.value.endsWith("\n") ? "\n" : "";
      veld.value += begin + chip.dataset.waarde;
      veld.focus();
      veld.setSelectionRange(veld.value.length, veld.value.length);
    }
    gewijzigd(veld);
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest && event.target.closest("form[data-snelbewaren]");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  /* Empty rows stay folded; the button opens the next one. */
  document.querySelectorAll("[data-rijen]").forEach((lijst) => {
    const knop = lijst.parentElement.querySelector("[data-meer]");
    const rijen = [...lijst.querySelectorAll("[data-actierij]")];
    const leeg = (rij) => !rij.querySelector("input[type=text]").value && !rij.querySelector(".is-invalid");
    rijen.forEach((rij, nummer) => { rij.hidden = nummer > 0 && leeg(rij); });
    const toonKnop = () => { knop.hidden = !rijen.some((rij) => rij.hidden); };
    knop.addEventListener("click", () => {
      const volgende = rijen.find((rij) => rij.hidden);
      if (volgende) {
        volgende.hidden = false;
        volgende.querySelector("input[type=text]").focus();
      }
      toonKnop();
    });
    lijst.addEventListener("input", (event) => {
      // A draft that is put back may fill a row that was still folded.
      event.target.closest("[data-actierij]").hidden = false;
      toonKnop();
    });
    toonKnop();
  });
})();

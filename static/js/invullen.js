/* Forms that help: chips fill a field, rows appear when needed, Ctrl+Enter saves. */
(() => {
  "use strict";

  const iso = (dagen) => {
    const dag = new Date();
    dag.setDate(dag.getDate() + dagen);
    return new Date(dag.getTime() - dag.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };
  const gewijzigd = (veld) => ["input", "change"].forEach((soort) => veld.dispatchEvent(new Event(soort, { bubbles: true })));

  const toonHulp = (waar) => {
    waar.querySelectorAll("[data-met-script]").forEach((deel) => { deel.hidden = false; });
    waar.querySelectorAll("[data-zonder-script]").forEach((deel) => { deel.hidden = true; });
  };
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

  /* A line of a note that begins with a dash is read by the server, and becomes a row below it. */
  const STREEPJE = /^[ \t]*[-–•][ \t]+\S/m;
  document.addEventListener("input", (event) => {
    const verslag = event.target;
    if (!verslag.matches("[data-actielijnen]")) return;
    const heeft = STREEPJE.test(verslag.value);
    if (heeft || verslag.dataset.had) window.htmx.trigger(verslag, "lijnen");
    verslag.dataset.had = heeft ? "1" : "";
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    // Who is already in a row keeps it; sending the form reads the note once more.
    if (event.detail.target.matches("[data-puntblok]") && event.detail.target.contains(document.activeElement)) event.detail.shouldSwap = false;
  });

  /* Empty rows stay folded; the button opens the next one. */
  const vouw = (waar) => waar.querySelectorAll("[data-rijen]:not([data-gevouwen])").forEach((lijst) => {
    lijst.dataset.gevouwen = ""; // htmx tells of the whole page once too
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

  toonHulp(document);
  vouw(document);
  document.addEventListener("htmx:load", (event) => {
    toonHulp(event.detail.elt);
    vouw(event.detail.elt);
  });
})();

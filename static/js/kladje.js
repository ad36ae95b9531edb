/* Forms that help: chips fill a field, rows appear when needed, Ctrl+Enter saves, and a draft is kept on the server. */
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
    toonKnop();
  });

  /* A draft: saved shortly after typing. When the session is gone the page stays, with everything that was typed. */
  document.querySelectorAll("form[data-kladje]").forEach((form) => {
    const stand = form.querySelector("[data-kladjestand]");
    let wachten = 0;
    let mislukt = false;
    let vuil = false;

    const melding = (woorden) => { if (stand) stand.textContent = woorden; };
    const afgemeld = () => {
      mislukt = true;
      if (!stand) return;
      stand.replaceChildren(document.createTextNode("Je bent afgemeld, en je tekst staat nog hier. "));
      const link = document.createElement("a");
      link.href = form.dataset.inloggen;
      link.target = "_blank";
      link.textContent = "Meld je aan in een nieuw tabblad";
      stand.append(link, document.createTextNode(" en kom terug."));
    };
    const verversToken = async () => {
      const antwoord = await fetch(form.dataset.kladje, { headers: { Accept: "application/json" } });
      if (antwoord.redirected || !antwoord.ok) return false;
      form.querySelector("[name=csrfmiddlewaretoken]").value = (await antwoord.json()).token;
      return true;
    };
    const bewaar = async () => {
      window.clearTimeout(wachten);
      try {
        let antwoord = await fetch(form.dataset.kladje, { method: "POST", body: new FormData(form) });
        if (antwoord.status === 403 && (await verversToken())) {
          antwoord = await fetch(form.dataset.kladje, { method: "POST", body: new FormData(form) });
        }
        if (antwoord.status === 204) {
          mislukt = false;
          vuil = false;
          const nu = new Date();
          melding(`Kladje bewaard om ${String(nu.getHours()).padStart(2, "0")}:${String(nu.getMinutes()).padStart(2, "0")}`);
          return true;
        }
        if (antwoord.redirected || antwoord.status === 403) {
          afgemeld();
          return false;
        }
        return true;
      } catch {
        mislukt = true;
        melding("Geen verbinding. Je tekst staat nog hier; we proberen het opnieuw.");
        wachten = window.setTimeout(bewaar, 5000);
        return false;
      }
    };
    form.addEventListener("input", () => {
      vuil = true;
      window.clearTimeout(wachten);
      wachten = window.setTimeout(bewaar, 700);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && vuil && !mislukt) {
        navigator.sendBeacon(form.dataset.kladje, new FormData(form));
      } else if (document.visibilityState === "visible" && mislukt) {
        bewaar();
      }
    });
    form.addEventListener("submit", async (event) => {
      if (form.dataset.akkoord || (event.submitter && event.submitter.name === "weg")) return;
      event.preventDefault();
      if (await bewaar()) {
        form.dataset.akkoord = "1";
        form.submit();
      }
    });
  });
})();

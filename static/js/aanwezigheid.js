// Who was there. A mark that cannot be sent stays in the page as "nog niet verstuurd" and goes when the line is back. It lives in
// the memory of this page only, by number: nothing is stored on the phone, and closing the page with unsent marks warns.
(() => {
  "use strict";

  const lijst = document.querySelector("[data-aanwezigheid]");
  if (!lijst) return;
  const balk = document.querySelector("[data-onverstuurd]");
  const OPNIEUW = 4000, KIJK = 20000;
  const wacht = new Map(); // number of the enrolment -> what still has to be sent
  let bezig = false;

  const rijVan = (nummer) => lijst.querySelector(`[data-persoon="${nummer}"]`);
  const zeg = (nummer, woorden) => { rijVan(nummer).querySelector("[data-stand]").textContent = woorden; };
  const toon = (nummer, stand) => {
    const rij = rijVan(nummer);
    if (!rij) return;
    rij.querySelectorAll("button[name=stand]").forEach((knop) => {
      const aan = knop.value === stand.stand;
      knop.setAttribute("aria-pressed", String(aan));
      knop.classList.toggle("btn-primary", aan);
      knop.classList.toggle("btn-outline-primary", !aan);
    });
    if (stand.woord) zeg(nummer, stand.woord + (stand.reden ? ` (${stand.reden})` : "") + (stand.door ? `, ${stand.door}` : ""));
  };
  const toonBalk = (extra = "") => {
    balk.hidden = !wacht.size;
    const aantal = wacht.size === 1 ? "1 aanwezigheid is" : `${wacht.size} aanwezigheden zijn`;
    balk.textContent = wacht.size ? `${aantal} nog niet verstuurd. Laat deze pagina open: we proberen het opnieuw. ${extra}` : "";
  };

  const stuurEen = async (nummer) => {
    const pakket = wacht.get(nummer);
    const antwoord = await fetch(lijst.dataset.aanwezigheid, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": pakket.get("csrfmiddlewaretoken") },
      body: pakket,
      redirect: "manual",
    });
    if (antwoord.type === "opaqueredirect" || antwoord.status === 401 || antwoord.status === 403) return "Je bent afgemeld: meld je aan in een ander tabblad.";
    if (antwoord.status === 422) {
      const { reden } = await antwoord.json();
      // Refused for good: sending it again would be refused again.
      if (wacht.get(nummer) === pakket) wacht.delete(nummer);
      zeg(nummer, `niet genoteerd: ${reden}`);
      return "";
    }
    if (!antwoord.ok) return "De server antwoordt niet zoals het hoort.";
    const { standen } = await antwoord.json();
    // Tapped again meanwhile: the newer mark is still waiting for its turn.
    if (wacht.get(nummer) === pakket) {
      wacht.delete(nummer);
      Object.entries(standen).forEach(([welke, stand]) => toon(welke, stand));
    }
    return "";
  };
  const stuur = async () => {
    if (bezig) return;
    bezig = true;
    let reden = "";
    for (const nummer of [...wacht.keys()]) {
      try {
        reden = await stuurEen(nummer) || reden;
      } catch {
        break; // no line: the next round tries again
      }
    }
    bezig = false;
    toonBalk(reden);
  };

  lijst.addEventListener("submit", (event) => {
    const knop = event.submitter;
    if (!knop || knop.name !== "stand") return;
    event.preventDefault();
    const nummer = event.target.closest("[data-persoon]").dataset.persoon;
    const pakket = new URLSearchParams(new FormData(event.target, knop));
    pakket.delete("formuliersleutel"); // a mark may be sent again: the server keeps one per person and session
    // A note nobody touched on this page is not ours to write: a colleague may have written one meanwhile.
    const nota = event.target.elements.nota;
    if (nota && nota.value === nota.defaultValue) pakket.delete("nota");
    wacht.set(nummer, pakket);
    toon(nummer, { stand: knop.value });
    zeg(nummer, "nog niet verstuurd");
    toonBalk();
    stuur();
  });
  window.addEventListener("online", stuur);
  setInterval(() => { if (wacht.size) stuur(); }, OPNIEUW);
  // What a colleague noted meanwhile; never over a mark of our own that still waits.
  setInterval(async () => {
    if (document.hidden || wacht.size) return;
    try {
      const antwoord = await fetch(lijst.dataset.standen, { headers: { Accept: "application/json", "X-Achtergrond": "1" }, redirect: "manual" });
      if (!antwoord.ok) return;
      const { standen } = await antwoord.json();
      Object.entries(standen).forEach(([nummer, stand]) => { if (!wacht.has(nummer)) toon(nummer, stand); });
    } catch { /* no line: the next round looks again */ }
  }, KIJK);
  // The screen goes on slot (static/js/slot.js): a mark that still waits lives in this page only, so the page stays, out of sight.
  document.addEventListener("slot:nu", (event) => { if (wacht.size) event.detail.push(Promise.resolve("verbroken")); });
  window.addEventListener("beforeunload", (event) => { if (wacht.size) event.preventDefault(); });
})();

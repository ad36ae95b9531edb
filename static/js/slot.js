// A screen that was left alone goes on slot: what was typed is kept as a draft, the page is covered, and the login leads back to it.
// The server ends the session by itself too (ocmw/toegang/schermslot.py); this makes the page go along, in every tab at once.
(() => {
  "use strict";

  const { slot, teken, inloggen } = document.currentScript.dataset;
  const na = Number(document.body.dataset.slotNa) * 1000;
  if (!na) return;
  let [laatst, gemeld, gezegd, hoogte, bezig] = [Date.now(), Date.now(), 0, 0, false];
  const tabs = new BroadcastChannel("slot");

  // Who reads for an hour without asking a page is there too: a sign to the server, a few times in that half hour.
  const meldLeven = async () => {
    gemeld = Date.now();
    await fetch(teken, { cache: "no-store", headers: { Accept: "application/json" } }).catch(() => null);
  };
  const iemandIsHier = () => {
    if (bezig) return;
    const nu = Date.now();
    laatst = nu;
    if (nu - gezegd > 1000) {
      gezegd = nu;
      tabs.postMessage("hier");
    }
    if (nu - gemeld > na / 5) meldLeven();
  };
  ["pointerdown", "keydown", "wheel", "touchmove", "scroll"].forEach((soort) => {
    document.addEventListener(soort, iemandIsHier, { passive: true, capture: true });
  });
  tabs.addEventListener("message", () => { laatst = gemeld = Date.now(); });

  const dek = (woorden) => {
    document.documentElement.classList.add("op-slot");
    const blad = document.querySelector(".slotblad") || document.body.appendChild(Object.assign(document.createElement("div"), { className: "slotblad" }));
    blad.setAttribute("role", "status");
    blad.replaceChildren(...woorden);
  };
  const gaOpSlot = async () => {
    [bezig, hoogte] = [true, Math.round(window.scrollY)];
    dek([document.createTextNode("Je scherm gaat op slot.")]);
    const bewaren = [];
    document.dispatchEvent(new CustomEvent("slot:nu", { detail: bewaren }));
    const uitkomsten = await Promise.all(bewaren);
    if (uitkomsten.some((uitkomst) => uitkomst !== "goed")) {
      // Leaving now would lose it. It stays, out of sight, until its writer is back.
      const anker = Object.assign(document.createElement("a"), { href: inloggen, target: "_blank", rel: "noopener", textContent: "Meld je aan in een nieuw tabblad" });
      dek([document.createTextNode("Je scherm is op slot. Iets kon niet bewaard worden en staat nog in deze pagina. "), anker, document.createTextNode(" en kom terug.")]);
      await fetch(slot, { method: "POST", body: brief(), redirect: "manual" }).catch(() => null);
      window.addEventListener("focus", kijkTerug);
      return;
    }
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: slot, hidden: true });
    brief().forEach((waarde, naam) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name: naam, value: waarde })));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
  };
  const brief = () => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"]);
    data.append("next", `${location.pathname}${location.search}#hoogte-${hoogte}`);
    return data;
  };
  // Only the same colleague sees the page again.
  const kijkTerug = async () => {
    const antwoord = await fetch(teken, { cache: "no-store", redirect: "manual", headers: { Accept: "application/json" } }).catch(() => null);
    if (!antwoord?.ok || (await antwoord.json()).van !== document.body.dataset.medewerker) return;
    window.removeEventListener("focus", kijkTerug);
    document.querySelector(".slotblad")?.remove();
    document.documentElement.classList.remove("op-slot");
    [laatst, gemeld, bezig] = [Date.now(), Date.now(), false];
    document.dispatchEvent(new Event("visibilitychange")); // the drafts try again
  };
  // A machine that slept, wakes to a clock that ran on.
  window.setInterval(() => { if (!bezig && Date.now() - laatst > na) gaOpSlot(); }, Math.min(5000, na / 4));

  const daar = /^#hoogte-(\d+)$/.exec(location.hash);
  if (daar) {
    history.replaceState(history.state, "", location.pathname + location.search);
    window.addEventListener("load", () => window.scrollTo({ top: Number(daar[1]), behavior: "instant" }));
  }
})();

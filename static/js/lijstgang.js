// From a list of clients you walk on: a dossier shows the previous and the next one of the list you came from. Only the addresses
// are kept, in this tab, until it closes; no names.
(() => {
  "use strict";

  const SLEUTEL = "lijstgang";
  if (!document.body.dataset.medewerker) {
    sessionStorage.removeItem(SLEUTEL); // signed out: the next colleague on this PC begins without a list
    return;
  }
  const rijen = [...document.querySelectorAll("[data-lijstgang] a.naam")].map((link) => link.getAttribute("href"));
  if (rijen.length) sessionStorage.setItem(SLEUTEL, JSON.stringify({ rijen, lijst: location.pathname + location.search }));

  const hier = document.querySelector("[data-gang]");
  if (!hier) return;
  const { rijen: gang, lijst } = JSON.parse(sessionStorage.getItem(SLEUTEL) || '{"rijen": []}');
  const plaats = gang.indexOf(hier.dataset.gang);
  if (plaats < 0) return;
  const [vorige, terug, volgende] = hier.querySelectorAll("a");
  [[vorige, gang[plaats - 1]], [volgende, gang[plaats + 1]], [terug, lijst]].forEach(([link, adres]) => {
    if (adres) link.href = adres;
    else link.remove();
  });
  hier.hidden = false;
})();

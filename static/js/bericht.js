// Toasts: a close button on each; one without a link or button of its own, and one to undo, fades after ten seconds, unless
// pointed at. What was undone takes its own toast away. What a button on the spot could not send is said here too; a form with
// typed text says it beside the text (kladje.js).
(() => {
  const TIEN_SECONDEN = 10000;
  const sluit = (bericht) => {
    bericht.classList.add("weg");
    setTimeout(() => bericht.remove(), 200);
  };
  const begin = (bericht) => {
    // A live region only speaks when its content changes after loading.
    const tekst = bericht.querySelector(".tekst");
    const inhoud = [...tekst.childNodes];
    const kan = (wat) => inhoud.some((deel) => deel.matches?.(wat) || deel.querySelector?.(wat));
    tekst.replaceChildren();
    setTimeout(() => tekst.replaceChildren(...inhoud), 100);
    const vluchtig = bericht.matches("[data-vluchtig]") && (kan("[data-ongedaan]") || !kan("a, button, form"));
    if (!vluchtig) return;
    const tik = () => {
      if (bericht.matches(":hover, :focus-within")) setTimeout(tik, 3000);
      else sluit(bericht);
    };
    setTimeout(tik, TIEN_SECONDEN);
  };
  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-bericht-sluit]");
    if (knop) sluit(knop.closest("[data-bericht]"));
  });
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-bericht]").forEach(begin));
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt.matches?.("[data-bericht]")) begin(event.detail.elt);
  });
  const zeg = (zin) => {
    const bericht = document.createElement("div");
    bericht.className = "bericht warning";
    bericht.setAttribute("data-bericht", "");
    bericht.innerHTML = `<i class="bi bi-exclamation-triangle-fill" aria-hidden="true"></i><div class="tekst"></div>
      <button class="btn-close" type="button" aria-label="Sluit dit bericht" data-bericht-sluit></button>`;
    bericht.querySelector(".tekst").textContent = zin;
    document.querySelector(".toasts")?.append(bericht);
    begin(bericht);
  };
  const zonderTekst = (event) => !event.detail.elt.closest("form")?.querySelector("textarea, input[type=text]");
  document.addEventListener("htmx:sendError", (event) => {
    if (zonderTekst(event)) zeg("Geen verbinding. Er is niets bewaard. Probeer het straks opnieuw.");
  });
  document.addEventListener("htmx:responseError", (event) => {
    if (!zonderTekst(event)) return;
    const afgemeld = [401, 403].includes(event.detail.xhr.status);
    zeg(afgemeld ? "Je bent afgemeld. Er is niets bewaard. Laad de bladzijde opnieuw." : "Dat lukte niet. Er is niets bewaard. Laad de bladzijde opnieuw.");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const gedaan = event.detail.elt.closest?.("[data-ongedaan]");
    if (gedaan && event.detail.successful) gedaan.closest("[data-bericht]")?.remove();
  });
})();

// Toasts: a close button on each; one without a link or button of its own fades after ten seconds, unless pointed at.
(() => {
  const sluit = (bericht) => {
    bericht.classList.add("weg");
    setTimeout(() => bericht.remove(), 200);
  };
  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-bericht-sluit]");
    if (knop) sluit(knop.closest("[data-bericht]"));
  });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-bericht]").forEach((bericht) => {
      // A live region only speaks when its content changes after loading.
      const tekst = bericht.querySelector(".tekst");
      const inhoud = [...tekst.childNodes];
      tekst.replaceChildren();
      setTimeout(() => tekst.replaceChildren(...inhoud), 100);
      const vluchtig = bericht.matches("[data-vluchtig]") && !inhoud.some((deel) => deel.querySelector?.("a, button, form"));
      if (!vluchtig) return;
      const tik = () => {
        if (bericht.matches(":hover, :focus-within")) setTimeout(tik, 3000);
        else sluit(bericht);
      };
      setTimeout(tik, 10000);
    });
  });
})();

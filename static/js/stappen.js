/* The page of the client: one part at a time, and every sentence can be read aloud. Without script all of it stands below each other. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-stappen]");
  if (form) {
    const delen = [...form.querySelectorAll("[data-stap]")];
    const deel = (naam) => form.querySelector(`[data-stap-${naam}]`);
    const [balk, vorige, volgende, klaar] = ["balk", "vorige", "volgende", "klaar"].map(deel);
    let hier = 0;
    const toon = (nummer) => {
      hier = nummer;
      delen.forEach((element, plaats) => { element.hidden = plaats !== hier; });
      balk.value = hier + 1;
      balk.setAttribute("aria-label", `Deel ${hier + 1} van ${delen.length}`);
      vorige.hidden = hier === 0;
      volgende.hidden = hier === delen.length - 1;
      klaar.hidden = !volgende.hidden;
    };
    const ga = (stap) => {
      toon(hier + stap);
      window.scrollTo(0, 0);
      delen[hier].querySelector("h2").focus();
    };
    if (delen.length > 1) {
      vorige.addEventListener("click", () => ga(-1));
      volgende.addEventListener("click", () => ga(1));
      balk.hidden = false;
      toon(0);
    }
  }

  /* Only with a Dutch voice that lives on this machine: no sentence goes to another server. */
  const spraak = window.speechSynthesis;
  const knoppen = [...document.querySelectorAll("[data-lees]")];
  if (!spraak || !knoppen.length) return;
  const stem = () => spraak.getVoices().find((v) => v.localService && v.lang.toLowerCase().startsWith("nl"));
  const toonKnoppen = () => knoppen.forEach((knop) => { knop.hidden = !stem(); });
  toonKnoppen();
  spraak.addEventListener("voiceschanged", toonKnoppen);
  knoppen.forEach((knop) => knop.addEventListener("click", () => {
    spraak.cancel();
    const zin = new SpeechSynthesisUtterance(knop.dataset.lees);
    Object.assign(zin, { voice: stem(), lang: "nl-BE", rate: 0.9 });
    spraak.speak(zin);
  }));
})();

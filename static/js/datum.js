// Date and hour fields: what is typed is written out when the field is left, the day in words stands behind it, and the
// button opens a calendar in Dutch (cally, fetched when somebody first asks for it). Words as in ocmw/kalender/woorden.py.
(() => {
  "use strict";

  const KALENDER = document.currentScript.dataset.kalender;
  const DAGEN = ["zo", "ma", "di", "wo", "do", "vr", "za"];
  const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
  const EEN_DAG = 86400000;
  const TEL_DAGEN_TOT = 92;

  // --- days; UTC, so that no summer hour moves one ---------------------------------------------------
  const maakDag = (jaar, maand, dag) => {
    const dit = new Date(0);
    dit.setUTCFullYear(jaar, maand - 1, dag);
    return dit.getUTCMonth() === maand - 1 && dit.getUTCDate() === dag && jaar >= 1 ? dit : null;
  };
  const vandaag = () => {
    const nu = new Date();
    return maakDag(nu.getFullYear(), nu.getMonth() + 1, nu.getDate());
  };
  // Two digits as the server reads them: 68 is 2068, 69 is 1969.
  const heelJaar = (tekst) => (tekst.length === 2 ? Number(tekst) + (Number(tekst) < 69 ? 2000 : 1900) : Number(tekst));
  const leesDag = (tekst) => {
    const kaal = tekst.trim();
    const iso = kaal.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
    if (iso) return maakDag(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const gewoon = kaal.match(/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/) || kaal.match(/^(\d{2})(\d{2})(\d{4}|\d{2})$/);
    return gewoon ? maakDag(heelJaar(gewoon[3]), Number(gewoon[2]), Number(gewoon[1])) : null;
  };
  const twee = (getal) => String(getal).padStart(2, "0");
  const schrijfDag = (dag) => `${twee(dag.getUTCDate())}/${twee(dag.getUTCMonth() + 1)}/${String(dag.getUTCFullYear()).padStart(4, "0")}`;
  const isoVan = (dag) => dag.toISOString().slice(0, 10);

  // --- words ---------------------------------------------------------------------------------------
  const aantal = (getal, een, meer) => `${getal} ${getal === 1 ? een : meer}`;
  const plusMaanden = (dag, maanden) => {
    const begin = new Date(Date.UTC(dag.getUTCFullYear(), dag.getUTCMonth() + maanden, 1));
    const laatste = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 0)).getUTCDate();
    return new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth(), Math.min(dag.getUTCDate(), laatste)));
  };
  const hoeveel = (van, tot) => {
    const dagen = Math.round((tot - van) / EEN_DAG);
    if (dagen <= TEL_DAGEN_TOT) return aantal(dagen, "dag", "dagen");
    let maanden = (tot.getUTCFullYear() - van.getUTCFullYear()) * 12 + tot.getUTCMonth() - van.getUTCMonth();
    if (plusMaanden(van, maanden) > tot) maanden -= 1;
    return maanden < 24 ? aantal(maanden, "maand", "maanden") : `${Math.floor(maanden / 12)} jaar`;
  };
  const afstand = (dag, op) => {
    const dagen = Math.round((dag - op) / EEN_DAG);
    if (dagen === 0) return "vandaag";
    if (Math.abs(dagen) === 1) return dagen > 0 ? "morgen" : "gisteren";
    return dagen > 0 ? `over ${hoeveel(op, dag)}` : `${hoeveel(dag, op)} geleden`;
  };
  const inWoorden = (dag) => `${DAGEN[dag.getUTCDay()]} ${dag.getUTCDate()} ${MAANDEN[dag.getUTCMonth()]} ${dag.getUTCFullYear()} (${afstand(dag, vandaag())})`;

  const zegDag = (veld) => {
    const echo = veld.parentElement.querySelector("[data-echo]");
    if (!echo) return;
    const dag = leesDag(veld.value);
    const af = veld.value.trim() && !dag && document.activeElement !== veld;
    echo.textContent = dag ? inWoorden(dag) : af ? "Dit is geen dag. Schrijf dd/mm/jjjj." : "";
    echo.classList.toggle("fout", Boolean(af));
  };
  const schrijfUit = (veld) => {
    const dag = leesDag(veld.value);
    if (dag && veld.value !== schrijfDag(dag)) veld.value = schrijfDag(dag);
    zegDag(veld);
  };
  const schrijfUur = (veld) => {
    const gewoon = veld.value.trim().match(/^(\d{1,2})(?:[:.uh ]?(\d{2}))?\s*u?$/i);
    if (gewoon && Number(gewoon[1]) < 24 && Number(gewoon[2] || 0) < 60) veld.value = `${twee(gewoon[1])}:${gewoon[2] || "00"}`;
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-datum]")) zegDag(event.target);
  });
  // Before anything else that listens to a change, so that it sees the day written out.
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-datum]")) schrijfUit(event.target);
    if (event.target.matches?.("[data-uur]")) schrijfUur(event.target);
  }, true);

  // --- the calendar --------------------------------------------------------------------------------
  let open = null;
  const sluit = (terug) => {
    if (!open) return;
    const { blad, veld, knop } = open;
    open = null;
    blad.remove();
    knop.setAttribute("aria-expanded", "false");
    if (terug) veld.focus();
  };
  const plaats = (blad, deel) => {
    const vak = deel.getBoundingClientRect();
    const onder = vak.bottom + blad.offsetHeight + 8 < innerHeight || vak.top < blad.offsetHeight + 8;
    blad.classList.toggle("boven", !onder);
    blad.classList.toggle("rechts", vak.left + blad.offsetWidth + 8 > document.documentElement.clientWidth);
  };
  const toon = async (knop) => {
    const deel = knop.closest(".datumkiezer");
    const veld = deel.querySelector("[data-datum]");
    await import(KALENDER);
    sluit(false);
    const blad = document.createElement("div");
    blad.className = "kalenderblad";
    blad.setAttribute("role", "dialog");
    blad.setAttribute("aria-label", "Kies een dag");
    blad.innerHTML = `<calendar-date locale="nl-BE" first-day-of-week="1">
      <span slot="previous" class="bi bi-chevron-left" role="img" aria-label="Vorige maand"></span>
      <span slot="next" class="bi bi-chevron-right" role="img" aria-label="Volgende maand"></span>
      <div slot="heading" class="kalenderkop"><calendar-select-month><span slot="label" class="visually-hidden">Maand</span></calendar-select-month>
        <calendar-select-year max-years="120"><span slot="label" class="visually-hidden">Jaar</span></calendar-select-year></div>
      <calendar-month></calendar-month></calendar-date>`;
    const kalender = blad.querySelector("calendar-date");
    const dag = leesDag(veld.value);
    if (dag) kalender.value = isoVan(dag);
    for (const grens of ["min", "max"]) if (veld.dataset[grens]) kalender[grens] = veld.dataset[grens];
    kalender.addEventListener("change", () => {
      veld.value = schrijfDag(leesDag(kalender.value));
      for (const soort of ["input", "change"]) veld.dispatchEvent(new Event(soort, { bubbles: true }));
      sluit(true);
    });
    deel.append(blad);
    knop.setAttribute("aria-expanded", "true");
    open = { blad, veld, knop };
    await Promise.all([...blad.querySelectorAll("calendar-date, calendar-month")].map((stuk) => stuk.updated));
    plaats(blad, deel);
    blad.scrollIntoView({ block: "nearest" });
    kalender.focus({ target: "day" });
  };
  document.addEventListener("click", (event) => {
    const knop = event.target.closest("[data-kalender]");
    if (knop) {
      if (open?.knop === knop) sluit(true);
      else toon(knop);
    } else if (open && !event.composedPath().includes(open.blad)) sluit(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      sluit(true);
    } else if (event.key === "ArrowDown" && event.altKey && event.target.matches?.("[data-datum]")) {
      event.preventDefault();
      toon(event.target.parentElement.querySelector("[data-kalender]"));
    }
  });
  document.addEventListener("focusin", (event) => {
    if (open && !open.blad.parentElement.contains(event.target)) sluit(false);
  });

  const begin = (deel) => {
    deel.querySelectorAll?.("[data-kalender]").forEach((knop) => { knop.hidden = false; });
    deel.querySelectorAll?.("[data-datum]").forEach(zegDag);
  };
  document.addEventListener("DOMContentLoaded", () => begin(document));
  document.addEventListener("htmx:load", (event) => begin(event.detail.elt));
})();

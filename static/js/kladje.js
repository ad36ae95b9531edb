/* What somebody types survives. Every form that posts free text keeps a draft on the server shortly after typing, and is
   sent only when the server is there and knows who sends. Nothing is kept in the browser itself: a counter PC is shared.

   data-geen-kladje on a form leaves it alone; data-onthoud marks the form of a mentor, who has no account: that keeps its
   answers at its own address. The other side is ocmw/kladjes. */
(() => {
  "use strict";

  const { bewaren, weggooien, token, inloggen } = document.currentScript.dataset;
  const van = document.body.dataset.medewerker || "";
  const VRIJ = "textarea, input:not([type]), input[type=text]:not([data-datum], [data-uur]), input[type=email], input[type=tel], input[type=url]";
  const NOOIT = "[type=hidden], [type=password], [type=file], [type=submit], [type=button], [type=image], [type=reset]";
  const [NA_TYPEN, OPNIEUW, GEDULD] = [700, 5000, 20000];
  const staten = new Map();

  // --- what a form holds -------------------------------------------------------------------------
  const padVan = (form) => new URL(form.getAttribute("action") || location.href, location.href).pathname;
  const velden = (form) => [...form.elements].filter((v) => v.matches("input, select, textarea") && v.name && !v.matches(NOOIT));
  const isVink = (veld) => veld.type === "checkbox" || veld.type === "radio";
  const waardenVan = (veld) => {
    if (isVink(veld)) return veld.checked ? [veld.value] : [];
    return veld.multiple && veld.options ? [...veld.selectedOptions].map((keuze) => keuze.value) : [veld.value];
  };
  const inhoudVan = (form) => {
    const alles = {};
    velden(form).forEach((veld) => { alles[veld.name] = [...(alles[veld.name] || []), ...waardenVan(veld)]; });
    return alles;
  };
  const gelijk = (een, twee) => {
    const kaal = (waarden) => JSON.stringify((waarden || []).map((w) => w.replaceAll("\r\n", "\n").trim()));
    return kaal(een) === kaal(twee);
  };
  // The version the page shows; 0 or nothing: a new row.
  const versieVan = (form) => form.querySelector("[type=hidden][name$=versie]")?.value || "0";
  const pakket = (staat) => {
    const nu = inhoudVan(staat.form);
    const gewijzigd = Object.keys(nu).filter((naam) => staat.eigen.has(naam) || !gelijk(nu[naam], staat.begin[naam]));
    return JSON.stringify({ velden: nu, gewijzigd, versie: versieVan(staat.form) });
  };

  // --- what is said --------------------------------------------------------------------------------
  const meld = (staat, woorden, { erg = false, link = null } = {}) => {
    const delen = [document.createTextNode(woorden)];
    if (link) {
      const [tekst, rest] = link;
      const anker = Object.assign(document.createElement("a"), { href: inloggen, target: "_blank", rel: "noopener", textContent: tekst });
      delen.push(anker, document.createTextNode(rest));
    }
    staat.stand.replaceChildren(...delen);
    staat.stand.className = erg ? "kladjestand alert alert-warning" : "kladjestand zacht";
    if (erg && staat.gestuurd) staat.stand.scrollIntoView({ block: "nearest" });
  };
  const klok = () => new Date().toLocaleTimeString("nl-BE", { hour: "2-digit", minute: "2-digit" });
  const ZINNEN = {
    afgemeld: (staat) => meld(staat, "Je bent afgemeld, en je tekst staat nog hier. ", { erg: true, link: ["Meld je aan in een nieuw tabblad", " en kom terug."] }),
    verbroken: (staat) => meld(staat, "Geen verbinding. Je tekst staat nog hier; we proberen het opnieuw.", { erg: true }),
    ander: (staat) => meld(staat, "Iemand anders is nu aangemeld op dit toestel. Je tekst staat nog hier, maar wordt niet bewaard: ", { erg: true, link: ["meld je aan als jezelf", " en kom terug."] }),
    te_lang: (staat) => meld(staat, "Je tekst is te lang om als kladje te bewaren; bewaar nu.", { erg: true }),
    gesloten: (staat) => meld(staat, "Deze link werkt niet meer, en je tekst staat nog hier. Kopieer hem en bel je contact.", { erg: true }),
    goed: (staat) => {
      if (staat.mislukt) meld(staat, `Het lukt weer: je kladje is bewaard om ${klok()}. Bewaar nu.`);
      else if (staat.vanMentor || staat.form.matches("[hx-post]")) meld(staat, "");
      else meld(staat, `Kladje bewaard om ${klok()}`);
    },
    onzeker: (staat) => meld(staat, ""),
  };
  const HOUDT_TEGEN = ["afgemeld", "verbroken", "ander", "gesloten"];

  // --- the server ----------------------------------------------------------------------------------
  const vraag = (adres, opties = {}) => fetch(adres, {
    redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(GEDULD), ...opties, headers: { Accept: "application/json", ...opties.headers },
  });
  const isAfgemeld = (antwoord) => antwoord.status === 401 || antwoord.type === "opaqueredirect";
  const verversToken = async () => {
    const antwoord = await vraag(token);
    if (!antwoord.ok) return isAfgemeld(antwoord) ? "afgemeld" : "onzeker";
    const vers = await antwoord.json();
    if (vers.van !== van) return "ander";
    document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((veld) => { veld.value = vers.token; });
    const koppen = document.body.getAttribute("hx-headers");
    if (koppen) document.body.setAttribute("hx-headers", JSON.stringify({ ...JSON.parse(koppen), "X-CSRFToken": vers.token }));
    return "goed";
  };
  const brief = (staat, inhoud) => {
    if (staat.vanMentor) return new FormData(staat.form);
    const data = new FormData();
    const waarden = { csrfmiddlewaretoken: staat.form.querySelector("[name=csrfmiddlewaretoken]")?.value || "", van, adres: staat.adres, formulier: staat.formulier, nummer: staat.nummer };
    Object.entries(waarden).forEach(([naam, waarde]) => data.append(naam, waarde));
    if (inhoud !== undefined) data.append("inhoud", inhoud);
    return data;
  };
  const stuur = async (staat, adres, inhoud) => {
    let antwoord = await vraag(adres, { method: "POST", body: brief(staat, inhoud) });
    if (antwoord.status === 403 && !staat.vanMentor) {
      const gelukt = await verversToken();
      if (gelukt !== "goed") return gelukt;
      antwoord = await vraag(adres, { method: "POST", body: brief(staat, inhoud) });
    }
    if (antwoord.status === 204) return "goed";
    if (staat.vanMentor) return antwoord.status < 500 && antwoord.status !== 429 ? "gesloten" : "verbroken";
    if (isAfgemeld(antwoord)) return "afgemeld";
    if (antwoord.status === 409) return "ander";
    return antwoord.status === 413 || antwoord.status === 400 ? "te_lang" : "onzeker";
  };

  // --- keeping ---------------------------------------------------------------------------------------
  const bewaar = async (staat) => {
    window.clearTimeout(staat.wachten);
    let uitkomst;
    try {
      await staat.gelezen; // a new text never takes the place of an older one that waits
      const inhoud = staat.vanMentor ? "" : pakket(staat);
      uitkomst = await stuur(staat, staat.vanMentor ? location.pathname : bewaren, inhoud);
      if (uitkomst === "goed" && (staat.vanMentor || inhoud === pakket(staat))) staat.vuil = false;
    } catch {
      uitkomst = "verbroken";
    }
    ZINNEN[uitkomst](staat);
    staat.mislukt = HOUDT_TEGEN.includes(uitkomst);
    if (uitkomst === "verbroken") staat.wachten = window.setTimeout(() => bewaar(staat), OPNIEUW);
    return uitkomst;
  };
  document.addEventListener("input", (event) => {
    const staat = staten.get(event.target.form);
    if (!staat || event.target.matches(NOOIT)) return;
    staat.vuil = true;
    if (staat.vanMentor) return;
    window.clearTimeout(staat.wachten);
    staat.wachten = window.setTimeout(() => bewaar(staat), NA_TYPEN);
  });
  document.addEventListener("visibilitychange", () => {
    staten.forEach((staat) => {
      if (!staat.form.isConnected) return;
      if (document.visibilityState === "visible") {
        if (staat.mislukt || staat.ongezien) bewaar(staat);
        staat.ongezien = false;
      } else if (staat.vuil && !staat.mislukt) {
        // A beacon survives the page but tells nothing, and takes no long text: whoever comes back asks once more.
        staat.ongezien = navigator.sendBeacon(staat.vanMentor ? location.pathname : bewaren, brief(staat, pakket(staat)));
        if (!staat.ongezien) bewaar(staat);
      }
    });
  });
  // The screen goes on slot (static/js/slot.js): it waits for what is not kept yet, and stays where that does not succeed.
  document.addEventListener("slot:nu", (event) => {
    staten.forEach((staat) => { if (staat.form.isConnected && staat.vuil && !staat.vanMentor) event.detail.push(bewaar(staat)); });
  });
  window.addEventListener("online", () => staten.forEach((staat) => { if (staat.mislukt && staat.form.isConnected) bewaar(staat); }));

  const bezig = (staat, is) => staat.form.toggleAttribute("aria-busy", is) && staat.form.setAttribute("aria-busy", "true");
  window.addEventListener("pageshow", () => staten.forEach((staat) => bezig(staat, false)));

  // Before every other listener: nothing is sent, and no button counts as pressed, until the server answered.
  document.addEventListener("submit", async (event) => {
    const staat = staten.get(event.target);
    if (!staat) return;
    if (staat.mag) {
      staat.mag = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (staat.gestuurd) return;
    staat.gestuurd = true;
    bezig(staat, true);
    const uitkomst = await bewaar(staat);
    staat.gestuurd = false;
    if (HOUDT_TEGEN.includes(uitkomst)) {
      bezig(staat, false);
      return;
    }
    window.setTimeout(() => bezig(staat, false), 4000); // the answer may be a file, and then the page stays
    staat.vuil = false;
    staat.mag = true;
    staat.form.requestSubmit(event.submitter?.isConnected ? event.submitter : undefined);
  }, true);

  // htmx saves some forms by itself; what it cannot send stays in the page, and that is said.
  const htmxMislukt = (wat) => (event) => {
    const staat = staten.get(event.detail.elt.closest("form"));
    const uitkomst = wat || (event.detail.xhr.status === 401 ? "afgemeld" : "");
    if (staat && event.detail.xhr?.status === 403) bewaar(staat);
    else if (staat && uitkomst) {
      staat.mislukt = true;
      ZINNEN[uitkomst](staat);
    }
  };
  document.addEventListener("htmx:sendError", htmxMislukt("verbroken"));
  document.addEventListener("htmx:responseError", htmxMislukt(""));

  // --- putting back ------------------------------------------------------------------------------------
  const klapOpen = (wat) => {
    const vouw = wat.closest("details:not([open])");
    if (!vouw) return;
    vouw.open = true;
    klapOpen(vouw);
  };
  const zetVeld = (veld, waarden) => {
    const was = waardenVan(veld).join("\n");
    if (isVink(veld)) veld.checked = waarden.includes(veld.value);
    else if (veld.multiple && veld.options) [...veld.options].forEach((keuze) => { keuze.selected = waarden.includes(keuze.value); });
    else veld.value = waarden.shift() ?? "";
    if (waardenVan(veld).join("\n") === was) return;
    klapOpen(veld);
    ["input", "change"].forEach((soort) => veld.dispatchEvent(new Event(soort, { bubbles: true })));
  };
  const zetTerug = (staat, inhoud) => {
    // On another version only what was changed then: what a colleague wrote since in another field stays.
    const namen = inhoud.versie === versieVan(staat.form) ? Object.keys(inhoud.velden) : inhoud.gewijzigd;
    const waarden = Object.fromEntries(namen.map((naam) => [naam, [...(inhoud.velden[naam] || [])]]));
    inhoud.gewijzigd.forEach((naam) => staat.eigen.add(naam));
    velden(staat.form).filter((veld) => veld.name in waarden).forEach((veld) => zetVeld(veld, waarden[veld.name]));
  };
  const knop = (tekst, klasse, doe) => {
    const element = Object.assign(document.createElement("button"), { type: "button", className: klasse, textContent: tekst });
    element.addEventListener("click", doe);
    return element;
  };
  const toonBalk = (staat, kladje, inhoud) => {
    const balk = Object.assign(document.createElement("div"), { className: "kladjebalk alert alert-info" });
    const zin = Object.assign(document.createElement("p"), { textContent: `Je begon hier op ${kladje.wanneer}. Dat is nog niet bewaard.` });
    zin.setAttribute("role", "status");
    if (inhoud.versie !== versieVan(staat.form)) zin.textContent += " Intussen is dit gewijzigd: kijk na voor je bewaart.";
    const klaar = () => {
      balk.remove();
      (velden(staat.form).find((veld) => veld.matches(VRIJ) && veld.offsetParent) || staat.form).focus();
    };
    balk.append(zin, knop("Zet terug", "btn btn-primary btn-sm", () => {
      staat.nummer = kladje.nummer;
      zetTerug(staat, inhoud);
      klaar();
    }), knop("Gooi weg", "btn btn-outline-secondary btn-sm", async () => {
      const weg = await stuur({ ...staat, nummer: kladje.nummer }, weggooien).catch(() => "verbroken");
      if (weg === "goed") klaar();
      else ZINNEN[weg](staat);
    }));
    staat.form.before(balk);
    klapOpen(balk);
    // A live region only speaks when its content changes after it was there.
    const woorden = zin.textContent;
    // Its room stays meanwhile: the buttons behind it may not move under a finger.
    zin.style.minHeight = `${zin.offsetHeight}px`;
    zin.textContent = "";
    window.setTimeout(() => { zin.textContent = woorden; }, 100);
  };
  const verdeel = (staat, kladjes) => {
    const hier = kladjes.filter((kladje) => kladje.adres === decodeURI(staat.adres) && kladje.formulier === staat.formulier);
    hier.forEach((kladje) => {
      const inhoud = JSON.parse(kladje.inhoud);
      const nu = inhoudVan(staat.form);
      if (inhoud.gewijzigd.every((naam) => gelijk(nu[naam], inhoud.velden[naam]))) {
        staat.nummer = kladje.nummer; // it stands in the page already: a form that was sent back with a mistake
        inhoud.gewijzigd.forEach((naam) => staat.eigen.add(naam));
      } else {
        staat.nummer = Math.max(staat.nummer, kladje.nummer + 1);
        toonBalk(staat, kladje, inhoud);
      }
    });
  };
  const lees = async (nieuwe, blad) => {
    try {
      const adressen = [...new Set(nieuwe.map((staat) => staat.adres))].join(" ");
      const antwoord = await vraag(blad, { headers: { "X-Kladje": adressen } });
      if (antwoord.status === 200) {
        const { kladjes } = await antwoord.json();
        nieuwe.forEach((staat) => verdeel(staat, kladjes));
      }
    } catch {
      // Without a line there is nothing to put back, and the first text that is kept says so.
    }
  };

  // --- which forms -----------------------------------------------------------------------------------------
  const hoortErbij = (form) => form.method === "post" && !form.matches("[data-geen-kladje]") && !form.querySelector("[type=password]")
    && (van || form.matches("[data-onthoud]")) && velden(form).some((veld) => veld.matches(VRIJ) && !veld.readOnly && !veld.disabled);
  const volg = (form) => {
    const stand = document.createElement("p");
    stand.className = "kladjestand zacht";
    stand.setAttribute("role", "status");
    stand.dataset.kladjestand = "";
    (form.querySelector(".bewaarbalk") || form).append(stand);
    const eerste = velden(form).find((veld) => veld.matches(VRIJ));
    const staat = {
      form, stand, adres: padVan(form), formulier: (form.getAttribute("id") || eerste.id || eerste.name).slice(0, 100), nummer: 0,
      vanMentor: form.matches("[data-onthoud]"), begin: inhoudVan(form), eigen: new Set(), gelezen: Promise.resolve(),
    };
    staten.set(form, staat);
    return staat;
  };
  const zoek = (waar, { ookLezen, inPaneel = false }) => {
    const nieuwe = [...waar.querySelectorAll("form")].filter((form) => !staten.has(form) && hoortErbij(form)).map(volg);
    const leesbaar = nieuwe.filter((staat) => !staat.vanMentor);
    if (!ookLezen || !leesbaar.length) return;
    const gelezen = lees(leesbaar, inPaneel ? leesbaar[0].adres : location.href);
    leesbaar.forEach((staat) => { staat.gelezen = gelezen; });
  };
  zoek(document, { ookLezen: true });
  document.addEventListener("htmx:load", (event) => {
    // What opens beside a page has a page of its own, and that is the one that may show its draft.
    const inPaneel = event.detail.elt.matches("[data-paneel-inhoud]");
    zoek(event.detail.elt.parentElement || document, { ookLezen: inPaneel, inPaneel });
  });
})();

// A click anywhere in a row with data-rij follows the first link in it; the link itself stays the accessible way.
(() => {
  const volg = (event) => {
    const rij = event.target.closest("[data-rij]");
    if (!rij || event.target.closest("a, button, input, label, select, summary, details")) return;
    if (String(getSelection())) return;
    const link = rij.querySelector("a[href]");
    if (!link) return;
    if (event.button === 1 || event.ctrlKey || event.metaKey) window.open(link.href, "_blank", "noopener");
    else if (event.button === 0) link.click();
  };
  document.addEventListener("click", volg);
  document.addEventListener("auxclick", volg);
})();

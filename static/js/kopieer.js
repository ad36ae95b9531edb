// data-kopieer="id": copy what stands in that field. Without script the field itself can be selected.
document.querySelectorAll("[data-kopieer]").forEach((knop) => {
  const bron = document.getElementById(knop.dataset.kopieer);
  const stand = document.querySelector("[data-kopieerstand]");
  knop.hidden = false;
  knop.addEventListener("click", async () => {
    bron.select();
    try {
      await navigator.clipboard.writeText(bron.value);
      stand.textContent = "Gekopieerd.";
    } catch {
      stand.textContent = "Kopiëren lukt niet vanzelf. De tekst is geselecteerd: druk op Ctrl + C.";
    }
  });
});

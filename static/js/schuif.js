// What slides sideways on a narrow screen starts where you are: the tabs of a dossier, and the pages below one.
(() => {
  const zet = () => {
    document.querySelectorAll(".dossiertabs ul, .subnav").forEach((rij) => {
      const hier = rij.querySelector("[aria-current]");
      if (!hier || rij.scrollWidth <= rij.clientWidth) return;
      rij.scrollLeft += hier.getBoundingClientRect().left - rij.getBoundingClientRect().left - 24;
    });
  };
  document.addEventListener("DOMContentLoaded", zet);
})();

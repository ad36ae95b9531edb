// On a narrow screen the 24-month band scrolls sideways: start where today is.
(() => {
  const zet = () => {
    document.querySelectorAll(".band24-rol").forEach((rol) => {
      const lijn = rol.querySelector(".band-vandaag");
      if (!lijn || rol.scrollWidth <= rol.clientWidth) return;
      const midden = lijn.getBoundingClientRect().left - rol.getBoundingClientRect().left + rol.scrollLeft;
      rol.scrollLeft = midden - rol.clientWidth / 2;
    });
  };
  document.addEventListener("DOMContentLoaded", zet);
  document.addEventListener("htmx:afterSettle", zet);
})();

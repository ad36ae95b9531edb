// The picture of time: a pointer, the focus or a finger reads a fact in the line below it; a click, Enter or a second tap opens it.
// One stop for the tab key; the arrows go through time.
(() => {
  "use strict";

  const greep = (event) => event.target.closest?.(".tijdgrepen a");
  let gelezen = null;
  const lees = (een) => {
    if (!een) return;
    een.closest("[data-tijdbeeld]").querySelector("[data-tijdlees]").textContent = een.querySelector("title").textContent;
    gelezen = een;
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") lees(greep(event));
  });
  document.addEventListener("focusin", (event) => {
    if (greep(event)?.matches(":focus-visible")) lees(greep(event));
  });
  let vinger = false;
  document.addEventListener("pointerdown", (event) => {
    vinger = event.pointerType === "touch";
  });
  document.addEventListener("click", (event) => {
    const een = greep(event);
    if (!een || !vinger || gelezen === een) return;
    event.preventDefault();
    lees(een);
  });
  document.addEventListener("keydown", (event) => {
    const een = greep(event);
    const stap = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!een || !stap) return;
    event.preventDefault();
    const alle = [...een.parentNode.querySelectorAll("a")];
    const ander = alle[Math.max(0, Math.min(alle.length - 1, alle.indexOf(een) + stap))];
    een.setAttribute("tabindex", "-1");
    ander.setAttribute("tabindex", "0");
    ander.focus();
    lees(ander);
  });
})();

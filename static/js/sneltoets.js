// "/" puts the cursor in the search box; Escape gives it back. Never while somebody types.
(() => {
  let vorige = null;
  document.addEventListener("keydown", (event) => {
    const zoek = document.querySelector("[data-zoekveld]");
    if (!zoek || event.ctrlKey || event.metaKey || event.altKey) return;
    const typt = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typt) {
      event.preventDefault();
      vorige = document.activeElement;
      zoek.focus();
      zoek.select();
    } else if (event.key === "Escape" && event.target === zoek) {
      (vorige || document.body).focus?.();
      zoek.blur();
    }
  });
})();

// The keyboard keeps its place when htmx replaces the part of the page that has it: on the same element if that is still
// there, else on the part itself.
let had = null;
let part = null;

document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.target.contains(document.activeElement)) {
    had = document.activeElement;
    part = event.detail.target.id;
  }
});

document.addEventListener('htmx:afterSettle', () => {
  if (had && (document.activeElement === document.body || document.activeElement === null)) {
    const anew = document.getElementById(part);
    const place = had.isConnected ? had : anew && anew.textContent.trim() ? anew : document.getElementById('main');
    if (place !== had) {
      place.tabIndex = -1;
    }
    place.focus({ preventScroll: true });
  }
  had = null;
});

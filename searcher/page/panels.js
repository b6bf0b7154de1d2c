// The panels beside the results, which fold behind a button where the page is narrow, and the views of the overview: they
// ask for their data only when they can be seen, after the hits are there.
import { filterParameters } from './state.js';

function foldable(button, onOpen) {
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    if (open) onOpen();
  });
}

/** Draws `views` (of lazy_view.js) whenever the query or its filters changed. */
export function createPanels(views) {
  const panel = document.getElementById('overview-panel');
  let wanted = null;
  let drawn = { key: null, abort: new AbortController() };

  function drawIfSeen() {
    if (!wanted || panel.offsetParent === null) return;
    const key = filterParameters(wanted).toString();
    if (key === drawn.key) return;
    drawn.abort.abort();
    drawn = { key, abort: new AbortController() };
    for (const view of views) view.update(wanted, drawn.abort.signal);
  }

  foldable(document.getElementById('filters-toggle'), () => {});
  foldable(document.getElementById('overview-toggle'), drawIfSeen);
  addEventListener('resize', drawIfSeen);

  return {
    update(state) {
      wanted = state;
      drawIfSeen();
    },
    /** Shows the selection of a state whose answer has not come. */
    refresh() {
      for (const view of views) view.refresh();
    },
    /** The next update asks again, even for the same query. */
    forget() {
      drawn.key = null;
    },
  };
}

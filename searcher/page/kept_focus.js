// What is drawn anew or hidden loses the focus: this gives it to the new element of the same thing, or to what is nearest.

const keyOf = (element) => element.dataset.key ?? element.dataset.id;
const isShown = (element) => element.isConnected && element.checkVisibility({ visibilityProperty: true });

/** Browsers take the focus from what is hidden only later: such an element counts as one that has none. */
function focusIsLost() {
  const focused = document.activeElement;
  return focused === null || focused === document.body || !isShown(focused);
}

function shownIn(root, selector) {
  return [...root.querySelectorAll(selector)].filter(isShown);
}

function sameThing(root, held) {
  const key = keyOf(held);
  return key === undefined ? undefined : shownIn(root, '[data-key], [data-id]').find((drawn) => keyOf(drawn) === key);
}

/**
 * Calls `draw`, which replaces or hides elements inside of `root`. If the focus is lost by that, it goes to the element with
 * the same `data-key` or `data-id`, else to the one in its place among its `peers` (selectors, the first that matches it),
 * else to what `otherwise(held)` gives, else to the results.
 */
export function keepingFocus(root, draw, { peers = [], otherwise = () => null, preventScroll = false } = {}) {
  const held = document.activeElement;
  if (!root.contains(held)) {
    draw();
    return;
  }
  const kind = peers.find((selector) => held.matches(selector));
  const place = kind ? shownIn(root, kind).indexOf(held) : -1;
  draw();
  if (!focusIsLost()) return;
  const left = place < 0 ? [] : shownIn(root, kind);
  const next = [sameThing(root, held), left[Math.min(place, left.length - 1)], otherwise(held)]
    .find((element) => element && isShown(element));
  if (next) next.focus({ preventScroll });
  else document.getElementById('results').focus({ preventScroll: true });
}

// What is drawn anew loses the focus: this gives it to the new element of the same thing.

/** Calls `draw`, which replaces elements with a `data-id` inside of `root`. `options` are those of focus(). */
export function keepingFocus(root, draw, options = {}) {
  const id = root.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
  draw();
  if (id === undefined || root.contains(document.activeElement)) return;
  [...root.querySelectorAll('[data-id]')].find((drawn) => drawn.dataset.id === id)?.focus(options);
}

// The keys of the page. Single letters work outside of fields only, and can be turned off in the help.

function typing(target) {
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}

/** Moves the focus to the next or previous hit; without one that has it, to the first. */
function moveHit(hits, step) {
  const links = [...hits.querySelectorAll('.hit a.title')];
  const at = links.indexOf(document.activeElement?.closest('.hit')?.querySelector('a.title'));
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
  next?.focus();
  next?.closest('.hit').scrollIntoView({ block: 'nearest' });
}

export function createKeyboard({ query, help, hits, pages }) {
  const letters = document.getElementById('single-keys');
  const turnPage = (rel) => () => pages.querySelector(`a[rel=${rel}]`)?.click();
  const openHelp = () => help.showModal();
  const keys = {
    '/': () => query.select(),
    j: () => moveHit(hits, 1),
    k: () => moveHit(hits, -1),
    n: turnPage('next'),
    p: turnPage('prev'),
    '?': openHelp,
  };
  const arrows = { ArrowDown: 1, ArrowUp: -1 };

  document.getElementById('help-button').addEventListener('click', openHelp);
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || document.querySelector('dialog[open]')) return;
    if (arrows[event.key] && event.target.closest('.hit')) {
      event.preventDefault();
      moveHit(hits, arrows[event.key]);
    } else if (letters.checked && keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
}

// A view whose modules are loaded when it is first drawn: the hits do not wait for the map.
import { button, element } from './dom.js';

/** What `root`, a dialog or another element, says when the modules of its view cannot be loaded. */
function sayMissing(root, retry) {
  root.replaceChildren(element('div', { class: 'message', role: 'alert' },
    element('p', {}, 'This part of the page could not be loaded. If it fails again, load the page anew: the server may have a newer one.'),
    element('p', { class: 'steps' }, button('Try again', retry),
      root.localName === 'dialog' ? button('Close', () => root.close()) : null)));
  if (root.localName === 'dialog' && !root.open) root.showModal();
}

/**
 * `load` resolves to what makes the view of `root`: an object with `update(state, signal)`, which asks for what it shows, and
 * `refresh()`, which shows what has changed without an answer. `root` says so if it cannot be loaded.
 */
export function lazyView(root, load) {
  let loading = null;
  let view = null;
  let missing = false;

  async function make() {
    const create = await load();
    if (missing) root.replaceChildren();
    view = create(root);
    return view;
  }

  function loaded() {
    loading ??= make().catch((error) => {
      loading = null; // tried again the next time
      throw error;
    });
    return loading;
  }

  async function update(state, signal) {
    try {
      await loaded();
    } catch {
      missing = true;
      if (!signal.aborted) sayMissing(root, () => update(state, signal));
      return;
    }
    if (!signal.aborted) await view.update(state, signal);
  }

  return {
    /** Loads the modules ahead of their use. */
    prepare() {
      loaded().catch(() => {});
    },
    update,
    refresh() {
      view?.refresh();
    },
  };
}

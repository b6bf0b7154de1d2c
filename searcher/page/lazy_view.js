// A view whose modules are loaded when it is first drawn: the hits do not wait for the map.

/** `load` resolves to an object with `update(state, signal)`. `root` says so if it cannot be loaded. */
export function lazyView(root, load) {
  let loading = null;

  function loaded() {
    loading ??= load().catch((error) => {
      loading = null; // tried again the next time
      throw error;
    });
    return loading;
  }

  return {
    /** Loads the modules ahead of their use. */
    prepare() {
      loaded().catch(() => {});
    },
    async update(state, signal) {
      let view;
      try {
        view = await loaded();
      } catch {
        root.textContent = 'This part of the page could not be loaded.';
        return;
      }
      if (!signal.aborted) await view.update(state, signal);
    },
  };
}

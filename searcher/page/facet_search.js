// Finds the values of a dimension by a part of their names, in place of the tree.
import { element } from './dom.js';
import { isolated } from './archive_text.js';
import { valueControls, valueRow } from './facet_tree.js';
import { keepingFocus } from './kept_focus.js';
import { filterParameters } from './state.js';

const typingPause = 120; // ms
const mostValues = '30';

function found(dimension, answer, app) {
  if (answer.values.length === 0) return element('p', { class: 'quiet-text' }, 'None of the values has these words.');
  const rows = answer.values.map((value) => {
    const path = value.path.map(({ name }) => name).join(', ');
    return element('li', {}, valueRow(dimension, value, app, path ? isolated(path, { class: 'path' }) : null));
  });
  return element('ul', {}, ...rows);
}

/** `list`, all the values, is hidden while there are words in the field. */
export function createFacetSearch(dimension, title, list, app) {
  const input = element('input', { type: 'search', placeholder: 'Find', 'aria-label': `Find in ${title}`, dir: 'auto' });
  const results = element('div', { class: 'values', role: 'status', hidden: true });
  let timer = 0;
  let asking = new AbortController();

  const words = () => input.value.trim();

  function close() {
    asking.abort();
    results.hidden = true;
    results.replaceChildren();
    list.hidden = false;
  }

  function show(content) {
    keepingFocus(results, () => results.replaceChildren(content), { peers: valueControls, otherwise: () => input, preventScroll: true });
    results.hidden = false;
    list.hidden = true;
  }

  async function search() {
    asking.abort();
    if (words() === '') {
      close();
      return;
    }
    asking = new AbortController();
    const { signal } = asking;
    const parameters = filterParameters(app.state());
    for (const [name, value] of [['dimension', dimension], ['text', words()], ['limit', mostValues]]) parameters.set(name, value);
    try {
      const answer = await app.api('/api/facets', parameters, signal);
      if (!signal.aborted) show(found(dimension, answer, app));
    } catch (error) {
      if (!signal.aborted) show(error.message);
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, typingPause);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || words() === '') return;
    event.stopPropagation();
    input.value = '';
    close();
  });

  return {
    view: element('div', { class: 'facet-search' }, input, results),
    /** Counts again what is found, for the state that is shown now. */
    draw() {
      if (words() !== '') search();
    },
  };
}

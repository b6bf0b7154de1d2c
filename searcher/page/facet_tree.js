// The values of one dimension as a tree of check boxes with counts.
import { isolated } from './archive_text.js';
import { element, heardOnly } from './dom.js';
import { filterPatch } from './state.js';

/** The controls of values, as peers of each other. */
export const valueControls = ['.value input', '.value .exclude'];

function counts({ passages, articles }) {
  return `${passages} ${passages === 1 ? 'passage' : 'passages'} in ${articles} ${articles === 1 ? 'article' : 'articles'}`;
}

/** The row of a value: check box, name, counts, and the button that excludes it. `below` stands under the name. */
export function valueRow(dimension, value, app, below = null) {
  const state = app.state();
  const choose = (how) => app.navigate(filterPatch(app.state(), dimension, value.id, how));
  const box = element('input', {
    type: 'checkbox',
    'data-key': `${dimension} ${value.id}`,
    onchange: () => choose(box.checked ? 'only' : null),
  });
  box.checked = state.filters[dimension].includes(value.id) || value.selected === true;
  return element('div', { class: 'value', title: counts(value) },
    element('label', {}, box, element('span', {}, isolated(value.name), below), heardOnly(`, ${counts(value)}`)),
    element('button', {
      type: 'button', class: 'exclude', 'aria-label': `Exclude ${value.name}`, title: `Without ${value.name}`,
      'data-key': `not ${dimension} ${value.id}`,
      onclick: () => choose('not'),
    }, 'not'),
    element('span', { class: 'number', 'aria-hidden': 'true' }, String(value.passages)),
    element('span', { class: 'number articles', 'aria-hidden': 'true' }, String(value.articles)));
}

function listBelow(item) {
  return item.querySelector(':scope > ul') ?? item.appendChild(element('ul'));
}

/** Nested lists of `values`, which are in tree order, each with its depth. */
export function valueTree(dimension, values, app) {
  if (values.length === 0) return null;
  const root = element('ul');
  const path = []; // the last entry of each depth
  for (const value of values) {
    const depth = Math.min(value.depth, path.length);
    const item = element('li', {}, valueRow(dimension, value, app));
    (depth === 0 ? root : listBelow(path[depth - 1])).append(item);
    path.length = depth;
    path.push(item);
  }
  return root;
}

/** The row of the passages that have no value, or null if there are none. */
export function withoutRow(dimension, facet, state, app) {
  if (facet.passages_without === 0 && !state.filters[dimension].includes('none')) return null;
  const value = {
    id: 'none', name: app.names.of(dimension, 'none'), passages: facet.passages_without, articles: facet.articles_without,
  };
  return element('div', { class: 'without' }, valueRow(dimension, value, app));
}

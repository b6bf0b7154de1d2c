// The filters that are set, each with a button that takes it away.
import { isolated } from './archive_text.js';
import { element } from './dom.js';
import { keepingFocus } from './kept_focus.js';
import { dimensions, emptyState, filterPatch } from './state.js';

export const dimensionNames = {
  place: 'Place', actor: 'Actor', date: 'Date', source: 'Source', published: 'Published', kind: 'Kind of actor',
};
const keptNames = {
  near: 'Near', within: 'Within', bbox: 'In the box', 'reported-by': 'Reported by', 'place-roles': 'Roles of places',
  spelling: 'Spelling', plain: 'Plain words', related: 'Related words', now: 'Today is',
};

function chip(className, key, content, spoken, remove) {
  return element('li', { class: `chip ${className}` }, ...content, element('button', {
    type: 'button', class: 'remove', 'data-key': key, 'aria-label': `Remove the filter ${spoken}`, onclick: remove,
  }, '×'));
}

/** Distances belong to their point: one cannot go without the other. */
function withoutKept(kept, name) {
  return kept.filter(([other]) => other !== name && !(name === 'near' && other === 'within'));
}

export function createFilterChips(root, app) {
  function valueChip(dimension, id, how) {
    const name = app.names.of(dimension, id);
    const label = `${dimensionNames[dimension]}: ${how === 'not' ? 'not ' : ''}`;
    return chip(`${dimension} ${how}`, `${dimension} ${id}`, [element('span', { class: 'label' }, label), isolated(name)], label + name,
      () => app.navigate(filterPatch(app.state(), dimension, id, null)));
  }

  function keptChip([name, value]) {
    const label = `${keptNames[name]}: `;
    return chip('kept', `kept ${name}`, [element('span', { class: 'label' }, label), isolated(value)], label + value,
      () => app.navigate({ kept: withoutKept(app.state().kept, name) }));
  }

  function clearAll() {
    const { filters, excluded, kept, dateMode } = emptyState();
    return element('li', {}, element('button', {
      type: 'button', class: 'quiet', onclick: () => app.navigate({ filters, excluded, kept, dateMode }),
    }, 'Remove all'));
  }

  async function findNames(state, pairs) {
    const found = await Promise.all(pairs.map(([dimension, id]) => app.names.find(dimension, id)));
    if (found.includes(true) && app.state() === state) draw(state);
  }

  function draw(state) {
    const pairs = dimensions.flatMap((dimension) => [
      ...state.filters[dimension].map((id) => [dimension, id, 'only']),
      ...state.excluded[dimension].map((id) => [dimension, id, 'not']),
    ]);
    const chips = [...pairs.map((pair) => valueChip(...pair)), ...state.kept.map(keptChip)];
    if (chips.length > 1) chips.push(clearAll());
    const lists = chips.length > 0 ? [element('ul', { 'aria-label': 'Filters that are set' }, ...chips)] : [];
    keepingFocus(root, () => root.replaceChildren(...lists), { peers: ['.remove'] });
  }

  return {
    draw,
    /** Asks for the names that no answer had, and draws again when they come. */
    completeNames(state) {
      findNames(state, dimensions.flatMap((dimension) =>
        [...state.filters[dimension], ...state.excluded[dimension]].map((id) => [dimension, id])));
    },
  };
}

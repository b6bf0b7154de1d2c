// Display names of filter values. Addresses hold ids (sy-raqqa); answers, hits and completions tell what they are called.
import { api } from './api.js';

const lists = { place: '/api/places', actor: '/api/actors' };
const withoutValue = {
  place: 'no place', actor: 'no actor', date: 'no date', source: 'no source', published: 'day not known', kind: 'no kind',
};
const hitLists = { place: 'places', actor: 'actors' };

export function createNames() {
  const known = new Map();
  const asked = new Set();
  const keyOf = (dimension, id) => `${dimension} ${id}`;

  function learn(dimension, id, name) {
    if (id) known.set(keyOf(dimension, id), name);
  }

  return {
    learnOne: learn,
    /** Takes the names of an answer of /api/search. */
    learn(answer) {
      for (const [dimension, facet] of Object.entries(answer.facets)) {
        for (const value of facet.values) learn(dimension, value.id, value.name);
      }
      for (const hit of answer.hits) {
        for (const [dimension, list] of Object.entries(hitLists)) {
          for (const mention of hit[list]) learn(dimension, mention.id, mention.name);
        }
      }
    },
    /** The name; the id itself while it is not known, or where ids are names. */
    of(dimension, id) {
      return id === 'none' ? withoutValue[dimension] : known.get(keyOf(dimension, id)) ?? id;
    },
    /** Asks for a name that no answer had. Resolves to whether it is known then; asks once. */
    async find(dimension, id) {
      const key = keyOf(dimension, id);
      if (known.has(key) || asked.has(key) || id === 'none' || !lists[dimension]) return false;
      asked.add(key);
      try {
        const { values } = await api(lists[dimension], { name: id, limit: '1' });
        if (values.length !== 1) return false;
        learn(dimension, id, values[0].name);
        return true;
      } catch {
        return false; // the id stands for itself
      }
    },
  };
}

/**
 * The state with the ids of the places and actors that were meant, where its address had their names: what a facet shows
 * as selected must be what a click on it takes away. The state itself if it has ids already.
 */
export function canonicalFilters(state, facets) {
  const filters = { ...state.filters };
  let differs = false;
  for (const dimension of ['place', 'actor']) {
    const ids = (facets[dimension]?.values ?? []).filter((value) => value.selected).map((value) => value.id);
    const given = state.filters[dimension];
    if (ids.length === 0 || given.every((value) => value === 'none' || ids.includes(value))) continue;
    filters[dimension] = given.includes('none') ? [...ids, 'none'] : ids;
    differs = true;
  }
  return differs ? { ...state, filters } : state;
}

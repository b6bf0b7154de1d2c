// The filters at the side: every dimension as a tree of values with exact counts, to choose from, exclude, search in.
import { element } from './dom.js';
import { Facet } from './facet.js';
import { dimensions } from './state.js';

export function createFacets(root, app) {
  const facets = new Map(dimensions.map((dimension) => [dimension, new Facet(dimension, app)]));
  const legend = element('p', { class: 'legend', 'aria-hidden': 'true', hidden: true }, 'passages', element('span', {}, 'articles'));
  root.append(legend, ...[...facets.values()].map((facet) => facet.view));
  return {
    draw(state, answer) {
      legend.hidden = false;
      for (const [dimension, facet] of facets) facet.draw(state, answer.facets[dimension]);
    },
  };
}

// One dimension of the filters: its values, the field to find one, more of them, and times typed by hand.
import { element } from './dom.js';
import { createFacetSearch } from './facet_search.js';
import { valueControls, valueTree, withoutRow } from './facet_tree.js';
import { dimensionNames } from './filter_chips.js';
import { keepingFocus } from './kept_focus.js';
import { choiceControl } from './list_options.js';
import { facetLimit } from './search_request.js';
import { filterParameters, filterPatch } from './state.js';

const titles = { ...dimensionNames, place: 'Places', actor: 'Actors', date: 'Dates', source: 'Sources', kind: 'Kinds of actors' };
const openAtFirst = ['place', 'actor', 'date'];
const searched = ['place', 'actor', 'source'];
const timed = ['date', 'published'];
const moreAtATime = 4; // "more" lists so many times as many

/** A time typed by hand; the server says if it is none. */
function timeForm(dimension, app) {
  const input = element('input', {
    type: 'text', placeholder: '2017-09..2017-11', 'aria-label': `Another time (${dimensionNames[dimension]})`,
    title: 'A year, month or day, a range, or words: early 2016',
  });
  return element('form', {
    class: 'facet-search',
    onsubmit: (event) => {
      event.preventDefault();
      const value = input.value.trim();
      input.value = '';
      if (value !== '') app.navigate(filterPatch(app.state(), dimension, value, 'only'));
    },
  }, input, element('button', {}, 'Add'));
}

export class Facet {
  #dimension;
  #app;
  #limit = facetLimit;
  #drawing = 0; // number of the drawing that may still change the list
  #count = element('span', { class: 'count' });
  #body = element('div', { class: 'values' });
  #more = element('button', { type: 'button', class: 'quiet', hidden: true, onclick: () => this.#showMore() });
  #dateMode = null;
  #search = null;

  constructor(dimension, app) {
    this.#dimension = dimension;
    this.#app = app;
    const list = element('div', {}, this.#body, this.#more);
    if (dimension === 'date') this.#dateMode = choiceControl('dateMode', 'Dates that', app);
    if (searched.includes(dimension)) this.#search = createFacetSearch(dimension, titles[dimension], list, app);
    this.view = element('details', { class: `facet ${dimension}`, open: openAtFirst.includes(dimension), hidden: true },
      element('summary', {}, element('h2', {}, titles[dimension]), this.#count),
      this.#search?.view, timed.includes(dimension) ? timeForm(dimension, app) : null, this.#dateMode?.view, list);
  }

  draw(state, facet) {
    this.#dateMode?.read(state);
    this.#search?.draw();
    ++this.#drawing;
    if (!facet) return;
    if (this.#limit > facetLimit) this.#drawLonger(); // the longer list stays until its counts are there
    else this.#drawValues(facet);
  }

  /** Without a control to come back to, the focus goes to the first value that was not listed before, else to the title. */
  #drawValues(facet) {
    const boxes = () => [...this.#body.querySelectorAll('input')];
    const before = new Set(boxes().map((box) => box.dataset.key));
    keepingFocus(this.view, () => this.#replaceValues(facet), {
      peers: valueControls,
      otherwise: () => boxes().find((box) => !before.has(box.dataset.key)) ?? this.view.querySelector('summary'),
      preventScroll: true,
    });
  }

  #replaceValues(facet) {
    const dimension = this.#dimension;
    const state = this.#app.state();
    const parts = [valueTree(dimension, facet.values, this.#app), withoutRow(dimension, facet, state, this.#app)];
    this.#body.replaceChildren(...parts.filter((part) => part !== null));
    this.#count.textContent = facet.total_values === 0 ? '' : String(facet.total_values);
    this.#more.hidden = facet.values.length >= facet.total_values;
    this.#more.textContent = `More of ${facet.total_values}`;
    this.view.hidden = parts.every((part) => part === null) && state.filters[dimension].length === 0;
  }

  async #drawLonger() {
    const drawing = ++this.#drawing;
    const parameters = filterParameters(this.#app.state());
    const wanted = { limit: 0, facets: this.#dimension, 'facet-limit': this.#limit };
    for (const [name, value] of Object.entries(wanted)) parameters.set(name, String(value));
    try {
      const { facets } = await this.#app.api('/api/search', parameters);
      this.#app.names.learn({ facets, hits: [] });
      if (drawing === this.#drawing) this.#drawValues(facets[this.#dimension]);
    } catch (error) {
      if (drawing === this.#drawing) this.#more.textContent = `${error.message} Try again`;
    }
  }

  #showMore() {
    this.#limit *= moreAtATime;
    this.#more.textContent = '…';
    this.#drawLonger();
  }
}

// The map: the places of the passages, and a click that makes one a filter. Places are counted without the filter that
// the map sets, so that what lies beside the selection can still be seen and chosen.
import { isolated } from './archive_text.js';
import { countsOf } from './counts.js';
import { button, element } from './dom.js';
import { createFailureNote } from './failure_note.js';
import { keepingFocus } from './kept_focus.js';
import { MapDrawing } from './map_drawing.js';
import { MapGestures } from './map_gestures.js';
import { isArea } from './map_layout.js';
import { clamped, fitted, mainPoints, panned, toScreen, worldX, worldY, zoomed } from './map_projection.js';
import { describedPlace, nameOfKind, summaryOfPlaces } from './map_words.js';
import { svg } from './svg.js';

const fitMargin = 30; // pixels
const leftOut = 0.1; // of the passages: what lies farthest from the rest is left out of the first view
const shownNear = 6; // names in a tip

function placeOf({ geometry, properties }) {
  const [longitude, latitude] = geometry.coordinates;
  return { ...properties, x: worldX(longitude), y: worldY(latitude), weight: properties.passages };
}

/** What else a circle stands for. */
function nearNames(near) {
  if (near.length === 0) return '';
  const names = near.slice(0, shownNear).flatMap((place, i) =>
    [i > 0 ? ', ' : 'Near it: ', isolated(place.name), ` (${place.passages})`]);
  return element('span', {}, ...names, near.length > shownNear ? ` and ${near.length - shownNear} more` : '');
}

function tool(label, text, onclick) {
  return button(text, onclick, { 'aria-label': label, title: label });
}

class PlaceMap {
  #app;
  #parts = {}; // elements, by what they are
  #drawing;
  #places = [];
  #answered = false; // whether #places are those of an answer
  #chosen = []; // places on the drawing, most passages first
  #view = null;
  #drawnIds = ''; // of the selection that is drawn
  #moved = false; // by the user: it stays where it is
  #outlines = null;
  #frame = 0;

  constructor(root, app) {
    this.#app = app;
    this.#build(root);
    new ResizeObserver(() => this.#resized()).observe(this.#parts.place);
  }

  async update(state, signal) {
    this.#outlines ??= this.#loadOutlines();
    const parameters = this.#app.searchParams(state);
    parameters.delete('place');
    parameters.set('format', 'geojson');
    try {
      this.#show(await this.#app.api('/api/search', parameters, signal));
    } catch (error) {
      if (error.name !== 'AbortError') this.#showFailure(error);
    }
  }

  /**
   * The selection is shown at once; the counts do not depend on it. Nothing is drawn anew without need: a mark that goes while
   * the mouse is pressed on it is not clicked.
   */
  refresh() {
    if (this.#selectedIds.join() !== this.#drawnIds) this.#drawAll();
  }

  #drawAll() {
    this.#drawnIds = this.#selectedIds.join();
    const { head, clear, list } = this.#parts;
    keepingFocus(head, () => {
      clear.hidden = this.#selectedIds.length === 0;
    }, { otherwise: () => list.querySelector('summary') });
    this.#shade();
    this.#draw();
    this.#fillList();
  }

  #build(root) {
    const surface = svg('svg', { class: 'map-surface', role: 'group', 'aria-label': 'Map of places' });
    const tip = element('div', { class: 'map-tip', 'aria-hidden': 'true', hidden: true });
    const tools = element('div', { class: 'map-tools' },
      tool('Zoom in', '+', () => this.#zoom(1.6)), tool('Zoom out', '−', () => this.#zoom(1 / 1.6)),
      tool('Show all places', '⤢', () => this.#fitAll()));
    const place = element('div', { class: 'map-place' }, surface, tip);
    const failure = createFailureNote('map-error', 'No map', () => this.update(this.#app.state()));
    const clear = element('button', { type: 'button', hidden: true, onclick: () => this.#filterBy([]) }, 'Clear places');
    const notes = element('p', { class: 'map-notes' });
    const list = element('details', { class: 'map-list', hidden: true, ontoggle: () => this.#fillList() },
      element('summary', {}, 'As a list'));
    const head = element('div', { class: 'map-head' }, element('h2', {}, 'Map'), clear, tools);
    root.append(head, failure.view, place, notes, list);
    this.#parts = { surface, tip, place, head, failure, clear, notes, list };
    this.#drawing = new MapDrawing(surface);
    this.#listen(surface);
  }

  #listen(surface) {
    new MapGestures(surface, {
      pan: (dx, dy) => this.#pan(dx, dy),
      zoom: (factor, at) => this.#zoom(factor, at),
      fit: () => this.#fitAll(),
    });
    surface.addEventListener('click', (event) => this.#choose(this.#placeAt(event)));
    surface.addEventListener('keydown', (event) => this.#key(event));
    surface.addEventListener('pointerover', (event) => this.#showTip(this.#placeAt(event)));
    surface.addEventListener('focusin', (event) => this.#focused(event));
    surface.addEventListener('pointerleave', () => this.#showTip(null));
    surface.addEventListener('focusout', () => this.#showTip(null));
  }

  async #loadOutlines() {
    try {
      const response = await fetch('/outlines.json');
      this.#drawing.setOutlines(await response.json());
      this.#shade();
    } catch {
      this.#outlines = null; // places can be seen and chosen without them; the next answer asks again
    }
  }

  get #size() {
    return { width: this.#parts.place.clientWidth, height: this.#parts.place.clientHeight };
  }

  #show(collection) {
    this.#setPlaces(collection.features.map(placeOf), true);
    const { failure, list } = this.#parts;
    keepingFocus(failure.view, () => failure.hide(), { otherwise: () => list.querySelector('summary') });
  }

  /** What an earlier answer had is no map of this search. */
  #showFailure(error) {
    this.#setPlaces([], false);
    this.#parts.failure.show(error);
  }

  #setPlaces(places, answered) {
    this.#places = places;
    this.#answered = answered;
    this.#parts.list.hidden = places.length === 0;
    if (!this.#moved) this.#view = null;
    this.#drawAll();
  }

  get #selectedIds() {
    return this.#app.state().filters.place;
  }

  #isSelected = (place) => this.#selectedIds.includes(place.id);

  #shade() {
    this.#drawing.shadeCountries(this.#places, this.#isSelected);
  }

  /** The places to fit: points, or areas where there are none. */
  get #points() {
    const points = this.#places.filter((place) => !isArea(place));
    return points.length > 0 ? points : this.#places;
  }

  #draw() {
    const size = this.#size;
    if (size.width === 0) return;
    this.#view ??= fitted(this.#points.length > 0 ? mainPoints(this.#points, leftOut) : [], size, fitMargin);
    keepingFocus(this.#parts.surface, () => {
      this.#chosen = this.#drawing.draw(this.#places, this.#view, size, this.#isSelected);
      this.#setTabStop(this.#chosen[0]);
    }, { otherwise: () => this.#parts.surface.querySelector('.map-mark[tabindex="0"]'), preventScroll: true });
    this.#parts.notes.textContent = this.#answered ? summaryOfPlaces(this.#places, this.#outside(size)) : '';
  }

  #outside(size) {
    return this.#points.filter((place) => {
      const { x, y } = toScreen(this.#view, size, place);
      return x < 0 || y < 0 || x > size.width || y > size.height;
    }).length;
  }

  #moveTo(view) {
    this.#view = view;
    this.#moved = true;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #pan(dx, dy) {
    if (this.#view !== null) this.#moveTo(panned(this.#view, this.#size, dx, dy));
  }

  #zoom(factor, at) {
    if (this.#view === null) return;
    const { width, height } = this.#size;
    this.#moveTo(zoomed(this.#view, this.#size, factor, at ?? { x: width / 2, y: height / 2 }));
  }

  #fitAll() {
    this.#moveTo(fitted(this.#points, this.#size, fitMargin));
    this.#moved = false;
  }

  #resized() {
    if (this.#view !== null && this.#moved) this.#view = clamped(this.#view, this.#size);
    if (!this.#moved) this.#view = null;
    this.#draw();
  }

  #markOf(id) {
    return [...this.#parts.surface.querySelectorAll('.map-mark')].find((mark) => mark.dataset.id === id);
  }

  #placeAt(event) {
    const id = event.target.closest('.map-mark')?.dataset.id;
    return this.#places.find((place) => place.id === id) ?? null;
  }

  /** One mark can be reached with Tab, the others from it with the arrow keys. */
  #setTabStop(place) {
    for (const mark of this.#parts.surface.querySelectorAll('.map-mark'))
      mark.setAttribute('tabindex', mark.dataset.id === place?.id ? '0' : '-1');
  }

  /** Those who point are shown what they point at. */
  #focused(event) {
    const place = this.#placeAt(event);
    this.#setTabStop(place);
    if (event.target.matches(':focus-visible')) this.#showTip(place);
  }

  #key(event) {
    const place = this.#placeAt(event);
    if (place === null || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#chosen.indexOf(place);
    const end = this.#chosen.length - 1;
    const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: end };
    if (event.key === 'Enter' || event.key === ' ') {
      this.#choose(place);
    } else if (Object.hasOwn(steps, event.key)) {
      const next = this.#chosen[Math.min(Math.max(steps[event.key], 0), end)];
      this.#markOf(next.id)?.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Selects a place beside those that are, or takes it out of them. */
  #choose(place) {
    if (place === null) return;
    const ids = this.#selectedIds;
    this.#app.names?.learnOne('place', place.id, place.name);
    this.#filterBy(ids.includes(place.id) ? ids.filter((id) => id !== place.id) : [...ids, place.id]);
  }

  #filterBy(ids) {
    const { filters } = this.#app.state();
    const names = ids.map((id) => this.#places.find((place) => place.id === id)?.name ?? id);
    this.#app.announce(ids.length > 0 ? `Only places: ${names.join(', ')}` : 'All places');
    this.#app.navigate({ filters: { ...filters, place: ids } });
  }

  #showTip(place) {
    const { tip, surface } = this.#parts;
    tip.hidden = place === null;
    if (place === null) return;
    tip.replaceChildren(
      element('strong', {}, isolated(place.name)),
      element('span', {}, `${nameOfKind(place.kind)} · ${countsOf(place)}`),
      nearNames(this.#drawing.near.get(place.id) ?? []));
    const { x, y } = toScreen(this.#view, this.#size, place);
    const room = surface.clientWidth - tip.offsetWidth - 4;
    const below = y + 30 + tip.offsetHeight < surface.clientHeight;
    tip.style.left = `${Math.max(4, Math.min(x - tip.offsetWidth / 2, room))}px`;
    tip.style.top = `${below ? y + 28 : Math.max(4, y - 28 - tip.offsetHeight)}px`;
  }

  /** Filled when it is opened: all places, those without room on the map too. */
  #fillList() {
    const { list } = this.#parts;
    keepingFocus(list, () => {
      list.querySelector('ol')?.remove();
      if (list.open) list.append(element('ol', {}, ...this.#places.map((place) => this.#listItem(place))));
    });
  }

  #listItem(place) {
    return element('li', {},
      element('button', {
        type: 'button', 'data-id': place.id, title: describedPlace(place), onclick: () => this.#choose(place),
        'aria-pressed': String(this.#isSelected(place)),
      }, isolated(place.name)),
      ` ${nameOfKind(place.kind)}, ${countsOf(place)}`);
  }
}

/** A view for lazy_view.js: {update(state, signal), refresh()}. */
export function createMap(root, app) {
  const map = new PlaceMap(root, app);
  return { update: (state, signal) => map.update(state, signal), refresh: () => map.refresh() };
}

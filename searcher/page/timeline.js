// The timeline: how many passages of each time, and a brush that makes a stretch of time a filter. The chart is counted
// without the filter that the brush sets, so that what lies beside the selection can still be seen and chosen.
import { counted, countsOf, grouped } from './counts.js';
import { button, element } from './dom.js';
import { createFailureNote } from './failure_note.js';
import { keepingFocus } from './kept_focus.js';
import { svg } from './svg.js';
import { bandsOf, bandsWithin, lanesOf } from './timeline_bands.js';
import { Brush } from './timeline_brush.js';
import { chartWidth, drawChart } from './timeline_chart.js';
import { daysOf, filterOfRange, nameOfFilter } from './timeline_time.js';
import { describedRow, nameOfRow, notesOf, summaryOfChart } from './timeline_words.js';

const sideMargin = 7; // of .timeline-chart: the handles reach over its ends
const units = [['auto', 'Automatic'], ['decade', 'Decades'], ['year', 'Years'], ['month', 'Months'], ['day', 'Days']];
const clocks = [['date', 'When it happened'], ['published', 'When it was published']];

function choice(label, options, onchange) {
  return element('select', { 'aria-label': label, onchange: (event) => onchange(event.target.value) },
    ...options.map(([value, text]) => element('option', { value }, text)));
}

class Timeline {
  #root;
  #app;
  #clock = 'date';
  #unit = 'auto';
  #zoom = null; // a filter: only its time is shown
  #timeline = null;
  #chart = { bands: [], units: 0, lanes: [] };
  #stops = []; // the bands that are buckets
  #request = new AbortController();
  #parts = {}; // elements, by what they are
  #brush;
  #x = () => 0;

  constructor(root, app) {
    this.#root = root;
    this.#app = app;
    this.#build();
    new ResizeObserver(() => this.#draw()).observe(this.#parts.place);
  }

  async update(state, signal) {
    const { date, published } = state.filters;
    if (date.length === 0 && published.length > 0) this.#clock = 'published';
    if (date.length > 0 && published.length === 0) this.#clock = 'date';
    this.#parts.clock.value = this.#clock;
    this.#draw();
    await this.#load(state, signal);
  }

  #build() {
    this.#parts.clock = choice('What time is counted', clocks, (clock) => this.#setView({ clock }));
    this.#parts.unit = choice('What a bar is', units, (unit) => this.#setView({ unit }));
    this.#parts.zoom = button('Zoom to selection', () => this.#setView({ zoom: this.#filters()[0], unit: 'auto' }));
    this.#parts.whole = button('Whole time', () => this.#setView({ zoom: null, unit: 'auto' }));
    this.#parts.clear = button('Clear dates', () => this.#filterBy([]));
    this.#parts.drawing = svg('svg', { role: 'img' });
    this.#parts.surface = element('div', { class: 'timeline-surface' });
    this.#parts.tip = element('div', { class: 'timeline-tip', 'aria-hidden': 'true', hidden: true });
    this.#parts.place = element('div', { class: 'timeline-place empty' },
      element('div', { class: 'timeline-chart' }, this.#parts.drawing, this.#parts.surface, this.#parts.tip));
    this.#parts.selected = element('p', { class: 'timeline-selected' });
    this.#parts.notes = element('p', { class: 'timeline-notes' });
    this.#parts.failure = createFailureNote('timeline-error', 'No timeline', () => this.#load(this.#app.state()));
    this.#parts.table = element('details', { class: 'timeline-table', hidden: true, ontoggle: () => this.#fillTable() },
      element('summary', {}, 'As a table'));
    this.#parts.actions = element('div', { class: 'timeline-actions' },
      this.#parts.selected, this.#parts.zoom, this.#parts.whole, this.#parts.clear);
    this.#root.append(
      element('div', { class: 'timeline-head' }, element('h2', {}, 'Timeline'), this.#parts.clock, this.#parts.unit),
      this.#parts.failure.view, this.#parts.place, this.#parts.actions, this.#parts.notes, this.#parts.table);
    this.#brush = new Brush(this.#parts.surface, {
      preview: (selection) => this.#draw(selection),
      commit: (selection) => this.#filterBy(selection ? [this.#filterOf(selection)] : []),
      click: (stop) => this.#clicked(stop),
      hover: (stop) => this.#showTip(stop),
    }, (stop) => describedRow(this.#stops[stop].row, this.#timeline.by));
  }

  #filters() {
    return this.#app.state().filters[this.#clock];
  }

  #setView({ clock = this.#clock, unit = this.#unit, zoom = this.#zoom }) {
    if (clock !== this.#clock) zoom = null;
    [this.#clock, this.#unit, this.#zoom] = [clock, unit, zoom];
    this.#parts.unit.value = unit;
    this.#load(this.#app.state());
  }

  #parameters(state) {
    const parameters = this.#app.searchParams(state);
    parameters.delete(this.#clock);
    if (this.#zoom !== null) parameters.set(this.#clock, this.#zoom);
    if (!parameters.has('date') && !parameters.has('not-date')) parameters.delete('date-mode');
    parameters.set('clock', this.#clock);
    if (this.#unit !== 'auto') parameters.set('by', this.#unit);
    return parameters;
  }

  /** Gives up what is being loaded, whoever asked for it: only the last answer is drawn. */
  async #load(state, signal) {
    this.#request.abort();
    const request = new AbortController();
    this.#request = request;
    const unwanted = AbortSignal.any([request.signal, ...(signal ? [signal] : [])]);
    try {
      this.#show(await this.#app.api('/api/timeline', this.#parameters(state), unwanted));
    } catch (error) {
      if (error.name !== 'AbortError') this.#showFailure(error);
    }
  }

  #show(timeline) {
    const { failure, drawing, place, notes, table } = this.#parts;
    this.#timeline = timeline;
    const { bands, units: width } = bandsOf(timeline.rows);
    this.#chart = { bands, units: width, lanes: lanesOf(timeline.rows, bands) };
    this.#stops = bands.filter((band) => !band.gap);
    drawing.setAttribute('aria-label', summaryOfChart(timeline));
    notes.textContent = notesOf(timeline).join(' ');
    table.hidden = timeline.rows.length === 0;
    keepingFocus(this.#root, () => {
      failure.hide();
      place.classList.toggle('empty', this.#stops.length === 0);
      this.#draw();
      this.#fillTable();
    }, { otherwise: () => table.querySelector('summary') });
  }

  /** What an earlier answer had is no timeline of this search. */
  #showFailure(error) {
    const { failure, place, notes, table } = this.#parts;
    this.#timeline = null;
    keepingFocus(this.#root, () => {
      place.classList.add('empty');
      notes.textContent = '';
      table.hidden = true;
      failure.show(error);
    }, { otherwise: () => failure.view.querySelector('button') });
  }

  /** The selection is shown at once; the counts do not depend on it. */
  refresh() {
    this.#draw();
  }

  /** {first, last} of the stops that the filters of this clock touch; null without such filters. */
  #selectedStops() {
    const days = this.#filters().map(daysOf).filter((each) => each !== null);
    if (days.length === 0) return null;
    const hull = { first: Math.min(...days.map((each) => each.first)), last: Math.max(...days.map((each) => each.last)) };
    return bandsWithin(this.#stops, hull);
  }

  #draw(preview = null) {
    this.#showActions(preview);
    const available = this.#parts.place.clientWidth - 2 * sideMargin;
    if (this.#timeline === null || available <= 0) return;
    const width = chartWidth(available, this.#chart.units);
    const selection = preview ?? this.#selectedStops();
    const selectedBands = selection && {
      first: this.#chart.bands.indexOf(this.#stops[selection.first]),
      last: this.#chart.bands.indexOf(this.#stops[selection.last]),
    };
    this.#x = drawChart(this.#parts.drawing, this.#chart, width, selectedBands, this.#timeline.by);
    this.#parts.surface.style.width = `${width}px`;
    this.#brush.update(this.#stops, this.#x, selection);
  }

  /** `preview`: what is being selected, before it is a filter. */
  #showActions(preview) {
    const filters = this.#filters();
    const shown = preview ? [this.#filterOf(preview)] : filters;
    this.#parts.selected.textContent = shown.length > 0 ? `Selected: ${shown.map(nameOfFilter).join(', ')}` : '';
    keepingFocus(this.#parts.actions, () => {
      this.#parts.zoom.hidden = filters.length !== 1 || filters[0] === this.#zoom || filters[0] === 'none';
      this.#parts.whole.hidden = this.#zoom === null;
      this.#parts.clear.hidden = filters.length === 0;
    }, { peers: ['button'], otherwise: () => this.#parts.surface.querySelector('[role=slider]') });
  }

  #clicked(stop) {
    const { id } = this.#stops[stop].row;
    const filters = this.#filters();
    this.#filterBy(filters.length === 1 && filters[0] === id ? [] : [id]);
  }

  #filterOf({ first, last }) {
    return filterOfRange(this.#stops[first].row.id, this.#stops[last].row.id);
  }

  /** A bar counts the dates that lie wholly inside its time, so the filter asks for those. */
  #filterBy(values) {
    const state = this.#app.state();
    const patch = { filters: { ...state.filters, [this.#clock]: values } };
    if (this.#clock === 'date') patch.dateMode = values.length > 0 ? 'within' : 'overlap';
    if (values.length === 0) this.#zoom = null; // it was the time of a filter that is gone
    this.#app.announce(values.length > 0 ? `Only ${values.map(nameOfFilter).join(', ')}` : 'All dates');
    this.#app.navigate(patch);
  }

  #showTip(stop) {
    this.#parts.tip.hidden = stop === null || this.#timeline === null;
    if (this.#parts.tip.hidden) return;
    const band = this.#stops[stop];
    this.#parts.tip.replaceChildren(element('strong', {}, nameOfRow(band.row, this.#timeline.by)),
      element('span', {}, countsOf(band.row)));
    const middle = (this.#x(band.begin) + this.#x(band.end)) / 2;
    const room = this.#parts.surface.clientWidth - this.#parts.tip.offsetWidth;
    this.#parts.tip.style.left = `${Math.max(0, Math.min(middle - this.#parts.tip.offsetWidth / 2, room))}px`;
  }

  /** Filled when it is opened: there may be thousands of rows. */
  #fillTable() {
    const { table } = this.#parts;
    keepingFocus(table, () => {
      table.querySelector('table')?.remove();
      if (table.open && this.#timeline !== null) table.append(this.#tableOf(this.#timeline));
    });
  }

  #tableOf({ by, rows }) {
    return element('table', {},
      element('caption', {}, summaryOfChart(this.#timeline)),
      element('thead', {}, element('tr', {},
        ...['Time', 'Passages', 'Articles'].map((text) => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...rows.map((row) => this.#tableRow(row, by))));
  }

  #tableRow(row, unit) {
    const name = nameOfRow(row, unit);
    const heading = row.kind === 'bucket'
      ? element('button', { type: 'button', class: 'timeline-time', 'data-id': row.id, onclick: () => this.#filterBy([row.id]),
        title: `Only ${name}: ${counted(row.passages, 'passage')}` }, name)
      : name;
    return element('tr', { class: row.kind },
      element('th', { scope: 'row' }, heading),
      element('td', {}, grouped(row.passages)),
      element('td', {}, grouped(row.articles)));
  }
}

/** A view for lazy_view.js: {update(state, signal), refresh()}. */
export function createTimeline(root, app) {
  const timeline = new Timeline(root, app);
  return { update: (state, signal) => timeline.update(state, signal), refresh: () => timeline.refresh() };
}

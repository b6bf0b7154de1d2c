// The page: holds the one state, asks for its answer and has every view draw it.
import { takeFirstAnswer } from './first_search.js'; // first: it asks while the others are being run
import { api } from './api.js';
import { isolated } from './archive_text.js';
import { errorView } from './errors.js';
import { createExport } from './export.js';
import { createFacets } from './facets.js';
import { createFilterChips } from './filter_chips.js';
import { createHits } from './hits.js';
import { keepingFocus } from './kept_focus.js';
import { createKeyboard } from './keyboard.js';
import { lazyView } from './lazy_view.js';
import { createListOptions } from './list_options.js';
import { canonicalFilters, createNames } from './names.js';
import { createHistory } from './page_history.js';
import { createPanels } from './panels.js';
import { createSearchBox } from './search_box.js';
import { search as ask, searchParameters } from './search_request.js';
import { createSummary } from './search_summary.js';
import { changed, filterParameters, isEmpty, readState } from './state.js';

const part = (id) => document.getElementById(id);
const progressDelay = 150; // ms; shorter waits show nothing
const hitHeight = 150; // pixels; few hits are lower
const results = part('results');

let state = readState(location.search);
let empty = true; // whether the page has drawn no answer yet
let search = { key: null, abort: new AbortController(), drawn: false };
let reading = { key: '', abort: new AbortController() };

const pageHistory = createHistory((returned) => {
  state = returned;
  update();
});

const app = {
  api,
  state: () => state,
  navigate(patch) {
    const next = changed(state, patch);
    pageHistory.push(next, searchParameters(next).toString() === search.key);
    state = next;
    update();
  },
  searchParams: filterParameters,
  announce(text) {
    part('announcement').textContent = text;
  },
  names: createNames(),
  /** The number of a passage among the hits of the state, from 0; null if the list that is shown does not have it. */
  rankOf: (passage) => (search.drawn ? hits.rankOf(passage) : null),
  /** Asks again for what failed. */
  retry() {
    reading.key = null;
    overview.forget();
    update();
  },
};

const searchBox = createSearchBox(part('search'), app);
const chips = createFilterChips(part('chips'), app);
const summary = createSummary(part('summary'), app);
const options = createListOptions(part('list-options'), app);
const exporter = createExport(part('export'), app);
const hits = createHits(part('hits'), part('pages'), app);
const facets = createFacets(part('facets'), app);

/** A view that is loaded after the hits are painted: `create` is the name of the function of late_views.js that makes it. */
function later(id, create) {
  return lazyView(part(id), async () => {
    const views = await import('./late_views.js');
    return (root) => views[create](root, app);
  });
}
const reader = later('reader', 'createReader');
const overview = createPanels([later('timeline', 'createTimeline'), later('map', 'createMap')]);

function showProgress(abort) {
  const timer = setTimeout(() => {
    part('progress').hidden = false;
  }, progressDelay);
  return () => {
    clearTimeout(timer);
    if (search.abort === abort) part('progress').hidden = true;
  };
}

function drawTitles(shown) {
  const query = shown.q.trim();
  document.title = query === '' ? 'Furat' : `${query} · Furat`;
  part('results-title').replaceChildren('Search results', ...(query === '' ? [] : [': ', isolated(query)]));
}

/** Counts of an earlier search must not stand beside the message that this one failed. */
function showCounts(shown) {
  for (const name of ['filters', 'overview']) {
    keepingFocus(part(name), () => part(name).classList.toggle('outdated', !shown));
  }
}

/** Draws the answer but for the filters, and of its hits the first `most`; drawRest() draws what is left. */
function draw(answer, most) {
  search.drawn = true;
  showCounts(true);
  const canonical = canonicalFilters(state, answer.facets);
  if (canonical !== state) {
    state = canonical;
    search.key = searchParameters(state).toString();
    pageHistory.replace(state);
  }
  app.names.learn(answer);
  summary.draw(state, answer);
  options.draw(state);
  exporter.draw(state, answer);
  hits.draw(state, answer, most);
  chips.draw(state);
  chips.completeNames(state);
  reader.refresh();
}

function drawRest(answer) {
  hits.drawRest(state, answer);
  facets.draw(state, answer);
}

/** Resolves when what is drawn now has been painted. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** On an empty page, the hits that can be seen are painted before those below them and the filters are drawn. */
async function drawInSteps(answer, signal) {
  const inSteps = empty && !document.hidden && pageHistory.isAtTop(); // nothing is painted while the page is hidden
  empty = false;
  draw(answer, inSteps ? Math.ceil(innerHeight / hitHeight) : Infinity);
  if (inSteps) await painted();
  if (!signal.aborted) drawRest(answer);
}

function drawError(error) {
  showCounts(false);
  app.announce('');
  summary.clear();
  options.draw(state);
  exporter.clear();
  hits.clear(errorView(error, app));
}

async function drawSearch(abort) {
  const stopProgress = showProgress(abort);
  results.setAttribute('aria-busy', 'true');
  hits.await();
  let answered = false;
  try {
    const answer = await (takeFirstAnswer(search.key) ?? ask(searchParameters(state), abort.signal));
    if (abort.signal.aborted) return;
    await drawInSteps(answer, abort.signal);
    if (abort.signal.aborted) return;
    answered = true;
  } catch (error) {
    if (abort.signal.aborted) return;
    search.key = null; // asked again when the user comes back to it
    search.drawn = false;
    drawError(error);
  } finally {
    stopProgress();
  }
  results.setAttribute('aria-busy', 'false');
  pageHistory.drawn();
  if (answered) painted().then(drawLateViews);
}

function drawLateViews() {
  overview.update(state);
  reader.prepare();
}

function drawReader() {
  const key = state.passage === null ? '' : JSON.stringify([state.passage, state.q]);
  if (key === reading.key) return;
  reading.abort.abort();
  reading = { key, abort: new AbortController() };
  if (state.passage === null) part('reader').close();
  else reader.update(state, reading.abort.signal);
}

function update() {
  drawTitles(state);
  searchBox.draw(state);
  chips.draw(state);
  overview.refresh();
  const key = searchParameters(state).toString();
  if (key === search.key) {
    hits.showOpen(state);
    pageHistory.drawn();
  } else {
    search.abort.abort();
    search = { key, abort: new AbortController(), drawn: false };
    drawSearch(search.abort);
  }
  drawReader();
}

part('reader').addEventListener('close', () => {
  if (state.passage !== null) app.navigate({ passage: null });
});
createKeyboard({ query: part('query'), help: part('help'), hits: part('hits'), pages: part('pages') });
if (isEmpty(state) && matchMedia('(hover: hover)').matches) part('query').focus({ preventScroll: true });
update();

// What the page shows, as one plain object, and its two written forms: the address of the page (a permalink) and the
// parameters of the API. Both use the API's names, so an address can be read, typed and kept.

export const dimensions = ['place', 'actor', 'date', 'source', 'published', 'kind'];

// The first of each is the default, which an address leaves out.
export const choices = {
  sort: ['relevance', 'date', 'published'],
  group: ['passage', 'article'],
  dateMode: ['overlap', 'within', 'contains'],
  match: ['auto', 'all', 'any'],
};

// Filters that the page has no control for. They are kept, shown and can be taken away.
const keptParameters = ['near', 'within', 'bbox', 'reported-by', 'place-roles', 'spelling', 'plain', 'related', 'now'];

const parameterOf = { sort: 'sort', group: 'group', dateMode: 'date-mode', match: 'match' };

function emptyFilters() {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, []]));
}

export function emptyState() {
  return {
    q: '',
    filters: emptyFilters(),
    excluded: emptyFilters(),
    sort: 'relevance',
    group: 'passage',
    dateMode: 'overlap',
    match: 'auto',
    unique: false,
    offset: 0,
    passage: null,
    kept: [],
  };
}

function distinct(values) {
  return [...new Set(values.filter((value) => value !== ''))];
}

/** The state that an address asks for. What it does not know, or has a value that means nothing, is left out. */
export function readState(search) {
  const parameters = new URLSearchParams(search);
  const state = emptyState();
  state.q = parameters.get('q') ?? '';
  for (const dimension of dimensions) {
    state.filters[dimension] = distinct(parameters.getAll(dimension));
    state.excluded[dimension] = distinct(parameters.getAll(`not-${dimension}`));
  }
  for (const [name, parameter] of Object.entries(parameterOf)) {
    const value = parameters.get(parameter);
    if (choices[name].includes(value)) state[name] = value;
  }
  state.unique = parameters.get('unique') === 'true';
  const offset = parameters.get('offset') ?? '';
  state.offset = /^\d{1,9}$/.test(offset) ? Number(offset) : 0;
  state.passage = parameters.get('passage') || null;
  state.kept = keptParameters.flatMap((name) => (parameters.get(name) ? [[name, parameters.get(name)]] : []));
  return state;
}

/** Parameters of the query and its filters: what /api/search, /api/timeline, /api/pivot and exports have in common. */
export function filterParameters(state) {
  const parameters = new URLSearchParams();
  if (state.q.trim() !== '') parameters.set('q', state.q);
  for (const dimension of dimensions) {
    for (const value of state.filters[dimension]) parameters.append(dimension, value);
    for (const value of state.excluded[dimension]) parameters.append(`not-${dimension}`, value);
  }
  for (const name of ['dateMode', 'match']) {
    if (state[name] !== choices[name][0]) parameters.set(parameterOf[name], state[name]);
  }
  for (const [name, value] of state.kept) parameters.set(name, value);
  return parameters;
}

/** Those of a list of hits besides: order and grouping. */
export function listParameters(state) {
  const parameters = filterParameters(state);
  for (const name of ['sort', 'group']) {
    if (state[name] !== choices[name][0]) parameters.set(parameterOf[name], state[name]);
  }
  if (state.unique) parameters.set('unique', 'true');
  return parameters;
}

/** The address of a state, without the question mark. */
export function toQuery(state) {
  const parameters = listParameters(state);
  if (state.offset > 0) parameters.set('offset', String(state.offset));
  if (state.passage) parameters.set('passage', state.passage);
  return parameters;
}

/** The relative link to a state. */
export function linkTo(state) {
  const query = toQuery(state).toString();
  return query ? `?${query}` : './';
}

/** `state` with other values. Whatever changes what is found begins at the first hit again, with no passage open. */
export function changed(state, patch) {
  const staysInList = Object.keys(patch).every((key) => key === 'passage' || key === 'offset');
  return { ...state, ...(staysInList ? {} : { offset: 0, passage: null }), ...patch };
}

function without(values, value) {
  return values.filter((other) => other !== value);
}

/** The patch that puts a value among the filters, or the excluded ones, or takes it out of both (`how` is null). */
export function filterPatch(state, dimension, value, how) {
  const filters = without(state.filters[dimension], value);
  const excluded = without(state.excluded[dimension], value);
  if (how === 'only') filters.push(value);
  if (how === 'not') excluded.push(value);
  return {
    filters: { ...state.filters, [dimension]: filters },
    excluded: { ...state.excluded, [dimension]: excluded },
    // A way to compare dates that nothing is compared by would surprise with the next date.
    ...(dimension === 'date' && filters.length + excluded.length === 0 ? { dateMode: emptyState().dateMode } : {}),
  };
}

export function hasFilters(state) {
  return state.kept.length > 0 || dimensions.some((d) => state.filters[d].length + state.excluded[d].length > 0);
}

export function isEmpty(state) {
  return state.q.trim() === '' && !hasFilters(state);
}

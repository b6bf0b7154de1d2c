// What the page says when a request failed, and what the user can do about it.
import { isolated, markedNodes } from './archive_text.js';
import { keepToken } from './api.js';
import { element } from './dom.js';
import { dimensions } from './state.js';

const advice = {
  unreachable: 'Is furat-search serve still running? Your search is kept in the address.',
  unreadable: 'It may be another program than furat-search serve, or one of another version.',
  deadline: 'The search took longer than the server allows. Filters and fewer wildcards make it faster.',
  busy: 'The server has as many searches as it can take. Try again in a moment.',
};
const titles = {
  unreachable: 'The server does not answer',
  bad_request: 'The search cannot be understood',
  unauthorized: 'This server asks for a token',
  deadline: 'The search took too long',
  busy: 'The server is busy',
  other: 'The search failed',
};
const kindOfStatus = { 400: 'bad_request', 401: 'unauthorized', 503: 'busy', 504: 'deadline' };

function kindOf(error) {
  return kindOfStatus[error.details?.status] ?? error.code ?? 'unreadable';
}

/** The query with a mark on the character where the fault begins; `column` is its byte in UTF-8. */
function fault({ argument, text, column }) {
  if (argument !== 'query' || !text) return null;
  const bytes = new TextEncoder().encode(text);
  const begin = Math.min(column ?? 0, bytes.length);
  let end = Math.min(begin + 1, bytes.length);
  while ((bytes[end] & 0xc0) === 0x80) ++end; // the rest of the character
  return element('p', { class: 'fault', dir: 'auto' }, ...markedNodes(text, [[begin, end]]));
}

/** The patch that puts `suggestion` in the place of what was refused, or null if the page does not know how. */
function replacement(state, { argument, text }, suggestion) {
  if (argument === 'query') return { q: suggestion };
  const exclude = argument?.startsWith('not-');
  const dimension = argument?.replace(/^not-/, '');
  if (!dimensions.includes(dimension)) return null;
  const list = exclude ? 'excluded' : 'filters';
  const values = state[list][dimension].map((value) => (value === text ? suggestion : value));
  return { [list]: { ...state[list], [dimension]: values } };
}

function suggestions(details, app) {
  const buttons = (details.suggestions ?? []).flatMap((suggestion) => {
    const patch = replacement(app.state(), details, suggestion);
    return patch ? [element('button', { type: 'button', onclick: () => app.navigate(patch) }, isolated(suggestion))] : [];
  });
  return buttons.length > 0 ? element('p', { class: 'steps' }, 'Instead: ', ...buttons) : null;
}

function tokenForm(retry) {
  const input = element('input', { type: 'password', autocomplete: 'off', required: true });
  return element('form', {
    class: 'steps',
    onsubmit: (event) => {
      event.preventDefault();
      keepToken(input.value.trim());
      retry();
    },
  }, element('label', {}, 'Token ', input), element('button', { class: 'primary' }, 'Use it'));
}

/** `own`: titles where it was no search that failed. */
export function errorView(error, app, own = {}) {
  const kind = kindOf(error);
  const named = { ...titles, ...own };
  const again = element('button', { type: 'button', onclick: app.retry }, 'Try again');
  const actions = { unauthorized: () => tokenForm(app.retry), bad_request: () => suggestions(error.details, app) };
  return element('div', { class: 'message', role: 'alert' },
    element('h2', {}, named[kind] ?? named.other),
    kind === 'unreachable' ? null : element('p', {}, isolated(error.message)),
    fault(error.details ?? {}),
    advice[kind] ? element('p', {}, advice[kind]) : null,
    actions[kind] ? actions[kind]() : element('p', { class: 'steps' }, again));
}

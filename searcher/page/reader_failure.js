// What the reader says where it has no passage to show: the archive has none with that name, or the request failed.
import { isolated } from './archive_text.js';
import { button, element } from './dom.js';
import { errorView } from './errors.js';

const titles = { deadline: 'The article took too long', other: 'The passage cannot be shown' };

export function isMissing(error) {
  return error.details?.status === 404;
}

/** `key` names no passage. `rest` is said after that. */
export function missingPassage(key, close, rest) {
  return element('div', { class: 'message', role: 'alert' },
    element('p', {}, 'The archive has no passage ', isolated(key, { class: 'query' }), ' (any more). ', rest),
    element('p', { class: 'steps' }, button('Close', close)));
}

export function failedRequest(error, app) {
  return errorView(error, app, titles);
}

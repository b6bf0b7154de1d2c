// The list of hits, the pages of it, and what stands there when nothing was found.
import { element, opensElsewhere } from './dom.js';
import { hitView } from './hit.js';
import { pageSize } from './search_request.js';
import { changed, emptyState, hasFilters, linkTo } from './state.js';

function pageLink(app, state, offset, label, rel) {
  return element('a', {
    href: linkTo(changed(state, { offset, passage: null })),
    rel,
    onclick: (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      app.navigate({ offset, passage: null });
    },
  }, label);
}

/** How many hits there are to page through. */
export function hitCount(state, answer) {
  if (state.group === 'article') return answer.total_articles;
  return state.unique ? answer.total_unique : answer.total_passages;
}

function stepsOut(app, state) {
  const steps = [];
  if (hasFilters(state)) {
    const { filters, excluded, kept } = emptyState();
    steps.push(element('button', { type: 'button', onclick: () => app.navigate({ filters, excluded, kept }) },
      'Search without the filters'));
  }
  if (state.match !== 'any' && /\s/.test(state.q.trim())) {
    steps.push(element('button', { type: 'button', onclick: () => app.navigate({ match: 'any' }) }, 'Any of the words will do'));
  }
  return steps;
}

function nothingFound(app, state) {
  return element('div', { class: 'message' },
    element('h2', {}, 'Nothing found'),
    element('p', {}, state.q.trim() === ''
      ? 'No passage of the archive passes all filters.'
      : `No passage of the archive has these words${hasFilters(state) ? ' with these filters' : ''}. Names are found in every known spelling and script; `
        + 'fewer words or an earlier step back find more.'),
    element('p', { class: 'steps' }, ...stepsOut(app, state)));
}

function pastTheEnd(app, state) {
  return element('div', { class: 'message' },
    element('p', {}, 'There are not so many hits. ', pageLink(app, state, 0, 'To the first', null)));
}

export function createHits(root, pages, app) {
  function drawPages(state, total) {
    const last = Math.min(state.offset + pageSize, total);
    const focused = pages.contains(document.activeElement);
    pages.replaceChildren();
    if (total > pageSize || state.offset > 0) {
      const previous = Math.max(0, state.offset - pageSize);
      pages.append(
        state.offset > 0 ? pageLink(app, state, previous, 'Previous', 'prev') : '',
        element('span', {}, `${state.offset + 1}–${last} of ${total}`),
        last < total ? pageLink(app, state, last, 'Next', 'next') : '');
    }
    if (focused) document.getElementById('results').focus({ preventScroll: true });
  }

  function showOpen(state) {
    for (const view of root.querySelectorAll('.hit')) {
      view.classList.toggle('open', view.dataset.passage === state.passage);
    }
  }

  return {
    draw(state, answer) {
      const total = hitCount(state, answer);
      if (answer.hits.length > 0) {
        root.replaceChildren(element('ol', { start: state.offset + 1 }, ...answer.hits.map((hit) => hitView(hit, app))));
        drawPages(state, total);
      } else {
        root.replaceChildren(total > 0 ? pastTheEnd(app, state) : nothingFound(app, state));
        pages.replaceChildren();
      }
      showOpen(state);
    },
    showOpen,
    /** Shows `message` instead of hits. */
    clear(message) {
      root.replaceChildren(message);
      pages.replaceChildren();
    },
  };
}

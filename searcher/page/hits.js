// The list of hits, the pages of it, and what stands there when nothing was found.
import { element, opensElsewhere } from './dom.js';
import { hitView } from './hit.js';
import { keepingFocus } from './kept_focus.js';
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
  let shown = []; // hits of the list
  let list = null; // their element

  function pageLinks(state, total) {
    if (total <= pageSize && state.offset === 0) return [];
    const last = Math.min(state.offset + pageSize, total);
    const previous = Math.max(0, state.offset - pageSize);
    return [
      state.offset > 0 ? pageLink(app, state, previous, 'Previous', 'prev') : '',
      element('span', {}, `${state.offset + 1}–${last} of ${total}`),
      last < total ? pageLink(app, state, last, 'Next', 'next') : '',
    ];
  }

  function titleOf(passage) {
    return [...root.querySelectorAll('.hit')].find((view) => view.dataset.passage === passage)?.querySelector('a.title');
  }

  /** A control of a hit that is still listed leads to its title. */
  function replace(content) {
    root.classList.remove('earlier');
    keepingFocus(root, () => root.replaceChildren(content), {
      otherwise: (held) => titleOf(held.closest('.hit')?.dataset.passage), preventScroll: true,
    });
  }

  function replaceLinks(links) {
    keepingFocus(pages, () => pages.replaceChildren(...links));
  }

  function viewsOf(hits) {
    return hits.map((hit) => hitView(hit, app));
  }

  function showOpen(state) {
    for (const view of root.querySelectorAll('.hit')) {
      view.classList.toggle('open', view.dataset.passage === state.passage);
    }
  }

  return {
    /** Shows that other hits are on their way. */
    await() {
      root.classList.add('earlier');
    },
    /** Draws the first `most` hits; drawRest() the others and the links to other pages. */
    draw(state, answer, most) {
      shown = answer.hits;
      if (shown.length > 0) {
        list = element('ol', { start: state.offset + 1 }, ...viewsOf(shown.slice(0, most)));
        replace(list);
      } else {
        replace(answer.total_hits > 0 ? pastTheEnd(app, state) : nothingFound(app, state));
      }
      showOpen(state);
    },
    drawRest(state, answer) {
      if (shown.length > 0) list.append(...viewsOf(shown.slice(list.children.length)));
      showOpen(state);
      replaceLinks(shown.length > 0 ? pageLinks(state, answer.total_hits) : []);
    },
    showOpen,
    /** Shows `message` instead of hits. */
    clear(message) {
      shown = [];
      replace(message);
      replaceLinks([]);
    },
    /** The number of a passage among all hits, from 0; null if it is not in the list. */
    rankOf(passage) {
      const hit = shown.find((each) => each.passage === passage);
      return hit ? hit.rank - 1 : null;
    },
  };
}

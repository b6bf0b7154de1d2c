// What stands above the hits: how much was found, how the query was read, and what else may have been meant.
import { isolated } from './archive_text.js';
import { counted } from './counts.js';
import { element, opensElsewhere } from './dom.js';
import { keepingFocus } from './kept_focus.js';
import { changed, linkTo } from './state.js';

const tiers = { letters: 'by its letters', sounds: 'by its sound', consonants: 'by its consonants' };

/** "113 passages in 53 articles of 46 stories", as furat-search says it. */
function totals(answer) {
  const stories = answer.total_stories < answer.total_articles
    ? ` of ${counted(answer.total_stories, 'story', 'stories')}` : '';
  return `${counted(answer.total_passages, 'passage', 'passages')} in `
    + `${counted(answer.total_articles, 'article', 'articles')}${stories}`;
}

/** The same after the number of the hits that are listed, where copies among them are not. */
function foundIn(state, answer) {
  const [all, one, many] = state.group === 'article'
    ? [answer.total_articles, 'article', 'articles'] : [answer.total_passages, 'passage', 'passages'];
  const listed = answer.total_hits === all ? '' : `${counted(answer.total_hits, one, many)} without copies, of `;
  return listed + totals(answer);
}

function listed(names) {
  return names.flatMap((name, i) => (i === 0 ? [isolated(name)] : [', ', isolated(name)]));
}

function matchedAs({ text, names, tier, spellings }) {
  return element('li', {}, isolated(text), ': read as ', ...listed(names), tiers[tier] ? `, ${tiers[tier]}` : '',
    spellings.length > 0 ? [', also searched for as ', ...listed(spellings)] : null);
}

function correction(state, answer, app) {
  const asked = answer.corrected_query;
  if (asked !== null) {
    return element('p', {}, 'Nothing matches ', isolated(state.q, { class: 'query' }), '. These are the hits of ',
      queryLink(asked, app), '.');
  }
  if (answer.suggestions.length === 0) return null;
  const links = answer.suggestions.map(({ query }) => queryLink(query, app));
  return element('p', {}, 'Did you mean ', ...links.flatMap((link, i) => (i === 0 ? [link] : [', ', link])), '?');
}

function queryLink(query, app) {
  return element('a', {
    href: linkTo(changed(app.state(), { q: query })),
    class: 'query',
    onclick: (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      app.navigate({ q: query });
    },
  }, isolated(query));
}

function notes(answer) {
  const lines = [
    ...answer.matched_as.map(matchedAs),
    ...answer.notes.map((note) => element('li', {}, isolated(note))),
  ];
  return lines.length > 0 ? element('ul', { class: 'notes' }, ...lines) : null;
}

export function createSummary(root, app) {
  return {
    draw(state, answer) {
      const found = foundIn(state, answer);
      const parts = [correction(state, answer, app), notes(answer)].filter((part) => part !== null);
      keepingFocus(root, () => root.replaceChildren(element('p', { class: 'totals' }, found), ...parts));
      app.announce(found);
    },
    clear() {
      keepingFocus(root, () => root.replaceChildren());
    },
  };
}

// One hit: title, where it is from, the snippet, and what it names as buttons that filter.
import { isolated, markedNodes, plainNodes, sourceLink } from './archive_text.js';
import { element, opensElsewhere } from './dom.js';
import { filterPatch, linkTo, listParameters } from './state.js';

const shownNames = 6; // of each kind, before "more"

const plainDate = /^\d{4}(-\d\d){0,2}$|^\d{3}0s$/;

/** The `--date` that finds the time of a mention, or null if it has no days: not every TIMEX3 value is one. */
export function dateFilter({ id, first, last }) {
  if (plainDate.test(id)) return id;
  if (!first && !last) return null;
  return first === last ? first : `${first ?? ''}..${last ?? ''}`;
}

function dateName({ id, first, last, flags = [] }) {
  if (flags.includes('open-start')) return `until ${plainDate.test(id) ? id : last}`;
  if (flags.includes('open-end')) return `since ${plainDate.test(id) ? id : first}`;
  return plainDate.test(id) || first === last ? dateFilter({ id, first, last }) : `${first} – ${last}`;
}

/** The values that mentions name, each once, in the order of the text: {value, name}. */
function namedValues(dimension, mentions) {
  const values = new Map();
  for (const mention of mentions) {
    if (mention.role && mention.role !== 'at') continue; // a filter would not find it by that
    const value = dimension === 'date' ? dateFilter(mention) : mention.id;
    const name = dimension === 'date' ? dateName(mention) : mention.name;
    if (value && !values.has(value)) values.set(value, { value, name });
  }
  return [...values.values()];
}

function isChosen(dimension, value, app) {
  return app.state().filters[dimension].includes(value);
}

function nameButton(passage, dimension, { value, name }, app) {
  const chosen = isChosen(dimension, value, app);
  return element('button', {
    type: 'button',
    class: 'name',
    'data-key': `${passage} ${dimension} ${value}`,
    'aria-pressed': String(chosen),
    title: chosen ? `Take the filter ${name} away` : `Only passages with ${name}`,
    onclick: () => app.navigate(filterPatch(app.state(), dimension, value, chosen ? null : 'only')),
  }, isolated(name));
}

/** All of them are shown if one is chosen that would be behind "more". */
function nameList(dimension, label, mentions, passage, app) {
  const values = namedValues(dimension, mentions);
  if (values.length === 0) return null;
  const items = values.map((value) => element('li', {}, nameButton(passage, dimension, value, app)));
  const folded = !values.slice(shownNames).some(({ value }) => isChosen(dimension, value, app));
  const rest = folded ? items.splice(shownNames) : [];
  const list = element('ul', { 'aria-label': label }, ...items);
  if (rest.length > 0) list.append(moreButton(rest));
  return element('div', { class: `names ${dimension}` }, element('span', { class: 'label', 'aria-hidden': 'true' }, label), list);
}

function moreButton(rest) {
  const item = element('li', {}, element('button', {
    type: 'button',
    class: 'quiet',
    onclick: () => {
      item.replaceWith(...rest);
      rest[0].querySelector('button').focus();
    },
  }, `${rest.length} more`));
  return item;
}

/** A link that opens a passage in its article. */
export function passageLink(passage, app, attributes, ...children) {
  return element('a', {
    ...attributes,
    href: linkTo({ ...app.state(), passage }),
    onclick: (event) => {
      if (opensElsewhere(event)) return;
      event.preventDefault();
      app.navigate({ passage });
    },
  }, ...children);
}

function published(article) {
  return article.published
    ? element('time', { datetime: article.published }, article.published)
    : element('span', {}, 'day not known');
}

function origin(hit) {
  const { source, author, url } = hit.article;
  const parts = [
    source ? isolated(source, { class: 'source' }) : null,
    author && author !== source ? isolated(author) : null,
    published(hit.article),
    isolated(hit.page ? `${hit.file}, page ${hit.page}` : `${hit.file}:${hit.line}`, { class: 'file' }),
    url ? sourceLink(url, 'original') : null,
  ].filter((part) => part !== null);
  return element('p', { class: 'origin' }, ...parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part])));
}

function snippet({ snippet: shown }) {
  const parts = shown.fragments.flatMap((fragment, i) => [
    i > 0 ? ' … ' : null,
    ...markedNodes(fragment.text, fragment.marks),
  ]);
  return element('p', { class: 'snippet', dir: 'auto' },
    shown.cut_before ? '… ' : null, ...parts, shown.cut_after ? ' …' : null);
}

function copies(hit, app) {
  if (hit.copies === 0) return null;
  const links = hit.first_copies.map((copy) =>
    passageLink(copy.passage, app, {}, isolated(copy.source ?? copy.passage), copy.published ? ` ${copy.published}` : ''));
  const rest = hit.copies - links.length;
  return element('p', { class: 'copies' },
    hit.copies === 1 ? 'Nearly the same text: ' : `${hit.copies} with nearly the same text: `,
    ...links.flatMap((link, i) => (i === 0 ? [link] : [', ', link])),
    rest > 0 ? ` and ${rest} more` : null);
}

async function scoreParts(hit, app) {
  const parameters = listParameters(app.state());
  for (const [name, value] of [['limit', 1], ['offset', hit.rank - 1], ['explain', true]]) parameters.set(name, String(value));
  const { hits } = await app.api('/api/search', parameters);
  if (hits[0]?.passage !== hit.passage) throw new Error('The archive has changed; search again.');
  return hits[0].score_parts;
}

function scoreTable(parts) {
  const rows = parts.map(({ what, score }) =>
    element('li', {}, element('span', { class: 'number' }, score.toFixed(2)), ' ', isolated(what)));
  return element('ul', { class: 'score' }, ...rows);
}

/** Folded away; asked for when it is opened. */
function whyThisRank(hit, app) {
  const summary = element('summary', { 'data-key': `why ${hit.passage}` }, 'Why this rank');
  const details = element('details', { class: 'why' }, summary);
  details.addEventListener('toggle', async () => {
    if (!details.open || details.children.length > 1) return;
    const answer = element('div', { role: 'status' }, '…');
    details.append(answer);
    try {
      answer.replaceChildren(scoreTable(await scoreParts(hit, app)));
    } catch (error) {
      answer.replaceChildren(error.message);
    }
  });
  return details;
}

function heading(hit) {
  const repeatsTitle = hit.heading?.toLowerCase() === hit.article.title?.toLowerCase();
  if (!hit.heading || repeatsTitle) return null;
  return element('p', { class: 'section', dir: 'auto' }, ...markedNodes(hit.heading, hit.heading_marks));
}

function inArticle(hit) {
  const others = hit.passages_in_article - 1;
  return others > 0
    ? element('p', { class: 'copies' }, `and ${others} more ${others === 1 ? 'passage' : 'passages'} of this article`)
    : null;
}

export function hitView(hit, app) {
  const title = hit.article.title ? markedNodes(hit.article.title, hit.title_marks) : plainNodes(hit.article.id);
  return element('li', { class: 'hit', 'data-passage': hit.passage, value: hit.rank },
    element('article', {},
      element('h2', { dir: 'auto' }, passageLink(hit.passage, app, { class: 'title', 'data-key': hit.passage }, ...title)),
      origin(hit),
      heading(hit),
      snippet(hit),
      inArticle(hit),
      copies(hit, app),
      nameList('place', 'Places', hit.places, hit.passage, app),
      nameList('date', 'Dates', hit.dates, hit.passage, app),
      nameList('actor', 'Actors', hit.actors, hit.passage, app),
      hit.score > 0 ? whyThisRank(hit, app) : null));
}

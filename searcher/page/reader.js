// The reader: a passage in its article, with everything the index knows to be named there. It is open as long as the
// state has a passage.
import { isolated, sourceLink } from './archive_text.js';
import { button, element } from './dom.js';
import { passageLink } from './hit.js';
import { failedRequest, isMissing, missingPassage } from './reader_failure.js';
import { MentionKeys } from './reader_keys.js';
import { articleOf, numberOf, passageView, titleNodes } from './reader_text.js';
import { WhyPopover } from './reader_why.js';
import { citationOf, kinds, methodInWords } from './reader_words.js';
import { filterPatch, linkTo, listParameters } from './state.js';

const similarShown = 8;
const loadingDelay = 150; // ms; shorter waits show nothing

function originNodes(passage) {
  const { source, author, published, published_method: method, url } = passage.article;
  const parts = [
    source ? isolated(source) : null,
    author && author !== source ? isolated(author) : null,
    published ? `published ${published}, ${methodInWords(method)}` : 'day of publication not known',
    isolated(passage.file),
    url ? sourceLink(url, 'original') : null,
  ].filter((part) => part !== null);
  return parts.flatMap((part, i) => (i === 0 ? [part] : [' · ', part]));
}

/** What is marked in the text. */
function markParameters(state) {
  if (state.q.trim() === '') return {};
  const spelling = new Map(state.kept).get('spelling');
  return { q: state.q, ...(spelling ? { spelling } : {}) };
}

class Reader {
  #root;
  #app;
  #why;
  #keys;
  #parts = {}; // elements, by what they are
  #passages = [];
  #key = null; // of the passage that is shown
  #loaded = null; // article and query that are shown
  #list = null; // the list of hits that #rank counts in
  #rank = null; // of the hit that was opened or stepped to, from 0

  constructor(root, app) {
    this.#root = root;
    this.#app = app;
    this.#build();
    root.addEventListener('close', () => this.#closed());
  }

  /** `state` has a passage; whoever takes it away closes the dialog. */
  async update(state, signal) {
    this.#key = state.passage;
    this.#forgetOtherLists(state);
    this.#why.hide();
    const wanted = JSON.stringify([articleOf(state.passage), state.q]);
    if (!this.#root.open) this.#open(wanted);
    if (wanted !== this.#loaded) await this.#load(state, wanted, signal);
    if (wanted === this.#loaded && !signal.aborted) this.#select();
  }

  /** The list of hits has come: the passage may be one of them. */
  refresh() {
    if (this.#root.open) this.#noteRank();
  }

  /** An article that was read before is not shown while another one is loaded. */
  #open(wanted) {
    if (wanted !== this.#loaded) this.#clear('');
    this.#root.showModal();
  }

  async #load(state, wanted, signal) {
    this.#loaded = null;
    const slow = setTimeout(() => {
      this.#parts.said.textContent = 'Loading …';
    }, loadingDelay);
    try {
      const path = `/api/articles/${encodeURIComponent(articleOf(state.passage))}`;
      const { passages } = await this.#app.api(path, markParameters(state), signal);
      this.#loaded = wanted;
      this.#show(passages);
    } catch (error) {
      if (error.name !== 'AbortError') this.#showFailure(error);
    } finally {
      clearTimeout(slow);
    }
  }

  #build() {
    const title = element('h2', { id: 'reader-title', tabindex: '-1' });
    const origin = element('p', { class: 'reader-origin' });
    const legend = element('div', { class: 'reader-legend', role: 'group', 'aria-label': 'What is marked' });
    const instead = element('div', { class: 'reader-instead' });
    const article = element('div', { class: 'reader-article' });
    const similar = element('section', { class: 'reader-similar', 'aria-label': 'Similar passages', hidden: true });
    const said = element('p', { class: 'reader-said', role: 'status' });
    const tools = {
      previousHit: button('← Hit', () => this.#stepHit(-1), { 'aria-label': 'Previous hit' }),
      nextHit: button('Hit →', () => this.#stepHit(1), { 'aria-label': 'Next hit' }),
      previous: button('↑ Passage', () => this.#stepPassage(-1), { 'aria-label': 'Previous passage' }),
      next: button('↓ Passage', () => this.#stepPassage(1), { 'aria-label': 'Next passage' }),
      alike: button('Similar', () => this.#findSimilar()),
      cite: button('Copy citation', () => this.#copyCitation()),
    };
    const scroll = element('div', { class: 'reader-scroll', tabindex: '0', role: 'region', 'aria-label': 'Article' },
      instead, origin, article, similar);
    this.#root.removeAttribute('aria-label');
    this.#root.setAttribute('aria-labelledby', 'reader-title');
    this.#root.append(
      element('header', { class: 'reader-head' }, title,
        button('×', () => this.#root.close(), { class: 'reader-close', 'aria-label': 'Close' })),
      element('div', { class: 'reader-tools', role: 'group', 'aria-label': 'Passage' }, ...Object.values(tools)),
      said, scroll, legend);
    this.#parts = { title, instead, origin, legend, article, similar, said, ...tools };
    this.#why = new WhyPopover(this.#root, this.#app, (...value) => this.#filterBy(...value));
    this.#keys = new MentionKeys(article, (words) => this.#why.show(words, words.closest('.reader-passage').dataset.passage));
  }

  #show(passages) {
    const { title, origin, article } = this.#parts;
    this.#passages = passages;
    title.replaceChildren(element('bdi', {}, ...titleNodes(passages[0])));
    origin.replaceChildren(...originNodes(passages[0]));
    article.replaceChildren(...passages.map((passage) =>
      passageView(passage, passageLink(passage.passage, this.#app, {}, `#${numberOf(passage.passage)}`))));
    this.#showLegend(passages);
  }

  /** No article: what it showed goes, and so do the tools that need one. */
  #clear(titleText) {
    const { title, instead, origin, article, legend, similar, said } = this.#parts;
    this.#passages = [];
    for (const part of [instead, origin, article, legend, similar, said]) part.replaceChildren();
    similar.hidden = true;
    title.textContent = titleText;
    this.#allowSteps(-1);
  }

  #showFailure(error) {
    this.#clear('Passage');
    this.#showInstead(isMissing(error)
      ? missingPassage(this.#key, () => this.#root.close(), 'It may have been taken out, or the address is mistyped.')
      : failedRequest(error, this.#app));
  }

  /** Before the article, if there is one. What can be done about it has the focus. */
  #showInstead(message) {
    this.#parts.instead.replaceChildren(message);
    message.querySelector('button, input')?.focus();
  }

  /** `at`: index of the passage in the article; -1: it has none such. */
  #allowSteps(at) {
    const { previous, next, alike, cite } = this.#parts;
    previous.disabled = at <= 0;
    next.disabled = at === -1 || at === this.#passages.length - 1;
    for (const tool of [alike, cite]) tool.disabled = at === -1;
    this.#noteRank();
  }

  /** Marks the passage of the state among those of the article and scrolls to it. */
  #select() {
    const { instead, article, similar, said } = this.#parts;
    similar.hidden = true;
    for (const part of [instead, said]) part.replaceChildren();
    const views = [...article.children];
    for (const view of views) view.toggleAttribute('data-current', view.dataset.passage === this.#key);
    const at = this.#passages.findIndex((passage) => passage.passage === this.#key);
    this.#allowSteps(at);
    if (at === -1) {
      this.#showInstead(missingPassage(this.#key, () => this.#root.close(), 'This is the article that it would be in.'));
      return;
    }
    this.#keys.startAt(views[at]);
    views[at].scrollIntoView({ block: 'center' });
    views[at].focus({ preventScroll: true });
  }

  /** One checkbox a kind, with how many there are; they hide and show by a class of the article. */
  #showLegend(passages) {
    const { legend, article } = this.#parts;
    const numbers = {
      place: passages.reduce((sum, passage) => sum + passage.places.length, 0),
      actor: passages.reduce((sum, passage) => sum + passage.actors.length, 0),
      date: passages.reduce((sum, passage) => sum + passage.dates.length, 0),
      mark: passages.reduce((sum, passage) => sum + passage.marks.length, 0),
    };
    legend.replaceChildren(...Object.entries({ ...kinds, mark: 'Search words' }).filter(([kind]) => numbers[kind] > 0)
      .map(([kind, label]) => element('label', {},
        element('input', { type: 'checkbox', checked: !article.classList.contains(`without-${kind}`),
          onchange: (event) => article.classList.toggle(`without-${kind}`, !event.target.checked) }),
        element('span', { class: kind === 'mark' ? 'sample' : `sample mention ${kind}` },
          kind === 'mark' ? element('mark', {}, label) : label),
        ` ${numbers[kind]}`)));
  }

  #stepPassage(step) {
    const at = this.#passages.findIndex((passage) => passage.passage === this.#key);
    const next = this.#passages[at + step];
    if (at !== -1 && next) this.#app.navigate({ passage: next.passage });
  }

  #forgetOtherLists(state) {
    const list = listParameters(state).toString();
    if (list !== this.#list) this.#rank = null;
    this.#list = list;
  }

  /** Which hit of the search this is, if the list shows it; else it stays beside the hit that it was reached from. */
  #noteRank() {
    this.#rank = this.#app.rankOf(this.#key) ?? this.#rank;
    this.#parts.previousHit.disabled = this.#rank === null || this.#rank === 0;
    this.#parts.nextHit.disabled = this.#rank === null;
  }

  /** The next hit may stand on another page of the list: it is asked for by its rank. */
  async #stepHit(step) {
    const rank = this.#rank + step;
    const parameters = listParameters(this.#app.state());
    parameters.set('limit', '1');
    parameters.set('offset', String(rank));
    try {
      const { hits } = await this.#app.api('/api/search', parameters);
      if (hits.length === 0) {
        this.#parts.said.textContent = 'That was the last hit.';
        return;
      }
      this.#rank = rank;
      this.#app.navigate({ passage: hits[0].passage });
    } catch (error) {
      this.#parts.said.textContent = error.message;
    }
  }

  async #findSimilar() {
    const { similar } = this.#parts;
    similar.hidden = false;
    similar.replaceChildren(element('h3', {}, 'Similar passages'), element('p', { role: 'status' }, '…'));
    try {
      const path = `/api/passages/${encodeURIComponent(this.#key)}/similar`;
      const { hits } = await this.#app.api(path, { limit: String(similarShown) });
      similar.lastChild.replaceWith(hits.length === 0
        ? element('p', {}, 'None.')
        : element('ul', {}, ...hits.map((hit) => element('li', {},
          passageLink(hit.passage, this.#app, {}, element('bdi', {}, ...titleNodes(hit))),
          element('p', { dir: 'auto' }, isolated(hit.snippet.text))))));
    } catch (error) {
      similar.lastChild.textContent = error.message;
    }
    similar.scrollIntoView({ block: 'nearest' });
  }

  async #copyCitation() {
    const passage = this.#passages.find((each) => each.passage === this.#key);
    if (!passage) return;
    const { said } = this.#parts;
    const link = new URL(linkTo(this.#app.state()), location.href).href;
    const citation = citationOf(passage, link);
    try {
      await navigator.clipboard.writeText(citation);
      said.replaceChildren('Copied: ', isolated(citation));
    } catch { // no permission, or no secure connection: to be copied by hand
      const field = element('textarea', { readonly: true, rows: '3', 'aria-label': 'Citation' }, citation);
      said.replaceChildren('To be copied: ', field);
      field.select();
    }
  }

  #filterBy(dimension, value, name) {
    this.#app.names?.learnOne(dimension, value, name);
    this.#app.navigate({ ...filterPatch(this.#app.state(), dimension, value, 'only'), passage: null });
  }

  #closed() {
    const last = this.#key;
    this.#key = null;
    this.#rank = null;
    const hit = [...document.querySelectorAll('#hits .hit')].find((view) => view.dataset.passage === last);
    if (hit) hit.querySelector('a').focus();
    else if (document.activeElement === document.body) document.getElementById('results')?.focus({ preventScroll: true });
  }
}

/** A view for lazy_view.js: {update(state, signal), refresh()}. */
export function createReader(root, app) {
  const reader = new Reader(root, app);
  return { update: (state, signal) => reader.update(state, signal), refresh: () => reader.refresh() };
}

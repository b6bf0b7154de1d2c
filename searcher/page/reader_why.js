// "Why": what decided that these words name this place, actor or date, in a popover beside them.
import { isolated } from './archive_text.js';
import { element } from './dom.js';
import { dateFilter } from './hit.js';
import { roleInWords } from './reader_words.js';

const space = 6; // pixels between the words and the popover

function isSame(mention, reason) {
  return reason.type === mention.type && reason.value === mention.id &&
    reason.start === mention.start && reason.end === mention.end;
}

function candidates(reason) {
  if (reason.candidates.length === 0) return null;
  return element('table', {},
    element('caption', {}, 'What it could mean'),
    element('tbody', {}, ...reason.candidates.map(({ id, name, score, chosen }) =>
      element('tr', { class: chosen ? 'chosen' : null },
        element('th', { scope: 'row' }, chosen ? '✓ ' : '', isolated(name), ' ', element('code', {}, isolated(id))),
        element('td', { class: 'number' }, score.toFixed(2))))));
}

function detailsOf(reason) {
  const details = [];
  if (reason.role) details.push(roleInWords(reason.role));
  const { first, last } = reason;
  if (first || last) details.push(first === last ? first : `${first ?? '…'} to ${last ?? '…'}`);
  if (reason.flags?.length > 0) details.push(reason.flags.map((flag) => flag.replaceAll('-', ' ')).join(', '));
  if (reason.score !== null && reason.candidates.length === 0) details.push(`score ${reason.score.toFixed(2)}`);
  return details.length > 0 ? element('p', { class: 'reader-details' }, details.join(' · ')) : null;
}

/** `filter(dimension, value)` is called by the button. */
function reasonView(mention, reason, filter) {
  const value = mention.type === 'date' ? dateFilter(mention) : mention.id;
  return element('div', { class: `reader-reason ${mention.type}` },
    element('p', { class: 'reader-meaning' }, element('span', { class: 'reader-type' }, mention.type), ' ',
      element('q', {}, isolated(mention.text)), ' → ', element('strong', {}, isolated(mention.name)), ' ',
      element('code', {}, isolated(mention.id))),
    reason ? detailsOf(reason) : null,
    reason ? element('p', {}, isolated(reason.reason ?? ''), ' ', element('code', {}, reason.rule)) : null,
    reason ? candidates(reason) : null,
    value
      ? element('button', { type: 'button', onclick: () => filter(mention.type, value, mention.name) }, 'Only passages with it')
      : null);
}

export class WhyPopover {
  #root;
  #app;
  #filter;
  #reasons = new Map(); // passage -> promise of its mentions
  #view = element('div', { class: 'reader-why', popover: 'auto', role: 'dialog', 'aria-label': 'Why', tabindex: '-1' });
  #asked = null;

  constructor(root, app, filter) {
    this.#root = root;
    this.#app = app;
    this.#filter = filter;
    root.append(this.#view);
  }

  /** Shows why the mentions of `words`, an element of the text of `passage`, are what they are. */
  async show(words, passage) {
    this.#asked = words;
    this.#view.replaceChildren(element('p', { role: 'status' }, '…'));
    this.#view.showPopover();
    this.#placeAt(words);
    this.#view.focus();
    let content;
    try {
      const reasons = await this.#reasonsOf(passage);
      content = words.mentions.map((mention) =>
        reasonView(mention, reasons.find((reason) => isSame(mention, reason)), this.#filter));
    } catch (error) {
      content = [element('p', { role: 'alert' }, `Not known: ${error.message}`)];
    }
    if (this.#asked !== words) return;
    this.#view.replaceChildren(...content, element('button', { type: 'button', onclick: () => this.hide() }, 'Close'));
    this.#placeAt(words);
  }

  hide() {
    if (this.#view.matches(':popover-open')) this.#view.hidePopover();
  }

  #reasonsOf(passage) {
    if (!this.#reasons.has(passage)) {
      const asked = this.#app.api(`/api/passages/${encodeURIComponent(passage)}/why`).then((answer) => answer.mentions);
      asked.catch(() => this.#reasons.delete(passage));
      this.#reasons.set(passage, asked);
    }
    return this.#reasons.get(passage);
  }

  /** Below the words, or above where there is no room, and not over the sides of the reader. */
  #placeAt(words) {
    const at = words.getClientRects()[0];
    const reader = this.#root.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#view;
    const below = at.bottom + space + height < innerHeight;
    this.#view.style.left = `${Math.max(reader.left + space, Math.min(at.left, reader.right - width - space))}px`;
    this.#view.style.top = `${below ? at.bottom + space : Math.max(space, at.top - space - height)}px`;
  }
}

// The search box: an ARIA combobox over /api/suggest. Names become filters, words complete the query.
import { isolated } from './archive_text.js';
import { completionsOf } from './completions.js';
import { element } from './dom.js';
import { filterPatch } from './state.js';

const typingPause = 80; // ms
const fewestLetters = 2; // before anything is completed
const kindNames = { place: 'place', actor: 'actor', source: 'source', word: '' };

class SearchBox {
  #app;
  #input;
  #list;
  #completions = [];
  #active = -1; // index of the completion that Enter takes; -1: none, the text itself
  #timer = 0;
  #asking = new AbortController();
  #drawnQuery = null;

  constructor(form, app) {
    this.#app = app;
    this.#input = form.querySelector('input');
    this.#list = form.querySelector('[role=listbox]');
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#close();
      document.getElementById('results').focus({ preventScroll: true }); // the keys of the page work at once
      app.navigate({ q: this.#input.value.trim() });
    });
  }

  draw(state) {
    if (state.q !== this.#drawnQuery) this.#input.value = state.q; // else what was typed since stays
    this.#drawnQuery = state.q;
  }

  #typed() {
    clearTimeout(this.#timer);
    if (this.#input.value.trim().length < fewestLetters) this.#close();
    else this.#timer = setTimeout(() => this.#complete(), typingPause);
  }

  async #complete() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const found = await completionsOf(this.#input.value.trimStart(), this.#app, signal);
      if (!signal.aborted && document.activeElement === this.#input) this.#show(found);
    } catch {
      if (!signal.aborted) this.#show([]); // without completions one can search as well
    }
  }

  #show(found) {
    this.#completions = found;
    this.#list.replaceChildren(...found.map((completion, index) => this.#option(completion, index)));
    this.#setActive(-1);
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#show([]);
  }

  #option(completion, index) {
    return element('li', {
      role: 'option', id: `completion-${index}`, 'aria-selected': 'false', class: completion.kind,
      onmousedown: (event) => event.preventDefault(), // the box keeps the focus
      onclick: () => this.#take(completion),
    }, isolated(completion.text), ' ',
      element('span', { class: 'kind' }, kindNames[completion.kind]), ' ',
      element('span', { class: 'number' }, String(completion.passages)));
  }

  #setActive(index) {
    this.#active = index;
    const options = [...this.#list.children];
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', options[index].id);
    options[index]?.scrollIntoView({ block: 'nearest' });
  }

  #move(step) {
    const places = this.#completions.length + 1; // one more: the text itself
    this.#setActive(((this.#active + 1 + step + places) % places) - 1);
  }

  #key(event) {
    if (this.#list.hidden || event.isComposing) return;
    const actions = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Escape: () => this.#close(),
    };
    if (this.#active >= 0) actions.Enter = () => this.#take(this.#completions[this.#active]);
    if (!actions[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    actions[event.key]();
  }

  #take({ kind, id, text, rest }) {
    this.#close();
    if (kind === 'word') {
      this.#input.value = text;
      this.#app.navigate({ q: text });
      return;
    }
    this.#input.value = rest;
    this.#app.names.learnOne(kind, id, text);
    this.#app.navigate({ q: rest, ...filterPatch(this.#app.state(), kind, id, 'only') });
  }
}

export function createSearchBox(form, app) {
  return new SearchBox(form, app);
}

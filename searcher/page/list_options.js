// The controls above the hits: order, what one hit is, how words are read, copies.
import { element } from './dom.js';
import { choices } from './state.js';

const labels = {
  sort: { relevance: 'best first', date: 'as it happened', published: 'newest first' },
  group: { passage: 'passages', article: 'articles' },
  match: { auto: 'all the words', all: 'all, no question', any: 'any of the words' },
  dateMode: { overlap: 'share a day with it', within: 'lie inside it', contains: 'cover all of it' },
};

/** A labelled list of the choices for `name`, a key of the state. `read(state)` sets it. */
export function choiceControl(name, label, app) {
  const options = choices[name].map((value) => element('option', { value }, labels[name][value]));
  const id = `choice-${name}`;
  const select = element('select', { id, onchange: () => app.navigate({ [name]: select.value }) }, ...options);
  return {
    view: element('span', { class: 'choice' }, element('label', { for: id }, label), select),
    read(state) {
      select.value = state[name];
    },
  };
}

function uniqueControl(app) {
  const box = element('input', { type: 'checkbox', onchange: () => app.navigate({ unique: box.checked }) });
  return {
    view: element('label', { class: 'choice', title: 'Of passages with nearly the same text only the earliest' }, box,
      element('span', {}, 'without copies')),
    read(state) {
      box.checked = state.unique;
    },
  };
}

export function createListOptions(root, app) {
  const controls = [
    choiceControl('sort', 'Order', app),
    choiceControl('group', 'Show', app),
    choiceControl('match', 'With', app),
    uniqueControl(app),
  ];
  const draw = (state) => controls.forEach((control) => control.read(state));
  root.append(...controls.map((control) => control.view));
  draw(app.state());
  return { draw };
}

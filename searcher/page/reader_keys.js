// Mentions in the text by mouse and keys: one of them can be reached with Tab, the others from it with the arrow keys.

export class MentionKeys {
  #root;
  #explain;

  /** `explain(words)` is called with the element of the mention that was clicked, or Enter or Space was pressed on. */
  constructor(root, explain) {
    this.#root = root;
    this.#explain = explain;
    root.addEventListener('click', (event) => {
      const words = event.target.closest('.mention');
      if (words) explain(words);
    });
    root.addEventListener('keydown', (event) => this.#key(event));
  }

  get #stops() {
    return [...this.#root.querySelectorAll('.mention[role=button]')];
  }

  /** Tab leads to the first mention of `passage`, or to the first of all. */
  startAt(passage) {
    this.#setStop(passage.querySelector('.mention[role=button]') ?? this.#stops[0]);
  }

  #setStop(words) {
    for (const stop of this.#stops) stop.tabIndex = stop === words ? 0 : -1;
  }

  #key(event) {
    if (!event.target.matches('.mention') || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === 'Enter' || event.key === ' ') {
      this.#explain(event.target);
    } else if (Object.hasOwn(steps, event.key)) {
      const stops = this.#stops;
      const next = stops[stops.indexOf(event.target) + steps[event.key]];
      if (!next) return;
      this.#setStop(next);
      next.focus();
    } else return;
    event.preventDefault();
  }
}

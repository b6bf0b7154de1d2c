// The selection on the chart: dragged by mouse or finger, clicked, or moved by two sliders. It works on the numbers of
// the bands that are buckets ("stops") and knows neither filters nor the API.
import { element } from './dom.js';

const dragDistance = 5; // pixels: less is a click
const keyPause = 500; // ms after the last key until the selection holds

function keyTarget(event, at, count) {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const step = event.shiftKey ? 10 : 1;
  const targets = {
    ArrowLeft: at - step, ArrowDown: at - step, ArrowRight: at + step, ArrowUp: at + step,
    PageDown: at - 10, PageUp: at + 10, Home: 0, End: count - 1,
  };
  return Object.hasOwn(targets, event.key) ? Math.min(Math.max(targets[event.key], 0), count - 1) : null;
}

function sliderHandle(end, label) {
  return element('div', {
    class: `timeline-handle ${end}`, role: 'slider', tabindex: '0', 'aria-label': label,
    'aria-orientation': 'horizontal', 'aria-valuemin': '0', hidden: true,
  });
}

export class Brush {
  #surface;
  #events;
  #describe;
  #shade = element('div', { class: 'timeline-shade', hidden: true });
  #handles = [sliderHandle('first', 'From'), sliderHandle('last', 'To')];
  #stops = [];
  #x = () => 0;
  #selection = null;
  #drag = null;
  #pause = null;

  /**
   * `events`: preview(selection), commit(selection), click(stop), hover(stop or null). Selections are {first, last} of
   * stops, or null for all. `describe(stop)` is what a slider says.
   */
  constructor(surface, events, describe) {
    this.#surface = surface;
    this.#events = events;
    this.#describe = describe;
    surface.append(this.#shade, ...this.#handles);
    surface.addEventListener('pointerdown', (event) => this.#press(event));
    surface.addEventListener('pointermove', (event) => this.#move(event));
    surface.addEventListener('pointerup', (event) => this.#release(event));
    surface.addEventListener('pointercancel', () => this.#cancelDrag());
    surface.addEventListener('pointerleave', () => events.hover(null));
    this.#handles.forEach((handle, end) => {
      handle.addEventListener('keydown', (event) => this.#key(end, event));
      handle.addEventListener('focus', () => events.hover(this.#stopOf(end)));
      handle.addEventListener('blur', () => {
        events.hover(null);
        this.#commitKeys();
      });
    });
  }

  /** New bands, scale and selection. What is being dragged or typed stays as long as the bands are the same. */
  update(stops, x, selection) {
    if (stops !== this.#stops) {
      clearTimeout(this.#pause);
      [this.#drag, this.#pause] = [null, null];
    }
    this.#stops = stops;
    this.#x = x;
    if (this.#drag === null && this.#pause === null) this.#selection = selection;
    this.#show();
  }

  get #whole() {
    return this.#selection ?? { first: 0, last: this.#stops.length - 1 };
  }

  #stopOf(end) {
    return end === 0 ? this.#whole.first : this.#whole.last;
  }

  #show() {
    this.#handles.forEach((handle, end) => {
      handle.hidden = this.#stops.length === 0;
      if (handle.hidden) return;
      const stop = this.#stopOf(end);
      handle.setAttribute('aria-valuemax', String(this.#stops.length - 1));
      handle.setAttribute('aria-valuenow', String(stop));
      handle.setAttribute('aria-valuetext', this.#describe(stop));
      handle.style.left = `${this.#x(end === 0 ? this.#stops[stop].begin : this.#stops[stop].end)}px`;
    });
    this.#shade.hidden = this.#selection === null;
    if (this.#shade.hidden) return;
    const left = this.#x(this.#stops[this.#selection.first].begin);
    this.#shade.style.left = `${left}px`;
    this.#shade.style.width = `${this.#x(this.#stops[this.#selection.last].end) - left}px`;
  }

  #select(selection) {
    this.#selection = selection;
    this.#show();
    this.#events.preview(selection);
  }

  #position(event) {
    return event.clientX - this.#surface.getBoundingClientRect().left;
  }

  /** The stop under a position, -1 in a gap. */
  #stopAt(position) {
    return this.#stops.findIndex((stop) => position >= this.#x(stop.begin) && position < this.#x(stop.end));
  }

  #nearestStop(position) {
    const distances = this.#stops.map((stop) => Math.max(this.#x(stop.begin) - position, position - this.#x(stop.end), 0));
    return distances.indexOf(Math.min(...distances));
  }

  #press(event) {
    if (event.button !== 0 || this.#stops.length === 0) return;
    const position = this.#position(event);
    const end = this.#handles.indexOf(event.target);
    const anchor = end === -1 ? this.#nearestStop(position) : this.#stopOf(1 - end);
    this.#drag = { anchor, from: position, before: this.#selection, moved: false, end };
    this.#surface.setPointerCapture(event.pointerId);
    event.preventDefault(); // no text is selected; the focus is given to a handle instead, so that Escape is heard
    this.#handles[end === -1 ? 1 : end].focus({ preventScroll: true });
  }

  #move(event) {
    const position = this.#position(event);
    const stop = this.#stopAt(position);
    this.#events.hover(stop === -1 ? null : stop);
    if (this.#drag === null) return;
    this.#drag.moved ||= Math.abs(position - this.#drag.from) >= dragDistance;
    if (!this.#drag.moved) return;
    const other = this.#nearestStop(position);
    this.#select({ first: Math.min(this.#drag.anchor, other), last: Math.max(this.#drag.anchor, other) });
  }

  #release(event) {
    if (this.#drag === null) return;
    const { moved, end } = this.#drag;
    this.#drag = null;
    const stop = this.#stopAt(this.#position(event));
    if (moved) this.#events.commit(this.#selection);
    else if (end === -1 && stop !== -1) this.#events.click(stop);
  }

  #cancelDrag() {
    if (this.#drag === null) return;
    const { before } = this.#drag;
    this.#drag = null;
    this.#select(before);
  }

  #key(end, event) {
    if (event.key === 'Escape' && this.#drag !== null) {
      event.stopPropagation();
      this.#cancelDrag();
      return;
    }
    if (event.key === 'Enter') this.#commitKeys();
    const target = keyTarget(event, this.#stopOf(end), this.#stops.length);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    const { first, last } = this.#whole;
    this.#select(end === 0 ? { first: Math.min(target, last), last } : { first, last: Math.max(target, first) });
    this.#events.hover(this.#stopOf(end));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#commitKeys(), keyPause);
  }

  #commitKeys() {
    if (this.#pause === null) return;
    clearTimeout(this.#pause);
    this.#pause = null;
    this.#events.commit(this.#selection);
  }
}

// Mouse, fingers, wheel and keys on the map, as pans and zooms. A page that is scrolled with one finger or the wheel goes
// on scrolling over the map: the map moves by dragging with the mouse, with two fingers, and by the wheel with Ctrl or
// once the map was clicked.

const dragDistance = 4; // pixels: less is a click
const wheelZoom = 0.0022; // of the exponent, for a pixel of the wheel
const keyPan = 60; // pixels

/**
 * `moves`: pan(dx, dy), zoom(factor, at), fit(). `at` is in pixels of the surface, its middle if left out. Clicks that end
 * a drag are swallowed.
 */
export class MapGestures {
  #surface;
  #moves;
  #pointers = new Map();
  #dragged = false;

  constructor(surface, moves) {
    this.#surface = surface;
    this.#moves = moves;
    surface.addEventListener('pointerdown', (event) => this.#press(event));
    surface.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerup', 'pointercancel', 'pointerleave'])
      surface.addEventListener(end, (event) => this.#pointers.delete(event.pointerId));
    surface.addEventListener('click', (event) => this.#swallowAfterDrag(event), { capture: true });
    surface.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    surface.addEventListener('keydown', (event) => this.#key(event));
  }

  #positionOf(event) {
    const { left, top } = this.#surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  #press(event) {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (this.#pointers.size === 0) this.#dragged = false;
    this.#pointers.set(event.pointerId, this.#positionOf(event));
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#positionOf(event);
    const step = { x: now.x - before.x, y: now.y - before.y };
    if (!this.#dragged && Math.hypot(step.x, step.y) < dragDistance) return;
    if (!this.#dragged) this.#surface.setPointerCapture(event.pointerId);
    this.#dragged = true;
    if (this.#pointers.size === 1) this.#moves.pan(step.x, step.y);
    if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, now);
    this.#pointers.set(event.pointerId, now);
  }

  #pinch(moving, before, now) {
    const [, other] = [...this.#pointers].find(([id]) => id !== moving);
    const distance = (at) => Math.max(Math.hypot(at.x - other.x, at.y - other.y), 1);
    this.#moves.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.#moves.zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  #swallowAfterDrag(event) {
    if (!this.#dragged) return;
    this.#dragged = false;
    event.stopPropagation();
    event.preventDefault();
  }

  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey && !this.#surface.contains(document.activeElement)) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    this.#moves.zoom(Math.exp(-pixels * wheelZoom), this.#positionOf(event));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pans = { ArrowLeft: [keyPan, 0], ArrowRight: [-keyPan, 0], ArrowUp: [0, keyPan], ArrowDown: [0, -keyPan] };
    const others = { '+': () => this.#moves.zoom(1.5), '=': () => this.#moves.zoom(1.5), '-': () => this.#moves.zoom(1 / 1.5),
      0: () => this.#moves.fit() };
    if (event.shiftKey && Object.hasOwn(pans, event.key)) this.#moves.pan(...pans[event.key]);
    else if (Object.hasOwn(others, event.key)) others[event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

// Where circles and names stand on the map: places too near to each other are one circle, and a name is written only
// where it covers nothing. Pure functions of places, view and size.
import { toScreen } from './map_projection.js';

// Kinds whose position is about the middle of something larger.
const areaKinds = new Set(['continent', 'country', 'region', 'governorate', 'province', 'district', 'subdistrict', 'river',
  'lake', 'valley', 'desert', 'island', 'zone', 'road', 'border', 'sea']);

export function isArea(place) {
  return areaKinds.has(place.kind);
}

const smallestRadius = 3.5;
const nearest = 9; // pixels between the middles of circles that can still be told apart
const labelHeight = 14;
const mostLabels = 40;
const coveredSize = 0.5; // of its own circle: a name may cover circles that are so small

function greatestRadius(size) {
  return Math.min(Math.max(Math.min(size.width, size.height) / 18, 12), 26);
}

function isVisible(at, size, margin) {
  return at.x > -margin && at.y > -margin && at.x < size.width + margin && at.y < size.height + margin;
}

/**
 * [{place, x, y, radius, near}], most passages first; `near` are the places that its circle stands for too. The area of a
 * circle is as its passages, of the place that it is named after alone. `isSelected(place)` places are never hidden.
 */
export function circlesOf(places, view, size, isSelected) {
  const most = Math.max(1, ...places.map((place) => place.passages));
  const greatest = greatestRadius(size);
  const circles = [];
  for (const place of places) {
    const at = toScreen(view, size, place);
    if (!isVisible(at, size, greatest)) continue;
    const host = isSelected(place) ? undefined : circles.find((circle) => Math.hypot(circle.x - at.x, circle.y - at.y) < nearest);
    if (host) host.near.push(place);
    else circles.push({ place, ...at, radius: Math.max(greatest * Math.sqrt(place.passages / most), smallestRadius), near: [] });
  }
  return circles;
}

function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function boxOf(circle) {
  const reach = circle.radius * 0.8;
  return { left: circle.x - reach, right: circle.x + reach, top: circle.y - reach, bottom: circle.y + reach };
}

function boxAround({ x, y }, width) {
  return { left: x - width / 2, right: x + width / 2, top: y - labelHeight / 2, bottom: y + labelHeight / 2 };
}

/** Boxes beside a circle, the best first. */
function boxesBeside(circle, width) {
  const { x, y } = circle;
  const away = circle.radius + 3;
  const at = (left, top) => ({ left, right: left + width, top, bottom: top + labelHeight });
  return [
    at(x + away, y - labelHeight / 2),
    at(x - away - width, y - labelHeight / 2),
    at(x - width / 2, y - away - labelHeight),
    at(x - width / 2, y + away),
  ];
}

/** Boxes that names may not cover, and the first of some that is free. */
class Room {
  #names = [];
  #size;

  constructor(size) {
    this.#size = size;
  }

  take(boxes, obstacles) {
    const { width, height } = this.#size;
    const free = boxes.find((box) => box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2 &&
      !this.#names.some((name) => overlaps(box, name)) && !obstacles.some((other) => overlaps(box, other)));
    if (free) this.#names.push(free);
    return free ?? null;
  }
}

/**
 * Names beside circles and names of areas at their middles: {place, x, y, area}, x and y the middle of the text. A name
 * covers no circle, or if it has no room then at most much smaller ones. `widthOf(place)` in pixels.
 */
export function labelsOf(circles, areas, view, size, widthOf, isSelected) {
  const boxes = circles.map((circle) => ({ ...boxOf(circle), circle }));
  const room = new Room(size);
  const labels = [];
  const put = (place, candidates, obstacles) => {
    const box = labels.length < mostLabels ? room.take(candidates, obstacles) : null;
    if (box) labels.push({ place, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, area: isArea(place) });
    return box !== null;
  };
  for (const circle of [...circles].sort((a, b) => isSelected(b.place) - isSelected(a.place))) {
    const candidates = boxesBeside(circle, widthOf(circle.place));
    const others = boxes.filter((box) => box.circle !== circle);
    if (put(circle.place, candidates, others)) continue;
    put(circle.place, candidates, others.filter((box) => box.circle.radius > circle.radius * coveredSize));
  }
  for (const place of areas) {
    const at = toScreen(view, size, place);
    if (isVisible(at, size, 0)) put(place, [boxAround(at, widthOf(place))], boxes);
  }
  return labels;
}

// Draws a map into an SVG: land once, then the places anew for every view. Which place is where is decided by
// map_layout.js; what a click means by map.js.
import { circlesOf, isArea, labelsOf } from './map_layout.js';
import { countryPaths, pathUnits } from './map_outlines.js';
import { describedPlace } from './map_words.js';
import { svg } from './svg.js';

const measure = document.createElement('canvas').getContext('2d');

function widthOf(place) {
  measure.font = isArea(place) ? 'italic 11px sans-serif' : '11px sans-serif';
  return measure.measureText(place.name).width + 4;
}

export class MapDrawing {
  #land = svg('g', { id: 'map-land' });
  #copies = [-pathUnits, pathUnits].map((x) => svg('use', { href: '#map-land', x }));
  #world = svg('g', { class: 'map-world' }, this.#land, ...this.#copies);
  #marks = svg('g', { class: 'map-marks' });
  #countries = new Map(); // ISO code -> path
  #sphere = svg('rect', { class: 'map-sphere' });
  near = new Map(); // id -> places that its mark stands for too

  constructor(surface) {
    this.surface = surface;
    surface.append(this.#sphere, this.#world, this.#marks);
  }

  setOutlines(outlines) {
    this.#countries.clear();
    this.#land.replaceChildren(...countryPaths(outlines).map(({ id, path }) => {
      const shape = svg('path', { d: path, class: 'map-country' });
      if (id) this.#countries.set(id, shape);
      return shape;
    }));
  }

  /** Countries are shaded by their passages: the root of their share of the most, so that small counts are seen too. */
  shadeCountries(places, isSelected) {
    for (const shape of this.#countries.values()) {
      shape.setAttribute('class', 'map-country');
    }
    const countries = places.filter((place) => place.kind === 'country' && this.#countries.has(place.country));
    const most = Math.max(1, ...countries.map((place) => place.passages));
    for (const place of countries) {
      const shape = this.#countries.get(place.country);
      shape.setAttribute('class', isSelected(place) ? 'map-country shaded selected' : 'map-country shaded');
      shape.style.setProperty('--share', `${Math.round(6 + 24 * Math.sqrt(place.passages / most))}%`);
    }
  }

  /** Gives the places that can be chosen on the drawing, most passages first. */
  draw(places, view, size, isSelected) {
    this.surface.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    this.#sphere.setAttribute('width', size.width);
    this.#sphere.setAttribute('height', size.height);
    this.#placeWorld(view, size);
    const circles = circlesOf(places.filter((place) => !isArea(place)), view, size, isSelected);
    const labels = labelsOf(circles, places.filter(isArea), view, size, widthOf, isSelected);
    const areas = labels.filter((label) => label.area);
    this.near.clear();
    this.#marks.replaceChildren(
      ...areas.map((label) => this.#mark(label.place, [], isSelected, this.#label(label))),
      ...[...circles].sort((a, b) => isSelected(a.place) - isSelected(b.place)).map((circle) => this.#circle(circle, isSelected)),
      ...labels.filter((label) => !label.area).map((label) => this.#label(label, isSelected(label.place))),
    );
    return [...circles.map((circle) => circle.place), ...areas.map((label) => label.place)]
      .sort((a, b) => b.passages - a.passages);
  }

  #placeWorld(view, size) {
    const factor = view.scale / pathUnits;
    const left = size.width / 2 - view.x * view.scale;
    const top = size.height / 2 - view.y * view.scale;
    this.#world.setAttribute('transform', `translate(${left} ${top}) scale(${factor})`);
    this.#copies[0].style.display = left > 0 ? '' : 'none';
    this.#copies[1].style.display = left + view.scale < size.width ? '' : 'none';
  }

  #mark(place, near, isSelected, ...children) {
    const chosen = isSelected(place);
    this.near.set(place.id, near);
    return svg('g', {
      class: `map-mark${isArea(place) ? ' area' : ''}${chosen ? ' selected' : ''}`,
      role: 'button', tabindex: '-1', 'data-id': place.id,
      'aria-label': describedPlace(place, near), 'aria-pressed': String(chosen),
    }, ...children);
  }

  #label({ place, x, y, area }, selected) {
    const kind = area ? null : selected ? 'map-name selected' : 'map-name';
    return svg('text', { class: kind, x, y: y + 4, 'text-anchor': 'middle' }, place.name);
  }

  #circle({ place, x, y, radius, near }, isSelected) {
    const parts = [
      svg('circle', { class: 'map-hit', cx: x, cy: y, r: Math.max(radius, 9) }),
      svg('circle', { class: 'map-circle', cx: x, cy: y, r: radius }),
    ];
    if (near.length > 0) parts.push(svg('circle', { class: 'map-near', cx: x, cy: y, r: radius + 2.5 }));
    return this.#mark(place, near, isSelected, ...parts);
  }
}

// Elements of SVG, as dom.js makes those of HTML.

const namespace = 'http://www.w3.org/2000/svg';

/** svg('rect', {x: 0, class: 'bar'}, child, ...). Strings among the children are text. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

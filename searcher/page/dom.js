// Elements are made by these functions only: text is always a text node, so archive text is never read as markup.

/**
 * element('a', {href: '?q=x', class: 'title'}, 'text', child, ...). Keys that begin with "on" are listeners, `true` is an
 * attribute without a value, null and false leave it out. Children that are null are skipped.
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export function button(text, onclick, attributes = {}) {
  return element('button', { type: 'button', onclick, ...attributes }, text);
}

/** Text for those who hear the page. */
export function heardOnly(text) {
  return element('span', { class: 'heard' }, text);
}

/** Whether a click asks for a new tab or window, which is the browser's matter. */
export function opensElsewhere(event) {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

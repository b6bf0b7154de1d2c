// Text of the archive as nodes of the page. It may be hostile: it is only ever text, in an element that isolates its
// direction, and what would turn round the letters around it is shown instead of done.
import { element } from './dom.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// Overrides (they write letters backwards) and controls that are invisible. Embeddings and isolates are left in: honest
// right-to-left text has them, and they end with the element.
const shownInstead = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/u;
const partedByControls = new RegExp(`(${shownInstead.source})`, 'u');
const namesOfControls = new Map([['\u202d', 'LRO'], ['\u202e', 'RLO']]);

function controlSign(character) {
  const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  return element('span', { class: 'control', title: `U+${code}` }, namesOfControls.get(character) ?? code);
}

/** `text` as nodes, controls shown as signs. */
export function plainNodes(text) {
  return text
    .split(partedByControls)
    .filter((part) => part !== '')
    .map((part) => (shownInstead.test(part) ? controlSign(part) : document.createTextNode(part)));
}

/** `text` as nodes with <mark> around `marks`: [begin, end) bytes of its UTF-8 form, ascending, not overlapping. */
export function markedNodes(text, marks) {
  if (!marks || marks.length === 0) return plainNodes(text);
  const bytes = encoder.encode(text);
  const nodes = [];
  let at = 0;
  for (const [begin, end] of marks) {
    nodes.push(...plainNodes(decoder.decode(bytes.subarray(at, begin))));
    nodes.push(element('mark', {}, ...plainNodes(decoder.decode(bytes.subarray(begin, end)))));
    at = end;
  }
  nodes.push(...plainNodes(decoder.decode(bytes.subarray(at))));
  return nodes;
}

/** A short piece of archive text (a name, a title) inside other text. */
export function isolated(text, attributes = {}) {
  return element('bdi', attributes, ...plainNodes(text));
}

/** The address as a link if a browser may open it, else as text: an archive may say "javascript:". */
export function sourceLink(address, label) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    // no address: shown as what it is
  }
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return isolated(address, { class: 'address' });
  return element('a', { href: url.href, rel: 'noopener noreferrer external', target: '_blank', title: url.href }, label);
}

// One passage of the reader: its text with what it names and what the query found. Each piece of the text is one element,
// however many mentions cover it, so that mentions that overlap or lie in each other need no elements in elements.
import { markedNodes, plainNodes } from './archive_text.js';
import { element } from './dom.js';
import { byteLength, piecesOf, textWithin } from './text_spans.js';

const lists = { place: 'places', actor: 'actors', date: 'dates' };

/** [{type, begin, end, mention}] of a passage as the API gives it. */
function mentionSpans(passage) {
  return Object.entries(lists).flatMap(([type, list]) =>
    passage[list].map((mention) => ({ type, begin: mention.span[0], end: mention.span[1], mention })));
}

function markSpans(passage) {
  return passage.marks.map(([begin, end]) => ({ type: 'mark', begin, end }));
}

/** The spans of a stretch of the text, counted from its beginning. */
function spansWithin(spans, begin, end) {
  return spans
    .filter((span) => span.begin < end && span.end > begin)
    .map((span) => ({ ...span, begin: Math.max(span.begin, begin) - begin, end: Math.min(span.end, end) - begin }));
}

function nodeOfPiece({ text, spans }, seen) {
  const marked = spans.some((span) => span.type === 'mark');
  const nodes = marked ? [element('mark', {}, ...plainNodes(text))] : plainNodes(text);
  const mentions = spans.filter((span) => span.type !== 'mark');
  if (mentions.length === 0) return nodes;
  const begins = mentions.some((span) => !seen.has(span.mention));
  for (const span of mentions) seen.add(span.mention);
  const node = element('span', {
    class: ['mention', ...new Set(mentions.map((span) => span.type))].join(' '),
    ...(begins ? { role: 'button', tabindex: '-1', 'aria-haspopup': 'dialog' } : {}),
  }, ...nodes);
  node.mentions = mentions.map(({ type, mention }) => ({ type, ...mention }));
  return [node];
}

function nodesOf(text, spans, seen) {
  return piecesOf(text, spans).flatMap((piece) => nodeOfPiece(piece, seen));
}

/** The heading, where the passage begins with one, and the body. */
function textParts(passage) {
  const spans = [...mentionSpans(passage), ...markSpans(passage)];
  const seen = new Set(); // mentions whose first piece is drawn: that one takes the focus
  const size = byteLength(passage.text);
  const bodyBegin = passage.heading_size > 0 ? passage.heading_size + 1 : 0;
  const stretch = (begin, end) =>
    nodesOf(textWithin(passage.text, begin, end), spansWithin(spans, begin, end), seen);
  return {
    heading: passage.heading_size > 0 ? element('h3', { dir: 'auto' }, ...stretch(0, passage.heading_size)) : null,
    body: element('p', { class: 'reader-body', dir: 'auto' }, ...stretch(bodyBegin, size)),
  };
}

export function numberOf(key) {
  return key.slice(key.lastIndexOf('#') + 1);
}

/** An address may have anything for a passage: what has no number is taken for an article. */
export function articleOf(key) {
  const end = key.lastIndexOf('#');
  return end === -1 ? key : key.slice(0, end);
}

/** The passage as a section; `link` leads to it. Elements of class "mention" have `mentions`, the shortest first. */
export function passageView(passage, link) {
  const { heading, body } = textParts(passage);
  const page = passage.page ? `page ${passage.page} · ` : '';
  return element('section', { class: 'reader-passage', 'data-passage': passage.passage, tabindex: '-1',
    'aria-label': `Passage ${numberOf(passage.passage)}` },
    heading, body,
    element('p', { class: 'reader-where' }, link, ` ${page}line ${passage.line} · bytes ${passage.start}–${passage.end}`));
}

export function titleNodes({ article, title_marks: marks }) {
  return article.title ? markedNodes(article.title, marks) : plainNodes(article.id);
}

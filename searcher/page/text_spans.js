// Spans of a text that may overlap, cut into pieces that do not: [begin, end) are bytes of its UTF-8 form, as in the API.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * `spans`: [{begin, end, ...}]. Gives [{text, spans}] in order, all of `text`: each piece with the spans that cover it, the
 * shortest first. Spans that are empty or reach outside are left out.
 */
export function piecesOf(text, spans) {
  const bytes = encoder.encode(text);
  const sound = spans.filter(({ begin, end }) => begin >= 0 && begin < end && end <= bytes.length);
  const cuts = [...new Set([0, bytes.length, ...sound.flatMap(({ begin, end }) => [begin, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => ({
    text: decoder.decode(bytes.subarray(cuts[i], end)),
    spans: sound
      .filter((span) => span.begin <= cuts[i] && end <= span.end)
      .sort((a, b) => (a.end - a.begin) - (b.end - b.begin)),
  }));
}

/** Bytes [begin, end) of a text. */
export function textWithin(text, begin, end) {
  return decoder.decode(encoder.encode(text).subarray(begin, end));
}

export function byteLength(text) {
  return encoder.encode(text).length;
}

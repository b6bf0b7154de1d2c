// What the text in the search box may become: names, which are filters, and words.

const mostCompletions = 9;
const fewestLetters = 2; // of a last word that is completed by itself
const asked = '6';

/** What of a text is before its last word, and that word. */
function lastWord(text) {
  const at = text.search(/\S+$/u);
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at)];
}

/**
 * Whether a name may take the place of the last word: not if that word is excluded, part of a phrase or of a field, or what an
 * operator waits for. The filter would say something else, or leave half a query.
 */
function standsAlone(before, word) {
  const open = (before.match(/["\u201c\u201d]/gu) ?? []).length % 2 === 1
    || (before.match(/\(/gu) ?? []).length > (before.match(/\)/gu) ?? []).length;
  return !open && !/^[-+="\u201c(]|:/u.test(word) && !/(?:^|\s)(?:AND|OR|NOT|SENTENCE|\||(?:NEAR|ADJ)\/\w+)\s*$/u.test(before);
}

/**
 * Completions of `text`, each with the query that is left when it is taken (`rest`). Names are asked for by all that was typed
 * and by its last word: "siege deir" is the word siege and a place.
 */
export async function completionsOf(text, app, signal) {
  const ask = (prefix) => app.api('/api/suggest', { prefix, limit: asked }, signal);
  const [before, word] = lastWord(text);
  const parts = before.trim() !== '' && word.length >= fewestLetters && standsAlone(before, word);
  const [whole, last] = await Promise.all([ask(text), parts ? ask(word) : { completions: [] }]);
  const isName = ({ kind }) => kind !== 'word';
  const names = [
    ...whole.completions.filter(isName).map((completion) => ({ ...completion, rest: '' })),
    ...last.completions.filter(isName).map((completion) => ({ ...completion, rest: before.trim() })),
  ];
  const words = whole.completions.filter(({ kind, text: completed }) => kind === 'word' && completed !== text.trim());
  return [...names, ...words].slice(0, mostCompletions);
}

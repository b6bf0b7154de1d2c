// What the reader says in words: how a day was found, what a role of a place means, and how to cite a passage.

const methods = {
  sidecar: 'from a metadata file', record: 'from the record', 'front-matter': 'from the front matter',
  'mail-header': 'from the mail header', 'json-ld': 'from data of the web page', meta: 'from data of the web page',
  'time-element': 'from data of the web page', 'page-data': 'from data of the web page',
  'document-property': 'from a property of the document', url: 'from the address', byline: 'from the byline',
  'date-line': 'from a line of the text', dateline: 'from the dateline', 'file-name': 'from the name of the file',
};

const roles = {
  at: 'it happened there', of: 'says whose or what kind, not where', says: 'stands for its government',
  'in-name': 'inside the name of a body', dateline: 'where the report was written',
};

export const kinds = { place: 'Places', actor: 'Actors', date: 'Dates' };

export function methodInWords(method) {
  return methods[method] ?? method;
}

export function roleInWords(role) {
  return roles[role] ?? role;
}

/** "Title. Source, author, 2017-10-16. File, line 3, bytes 31-471, sha256:... Link". What is not known is left out. */
export function citationOf(passage, link) {
  const { article } = passage;
  const origin = [article.source, article.author, article.published ?? 'undated'].filter(Boolean).join(', ');
  const page = passage.page ? `page ${passage.page}, ` : '';
  const where = `${passage.file}, ${page}line ${passage.line}, bytes ${passage.start}-${passage.end}, ${passage.file_digest}`;
  return [`${article.title ?? article.id}. ${origin}.`, article.url, `${where}.`, link].filter(Boolean).join(' ');
}

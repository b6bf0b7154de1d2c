// Counts in words.

/** "1 passage", "1,204 passages" */
export function counted(number, noun) {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** "16 passages in 9 articles" */
export function countsOf({ passages, articles }) {
  return `${counted(passages, 'passage')} in ${counted(articles, 'article')}`;
}

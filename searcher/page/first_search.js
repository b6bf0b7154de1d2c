// Asks for the first answer before the other modules have arrived. index.html loads it ahead of app.js.
import { readState } from './state.js';
import { search, searchParameters } from './search_request.js';

const parameters = searchParameters(readState(location.search)).toString();
const answer = search(parameters);
answer.catch(() => {}); // whoever takes it sees the failure; until then it is no unhandled one

let taken = false;

/** The answer to this very request, once; null for any other. */
export function takeFirstAnswer(wanted) {
  const first = wanted === parameters && !taken ? answer : null;
  taken = true;
  return first;
}

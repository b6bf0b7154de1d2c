// The one request that a state of the page makes for hits and facets together.
import { bodyOf, request } from './api.js';
import { dimensions, listParameters } from './state.js';

export const pageSize = 20;
export const facetLimit = 10;

export function searchParameters(state) {
  const parameters = listParameters(state);
  parameters.set('limit', String(pageSize));
  if (state.offset > 0) parameters.set('offset', String(state.offset));
  parameters.set('facets', dimensions.join(','));
  parameters.set('facet-limit', String(facetLimit));
  return parameters;
}

/** The answer, with `total_hits`: how many hits there are to page through, as grouping and copies count them. */
export async function search(parameters, signal) {
  const response = await request('/api/search', parameters, signal);
  const answer = await bodyOf(response);
  return { ...answer, total_hits: Number(response.headers.get('Furat-Total-Hits')) };
}

// Requests to the server the page came from. Answers are parsed JSON; whatever goes wrong is an ApiError.

const tokenKey = 'furat-token';

/** `code` is the server's, or `unreachable` or `unreadable`; `details` the server's error object. */
export class ApiError extends Error {
  constructor(code, message, details = {}) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** The token is given once in the fragment of the address and taken out of it, so that it is in no link one copies. */
function takeTokenFromAddress() {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (!token) return;
  keepToken(token);
  history.replaceState(history.state, '', location.pathname + location.search);
}

export function keepToken(token) {
  sessionStorage.setItem(tokenKey, token);
}

function headers() {
  const token = sessionStorage.getItem(tokenKey);
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function errorOf(response) {
  try {
    const { error } = await response.json();
    return new ApiError(error.code, error.message, { ...error, status: response.status });
  } catch {
    return new ApiError('unreadable', `The server answered ${response.status}.`, { status: response.status });
  }
}

/** The response to GET `path` with `parameters`; throws ApiError, or the signal's AbortError. */
export async function request(path, parameters, signal) {
  const query = new URLSearchParams(parameters ?? {}).toString();
  let response;
  try {
    response = await fetch(query ? `${path}?${query}` : path, { headers: headers(), signal });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('unreachable', 'The server does not answer.');
  }
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** The body of a response, parsed. */
export async function bodyOf(response) {
  try {
    return await response.json();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError('unreadable', 'The answer of the server was cut off.');
  }
}

/** What GET `path` answers. */
export async function api(path, parameters, signal) {
  return bodyOf(await request(path, parameters, signal));
}

takeTokenFromAddress();

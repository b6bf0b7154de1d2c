// Calendar values as the API writes them ("2017-09", "201" for the 2010s, "2017-03..2017-05"): their days and their
// names. Days are numbers from 1970-01-01; years before Christ are negative.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];

const day = 86_400_000;

function dayNumber(year, month, dayOfMonth) {
  return new Date(0).setUTCFullYear(year, month, dayOfMonth) / day;
}

const calendarValue = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** {first, last} of one value; null if it is none of the calendar's. */
function daysOfValue(text) {
  const decade = /^(\d{3})(0s)?$/.exec(text);
  if (decade) return { first: dayNumber(Number(decade[1]) * 10, 0, 1), last: dayNumber(Number(decade[1]) * 10 + 9, 11, 31) };
  const parts = calendarValue.exec(text);
  if (!parts) return null;
  const [year, month, dayOfMonth] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (month === null) return { first: dayNumber(year, 0, 1), last: dayNumber(year, 11, 31) };
  if (dayOfMonth === null) return { first: dayNumber(year, month - 1, 1), last: dayNumber(year, month, 0) };
  const only = dayNumber(year, month - 1, dayOfMonth);
  return { first: only, last: only };
}

/** {first, last} of a date filter, infinite where it is open; null if it is written in words. */
export function daysOf(filter) {
  const ends = filter.split('..');
  if (ends.length === 1) return daysOfValue(filter);
  if (ends.length !== 2) return null;
  const first = ends[0] === '' ? -Infinity : daysOfValue(ends[0])?.first;
  const last = ends[1] === '' ? Infinity : daysOfValue(ends[1])?.last;
  return first === undefined || last === undefined ? null : { first, last };
}

/** "September 2017", "5 September 2017", "2010s". What it does not know stays as it is. */
export function nameOfTime(id) {
  const decade = /^(\d{3})$/.exec(id);
  if (decade) return `${id}0s`;
  const [, year, month, dayOfMonth] = calendarValue.exec(id) ?? [];
  if (!month) return id;
  const name = `${months[Number(month) - 1]} ${year}`;
  return dayOfMonth ? `${Number(dayOfMonth)} ${name}` : name;
}

/** "March 2017 to May 2017", "from March 2017", or the name of the one. */
export function nameOfFilter(filter) {
  const [first, last] = filter.split('..').map(nameOfTime);
  if (last === undefined) return first;
  if (first === '') return `until ${last}`;
  return last === '' ? `from ${first}` : `${first} to ${last}`;
}

/** The filter of all from the value `first` to the value `last`. */
export function filterOfRange(first, last) {
  return first === last ? first : `${first}..${last}`;
}

/** What stands under a bar: `minor` for the bar itself, `major` where the greater unit begins. */
export function tickOf(id) {
  const [, year, month, dayOfMonth] = calendarValue.exec(id) ?? [];
  if (dayOfMonth) return { minor: String(Number(dayOfMonth)), major: `${months[Number(month) - 1].slice(0, 3)} ${year}` };
  if (month) return { minor: months[Number(month) - 1].slice(0, 3), major: year };
  return { minor: nameOfTime(id), major: null };
}

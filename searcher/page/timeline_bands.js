// From the rows of /api/timeline to the bands of the chart: one a bucket, in the order of time, and one for a stretch
// of empty buckets. Rows that are known less closely are no bands: they lie in lanes under those of their time.
import { daysOf } from './timeline_time.js';

// How wide a stretch of empty buckets is, in buckets: a break of the axis, not its length.
const gapWidth = 2;

const coarserLevels = ['month', 'year', 'decade', 'century', 'millennium'];

function daysOfRow(row) {
  return daysOf(`${row.first}..${row.last}`);
}

/**
 * {bands, units}: a band has its `row`, `gap`, `begin` and `end` in widths of a bucket, and the days `first` and `last`;
 * `units` is the width of all.
 */
export function bandsOf(rows) {
  let units = 0;
  const bands = rows
    .filter((row) => row.kind !== 'coarser')
    .map((row) => {
      const gap = row.kind === 'gap';
      const begin = units;
      units += gap ? Math.min(row.buckets, gapWidth) : 1;
      return { row, gap, begin, end: units, ...daysOfRow(row) };
    });
  return { bands, units };
}

/** Numbers of the first and the last band that share a day with `days`; null if none does. */
export function bandsWithin(bands, days) {
  const first = bands.findIndex((band) => band.last >= days.first);
  const last = bands.findLastIndex((band) => band.first <= days.last);
  return first === -1 || last === -1 || first > last ? null : { first, last };
}

/** Rows known less closely, a lane a level, the closer first: {row, over}, `over` being the bands of its time. */
export function lanesOf(rows, bands) {
  return coarserLevels
    .map((level) =>
      rows
        .filter((row) => row.kind === 'coarser' && row.level === level)
        .map((row) => ({ row, over: bandsWithin(bands, daysOfRow(row)) }))
        .filter(({ over }) => over !== null),
    )
    .filter((lane) => lane.length > 0);
}

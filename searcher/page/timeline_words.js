// What the timeline says in words: counts, and what no bar shows.
import { counted, countsOf, grouped } from './counts.js';
import { nameOfTime } from './timeline_time.js';

/** "2017, no month given" of a row that is known less closely than the bars. */
export function nameOfRow(row, unit) {
  if (row.kind === 'gap') return `${counted(row.buckets, unit)} without any`;
  return row.kind === 'coarser' ? `${nameOfTime(row.id)}, no ${unit} given` : nameOfTime(row.id);
}

export function describedRow(row, unit) {
  return row.kind === 'gap' ? nameOfRow(row, unit) : `${nameOfRow(row, unit)}: ${countsOf(row)}`;
}

/** The sentence for those who cannot see the chart. */
export function summaryOfChart({ rows, by, clock }) {
  const buckets = rows.filter((row) => row.kind === 'bucket');
  if (buckets.length === 0) return 'No passage has a bar.';
  const most = buckets.reduce((best, row) => (row.passages > best.passages ? row : best));
  const how = clock === 'published' ? `${by} of publication` : `${by} they speak of`;
  return `Passages by the ${how}, ${nameOfTime(buckets[0].id)} to ${nameOfTime(buckets.at(-1).id)}. ` +
    `Most in ${nameOfTime(most.id)}: ${counted(most.passages, 'passage')}.`;
}

const withoutBar = [
  ['outside', 'speak of another time too'],
  ['unknown_year', 'have dates without a year'],
  ['open', 'have open dates (“since 2014”)'],
  ['unplaced', 'have dates across millennia'],
  ['undated', 'have no date'],
];

/** Sentences on what has no bar. */
export function notesOf(timeline) {
  if (timeline.total_passages === 0) return [];
  const notes = [];
  if (timeline.narrowed) notes.push('Only the years that hold most are shown; choose a unit to see all.');
  notes.push(`Shown: ${grouped(timeline.in_rows.passages)} of ${counted(timeline.total_passages, 'passage')}.`);
  if (timeline.rows.some((row) => row.kind === 'coarser')) notes.push(`Dashed: times not known to the ${timeline.by}.`);
  const others = withoutBar
    .filter(([key]) => timeline[key].passages > 0)
    .map(([key, what]) => `${grouped(timeline[key].passages)} ${what}`);
  if (others.length > 0) notes.push(`Without a bar: ${others.join(', ')}.`);
  return notes;
}

// Draws the bars, the axis and the lanes of a timeline into an SVG. It knows no mouse and no keys.
import { counted } from './counts.js';
import { svg } from './svg.js';
import { describedRow } from './timeline_words.js';
import { nameOfTime, tickOf } from './timeline_time.js';

export const plotHeight = 104;
const top = 14; // for the greatest count
const tickHeight = 15;
const laneHeight = 18;
const narrowestBand = 3;
const letterWidth = 6.4;

/** Width of the chart: that of its place, or more if the bars would be too thin to hit. */
export function chartWidth(available, units) {
  return Math.max(available, units * narrowestBand);
}

/** Whether a label at `x` in the middle has room behind the one before; remembers its end. */
function roomForLabels() {
  let end = -Infinity;
  return (x, text) => {
    const half = (text.length * letterWidth) / 2 + 3;
    if (x - half < end) return false;
    end = x + half;
    return true;
  };
}

function drawnBars(bands, x, most, selected) {
  return bands.map((band, number) => {
    const left = x(band.begin);
    const width = x(band.end) - left;
    if (band.gap) {
      return svg('text', { class: 'timeline-gap', x: left + width / 2, y: plotHeight - 3, 'text-anchor': 'middle' }, '⋯');
    }
    const height = most === 0 ? 0 : (band.row.passages / most) * (plotHeight - top);
    const shown = band.row.passages === 0 ? 0 : Math.max(height, 1.5);
    const space = width > 6 ? 1 : 0;
    return svg('rect', {
      class: selected && (number < selected.first || number > selected.last) ? 'timeline-bar unselected' : 'timeline-bar',
      x: left + space, y: plotHeight - shown, width: Math.max(width - 2 * space, 1), height: shown,
    });
  });
}

/** Ticks of the bars where they have room, and above all the first of each greater unit. */
function drawnTicks(bands, x, width) {
  const ticks = [];
  const minorRoom = roomForLabels();
  const majorRoom = roomForLabels();
  let major = null;
  for (const band of bands.filter((each) => !each.gap)) {
    const tick = tickOf(band.row.id);
    const middle = (x(band.begin) + x(band.end)) / 2;
    const half = (tick.minor.length * letterWidth) / 2;
    if (middle - half >= 0 && middle + half <= width && minorRoom(middle, tick.minor))
      ticks.push(svg('text', { x: middle, y: plotHeight + tickHeight - 3, 'text-anchor': 'middle' }, tick.minor));
    if (tick.major !== major && tick.major !== null) {
      const left = x(band.begin);
      const labelHalf = (tick.major.length * letterWidth) / 2;
      if (left + 2 * labelHalf <= width && majorRoom(left + labelHalf, tick.major))
        ticks.push(
          svg('line', { class: 'timeline-tick', x1: left, x2: left, y1: plotHeight, y2: plotHeight + 2 * tickHeight - 3 }),
          svg('text', { class: 'timeline-major', x: left + 3, y: plotHeight + 2 * tickHeight - 4 }, tick.major),
        );
      major = tick.major;
    }
  }
  return ticks;
}

function drawnLane(lane, bands, x, y, unit) {
  return lane.map(({ row, over }) => {
    const left = x(bands[over.first].begin) + 0.5;
    const width = Math.max(x(bands[over.last].end) - left - 1, 2);
    const label = `${nameOfTime(row.id)}: ${row.passages}`;
    return svg('g', {},
      svg('title', {}, describedRow(row, unit)),
      svg('rect', { class: 'timeline-coarser', x: left, y: y + 1.5, width, height: laneHeight - 4, rx: 2 }),
      label.length * letterWidth + 8 < width
        ? svg('text', { x: left + width / 2, y: y + laneHeight - 6, 'text-anchor': 'middle' }, label)
        : '');
  });
}

/**
 * Fills `drawing`. `chart` has `bands`, `units` and `lanes`; `selected` is {first, last} of the bands, or null. Gives the
 * function from widths of a bucket to pixels.
 */
export function drawChart(drawing, chart, width, selected, unit) {
  const { bands, units, lanes } = chart;
  const x = (position) => (units === 0 ? 0 : (position / units) * width);
  const most = Math.max(0, ...bands.map((band) => band.row.passages));
  const hasMajor = bands.some((band) => tickOf(band.row.id).major !== null);
  const axisHeight = hasMajor ? 2 * tickHeight : tickHeight;
  const height = plotHeight + axisHeight + lanes.length * laneHeight + 2;
  drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  drawing.setAttribute('width', width);
  drawing.setAttribute('height', height);
  drawing.replaceChildren(
    svg('line', { class: 'timeline-grid', x1: 0, x2: width, y1: top, y2: top }),
    svg('text', { x: 0, y: top - 4 }, most === 0 ? '' : counted(most, 'passage')),
    ...drawnBars(bands, x, most, selected),
    svg('line', { class: 'timeline-axis', x1: 0, x2: width, y1: plotHeight, y2: plotHeight }),
    ...drawnTicks(bands, x, width),
    ...lanes.flatMap((lane, number) => drawnLane(lane, bands, x, plotHeight + axisHeight + number * laneHeight, unit)),
  );
  return x;
}

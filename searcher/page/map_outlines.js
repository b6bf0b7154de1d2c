// The outlines of countries: outlines.json (made by scripts/update-outlines, which describes it) as paths of SVG.
import { worldX, worldY } from './map_projection.js';

// Units of the paths in the width of the world: fine enough for the closest view.
export const pathUnits = 40_000;

/** Longitude and latitude in turn. */
function degreesOf(arc, step) {
  const degrees = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < arc.length; i += 2) {
    x += arc[i];
    y += arc[i + 1];
    degrees.push([x * step, y * step]);
  }
  return degrees;
}

/** The points of a ring, end to end; longitudes go on where it crosses the antimeridian. */
function pointsOf(ring, arcs) {
  const points = [];
  for (const number of ring) {
    const arc = number >= 0 ? arcs[number] : [...arcs[~number]].reverse();
    const turns = points.length === 0 ? 0 : 360 * Math.round((points.at(-1)[0] - arc[0][0]) / 360);
    for (const [longitude, latitude] of arc.slice(points.length === 0 ? 0 : 1)) points.push([longitude + turns, latitude]);
  }
  return points;
}

/** A ring around a pole ends a turn away from its beginning: it is closed along the edge of the map. */
function closedAroundPole(points) {
  const [first, last] = [points[0], points.at(-1)];
  if (Math.abs(first[0] - last[0]) < 180) return points;
  const pole = first[1] < 0 ? -90 : 90;
  return [...points, [last[0], pole], [first[0], pole]];
}

function pathOf(points) {
  const steps = closedAroundPole(points).map(([longitude, latitude]) =>
    `${(worldX(longitude) * pathUnits).toFixed(1)},${(worldY(latitude) * pathUnits).toFixed(1)}`);
  return `M${steps.join('L')}Z`;
}

/** [{id, name, path}]: `id` is ISO 3166 alpha-2 or null. */
export function countryPaths(outlines) {
  const arcs = outlines.arcs.map((arc) => degreesOf(arc, outlines.step));
  return outlines.countries.map(({ id, name, polygons }) => ({
    id, name, path: polygons.flat().map((ring) => pathOf(pointsOf(ring, arcs))).join(''),
  }));
}

// The Mercator projection and the part of the world that a map shows. It is conformal: a town looks the same way at the
// Euphrates and at the Baltic, which is what the eye wants from small regions; nobody compares areas here.
//
// World coordinates: x 0 to 1 from 180 degrees west to 180 degrees east, y 0 to 1 from 85 degrees north to 85 south.
// A view is {x, y, scale}: the world point in the middle and the pixels of the whole world's width. World x goes on past
// its ends; places are shown where they are nearest to the middle.

const greatestLatitude = 85.0511;

export function worldX(longitude) {
  return (longitude + 180) / 360;
}

export function worldY(latitude) {
  const clamped = Math.min(Math.max(latitude, -greatestLatitude), greatestLatitude);
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI);
}

/** Pixels of a world point in a map of `size` {width, height}. */
export function toScreen(view, size, point) {
  const turns = Math.round(view.x - point.x);
  return {
    x: (point.x + turns - view.x) * view.scale + size.width / 2,
    y: (point.y - view.y) * view.scale + size.height / 2,
  };
}

const closestFit = 3 / 360; // what a fitted view shows at least, of the world's width
const closest = 0.1 / 360;

export function clamped(view, size) {
  const scale = Math.min(Math.max(view.scale, size.width * 0.9), size.width / closest);
  const halfHeight = Math.min(size.height / scale / 2, 0.5);
  return { x: view.x - Math.floor(view.x), y: Math.min(Math.max(view.y, halfHeight), 1 - halfHeight), scale };
}

/** The same view with the world point under the pixel `at` kept there. */
export function zoomed(view, size, factor, at) {
  const scale = clamped({ ...view, scale: view.scale * factor }, size).scale;
  const offset = { x: at.x - size.width / 2, y: at.y - size.height / 2 };
  return clamped({
    x: view.x + offset.x / view.scale - offset.x / scale,
    y: view.y + offset.y / view.scale - offset.y / scale,
    scale,
  }, size);
}

export function panned(view, size, dx, dy) {
  return clamped({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale }, size);
}

/** World x values, some a turn further, so that they lie together: the widest gap between them is left outside. */
function together(xs) {
  const sorted = [...xs].sort((a, b) => a - b);
  let start = 0;
  let widest = sorted[0] + 1 - sorted.at(-1);
  for (let i = 1; i < sorted.length; i += 1) {
    if (sorted[i] - sorted[i - 1] <= widest) continue;
    widest = sorted[i] - sorted[i - 1];
    start = i;
  }
  return xs.map((x) => (x < sorted[start] ? x + 1 : x));
}

/** The closest view that shows all `points` with `margin` pixels around; the world without points. */
export function fitted(points, size, margin) {
  if (points.length === 0) return clamped({ x: worldX(20), y: 0.42, scale: 0 }, size);
  const xs = together(points.map((point) => point.x));
  const ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (size.width - 2 * margin) / Math.max(right - left, closestFit),
    (size.height - 2 * margin) / Math.max(bottom - top, closestFit / 2),
  );
  return clamped({ x: (left + right) / 2, y: (top + bottom) / 2, scale }, size);
}

/** The points that hold most of the weight: those farthest from the weighted middle are left out, up to `share` of it. */
export function mainPoints(points, share) {
  const xs = together(points.map((point) => point.x));
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  const middle = points.reduce((sum, point, i) => ({
    x: sum.x + (xs[i] * point.weight) / total, y: sum.y + (point.y * point.weight) / total,
  }), { x: 0, y: 0 });
  const byDistance = points
    .map((point, i) => ({ point, distance: Math.hypot(xs[i] - middle.x, point.y - middle.y) }))
    .sort((a, b) => a.distance - b.distance);
  let weight = 0;
  return byDistance.filter(({ point }) => {
    const kept = weight < total * (1 - share);
    weight += point.weight;
    return kept;
  }).map(({ point }) => point);
}

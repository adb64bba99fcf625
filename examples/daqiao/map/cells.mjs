// Blocks to cells: a block is cut across its longer side until its parts have the size of a grid cell.
import { area, crossing, sides } from './mesh.mjs';

const CELL = 8000; // square metres aimed at; pieces kept whole for an estate are larger
const ESTATE = [12500, 21000];
const SNAP = 9; // metres: a cut that ends so near a corner ends in the corner

/** Cuts the block into about block area / CELL parts; the first cut of a large block is a lane. */
export function cutBlock(mesh, block, random) {
  const size = area(mesh.shape(block));
  const parts = Math.round(size / CELL);
  if (parts <= 1 || (size > ESTATE[0] && size < ESTATE[1] && random() < 0.44)) return [block];
  const share = (Math.floor(parts / 2) / parts) * (0.96 + 0.08 * random());
  const kind = parts >= 4 ? { class: 'lane' } : { class: 'wall' };
  const halves = bestCut(mesh, block, share, kind);
  return halves ? halves.flatMap((half) => cutBlock(mesh, half, random)) : [block];
}

function bestCut(mesh, face, share, kind) {
  const axis = longAxis(mesh.shape(face));
  for (const turn of [0, 0.08, -0.08, 0.2, -0.2, Math.PI / 2]) {
    const done = cutAcross(mesh, face, axis + turn, share, kind);
    if (done) return done;
  }
  return null;
}

/** Direction of the longer side of the smallest box around the shape. */
export function longAxis(shape) {
  let best = { size: Infinity, angle: 0 };
  for (const [a, b] of sides(shape)) {
    const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
    const [w, h] = extent(shape, angle);
    if (w * h < best.size - 1e-6) best = { size: w * h, angle: w >= h ? angle : angle + Math.PI / 2 };
  }
  return best.angle;
}

function extent(shape, angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const along = shape.map(([x, y]) => x * c + y * s);
  const across = shape.map(([x, y]) => y * c - x * s);
  return [Math.max(...along) - Math.min(...along), Math.max(...across) - Math.min(...across)];
}

/** Cuts at right angles to `angle` so that about `share` of the area lies on the near side. */
function cutAcross(mesh, face, angle, share, kind) {
  const shape = mesh.shape(face);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const along = shape.map(([x, y]) => x * c + y * s);
  let [low, high] = [Math.min(...along), Math.max(...along)];
  const aim = area(shape) * share;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (areaBelow(shape, c, s, middle) < aim) low = middle;
    else high = middle;
  }
  const ends = hits(mesh, face, c, s, low);
  if (ends.length !== 2) return null;
  const [p, q] = ends.map(({ a, b, point }) => near(mesh, a, b, point) ?? insert(mesh, a, b, point));
  if (p === q || adjacent(face.ring, p, q)) return null;
  return mesh.cut(face, p, q, kind);
}

function areaBelow(shape, c, s, at) {
  const kept = clip(shape, ([x, y]) => at - (x * c + y * s));
  return kept.length < 3 ? 0 : area(kept);
}

/** The part of the shape where `side` is not negative (Sutherland and Hodgman). */
export function clip(shape, side) {
  const out = [];
  for (const [a, b] of sides(shape)) {
    const [da, db] = [side(a), side(b)];
    if (da >= 0) out.push(a);
    if (da >= 0 !== db >= 0) out.push([a[0] + ((b[0] - a[0]) * da) / (da - db), a[1] + ((b[1] - a[1]) * da) / (da - db)]);
  }
  return out;
}

function hits(mesh, face, c, s, at) {
  const reach = 5000;
  const from = [at * c + reach * s, at * s - reach * c];
  const to = [at * c - reach * s, at * s + reach * c];
  return sides(face.ring).flatMap(([a, b]) => {
    const hit = crossing(mesh.local[a], mesh.local[b], from, to);
    return hit ? [{ a, b, point: hit.point }] : [];
  });
}

/** A corner close to the point, undefined where there is none. */
function near(mesh, a, b, point) {
  return [a, b].find((p) => Math.hypot(mesh.local[p][0] - point[0], mesh.local[p][1] - point[1]) < SNAP);
}

function insert(mesh, a, b, point) {
  const c = mesh.pointAt(point);
  mesh.divide(a, b, c);
  return c;
}

function adjacent(ring, p, q) {
  const distance = Math.abs(ring.indexOf(p) - ring.indexOf(q));
  return distance === 1 || distance === ring.length - 1;
}

// Building footprints: rows of slab blocks, towers, sheds, street houses, all aligned with their block and inside it.
import { clip } from './cells.mjs';
import { area, contains, sides } from './mesh.mjs';

// Metres between an edge's middle line and the land that may be built on.
const SET_BACK = { arterial: 21, secondary: 13, lane: 6, wall: 3.5, creek: 20, bank: 62 };
const FENCE = { arterial: 15, secondary: 9, lane: 3.5, wall: 1, creek: 14, bank: 8 };

/** The face without its edges' strips. */
export function inset(mesh, face, widths) {
  let shape = mesh.shape(face);
  for (const [a, b] of sides(face.ring)) {
    const [p, q] = [mesh.local[a], mesh.local[b]];
    const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
    if (length < 3) continue;
    const width = widths[mesh.kind(a, b).class];
    shape = clip(shape, ([x, y]) => ((q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0])) / length - width);
    if (shape.length < 3) return [];
  }
  return shape;
}

export const plot = (mesh, face) => inset(mesh, face, FENCE);
export const ground = (mesh, face) => inset(mesh, face, SET_BACK);

/** Direction of the plot's longest side among those that run roughly east to west. */
export function grain(shape, wanted) {
  let best = { length: 0, angle: wanted };
  for (const [a, b] of sides(shape)) {
    const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
    const off = ((angle - wanted + Math.PI * 2.5) % Math.PI) - Math.PI / 2;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (Math.abs(off) < 0.35 && length > best.length) best = { length, angle: wanted + off };
  }
  return best.angle;
}

const turned = (shape, angle) => shape.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);

/** Works in the plot's own frame: x along the grain, y northwards. */
function within(shape, wanted, draw) {
  if (shape.length < 3 || area(shape) < 300) return [];
  const angle = grain(shape, wanted);
  const upright = turned(shape, -angle);
  return draw(upright)
    .filter((house) => house.every((corner) => contains(upright, corner)))
    .map((house) => turned(house, angle));
}

const box = (x, y, w, h) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];

/** Where the strip y..y+depth lies inside the shape: from and to, or null. */
function span(shape, y, depth) {
  const ranges = [y + 0.2, y + depth / 2, y + depth - 0.2].map((at) => {
    const xs = sides(shape).flatMap(([a, b]) => (a[1] > at !== b[1] > at ? [a[0] + ((at - a[1]) * (b[0] - a[0])) / (b[1] - a[1])] : []));
    return xs.length < 2 ? null : [Math.min(...xs), Math.max(...xs)];
  });
  if (ranges.includes(null)) return null;
  return [Math.max(...ranges.map((r) => r[0])) + 0.5, Math.min(...ranges.map((r) => r[1])) - 0.5];
}

/** Heights of rows from south to north, each where the plot is wide enough for it. */
function levels(shape, depth, gap) {
  const ys = shape.map(([, y]) => y);
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const wide = (y) => {
    const range = span(shape, y, depth);
    return range ? range[1] - range[0] : 0;
  };
  let widest = 0;
  for (let y = low; y + depth <= high; y += 1) widest = Math.max(widest, wide(y));
  const out = [];
  for (let y = low; y + depth <= high; y += 1) {
    if (wide(y) < widest * 0.55) continue;
    out.push(y);
    y += depth + gap - 1;
  }
  return out;
}

function row(shape, y, { depth, length, gap, least = length * 0.7 }) {
  const range = span(shape, y, depth);
  if (!range || range[1] - range[0] < least) return [];
  const whole = range[1] - range[0];
  const most = Math.floor((whole + gap) / (least + gap));
  const count = Math.min(most, Math.max(1, Math.round((whole + gap) / (length + gap))));
  const each = (whole - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, i) => box(range[0] + i * (each + gap), y, each, depth));
}

const SLABS = { depth: 10.5, length: 34, gap: 6.5, between: 12.5 };
const TOWERS = { depth: 22, length: 26, gap: 17, least: 26 };

export const slabs = (shape, wanted, form = SLABS) =>
  within(shape, wanted, (s) => levels(s, form.depth, form.between).flatMap((y) => row(s, y, form)));

/** A tower's plan: a square with its corners cut in. */
function tower(x, y, w, h) {
  const n = 4;
  return [[x + n, y], [x + w - n, y], [x + w - n, y + n], [x + w, y + n], [x + w, y + h - n], [x + w - n, y + h - n], [x + w - n, y + h], [x + n, y + h], [x + n, y + h - n], [x, y + h - n], [x, y + n], [x + n, y + n]];
}

const towerRow = (s, y) => row(s, y, TOWERS).map(([[x], [right]]) => tower((x + right) / 2 - 13, y, 26, 22));

export const towers = (shape, wanted) => within(shape, wanted, (s) => levels(s, 22, 16).flatMap((y) => towerRow(s, y)));

/** Slab rows in the south, a row of towers behind them. */
export const mixed = (shape, wanted) =>
  within(shape, wanted, (s) => {
    const rows = levels(s, 11, 13.5);
    const back = rows.findLastIndex((y) => row(s, y, TOWERS).length > 0);
    return rows.flatMap((y, i) => (i < back || back < 1 ? row(s, y, SLABS) : i === back ? towerRow(s, y) : []));
  });

export const office = (shape, wanted) =>
  within(shape, wanted, (s) => {
    const rows = levels(s, 28, 1);
    const y = rows[Math.floor(rows.length / 2)];
    const range = y === undefined ? null : span(s, y, 28);
    if (!range) return [];
    const wide = Math.min(48, range[1] - range[0] - 2);
    return [tower((range[0] + range[1] - wide) / 2, y, wide, 28)];
  });

export const sheds = (shape, wanted) => slabs(shape, wanted, { depth: 27, length: 64, gap: 10, between: 12 });
export const terraces = (shape, wanted) => slabs(shape, wanted, { depth: 9, length: 40, gap: 5, between: 7 });

/** A school: one long house in the north with a wing, the yard in front of it. */
export const school = (shape, wanted) =>
  within(shape, wanted, (s) => {
    const top = levels(s, 13, 2).at(-1);
    const range = top === undefined ? null : span(s, top, 13);
    if (!range) return [];
    const [left, right] = [range[0] + 4, Math.min(range[1] - 4, range[0] + 74)];
    return [[[left, top + 13], [left, top - 28], [left + 13, top - 28], [left + 13, top], [right, top], [right, top + 13]].reverse()];
  });

/** Houses along the roads and a larger one inside. */
export function street(mesh, face, wanted, random) {
  const houses = [];
  const built = ground(mesh, face);
  if (built.length < 3) return [];
  for (const [a, b] of sides(built)) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 30) continue;
    const [ex, ey] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    for (let at = 1; at < length - 16; ) {
      const wide = Math.min(22 + 26 * random(), length - at - 1);
      const deep = 11 + 5 * random();
      const corner = (s, d) => [a[0] + ex * s - ey * d, a[1] + ey * s + ex * d];
      const house = [corner(at, 0.2), corner(at + wide, 0.2), corner(at + wide, deep), corner(at, deep)];
      if (random() < 0.62 && house.every((c) => contains(built, c)) && !houses.some((h) => meets(h, house))) houses.push(house);
      at += wide + 3 + (random() < 0.25 ? 14 : 0);
    }
  }
  for (const house of within(built, wanted, (s) => levels(s, 18, 30).flatMap((y) => row(s, y, { depth: 18, length: 40, gap: 16 }))))
    if (!houses.some((h) => meets(h, house))) houses.push(house);
  return houses;
}

/** Whether two convex footprints come nearer than about two metres (separating axes). */
export function meets(a, b) {
  for (const shape of [a, b])
    for (const [p, q] of sides(shape)) {
      const length = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const side = ([x, y]) => ((q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0])) / length;
      const other = shape === a ? b : a;
      if (other.every((c) => side(c) < -2)) return false;
    }
  return true;
}

// A planar mesh: numbered points on the microdegree grid, edges with a kind, faces as rings of points. Cutting a face puts the new point
// into the neighbour's ring too, so that faces share every point and leave no gap.
import { fromGrid, toGrid } from './frame.mjs';

export class Mesh {
  points = []; // grid coordinates
  local = []; // metres
  byKey = new Map();
  kinds = new Map(); // undirected edge -> { kind, name, ... }
  faceOf = new Map(); // directed edge -> face
  faces = [];
  cuts = []; // lanes: both ends, and the road they leave

  point(grid) {
    const key = grid.join(',');
    if (!this.byKey.has(key)) {
      this.byKey.set(key, this.points.length);
      this.points.push(grid);
      this.local.push(fromGrid(grid));
    }
    return this.byKey.get(key);
  }

  pointAt(metres) {
    return this.point(toGrid(metres));
  }

  kind(a, b) {
    return this.kinds.get(edge(a, b));
  }

  addFace(ring, data = {}) {
    const face = { ring, ...data };
    this.faces.push(face);
    this.claim(face);
    return face;
  }

  claim(face) {
    for (const [a, b] of sides(face.ring)) this.faceOf.set(`${a}>${b}`, face);
  }

  neighbour(a, b) {
    return this.faceOf.get(`${b}>${a}`);
  }

  /** Puts point c between a and b, for the faces on both sides. */
  divide(a, b, c) {
    if (c === a || c === b) return;
    const kind = this.kinds.get(edge(a, b));
    this.kinds.delete(edge(a, b));
    this.kinds.set(edge(a, c), kind);
    this.kinds.set(edge(c, b), kind);
    for (const [from, to] of [[a, b], [b, a]]) {
      const face = this.faceOf.get(`${from}>${to}`);
      if (!face) continue;
      this.faceOf.delete(`${from}>${to}`);
      face.ring.splice(face.ring.indexOf(from) + 1, 0, c);
      this.faceOf.set(`${from}>${c}`, face);
      this.faceOf.set(`${c}>${to}`, face);
    }
  }

  /** Cuts the face along the straight line from point p to point q of its ring; answers the two parts. */
  cut(face, p, q, kind) {
    const i = face.ring.indexOf(p);
    const turned = [...face.ring.slice(i), ...face.ring.slice(0, i)];
    const j = turned.indexOf(q);
    if (kind.class === 'lane') this.cuts.push({ ends: [p, q], on: this.roadAt(turned, j) });
    this.kinds.set(edge(p, q), kind);
    this.faces.splice(this.faces.indexOf(face), 1);
    const { ring, ...data } = face;
    return [this.addFace(turned.slice(0, j + 1), { ...data }), this.addFace([q, ...turned.slice(j + 1), p], { ...data })];
  }

  /** Name of a road at either end of a cut from the ring's first point to its j-th. */
  roadAt(ring, j) {
    const beside = [[ring.at(-1), ring[0]], [ring[0], ring[1]], [ring[j - 1], ring[j]], [ring[j], ring[(j + 1) % ring.length]]];
    return beside.map(([a, b]) => this.kind(a, b)).find((k) => k.name && k.class !== 'creek')?.name;
  }

  shape(face) {
    return face.ring.map((p) => this.local[p]);
  }
}

export const edge = (a, b) => (a < b ? `${a}-${b}` : `${b}-${a}`);
export const sides = (ring) => ring.map((a, i) => [a, ring[(i + 1) % ring.length]]);

/** Lays lines over one another: `lines` are {path: local metres, ...kind}; answers a mesh whose faces are the closed blocks. */
export function overlay(lines) {
  const mesh = new Mesh();
  const graph = new Map(); // point -> set of points
  for (const [a, b, line] of node(lines)) {
    const [i, j] = [mesh.point(toGrid(a)), mesh.point(toGrid(b))];
    if (i === j) continue;
    mesh.kinds.set(edge(i, j), line);
    link(graph, i, j);
  }
  mesh.graph = new Map([...graph].map(([p, set]) => [p, new Set(set)]));
  prune(graph);
  for (const ring of rings(mesh, graph)) if (area(ring.map((p) => mesh.local[p])) > 0) mesh.addFace(ring);
  return mesh;
}

function link(graph, i, j) {
  for (const [a, b] of [[i, j], [j, i]]) graph.set(a, (graph.get(a) ?? new Set()).add(b));
}

function prune(graph) {
  const loose = [...graph.keys()].filter((p) => graph.get(p).size === 1);
  while (loose.length) {
    const p = loose.pop();
    for (const q of graph.get(p) ?? []) {
      graph.get(q).delete(p);
      if (graph.get(q).size === 1) loose.push(q);
    }
    graph.delete(p);
  }
}

/** All pieces between crossings. */
function node(lines) {
  const pieces = lines.flatMap((line) => line.path.slice(1).map((b, i) => ({ a: line.path[i], b, line, at: [] })));
  pieces.forEach((p, i) => {
    for (const q of pieces.slice(i + 1)) {
      if (p.line === q.line) continue;
      const hit = crossing(p.a, p.b, q.a, q.b);
      if (!hit) continue;
      p.at.push([hit.s, hit.point]);
      q.at.push([hit.t, hit.point]);
    }
  });
  return pieces.flatMap(({ a, b, line, at }) => {
    const stops = [a, ...at.sort((x, y) => x[0] - y[0]).map(([, point]) => point), b];
    return stops.slice(1).map((to, i) => [stops[i], to, line]);
  });
}

export function crossing(a, b, c, d) {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const s = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const t = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return s < 0 || s > 1 || t < 0 || t > 1 ? null : { s, t, point: [a[0] + s * rx, a[1] + s * ry] };
}

function* rings(mesh, graph) {
  const turn = new Map();
  for (const [p, set] of graph) {
    const [x, y] = mesh.local[p];
    turn.set(p, [...set].sort((a, b) => angle(mesh.local[a], x, y) - angle(mesh.local[b], x, y)));
  }
  const seen = new Set();
  for (const [p, out] of turn)
    for (const q of out) {
      const ring = [];
      for (let a = p, b = q; !seen.has(`${a}>${b}`); ) {
        seen.add(`${a}>${b}`);
        ring.push(a);
        const around = turn.get(b);
        [a, b] = [b, around[(around.indexOf(a) + around.length - 1) % around.length]];
      }
      if (ring.length > 2) yield ring;
    }
}

const angle = ([x, y], ox, oy) => Math.atan2(y - oy, x - ox);

/** Signed area in square metres, positive counter-clockwise. */
export function area(shape) {
  let sum = 0;
  const [ox, oy] = shape[0];
  for (const [[ax, ay], [bx, by]] of sides(shape)) sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  return sum / 2;
}

export function centroid(shape) {
  let [x, y, sum] = [0, 0, 0];
  const [ox, oy] = shape[0];
  for (const [a, b] of sides(shape)) {
    const w = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
    x += w * (a[0] + b[0] - 2 * ox);
    y += w * (a[1] + b[1] - 2 * oy);
    sum += w;
  }
  return [ox + x / (3 * sum), oy + y / (3 * sum)];
}

export function contains(shape, [x, y]) {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of sides(shape))
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  return inside;
}

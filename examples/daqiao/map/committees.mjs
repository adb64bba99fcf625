// Committees grow from their seed places, block by block, the smallest first, so that they come out about equally large.
import { area, centroid, contains, edge, sides } from './mesh.mjs';

/** Gives every block the index of its committee. */
export function growCommittees(mesh, blocks, seeds) {
  const middle = new Map(blocks.map((b) => [b, centroid(mesh.shape(b))]));
  const size = new Map(blocks.map((b) => [b, area(mesh.shape(b))]));
  const total = seeds.map((seed, i) => {
    const home = blocks.find((b) => contains(mesh.shape(b), seed));
    if (!home || home.committee !== undefined) throw new Error(`Seed ${i + 1} lies in no free block`);
    home.committee = i;
    return size.get(home);
  });
  for (let left = blocks.length - seeds.length; left > 0; left--) {
    const { block, committee } = nextStep(mesh, blocks, seeds, middle, size, total);
    block.committee = committee;
    total[committee] += size.get(block);
  }
}

/** The best block for a committee: near its seed, much of its edge shared, and rather for a small committee than for a large one. */
function nextStep(mesh, blocks, seeds, middle, size, total) {
  let best = { cost: Infinity };
  for (const block of blocks) {
    if (block.committee !== undefined) continue;
    for (const [committee, shared] of touching(mesh, block)) {
      const [x, y] = middle.get(block);
      const far = Math.hypot(x - seeds[committee][0], y - seeds[committee][1]);
      const cost = (3.4 * (total[committee] + size.get(block))) / 190000 + far / 300 - shared / 500;
      if (cost < best.cost) best = { cost, block, committee };
    }
  }
  if (!best.block) throw new Error('A block touches no committee');
  return best;
}

/** Metres of common edge with each committee next to the block; a creek between them counts little. */
function touching(mesh, block) {
  const shared = new Map();
  for (const [a, b] of sides(block.ring)) {
    const other = mesh.neighbour(a, b)?.committee;
    if (other === undefined) continue;
    const [p, q] = [mesh.local[a], mesh.local[b]];
    const weight = mesh.kind(a, b).class === 'creek' ? 0.1 : 1;
    shared.set(other, (shared.get(other) ?? 0) + weight * Math.hypot(p[0] - q[0], p[1] - q[1]));
  }
  return shared;
}

/** The common outline of faces, as one ring of points; fails where it is not one simple ring. */
export function outline(faces) {
  const inner = new Set(faces.flatMap((f) => sides(f.ring).map(([a, b]) => `${a}>${b}`)));
  const next = new Map();
  for (const face of faces)
    for (const [a, b] of sides(face.ring)) {
      if (inner.has(`${b}>${a}`)) continue;
      if (next.has(a)) throw new Error('The outline touches itself');
      next.set(a, b);
    }
  const start = next.keys().next().value;
  const ring = [start];
  for (let p = next.get(start); p !== start; p = next.get(p)) ring.push(p);
  if (ring.length !== next.size) throw new Error('The outline has a hole or two parts');
  return ring;
}

/** Throws where faces overlap or leave a gap inside: each edge is used once each way, or once and then lies outside. */
export function assertPartition(mesh, faces, outer) {
  const used = new Set();
  for (const face of faces)
    for (const [a, b] of sides(face.ring)) {
      if (used.has(`${a}>${b}`)) throw new Error(`Edge ${edge(a, b)} is used twice`);
      used.add(`${a}>${b}`);
    }
  const border = new Set(sides(outer).map(([a, b]) => `${a}>${b}`));
  for (const way of used) {
    const back = way.split('>').reverse().join('>');
    if (used.has(back) === border.has(way)) throw new Error(`Edge ${way} leaves a gap`);
  }
}

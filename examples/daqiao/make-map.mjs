#!/usr/bin/env node
// Draws the schematic map of 大桥街道 from map/town.mjs: `node examples/daqiao/make-map.mjs` rewrites the GeoJSON files beside it.
// The same description always gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { assertPartition, growCommittees, outline } from './map/committees.mjs';
import { clip, cutBlock } from './map/cells.mjs';
import * as draw from './map/buildings.mjs';
import { fromGrid, smooth, toGrid, toLocal } from './map/frame.mjs';
import { area, centroid, contains, crossing, overlay, sides } from './map/mesh.mjs';
import * as town from './map/town.mjs';

const LINE_STEP = 62; // metres between the points of a drawn line
const random = dice(20211109);
const district = town.districtCode + town.subdistrictCode;
const two = (n) => String(n).padStart(2, '0');
const localLine = (line) => smooth(line, LINE_STEP).map(toLocal);

const [west, south] = fromGrid(town.sheet.slice(0, 2).map((d) => d * 1e6));
const [east, north] = fromGrid(town.sheet.slice(2).map((d) => d * 1e6));
const sheetSides = [([x]) => x - west, ([x]) => east - x, ([, y]) => y - south, ([, y]) => north - y];

// Roads, bank and creek make the blocks.
const roads = town.roads.map((road) => ({ ...road, path: localLine(stretched(road.line, road.beyond ?? [40, 40])) }));
const bank = { class: 'bank', name: '', path: localLine(town.river.bank) };
const creek = { class: 'creek', name: town.creek.name, path: localLine(town.creek.line) };
const mesh = overlay([...roads, bank, creek]);
const blocks = [...mesh.faces];
const seeds = town.committees.map((c) => toLocal(c.at));
growCommittees(mesh, blocks, seeds);
blocks.forEach((block, i) => (block.block = i));

const find = (faces, at) => faces.find((f) => contains(mesh.shape(f), toLocal(at)));
const blockParks = town.parks.filter((p) => p.of === 'block').map((p) => ({ ...p, shape: draw.plot(mesh, find(blocks, p.at)), block: find(blocks, p.at).block }));

// Blocks become cells; what each is used for decides its houses.
const cells = blocks.flatMap((block) => cutBlock(mesh, block, random));
const outer = outline(cells);
assertPartition(mesh, cells, outer);
const parks = [...blockParks];
for (const park of blockParks) for (const cell of cells) if (cell.block === park.block) Object.assign(cell, { use: 'campus', park });
for (const park of town.parks.filter((p) => p.of === 'cell')) {
  const cell = find(cells, park.at);
  Object.assign(cell, { use: park.class, park });
  parks.push({ ...park, shape: draw.plot(mesh, cell) });
}
for (const school of town.schools) Object.assign(find(cells, school.at), { use: 'school', school });

const estates = town.estates.map((estate) => ({ ...estate, cell: takeCell(estate) }));
for (const cell of cells) cell.use ??= pickUse(cell);
numberCells();

const features = { territory: [], cells: [], estates: [], buildings: [], roads: [], land: [], places: [] };
writeTerritory();
writeEstatesAndHouses();
writeRoads();
writeLand();
writePlaces();
for (const [name, list] of Object.entries(features)) save(name, list);
report();

/** The free cell of the estate's committee that holds most of its houses; an office stands on an ordinary one. */
function takeCell(estate) {
  const free = cells.filter((c) => c.committee === estate.committee - 1 && !c.use && !kinds(c).includes('bank'));
  const worth = new Map(free.map((cell) => [cell, houseCount(estate, cell) + random()]));
  const best = free.filter((cell) => worth.get(cell) >= 1).sort((a, b) => worth.get(b) - worth.get(a))[0];
  if (!best) throw new Error(`No cell is left for ${estate.name}`);
  Object.assign(best, { use: 'estate', estate });
  return best;
}

function houseCount(estate, cell) {
  const houses = estateHouses(estate, cell).length;
  return estate.form === 'office' ? houses * (1 + 9000 / area(mesh.shape(cell))) : houses;
}

function estateHouses({ form }, cell) {
  return { slab: draw.slabs, tower: draw.towers, mixed: draw.mixed, office: draw.office }[form](draw.ground(mesh, cell), grain(cell));
}

/** Which way the long sides of houses run here: with the roads, a little different from place to place. */
function grain(cell) {
  const [x, y] = centroid(mesh.shape(cell));
  return 0.209 + 0.03 * Math.sin(x / 700) - 0.00001 * y;
}

function kinds(cell) {
  return sides(cell.ring).map(([a, b]) => mesh.kind(a, b).class);
}

function pickUse(cell) {
  const roll = random();
  if (kinds(cell).includes('bank')) return roll < 0.7 ? 'sheds' : 'green';
  if (roll < 0.44) return 'street';
  if (roll < 0.72) return 'terraces';
  return roll < 0.86 ? 'sheds' : 'slabs';
}

function numberCells() {
  for (const committee of town.committees.keys()) {
    const own = cells.filter((c) => c.committee === committee).map((c) => ({ c, at: centroid(mesh.shape(c)) }));
    own.sort((a, b) => Math.round((b.at[1] - a.at[1]) / 110) || a.at[0] - b.at[0]);
    own.sort((a, b) => Math.round(b.at[1] / 110) - Math.round(a.at[1] / 110) || a.at[0] - b.at[0]);
    own.forEach(({ c }, i) => (c.number = i + 1));
    if (own.length > 99) throw new Error('A committee has more than 99 cells');
  }
}

function writeTerritory() {
  const polygon = (ring) => ({ type: 'Polygon', coordinates: [closed(ring.map((p) => mesh.points[p]))] });
  add('territory', { layer: 'subdistrict', code: district, ...town.subdistrict, unit: 'centre' }, polygon(outer));
  town.areas.forEach((a, i) => {
    const own = cells.filter((c) => town.committees[c.committee].area === i + 1);
    add('territory', { layer: 'area', code: `area-${i + 1}`, ...a, unit: `area-${i + 1}` }, polygon(outline(own)));
  });
  town.committees.forEach((c, i) => {
    const own = cells.filter((cell) => cell.committee === i).sort((a, b) => a.number - b.number);
    const unit = { unit: `c${two(i + 1)}`, area: `area-${c.area}` };
    const code = district + String(i + 1).padStart(3, '0');
    add('territory', { layer: 'committee', code, name: c.name, nameEn: `${c.nameEn} Committee`, ...unit }, polygon(outline(own)));
    for (const cell of own) {
      cell.code = code + two(cell.number);
      const name = { name: `${c.name.replace('居委会', '')}${two(cell.number)}网格`, nameEn: `${c.nameEn} Cell ${cell.number}` };
      add('cells', { layer: 'cell', code: cell.code, ...name, committee: unit.unit, area: unit.area }, polygon(cell.ring));
    }
  });
}

function writeEstatesAndHouses() {
  estates.forEach((estate, i) => {
    const { cell, form, name, nameEn, short } = estate;
    const code = `e${two(i + 1)}`;
    shape('estates', { layer: 'estate', code, name, nameEn, class: form, committee: `c${two(cell.committee + 1)}` }, draw.plot(mesh, cell));
    const houses = estateHouses(estate, cell);
    houses.forEach((house, k) => {
      const single = houses.length === 1;
      const names = single ? { name, nameEn } : { name: `${short ?? name}${k + 1}号楼`, nameEn: `${nameEn} No. ${k + 1}` };
      shape('buildings', { layer: 'building', code: `${code}-${two(k + 1)}`, ...names, class: house.length > 4 ? 'tower' : 'slab' }, house);
    });
  });
  let number = 0;
  for (const cell of cells) {
    const built = draw.ground(mesh, cell);
    const houses = {
      estate: () => [], green: () => [], campus: () => draw.sheds(built, grain(cell)), sheds: () => draw.sheds(built, grain(cell)),
      terraces: () => draw.terraces(built, grain(cell)), slabs: () => draw.slabs(built, grain(cell)), school: () => draw.school(built, grain(cell)),
      street: () => draw.street(mesh, cell, grain(cell), random),
    }[cell.use]();
    houses.forEach((house, k) => {
      const named = (k === 0 && cell.school) || takeNamed(cell.park);
      const names = named ? { name: named.name, nameEn: named.nameEn } : {};
      shape('buildings', { layer: 'building', code: `b${String(++number).padStart(4, '0')}`, ...names, class: cell.use }, house);
    });
  }
}

function takeNamed(park) {
  if (!park?.building || park.taken) return undefined;
  park.taken = true;
  return park.building;
}

function writeRoads() {
  roads.forEach((road, i) => {
    const { name, nameEn } = road;
    line('roads', { layer: 'road', code: `r${two(i + 1)}`, name, nameEn, class: road.class }, trimmed(road));
  });
  line('roads', { layer: 'road', code: 'r90', name: town.bridge.name, nameEn: town.bridge.nameEn, class: 'bridge' }, localLine(town.bridge.line));
  lanes().forEach((lane, i) => line('roads', { layer: 'road', code: `l${two(i + 1)}`, name: lane.name, nameEn: lane.nameEn, class: 'lane' }, lane.path));
}

/** The road without loose ends shorter than 60 m beyond its last crossings. */
function trimmed(road) {
  const stops = [];
  let along = 0;
  road.path.slice(1).forEach((b, i) => {
    const a = road.path[i];
    for (const other of [...roads, bank]) {
      if (other === road) continue;
      for (let k = 0; k + 1 < other.path.length; k++) {
        const hit = crossing(a, b, other.path[k], other.path[k + 1]);
        if (hit) stops.push(along + hit.s * Math.hypot(b[0] - a[0], b[1] - a[1]));
      }
    }
    along += Math.hypot(b[0] - a[0], b[1] - a[1]);
  });
  const from = Math.min(...stops) < 60 ? Math.min(...stops) : 0;
  const to = along - Math.max(...stops) < 60 ? Math.max(...stops) : along;
  return between(road.path, from, to);
}

function between(path, from, to) {
  const out = [];
  let along = 0;
  path.slice(1).forEach((b, i) => {
    const a = path[i];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const at = (d) => [a[0] + ((b[0] - a[0]) * (d - along)) / length, a[1] + ((b[1] - a[1]) * (d - along)) / length];
    if (along + length > from && along < to) {
      if (!out.length) out.push(at(Math.max(from, along)));
      out.push(at(Math.min(to, along + length)));
    }
    along += length;
  });
  return out;
}

/** Lanes bear the number they have on the road they leave. */
function lanes() {
  const taken = new Map();
  const out = [];
  for (const { ends, on } of mesh.cuts) {
    const road = roads.find((r) => r.name === on);
    const from = ends.map((p) => mesh.local[p]);
    const base = road ?? roads.reduce((best, r) => (distance(r.path, from[0]) < distance(best.path, from[0]) ? r : best));
    let number = 20 + 2 * Math.round(position(base.path, from[0]) * 0.4) + (out.length % 2);
    while (taken.has(base.name + number)) number += 2;
    taken.set(base.name + number, true);
    out.push({ name: `${base.name}${number}弄`, nameEn: `Lane ${number}, ${base.nameEn}`, path: from });
  }
  return out;
}

function distance(path, p) {
  return Math.min(...path.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1])));
}

function position(path, p) {
  let [along, best] = [0, { d: Infinity, at: 0 }];
  path.forEach((q, i) => {
    if (i) along += Math.hypot(q[0] - path[i - 1][0], q[1] - path[i - 1][1]);
    const d = Math.hypot(p[0] - q[0], p[1] - q[1]);
    if (d < best.d) best = { d, at: along };
  });
  return best.at;
}

function writeLand() {
  const far = localLine(town.river.far);
  const name = ({ name, nameEn }) => ({ name, nameEn });
  shape('land', { layer: 'river', code: 'w01', ...name(town.river), class: 'river' }, [...bank.path, ...far.reverse()]);
  const half = town.creek.width / 2;
  shape('land', { layer: 'river', code: 'w02', ...name(town.creek), class: 'creek' }, [...beside(creek.path, half), ...beside(creek.path, -half).reverse()]);
  parks.forEach((park, i) => shape('land', { layer: 'park', code: `p${two(i + 1)}`, ...name(park), class: park.class }, park.shape));
  const strips = [[[30, 428], '滨江绿地西段', 'Riverside Green, west'], [[478, 1022], '滨江绿地中段', 'Riverside Green, middle'], [[1062, 2060], '滨江绿地东段', 'Riverside Green, east']];
  strips.forEach(([[from, to], name, nameEn], i) => {
    const path = smooth(town.river.bank, 30).filter(([u]) => u >= from && u <= to).map(toLocal);
    const strip = [...beside(path, -9), ...beside(path, -46).reverse()];
    shape('land', { layer: 'park', code: `p${two(parks.length + i + 1)}`, name, nameEn, class: 'green' }, strip);
  });
}

/** The line moved to its right by so many metres (to its left when negative). */
function beside(path, metres) {
  return path.map((p, i) => {
    const [a, b] = [path[i - 1] ?? p, path[i + 1] ?? p];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    return [p[0] + ((b[1] - a[1]) / length) * metres, p[1] - ((b[0] - a[0]) / length) * metres];
  });
}

function writePlaces() {
  const point = (at) => ({ type: 'Point', coordinates: toGrid(at) });
  let number = 0;
  const place = (kind, name, nameEn, at) => add('places', { layer: 'place', code: `k${two(++number)}`, name, nameEn, class: kind }, point(at));
  for (const p of town.places) place(p.kind, p.name, p.nameEn, toLocal(p.at));
  for (const s of town.schools) place('school', s.name, s.nameEn, centroid(mesh.shape(find(cells, s.at))));
  town.committees.forEach((c, i) => {
    const own = cells.filter((cell) => cell.committee === i);
    const middle = own.map((cell) => centroid(mesh.shape(cell))).reduce((s, p) => [s[0] + p[0] / own.length, s[1] + p[1] / own.length], [0, 0]);
    const [nearest] = own.map((cell) => centroid(mesh.shape(cell))).sort((a, b) => Math.hypot(a[0] - middle[0], a[1] - middle[1]) - Math.hypot(b[0] - middle[0], b[1] - middle[1]));
    place('committee', c.name.replace('居委会', '居民委员会'), `${c.nameEn} Residents' Committee`, nearest);
  });
}

function add(file, properties, geometry) {
  features[file].push({ properties, geometry });
}

/** A polygon feature, its corners rounded to the grid. */
function shape(file, properties, corners) {
  const grid = sheetSides.reduce(clip, corners).map(toGrid).filter((p, i, all) => String(p) !== String(all[(i + 1) % all.length]));
  const ring = area(grid.map(fromGrid)) > 0 ? grid : grid.reverse();
  add(file, properties, { type: 'Polygon', coordinates: [closed(ring)] });
}

function line(file, properties, path) {
  add(file, properties, { type: 'LineString', coordinates: sheetSides.reduce(clipLine, path).map(toGrid).filter((p, i, all) => i === 0 || String(p) !== String(all[i - 1])) });
}

/** What lies on the sheet of a line that leaves it at its ends only. */
function clipLine(path, side) {
  return path.flatMap((b, i) => {
    const a = path[i - 1];
    const cut = a && side(a) >= 0 !== side(b) >= 0;
    const share = cut ? side(a) / (side(a) - side(b)) : 0;
    const crossed = cut ? [[a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]] : [];
    return side(b) >= 0 ? [...crossed, b] : crossed;
  });
}

function closed(ring) {
  return [...ring, ring[0]];
}

function stretched(path, [before, after]) {
  const beyond = (a, b, metres) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    return [b[0] + ((b[0] - a[0]) / length) * metres, b[1] + ((b[1] - a[1]) / length) * metres];
  };
  return [beyond(path[1], path[0], before), ...path, beyond(path.at(-2), path.at(-1), after)];
}

/** One feature a line, so that a change of the map can be read. */
function save(name, list) {
  const head = {
    type: 'FeatureCollection', name,
    metadata: { schematic: true, datum: 'WGS-84', note: '示意地图:非测绘成果,仅供演示 / Schematic map for the demonstration, not a survey', source: 'examples/daqiao/make-map.mjs' },
  };
  const lines = list.map(({ properties, geometry }) =>
    `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"${geometry.type}","coordinates":${degrees(geometry.coordinates)}}}`);
  writeFileSync(new URL(`./${name}.geojson`, import.meta.url), `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`);
}

function degrees(value) {
  return typeof value === 'number' ? (value / 1e6).toString() : `[${value.map(degrees).join(',')}]`;
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function report() {
  const sizes = cells.map((c) => area(mesh.shape(c)));
  const total = sizes.reduce((a, b) => a + b);
  const bytes = Object.keys(features).reduce((sum, name) => sum + readFileSync(new URL(`./${name}.geojson`, import.meta.url)).length, 0);
  console.log(`${blocks.length} blocks, ${cells.length} cells of ${Math.round(Math.min(...sizes))} to ${Math.round(Math.max(...sizes))} m², ${(total / 1e6).toFixed(2)} km²`);
  const per = town.committees.map((_, i) => cells.filter((c) => c.committee === i).length);
  console.log(`cells by committee ${per.join(' ')}; houses ${features.buildings.length}, in estates ${features.buildings.filter((b) => b.properties.code.startsWith('e')).length}; ${Math.round(bytes / 1024)} kB`);
}

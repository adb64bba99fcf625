// Between the town frame (metres along and across the roads), a local frame (metres east and north) and whole microdegrees.
const ORIGIN = { lon: 121.543, lat: 31.273 };
const EAST = 0.0952157; // metres in a microdegree of longitude at this latitude (WGS-84)
const NORTH = 0.1108614; // metres in a microdegree of latitude
const TURN = (12 * Math.PI) / 180;
const CENTRE = { u: 1030, v: 1005 };

/** Town frame to local metres: a turn, and a gentle bend so that no two roads are quite parallel. */
export function toLocal([u, v]) {
  const a = u - CENTRE.u;
  const b = v - CENTRE.v;
  const bentU = a + 16 * Math.sin(b / 430 + 0.7);
  const bentV = b + 20 * Math.sin(a / 520 + 0.4) + 9 * Math.sin(a / 210 + b / 600);
  return [bentU * Math.cos(TURN) - bentV * Math.sin(TURN), bentU * Math.sin(TURN) + bentV * Math.cos(TURN)];
}

/** Local metres to whole microdegrees, the map's own grid: every shared point is the same number for everybody. */
export function toGrid([x, y]) {
  return [Math.round(ORIGIN.lon * 1e6 + x / EAST), Math.round(ORIGIN.lat * 1e6 + y / NORTH)];
}

export function fromGrid([gx, gy]) {
  return [(gx - ORIGIN.lon * 1e6) * EAST, (gy - ORIGIN.lat * 1e6) * NORTH];
}

/** A smooth line through the given points (Catmull-Rom), with a point about every `step` metres. */
export function smooth(points, step) {
  const out = [points[0]];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [points[i - 1] ?? points[i], points[i], points[i + 1], points[i + 2] ?? points[i + 1]];
    const pieces = Math.max(1, Math.round(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / step));
    for (let k = 1; k <= pieces; k++) out.push(spline(p0, p1, p2, p3, k / pieces));
  }
  return out;
}

function spline(p0, p1, p2, p3, t) {
  return [0, 1].map(
    (k) =>
      0.5 *
      (2 * p1[k] + (p2[k] - p0[k]) * t + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t * t * t),
  );
}

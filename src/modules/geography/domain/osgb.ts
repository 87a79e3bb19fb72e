/** Longitude and latitude in degrees (WGS84). */
export type LonLat = readonly [number, number]

/** Ellipsoids: half the long and the short axis in metres. */
const AIRY = { a: 6_377_563.396, b: 6_356_256.909 }
const GRS80 = { a: 6_378_137, b: 6_356_752.314_140_356 }

/** The National Grid: scale on the central meridian, true origin, and its false coordinates. */
const GRID = { scale: 0.999_601_271_7, lat: radians(49), lon: radians(-2), east: 400_000, north: -100_000 }

/** From the datum of the National Grid to WGS84: metres, parts of one, and seconds of arc. Good to about 5 metres. */
const SHIFT = { tx: 446.448, ty: -125.157, tz: 542.06, scale: -20.4894e-6, rx: 0.1502, ry: 0.247, rz: 0.8421 }

/**
 * Eastings and northings of the British National Grid (EPSG:27700) as longitude and latitude (WGS84), by the seven
 * numbers that the Ordnance Survey publishes: right within about 5 metres, which a map of areas does not show.
 */
export function fromNationalGrid([east, north]: readonly [number, number]): LonLat {
  return toWgs84(onAiry(east, north))
}

type Angles = { readonly lat: number; readonly lon: number }

/** The inverse of the transverse Mercator projection (Ordnance Survey, "A guide to coordinate systems", annex C). */
function onAiry(east: number, north: number): Angles {
  const { a, b } = AIRY
  const e2 = 1 - (b * b) / (a * a)
  const lat = footLatitude(north)
  const sine = Math.sin(lat)
  const tan = Math.tan(lat)
  const sec = 1 / Math.cos(lat)
  const nu = (a * GRID.scale) / Math.sqrt(1 - e2 * sine * sine)
  const rho = (a * GRID.scale * (1 - e2)) / (1 - e2 * sine * sine) ** 1.5
  const eta2 = nu / rho - 1
  const t2 = tan * tan
  const t4 = t2 * t2
  const x = east - GRID.east
  const vii = tan / (2 * rho * nu)
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4)
  const x1 = sec / nu
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2)
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4)
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2)
  return {
    lat: lat - vii * x ** 2 + viii * x ** 4 - ix * x ** 6,
    lon: GRID.lon + x1 * x - xi * x ** 3 + xii * x ** 5 - xiia * x ** 7,
  }
}

/** The latitude at which the meridian's arc from the origin is as long as the northing. */
function footLatitude(north: number): number {
  let lat = GRID.lat + (north - GRID.north) / (AIRY.a * GRID.scale)
  for (let step = 0; step < 20; step += 1) {
    const left = north - GRID.north - meridianArc(lat)
    if (Math.abs(left) < 1e-5) break
    lat += left / (AIRY.a * GRID.scale)
  }
  return lat
}

function meridianArc(lat: number): number {
  const { a, b } = AIRY
  const n = (a - b) / (a + b)
  const [n2, n3] = [n * n, n * n * n]
  const [less, more] = [lat - GRID.lat, lat + GRID.lat]
  return (
    b *
    GRID.scale *
    ((1 + n + (5 / 4) * n2 + (5 / 4) * n3) * less -
      (3 * n + 3 * n2 + (21 / 8) * n3) * Math.sin(less) * Math.cos(more) +
      ((15 / 8) * n2 + (15 / 8) * n3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n3 * Math.sin(3 * less) * Math.cos(3 * more))
  )
}

function toWgs84({ lat, lon }: Angles): LonLat {
  const e2 = 1 - (AIRY.b * AIRY.b) / (AIRY.a * AIRY.a)
  const nu = AIRY.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2)
  const x = nu * Math.cos(lat) * Math.cos(lon)
  const y = nu * Math.cos(lat) * Math.sin(lon)
  const z = (1 - e2) * nu * Math.sin(lat)
  const [rx, ry, rz] = [SHIFT.rx, SHIFT.ry, SHIFT.rz].map((seconds) => radians(seconds / 3600)) as [
    number,
    number,
    number,
  ]
  const s = 1 + SHIFT.scale
  return onGrs80(
    SHIFT.tx + s * x - rz * y + ry * z,
    SHIFT.ty + rz * x + s * y - rx * z,
    SHIFT.tz - ry * x + rx * y + s * z,
  )
}

function onGrs80(x: number, y: number, z: number): LonLat {
  const e2 = 1 - (GRS80.b * GRS80.b) / (GRS80.a * GRS80.a)
  const across = Math.hypot(x, y)
  let lat = Math.atan2(z, across * (1 - e2))
  for (let step = 0; step < 10; step += 1) {
    const nu = GRS80.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2)
    lat = Math.atan2(z + e2 * nu * Math.sin(lat), across)
  }
  return [degrees(Math.atan2(y, x)), degrees(lat)]
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI
}

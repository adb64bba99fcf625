/** Where this device is, as well as it knows; nothing where it may not say. */
const WAIT_MS = 8000
const FRESH_MS = 15_000

export interface Standing { lon: number; lat: number; accuracy: number }

export function standing(): Promise<Standing | undefined> {
  if (!navigator.geolocation) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: Math.round(coords.accuracy) }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: FRESH_MS },
    )
  })
}

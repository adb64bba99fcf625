// Keeps the mobile screen usable without a network. VERSION and FILES stand above, written by the build.
// The shell is kept whole and replaced whole; what was read last is shown when the network is away.
/* global VERSION, FILES */
const SHELL = `yiwang-shell-${VERSION}`
const READ = 'yiwang-read'
const PAGE_WAIT_MS = 4000
const READ_WAIT_MS = 8000
const READ_ENTRIES_MAX = 200

// The map and the dictionary change seldom: shown at once from what is kept, read anew behind it.
const SELDOM = [/^\/api\/v1\/(public|territory)\/map$/, /^\/api\/v1\/dictionary$/, /^\/api\/v1\/public\/categories$/, /^\/api\/v1\/worktime\/calendar$/]
// Work is read from the network; only where that fails, as it was last.
const WORK = [/^\/api\/v1\/cases(\/[0-9a-f-]{36}(\/events)?)?$/, /^\/api\/v1\/session$/, /^\/api\/v1\/notices$/, /^\/api\/v1\/public\/(reports|bookings)\/[^/]+$/, /^\/api\/v1\/trips\/(mine|[0-9a-f-]{36})$/, /\/thumbnail$/]

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('yiwang-shell-') && name !== SHELL) await caches.delete(name)
    await self.clients.claim()
  })())
})

// Whoever signs out leaves nothing behind on the telephone.
self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(caches.delete(READ))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && /^\/m(\/|$)/.test(url.pathname)) event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || FILES.includes(url.pathname)) event.respondWith(kept(request))
  else if (SELDOM.some((path) => path.test(url.pathname))) event.respondWith(seldom(event))
  else if (WORK.some((path) => path.test(url.pathname))) event.respondWith(work(request))
})

async function kept(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function page(request) {
  try {
    return await within(fetch(request), PAGE_WAIT_MS)
  } catch {
    return (await caches.match('/m', { ignoreVary: true })) ?? Response.error()
  }
}

// The caller's language is part of what is kept: the same address answers in two languages.
function keyOf(request) {
  const url = new URL(request.url)
  url.searchParams.set('_language', request.headers.get('Accept-Language') ?? '')
  return url.href
}

async function seldom(event) {
  const cache = await caches.open(READ)
  const key = keyOf(event.request)
  const known = await cache.match(key, { ignoreVary: true })
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok) await cache.put(key, answer.clone())
    return answer
  })
  if (!known) return fresh
  event.waitUntil(fresh.catch(() => undefined))
  return known
}

async function work(request) {
  const cache = await caches.open(READ)
  const key = keyOf(request)
  try {
    const answer = await within(fetch(request), READ_WAIT_MS)
    if (answer.status === 200) await keep(cache, key, answer.clone())
    else if (answer.status === 204) await cache.delete(key)
    return answer
  } catch (error) {
    const known = await cache.match(key, { ignoreVary: true })
    if (!known) throw error
    const headers = new Headers(known.headers)
    headers.set('X-Yiwang-Kept', headers.get('Date') ?? '')
    return new Response(known.body, { status: known.status, headers })
  }
}

async function keep(cache, key, answer) {
  await cache.put(key, answer)
  const keys = await cache.keys()
  if (keys.length > READ_ENTRIES_MAX) await cache.delete(keys[0])
}

function within(promise, ms) {
  return Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error('too slow')), ms))])
}

// Takes the pictures in docs/screens from a running demonstration, in Chromium and without any library:
//   ./yiwang demo --port 8095 --data var/pictures      (in another terminal)
//   node web/screens.mjs http://localhost:8095 var/pictures/demo.json [part of a name]
// It only looks: nothing of the demonstration is changed. With pngquant at hand the pictures become a third as large.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const [address = 'http://localhost:8080', accounts = 'var/demo.json', only = ''] = process.argv.slice(2)
const { password } = JSON.parse(readFileSync(accounts, 'utf8'))
const OUT = fileURLToPath(new URL('../docs/screens/', import.meta.url))
const PROFILE = join(tmpdir(), `yiwang-screens-${process.pid}`)
const LOADED_MS = 15_000
const SETTLED_MS = 1500

const PHONE = { width: 390, height: 844, scale: 1.5, touch: true }
const DESK = { width: 1440, height: 900, scale: 1 }
const WALL = { width: 1920, height: 1080, scale: 1 }
// Drawn at its full size, kept at half of it.
const WALL_4K = { width: 3840, height: 2160, scale: 0.5 }

/** name, size, who, path, what is awaited, what is done then; `en` takes it in English too. */
const PICTURES = [
  { name: 'chooser-1440', size: DESK, path: '/', awaits: 'nav a' },
  { name: 'mobile-home-390', size: PHONE, path: '/m', awaits: '.hero', en: true },
  { name: 'mobile-place-390', size: PHONE, path: '/m', awaits: '.hero', steps: [click('button.wide'), click('button.primary'), pause(2500)] },
  { name: 'mobile-category-390', size: PHONE, path: '/m', awaits: '.hero', steps: [click('button.wide'), click('button.primary'), pause(2500), click('button.primary')], en: true },
  { name: 'mobile-large-390', size: PHONE, path: '/m?size=large', awaits: '.hero' },
  { name: 'mobile-today-390', size: PHONE, login: 'inspector-c09', path: '/m/today', awaits: '.figure', en: true },
  { name: 'mobile-tasks-390', size: PHONE, login: 'handler-lvrong', path: '/m/tasks', awaits: 'a.card, .page a' },
  { name: 'mobile-case-390', size: PHONE, login: 'handler-lvrong', path: '/m/tasks', awaits: '.inner a', steps: [click('.inner a')], en: true },
  { name: 'mobile-register-390', size: PHONE, login: 'inspector-c09', path: '/m/new', awaits: '.page' },
  { name: 'desk-start-1440', size: DESK, login: 'operator', path: '/desk', awaits: '.queue li' },
  { name: 'desk-queue-1440', size: DESK, login: 'operator', path: '/desk', awaits: '.queue li', steps: [key('j'), pause(900), key('j'), pause(900), key('j')], en: true },
  { name: 'desk-dispatch-1440', size: DESK, login: 'operator', path: '/desk?state=accepted', awaits: '.queue li', steps: [key('j'), pause(1800), key('d')] },
  { name: 'desk-register-1440', size: DESK, login: 'operator', path: '/desk', awaits: '.queue li', steps: [key('n')] },
  { name: 'desk-supervision-1440', size: DESK, login: 'supervisor', path: '/desk/supervision', awaits: 'table td', en: true },
  { name: 'desk-night-1440', size: DESK, login: 'operator', path: '/desk?view=late&theme=night', awaits: '.queue li', steps: [key('j')] },
  { name: 'desk-people-1440', size: DESK, login: 'admin', path: '/desk/people', awaits: 'table td' },
  { name: 'desk-categories-1440', size: DESK, login: 'admin', path: '/desk/categories', awaits: 'table td' },
  { name: 'desk-cells-1440', size: DESK, login: 'admin', path: '/desk/cells', awaits: '.list li', steps: [pause(2000), click('.list li:nth-child(9) button'), pause(1200), click('.panel input[type=checkbox]')] },
  { name: 'desk-calendar-1440', size: DESK, login: 'operator', path: '/desk/calendar', awaits: '.months' },
  { name: 'screen-1920', size: WALL, login: 'leader', path: '/screen', awaits: '.bars li, .areas li', en: true },
  { name: 'screen-day-1920', size: WALL, login: 'leader', path: '/screen?theme=day', awaits: '.areas li' },
  { name: 'screen-case-1920', size: WALL, login: 'leader', path: '/screen', awaits: '.areas li', steps: [click('.figures .overdue'), pause(1500), click('aside ul button')] },
  { name: 'screen-3840', size: WALL_4K, login: 'leader', path: '/screen', awaits: '.areas li', en: true },
]

function click(selector) {
  return ({ evaluate }) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)
}

function key(letter) {
  return ({ evaluate }) => evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ${JSON.stringify(letter)}, bubbles: true }))`)
}

function pause(ms) {
  return () => wait(ms)
}

/** A browser spoken to over two pipes, so that no port and no library is needed. */
function chromium() {
  const child = spawn('/usr/bin/chromium', [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', `--user-data-dir=${PROFILE}`, '--remote-debugging-pipe', 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'Asia/Shanghai' } })
  const waiting = new Map()
  let last = 0
  let rest = ''
  child.stdio[4].setEncoding('utf8').on('data', (chunk) => {
    const parts = (rest + chunk).split('\0')
    rest = parts.pop()
    for (const part of parts) answer(JSON.parse(part))
  })
  function answer({ id, result, error, method, params }) {
    if (method === 'Runtime.exceptionThrown') console.error('  the page failed:', params.exceptionDetails.exception?.description)
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.fail(new Error(error.message))
    else asked?.done(result)
  }
  function send(method, params = {}, sessionId = undefined) {
    return new Promise((done, fail) => {
      waiting.set(++last, { done, fail })
      child.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
  }
  return { send, end: () => child.kill() }
}

async function open(browser, size) {
  const { browserContextId } = await browser.send('Target.createBrowserContext')
  await browser.send('Browser.grantPermissions', { origin: address, permissions: ['geolocation'], browserContextId })
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId, width: size.width, height: size.height })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
  const send = (method, params) => browser.send(method, params, sessionId)
  await send('Runtime.enable')
  await send('Page.enable')
  await send('Emulation.setDeviceMetricsOverride', { width: size.width, height: size.height, deviceScaleFactor: Math.max(1, size.scale), mobile: size.touch ?? false })
  await send('Emulation.setGeolocationOverride', { latitude: 31.2755, longitude: 121.5405, accuracy: 10 })
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return { send, evaluate, close: () => browser.send('Target.disposeBrowserContext', { browserContextId }) }
}

async function until(page, selector) {
  for (let waited = 0; waited < LOADED_MS; waited += 200) {
    if (await page.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`)) return
    await wait(200)
  }
  throw new Error(`nothing like ${selector} came up`)
}

async function take(browser, picture, language) {
  const page = await open(browser, picture.size)
  try {
    await page.send('Page.navigate', { url: `${address}/icon.svg` })
    await wait(300)
    if (picture.login)
      await page.evaluate(`fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'yiwang' }, body: ${JSON.stringify(JSON.stringify({ login: picture.login, password }))} }).then((answer) => { if (!answer.ok) throw new Error('not signed in: ' + answer.status) })`)
    const url = new URL(picture.path, address)
    url.searchParams.set('lang', language === 'en' ? 'en' : 'zh-CN')
    await page.send('Page.navigate', { url: url.href })
    await wait(300)
    await until(page, picture.awaits)
    await wait(SETTLED_MS)
    for (const step of picture.steps ?? []) {
      await step(page)
      await wait(400)
    }
    await wait(SETTLED_MS)
    const { width, height, scale } = picture.size
    const { data } = await page.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: false, clip: { x: 0, y: 0, width, height, scale: Math.min(1, scale) } })
    const file = join(OUT, `${picture.name}-${language}.png`)
    writeFileSync(file, Buffer.from(data, 'base64'))
    spawnSync('pngquant', ['--force', '--skip-if-larger', '--output', file, file])
    console.log(`${picture.name}-${language}.png`.padEnd(34), `${Math.round(statSync(file).size / 1000)} kB`)
  } finally {
    await page.close()
  }
}

mkdirSync(OUT, { recursive: true })
const browser = chromium()
let failed = 0
for (const picture of PICTURES.filter((one) => one.name.includes(only)))
  for (const language of picture.en ? ['zh', 'en'] : ['zh'])
    await take(browser, picture, language).catch((error) => {
      failed++
      console.error(`${picture.name}-${language}: ${error.message}`)
    })
browser.end()
await wait(500)
rmSync(PROFILE, { recursive: true, force: true })
process.exit(failed ? 1 : 0)

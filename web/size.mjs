// Prints what each screen loads before it can be used (gzip), and fails where one is over its limit.
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 350
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const packed = (file) => (existsSync(`dist/${file}`) ? gzipSync(readFileSync(`dist/${file}`), { level: 6 }).length : 0)

function initial(key, files = new Set()) {
  const entry = manifest[key]
  if (!entry || files.has(entry.file)) return files
  files.add(entry.file)
  for (const css of entry.css ?? []) files.add(css)
  for (const next of entry.imports ?? []) initial(next, files)
  return files
}

let over = 0
for (const page of ['index', 'mobile', 'desk', 'command']) {
  const files = [`${page}.html`, ...initial(`${page}.html`)]
  const kb = files.reduce((sum, file) => sum + packed(file), 0) / 1000
  if (kb > LIMIT_KB) over++
  console.log(`${page.padEnd(8)} ${kb.toFixed(1).padStart(7)} kB of ${LIMIT_KB}${kb > LIMIT_KB ? '  too large: load more of it on demand' : ''}`)
}
process.exit(over ? 1 : 0)

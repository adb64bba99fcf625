import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { pack } from '../pack'

it('lays a packed copy beside a program and a style sheet that are worth it, and beside nothing else', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pack'))
  const files = { 'a.js': 'a'.repeat(5000), 'b.css': 'b'.repeat(5000), 'small.js': 'c', 'photo.png': 'd'.repeat(5000) }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  const written = pack().writeBundle as (options: { dir: string }, bundle: object) => void
  written.call({}, { dir }, files)
  expect(gunzipSync(readFileSync(join(dir, 'a.js.gz'))).toString()).toBe(files['a.js'])
  expect(existsSync(join(dir, 'b.css.gz'))).toBe(true)
  expect(existsSync(join(dir, 'small.js.gz')) || existsSync(join(dir, 'photo.png.gz'))).toBe(false)
})

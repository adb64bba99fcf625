import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../src')
const ALLOWED: Record<string, string[]> = { screens: ['domain', 'ui', 'api', 'i18n'], domain: ['ui', 'api', 'i18n'], ui: ['api', 'i18n'], api: ['i18n'], i18n: [] }

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|vue)$/.test(file))

function imports(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)]
    .map((match) => match[1]!)
    .filter((path) => path.startsWith('@/') || path.startsWith('.'))
    .map((path) => (path.startsWith('@/') ? path.slice(2) : relative(SRC, join(SRC, file, '..', path))))
}

test('imports run from screens to domain to ui and api, and screens never import each other', () => {
  const wrong: string[] = []
  for (const file of files) {
    const [layer, screen] = file.split('/')
    for (const path of imports(file)) {
      const [to, toScreen] = path.split('/')
      const sameRoom = layer === to && (layer !== 'screens' || screen === toScreen)
      if (!sameRoom && !ALLOWED[layer!]?.includes(to!)) wrong.push(`${file} imports ${path}; ${layer} may import ${ALLOWED[layer!]?.join(', ')}`)
    }
  }
  expect(wrong).toEqual([])
})

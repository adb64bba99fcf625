import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../src/i18n/en'
import zh from '../src/i18n/zh'

const SRC = join(import.meta.dirname, '../src')

function keys(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keys(value, `${path}${key}.`) : [`${path}${key}`])
}

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, String(value)]])
}

test('both languages have the same keys', () => {
  expect(keys(en).sort()).toEqual(keys(zh).sort())
})

test('both languages fill the same holes', () => {
  // A plural says the hole once per form.
  const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join()
  const english = new Map(leaves(en))
  const wrong = leaves(zh).filter(([key, text]) => holes(text) !== holes(english.get(key) ?? '')).map(([key]) => key)
  expect(wrong).toEqual([])
})

test('no Chinese stands in a screen outside the message files', () => {
  const wrong = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file) && !file.startsWith('i18n/'))
    .flatMap((file) => readFileSync(join(SRC, file), 'utf8').split('\n')
      .map((line, i) => [line.replace(/\/\/.*$|^\s*\*.*$|\/\*.*\*\/|<!--.*-->/g, ''), `${file}:${i + 1}`] as const)
      .filter(([line]) => /[\u4e00-\u9fff]/.test(line))
      .map(([, at]) => at))
  expect(wrong).toEqual([])
})

test('every word that a screen asks for is there', () => {
  const known = new Set(keys(zh))
  const parents = new Set([...known].flatMap((key) => key.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'))))
  const missing = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(vue|ts)$/.test(file))
    .flatMap((file) => [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:\$t|\bt|\btm)\('([\w.-]+)'/g)].map((match) => [match[1]!, file] as const))
    .filter(([key]) => !parents.has(key))
    .map(([key, file]) => `${file}: ${key}`)
  expect(missing).toEqual([])
})

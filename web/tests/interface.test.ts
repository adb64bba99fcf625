import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { expect, test } from 'vitest'

const API = join(import.meta.dirname, '../src/api')
const read = (name: string) => readFileSync(join(API, name), 'utf8')

test('the generated types are what the interface document says; if not, run ./yiwang openapi', async () => {
  const made = COMMENT_HEADER + astToString(await openapiTS(JSON.parse(read('openapi.json'))))
  expect(made === read('generated.ts')).toBe(true)
})

test('the names of the screens repeat no shape: each stands for one of the document', () => {
  const lines = read('types.ts').split('\n').filter((line) => /^export (type|interface)/.test(line))
  expect(lines.filter((line) => !/^export type \w+(<.*>)? = (Schema<'\w+'>|components\[|\w+\['\w+'\])/.test(line))).toEqual([])
})

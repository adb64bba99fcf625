/** Lays a packed copy beside each file that the screens load, so that the server need not pack it for everybody anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_BYTES = 1000

export function pack(): Plugin {
  return {
    name: 'yiwang-pack',
    apply: 'build',
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
        const file = join(options.dir!, name)
        const plain = readFileSync(file)
        if (plain.length > WORTH_BYTES) writeFileSync(`${file}.gz`, gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }))
      }
    },
  }
}

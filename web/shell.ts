/** Writes the service worker of the mobile screen: what it keeps is what this build made. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const KEPT_BESIDES = ['/early.js', '/icon.svg', '/icon-192.png', '/manifest.webmanifest']

interface Chunk { type: 'chunk' | 'asset'; fileName: string; facadeModuleId?: string | null; imports?: string[]; dynamicImports?: string[]; viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }

/** Every file that the mobile screen may ask for, directly or later. */
function reachable(bundle: Record<string, Chunk>): string[] {
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = bundle[name]
    if (!chunk || files.has(name)) return
    files.add(name)
    chunk.viteMetadata?.importedCss.forEach((css) => files.add(css))
    chunk.viteMetadata?.importedAssets.forEach((asset) => files.add(asset))
    ;[...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])].forEach(visit)
  }
  for (const chunk of Object.values(bundle)) if (chunk.facadeModuleId?.endsWith('mobile.html')) visit(chunk.fileName)
  return [...files].sort()
}

export function shell(): Plugin {
  const source = fileURLToPath(new URL('./src/screens/mobile/service-worker.js', import.meta.url))
  return {
    name: 'yiwang-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = ['/m', ...reachable(bundle as unknown as Record<string, Chunk>).map((file) => `/${file}`), ...KEPT_BESIDES]
        const text = readFileSync(source, 'utf8')
        const version = createHash('sha256').update(text).update(files.join('\n')).digest('hex').slice(0, 12)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const VERSION = '${version}'\nconst FILES = ${JSON.stringify(files)}\n${text}`,
        })
      },
    },
  }
}

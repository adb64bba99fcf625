import { fileURLToPath } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { pack } from './pack.ts'
import { shell } from './shell.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The same pages under the same addresses as the server gives them. */
function pages(): Plugin {
  return {
    name: 'yiwang-pages',
    configureServer(server) {
      server.middlewares.use((request, _, next) => {
        const [path, rest] = (request.url ?? '/').split('?')
        const page = /^\/m(\/|$)/.test(path) ? 'mobile' : /^\/desk(\/|$)/.test(path) ? 'desk' : /^\/screen(\/|$)/.test(path) ? 'command' : ''
        if (page) request.url = `/${page}.html${rest ? `?${rest}` : ''}`
        next()
      })
    },
  }
}

/** Vant's icon font is fetched from another host; the phone draws its own icons. */
function noIconFont(): Plugin {
  return {
    name: 'yiwang-no-icon-font',
    enforce: 'pre',
    load: (id) => (/vant\/es\/icon\/index\.css/.test(id) ? '' : null),
  }
}

const server = process.env.YIWANG_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver(), VantResolver()] }), pages(), noIconFont(), shell(), pack()],
  resolve: { alias: { '@': here('./src') } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Few files rather than many: each that a page needs costs it some milliseconds on a slow machine.
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(vue|@vue|pinia|vue-router|vue-i18n|@intlify)\// },
            { name: 'common', test: /src\/(api|i18n|ui|domain\/casework)\/|plugin-vue/, minShareCount: 3 },
            { name: 'map', test: /node_modules\/(ol|rbush|quickselect|earcut|color-[a-z]+)\/|src\/domain\/territory\/(MapView|cluster|ground|style)/ },
          ],
        },
      },
      input: {
        index: here('./index.html'),
        mobile: here('./mobile.html'),
        desk: here('./desk.html'),
        command: here('./command.html'),
      },
    },
  },
  server: { proxy: { '/api': server } },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/browser.ts'] },
})

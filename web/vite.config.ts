import { fileURLToPath } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [vue(), Components({ dirs: [], dts: false, resolvers: [ElementPlusResolver(), VantResolver()] })],
  resolve: { alias: { '@': here('./src') } },
  build: {
    target: 'es2022',
    rollupOptions: {
      input: {
        index: here('./index.html'),
        mobile: here('./mobile.html'),
        desk: here('./desk.html'),
        command: here('./command.html'),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
})

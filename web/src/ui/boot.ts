/** Starts a screen: its app with state, words and routes. */
import './tokens.css'
import { createPinia } from 'pinia'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { i18n, setLanguage, type Language } from '@/i18n'

export function boot(screen: 'desk' | 'mobile' | 'command', root: Component, router?: Router): void {
  const html = document.documentElement
  html.dataset.screen = screen
  setLanguage(i18n.global.locale.value as Language)
  const theme = new URLSearchParams(location.search).get('theme') ?? (screen === 'command' ? 'night' : '')
  if (theme) html.dataset.theme = theme
  const app = createApp(root).use(createPinia()).use(i18n)
  if (router) app.use(router)
  app.mount('#app')
}

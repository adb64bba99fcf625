/** Starts a screen: its app with state, words and routes. */
import './tokens.css'
import './loading.css'
import { createPinia } from 'pinia'
import { createApp, ref, watchEffect, type Component } from 'vue'
import type { Router } from 'vue-router'
import { i18n, setLanguage, type Language } from '@/i18n'
import { showLoading } from './loading'

const LARGE = 'yiwang.large'

/** Larger type and targets, for eyes and hands that like them; kept on the device. */
export const largeType = ref(false)

export function setLargeType(large: boolean): void {
  largeType.value = large
  if (large) document.documentElement.dataset.size = 'large'
  else delete document.documentElement.dataset.size
  localStorage.setItem(LARGE, large ? '1' : '')
}

export function boot(screen: 'desk' | 'mobile' | 'command', root: Component, router?: Router): void {
  const html = document.documentElement
  html.dataset.screen = screen
  setLanguage(i18n.global.locale.value as Language)
  watchEffect(() => (document.title = i18n.global.t(`${screen}.title`)))
  const theme = new URLSearchParams(location.search).get('theme') ?? (screen === 'command' ? 'night' : '')
  if (theme) html.dataset.theme = theme
  if (screen === 'mobile') setLargeType((new URLSearchParams(location.search).get('size') ?? localStorage.getItem(LARGE)) ? true : false)
  const app = createApp(root).use(createPinia()).use(i18n)
  if (router) app.use(router)
  app.mount('#app')
  void showLoading(({ done, total }) => i18n.global.t('ui.loadingYear', { done: done.toLocaleString(), total: total.toLocaleString() }))
}

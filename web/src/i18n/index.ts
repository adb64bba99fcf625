import { createI18n } from 'vue-i18n'
import en from './en'
import zh from './zh'

const KEY = 'yiwang.language'

export type Language = 'zh-CN' | 'en'

const chosen = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEY)

export const i18n = createI18n({
  legacy: false,
  locale: (chosen === 'en' ? 'en' : 'zh-CN') as Language,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en },
})

export function isEnglish(): boolean {
  return i18n.global.locale.value === 'en'
}

export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language
}

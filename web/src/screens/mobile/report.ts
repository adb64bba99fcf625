/** What a report is made of, and what this device remembers of the reports sent from it. */
import { ref } from 'vue'

export interface Spot { lon: number; lat: number; address: string; committee?: string; cell?: string }

/** What residents report most often; those that the catalogue has come first. */
const FREQUENT = ['E0102', 'E0113', 'E0505', 'E0504', 'E0501', 'E0109', 'B0106', 'E0512', 'E0514']

export interface Group<T> { id: string; items: T[] }

/** Sub-classes by the first three characters of the code; hotline matters are one group. */
export function grouped<T extends { code: string }>(choices: T[]): Group<T>[] {
  const groups = new Map<string, T[]>()
  for (const choice of choices) {
    const id = choice.code.startsWith('H') ? 'H' : choice.code.slice(0, 3)
    groups.set(id, [...(groups.get(id) ?? []), choice])
  }
  return [...groups].map(([id, items]) => ({ id, items })).sort((a, b) => rank(a.id) - rank(b.id))
}

const ORDER = ['E01', 'E05', 'E04', 'B02', 'B01', 'B05', 'E03', 'B04', 'B03', 'E02', 'B06', 'H']
const rank = (id: string) => (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1)

export function frequent<T extends { code: string }>(choices: T[]): T[] {
  return FREQUENT.flatMap((code) => choices.find((choice) => choice.code === code) ?? [])
}

export function searched<T extends { code: string; zh: string; en: string }>(choices: T[], text: string): T[] {
  const wanted = text.trim().toLowerCase()
  if (!wanted) return choices
  const all = choices.filter((choice) => `${choice.zh} ${choice.en} ${choice.code}`.toLowerCase().includes(wanted))
  return all.length ? all : choices.filter((choice) => [...wanted].some((sign) => /[\u4e00-\u9fff]/.test(sign) && choice.zh.includes(sign)))
}

export interface OwnReport { token: string; number: string; title: string; at: string }

const KEY = 'yiwang.reports'
const REPORTS_MAX = 50

function read(): OwnReport[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as OwnReport[]
  } catch {
    return []
  }
}

export const ownReports = ref<OwnReport[]>(read())

export function remember(report: OwnReport): void {
  ownReports.value = [report, ...ownReports.value.filter((one) => one.token !== report.token)].slice(0, REPORTS_MAX)
  localStorage.setItem(KEY, JSON.stringify(ownReports.value))
}

export function forget(token: string): void {
  ownReports.value = ownReports.value.filter((one) => one.token !== token)
  localStorage.setItem(KEY, JSON.stringify(ownReports.value))
}

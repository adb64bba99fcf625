/** How records of a register are looked for. */
import { query } from '@/api/client'

interface Asked { q?: string; key?: string; near?: { lon: number; lat: number } }

const DIGITS = 6

export const lookupPath = (register: string, { q, key, near }: Asked) =>
  `/api/v1/registers/${register}/lookup` + query({ q: q?.trim(), key, lon: near?.lon.toFixed(DIGITS), lat: near?.lat.toFixed(DIGITS) })

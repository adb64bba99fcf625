/** Sends one entry: its photos first, then the matter itself, always under the same key. */
import { api } from '@/api/client'
import type { Booking, CaseDetail, StopDetail, Taken, Uploaded } from '@/api/types'
import type { Entry, LocalPhoto, PhotoKind } from './entry'

export type Sent = { kind: 'report'; taken: Taken } | { kind: 'register' | 'action'; subject: CaseDetail } | { kind: 'alarm' } | { kind: 'visit'; visited: StopDetail } | { kind: 'pickup'; settled: Booking }

const PUBLIC = '/api/v1/public/attachments'
const STAFF = '/api/v1/attachments'

/** @param kept called when part of the work is done, so that it is not done twice after an interruption */
export async function send(entry: Entry, kept: () => Promise<unknown>): Promise<Sent> {
  const { errand } = entry
  const key = { 'Idempotency-Key': entry.id }
  switch (errand.kind) {
    case 'report': {
      const attachments = await upload(PUBLIC, errand.photos, 'before', kept)
      return { kind: 'report', taken: await api.post<Taken>('/api/v1/public/reports', { ...errand.body, attachments }, key) }
    }
    case 'register': {
      const attachments = await upload(STAFF, errand.photos, 'before', kept)
      const after = errand.settle ? await upload(STAFF, errand.settle.photos, 'after', kept) : []
      const subject = await api.post<CaseDetail>('/api/v1/cases', { ...errand.body, attachments }, key)
      if (!errand.settle) return { kind: 'register', subject }
      const body = { note: errand.settle.note, attachments: after }
      return { kind: 'register', subject: await api.post<CaseDetail>(`/api/v1/cases/${subject.id}/actions/self-handle`, body, { 'Idempotency-Key': `${entry.id}-settle` }) }
    }
    case 'action': {
      const attachments = await upload(STAFF, errand.photos, evidenceOf(errand.action), kept)
      const body = { ...errand.body, version: errand.version, ...(attachments.length ? { attachments } : {}) }
      return { kind: 'action', subject: await api.post<CaseDetail>(`/api/v1/cases/${errand.caseId}/actions/${errand.action}`, body, key) }
    }
    case 'alarm': {
      const photos = (await upload(STAFF, errand.photos, 'other', kept)).map((photo) => photo.id)
      await api.post(`/api/v1/alarms/${errand.alarm}/acts`, { act: errand.act, words: errand.words, photos }, key)
      return { kind: 'alarm' }
    }
    case 'visit': {
      const photos = (await upload(STAFF, errand.photos, 'before', kept)).map((photo) => photo.id)
      return { kind: 'visit', visited: await api.post<StopDetail>(`/api/v1/rounds/stops/${errand.stop}/visit`, { ...errand.body, photos }, key) }
    }
    case 'pickup': {
      const before = (await upload(STAFF, errand.photos, 'before', kept)).map((photo) => photo.id)
      const after = (await upload(STAFF, errand.after, 'after', kept)).map((photo) => photo.id)
      return { kind: 'pickup', settled: await api.post<Booking>(`/api/v1/trips/${errand.trip}/stops/${errand.booking}`, { ...errand.body, before, after }, key) }
    }
  }
}

async function upload(path: string, photos: LocalPhoto[], kind: PhotoKind, kept: () => Promise<unknown>): Promise<{ id: string; kind: PhotoKind }[]> {
  for (const photo of photos) {
    if (photo.uploaded) continue
    const form = new FormData()
    form.append('file', photo.blob, photo.name)
    photo.uploaded = (await api.post<Uploaded>(path, form, { 'Idempotency-Key': photo.key })).id
    await kept()
  }
  return photos.map((photo) => ({ id: photo.uploaded!, kind }))
}

/** What photos of an action show. */
export function evidenceOf(action: string): PhotoKind {
  switch (action) {
    case 'feedback': case 'assist-done': case 'self-handle': return 'after'
    case 'check': case 'pass': case 'fail': return 'check'
    case 'add-info': return 'before'
    default: return 'other'
  }
}

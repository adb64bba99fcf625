/** Packages on their way to the server. */
import type { ScenarioFault } from '@/api/types'
import type { Problem } from '@/api/client'

/** A path within the package, without the folder that was chosen. */
export function pathOf(file: { name: string; webkitRelativePath?: string }): string {
  const path = file.webkitRelativePath || file.name
  return path.includes('/') ? path.slice(path.indexOf('/') + 1) : path
}

/** What file managers leave behind, and folders that no package has, stay here. */
export const isPart = (path: string) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db')

export function formOf(files: File[]): FormData {
  const form = new FormData()
  const [only] = files
  if (files.length === 1 && only!.name.endsWith('.zip')) form.append('files', only!, only!.name)
  else for (const file of files) if (isPart(pathOf(file))) form.append('files', file, pathOf(file))
  return form
}

/** The faults that a refused upload names. */
export const faultsOf = (problem: Problem | undefined): ScenarioFault[] => (problem?.body?.faults as ScenarioFault[] | undefined) ?? []

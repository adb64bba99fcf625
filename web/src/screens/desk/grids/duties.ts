/** Duties as lines that a person types: name | English name | beginnings of category codes. */
export interface Duty { name: string; nameEn?: string; categories: string[] }

export function dutiesToText(duties: Duty[]): string {
  return duties.map((duty) => [duty.name, duty.nameEn ?? '', duty.categories.join(', ')].join(' | ')).join('\n')
}

export function dutiesOf(text: string): Duty[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line).map((line) => {
    const [name = '', nameEn = '', codes = ''] = line.split(/[|｜]/).map((part) => part.trim())
    return { name, ...(nameEn ? { nameEn } : {}), categories: codes.split(/[\s,\u3001\uff0c]+/).filter((code) => code) }
  })
}

/** What was answered, in the language of the person. */
import type { Answered } from '@/api/types'
import { wordsOf } from '@/domain/scenario/form'
import { i18n } from '@/i18n'
import { momentWords } from './words'

export function answerWords(answer: Answered): string {
  const values = answer.values.map(wordsOf)
  return (answer.kind === 'moment' ? values.map(momentWords) : values).join(i18n.global.t('ui.comma'))
}

import { expect, test } from 'vitest'
import { localDay } from '@/domain/casework/calendar'
import { share } from '@/domain/rounds/coverage'

test('a single stop that was missed keeps the share from being all', () => {
  expect(share({ planned: 10_000, made: 9_999 })).toBe('99.9%')
  expect(share({ planned: 410, made: 410 })).toBe('100%')
  expect(share({ planned: 0, made: 0 })).toBe('–')
})

test('the day is that of Shanghai', () => {
  expect(localDay(Date.parse('2021-11-08T16:30:00Z'))).toBe('2021-11-09')
})

import { describe, expect, it } from 'vitest'
import { ordinal, repeatWords } from '@/domain/casework/repeats'

describe('how often a record came again', () => {
  it('is not said the first time', () => {
    expect(repeatWords(undefined)).toBeUndefined()
    expect(repeatWords({ earlier: 0, within: { amount: 180 } })).toBeUndefined()
  })

  it('is said with the days that it is counted over', () => {
    expect(repeatWords({ earlier: 2, within: { amount: 180 } })).toContain('180')
  })

  it('has the endings of English', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 113].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '113th'])
  })
})

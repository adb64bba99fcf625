import { expect, test } from 'vitest'
import { formOf, isPart, pathOf } from '../src/screens/desk/admin/scenarios'

const file = (path: string): File => Object.defineProperty(new File(['x'], path.split('/').pop()!), 'webkitRelativePath', { value: path })

test('a folder goes out with the paths within the package, without what file managers leave behind', () => {
  const form = formOf([file('shopfront/pack.yaml'), file('shopfront/cases/a.yaml'), file('shopfront/.git/config'), file('shopfront/.DS_Store')])
  expect(form.getAll('files').map((one) => (one as File).name)).toEqual(['pack.yaml', 'cases/a.yaml'])
})

test('an archive goes out as it is', () => {
  expect((formOf([new File(['x'], 'shopfront.zip')]).get('files') as File).name).toBe('shopfront.zip')
  expect([pathOf({ name: 'pack.yaml' }), isPart('cases/.hidden.yaml')]).toEqual(['pack.yaml', false])
})

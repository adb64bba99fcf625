/** Keeps entries with their photos in the browser's own database, so that they outlive a closed page. */
import type { Entry } from './entry'

const NAME = 'yiwang'
const STORE = 'outbox'
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  return (opened ??= new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  }))
}

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = ask(transaction.objectStore(STORE))
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done(request.result)
    transaction.onerror = () => fail(transaction.error)
    transaction.onabort = () => fail(transaction.error)
  })
}

export const keep = {
  all: () => run<Entry[]>('readonly', (store) => store.getAll()),
  put: (entry: Entry) => run('readwrite', (store) => store.put(entry)),
  drop: (id: string) => run('readwrite', (store) => store.delete(id)),
}

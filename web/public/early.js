// Asks for what a page needs first while its program is still on its way: who is there, and if somebody is, the rest. The addresses stand in the page;
// src/api/early.ts takes the answers.
const ask = (path) => fetch(path, { credentials: 'same-origin', headers: { 'X-Requested-With': 'yiwang' } })
const [first, ...rest] = document.currentScript.dataset.asks.split(' ')
const person = ask(first)
window.early = new Map([[first, person], ...rest.map((path) => [path, person.then((answer) => (answer.status === 200 ? ask(path) : undefined))])])
for (const answer of window.early.values()) answer.catch(() => undefined)

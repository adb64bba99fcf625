// Asks for what a page needs first while its program is still on its way. The addresses stand in the page; src/api/early.ts takes the answers.
window.early = new Map(document.currentScript.dataset.asks.split(' ').map((path) => [path, fetch(path, { credentials: 'same-origin', headers: { 'X-Requested-With': 'yiwang' } })]))
for (const answer of window.early.values()) answer.catch(() => undefined)

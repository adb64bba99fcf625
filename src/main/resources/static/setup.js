const form = document.getElementById('form')
const answer = document.getElementById('answer')
const token = location.hash.slice(1)
// The token must not stay in the browser's history.
history.replaceState(null, '', location.pathname)

function say(text, wrong) {
  answer.textContent = text
  answer.className = wrong ? 'wrong' : ''
}

function finish(text) {
  form.remove()
  document.getElementById('why').remove()
  say(text + ' ', false)
  const link = document.createElement('a')
  link.href = '/desk'
  link.textContent = '去登录 Sign in'
  answer.append(link)
}

async function send(entry) {
  const response = await fetch('/api/v1/public/setup', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'yiwang' },
    body: JSON.stringify({ ...entry, token }),
  })
  const body = await response.json()
  if (response.ok) finish(`管理员 ${body.login} 已创建。The administrator ${body.login} was created.`)
  else say(`${body.title}。${body.remedy}`, true)
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const { again, ...entry } = Object.fromEntries(new FormData(form))
  if (again !== entry.password) return say('两次输入的密码不一致。The two passwords differ.', true)
  const button = form.querySelector('button')
  button.disabled = true
  await send(entry).catch(() => say('连接不上服务器,请稍后再试。The server cannot be reached; try again.', true))
  button.disabled = false
})

fetch('/api/v1/public/setup')
  .then((response) => response.json())
  .then((state) => {
    if (!state.needed) finish('管理员已经存在。There is an administrator already.')
    else if (!token) say('请使用服务启动时显示的完整链接。Use the whole link that the server printed.', true)
  })
  .catch(() => {})

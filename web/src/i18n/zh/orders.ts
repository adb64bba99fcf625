export default {
  title: '远程请求', none: '还没有请求过这台设备', choose: '选择请求', reason: '理由', give: '下发', note: '由设备按自身安全逻辑决定并应答；理由记入审计', by: '{name}：{reason}', byRule: '规则触发', takesBack: '撤回前一请求', tries: '已发 {n} 次', answered: '{at} 应答',
  state: { WAITING: '待下发', SENT: '已下发，待应答', DONE: '已执行', REFUSED: '设备拒绝', FAILED: '未应答', EXPIRED: '设备不在线，已过期', WITHDRAWN: '已撤回', WITHHELD: '未下发（安全条件不允许）' },
}

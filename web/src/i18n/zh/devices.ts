export default {
  title: '设备', search: '序列号、名称', allKinds: '全部种类', none: '没有符合条件的设备', noKinds: '还没有启用带设备的场景包', count: '共 {n} 台', more: '更多', strangers: '今天拒绝未知设备 {n} 次', back: '全部设备',
  column: { device: '设备', kind: '种类', place: '位置', heard: '最近收到', today: '今天消息', refused: '拒绝', throttled: '限流', letters: '未识别', secret: '密钥' },
  places: { all: '按位置查看', count: '{level} {active}/{n} 处在线', nowhere: '位置未登记', picture: '查看图片', empty: '这里还没有设备', cases: '案件', noCases: '还没有案件' },
  never: '从未收到', silent: '超时未报', connected: '在线',
  secret: { none: '未签发', valid: '有效', revoked: '已吊销', issue: '签发密钥', again: '换发密钥', revoke: '吊销', shown: '密钥只显示这一次，请现在填入设备', note: '用户名即序列号 {serial}，密钥：', issued: '{at} 签发', ended: '{at} 吊销', ask: '换发后旧密钥立即失效，设备会断开。确定换发？', askRevoke: '吊销后设备会在几秒内断开。确定吊销？', yes: '确定', done: '已记下' },
  facts: { topic: '主题', family: '设备家族', above: '上级', heartbeat: '心跳间隔', seconds: '{n} 秒', record: '底数记录' },
  latest: '最近读数', messages: '最近消息', at: '接收时间', deviceTime: '设备时间', id: '编号', kind: '消息', values: '内容', place: '分区/位点', noMessages: '还没有消息',
  letters: { title: '未识别消息', none: '没有未识别消息', replay: '重新处理', done: '{taken} 条已识别，{left} 条仍未识别', note: '修改场景包的设备定义后，可把留存的消息重新处理', bytes: '{n} 字节' },
  recording: { title: '回放文件', hint: 'CSV，列为 device、message、payload', choose: '选择文件', readable: '可读 {n} 条', unreadable: '不可读 {n} 条', take: '写入日志', taken: '已写入 {n} 条', line: '第 {n} 行' },
  services: { title: '代报程序', hint: '可代任何设备批量上报的程序', name: '程序名称', issue: '签发密钥', none: '还没有代报程序' },
}

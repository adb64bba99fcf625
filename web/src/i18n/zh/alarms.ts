export default {
  title: '告警', open: '未解除 {n}', unseen: '未确认 {n}', critical: '紧急 {n}', none: '没有告警', choose: '选择一条告警查看经过', more: '更多',
  state: { open: '未解除', unseen: '未确认', all: '全部' },
  severity: { NOTICE: '提示', MINOR: '一般', MAJOR: '重要', CRITICAL: '紧急' },
  column: { alarm: '告警', device: '设备', place: '居委', since: '发生', state: '状态' },
  active: '告警中', over: '{at} 解除', seen: '{name} 已确认', notSeen: '未确认', verdict: { true: '属实', false: '误报' },
  what: { RAISED: '发生', WORSE: '升级', BETTER: '降级', REMINDED: '提醒', WITHDRAWN: '撤回请求', CLEARED: '解除' },
  cause: { condition: '条件成立', duration: '持续够时', silence: '超时无消息', 'too-many': '告警过多', 'flood-over': '告警过多已结束', level: '程度变化', still: '仍未解除', quiet: '一段时间未再出现', heard: '重新收到消息', hand: '人工解除', forbidden: '安全条件不允许', maintenance: '转入检修', gone: '设备撤除', withdrawn: '规则停用' },
  act: { acknowledge: '确认', comment: '备注', true: '属实', false: '误报', end: '人工解除' }, words: '说明', said: '{name} · {act}',
  course: '经过', told: '设备数据', asked: '已请求设备', withheld: '未请求（安全条件不允许）', part: '部位 {part}', deviceLink: '查看设备',
  maintenance: { title: '检修', until: '检修至 {at}', begin: '转入检修', end: '结束检修', hours: '时长', for: '{n} 小时', reason: '原因', by: '{name}：{reason}', not: '检修期间不告警' },
}

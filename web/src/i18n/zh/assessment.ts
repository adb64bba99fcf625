export default {
  title: '考核评价', none: '现行场景包没有考核公式', noMonth: '还没有公布的月份', month: '月份', edition: '第 {n} 版', draft: '未公布', publishedAt: '{day} 公布', export: '导出',
  tabs: { units: '得分', requests: '剔除与申诉', editions: '版本', peers: '区内比较' }, boards: { all: '全街道', department: '部门', committee: '居委会' },
  rank: '排名', unit: '单位', orders: '工单', total: '总体得分', trend: '走势', unranked: '不排名', trendOf: '{unit}各月得分走势', whole: '全街道', choose: '选择一个单位，查看失分的工单',
  weights: '公式与权重', weight: '{n} 分', minus: '每次扣 {n} 分，最多 {most} 分', plus: '每次加 {n} 分，最多 {most} 分', bounds: '总分 {least} 至 {most}，四舍五入到 {n} 位小数', rankedFrom: '不足 {n} 件的单位不排名', appealUntil: '{day} 前可申诉', fullWeight: '本月没有应计的，按满分计',
  lost: '失分清单 {n} 条', lostPoints: '共失 {n} 分', byBounds: '按总分上下限调整 {n} 分', notOwn: '其他单位的工单不公开', noLost: '没有失分', points: '失分', without: '剔除后总分 {n}', more: '再看 50 条', allMeasures: '全部项目',
  ask: '申请剔除', appeal: '申诉', reason: '理由', note: '情况说明', send: '提出', cancel: '取消', asked: '已提出，等待中心处理',
  requests: { none: '没有申请', exclusion: '剔除', appeal: '申诉', asked: '待处理', granted: '已同意', refused: '未同意', withdrawn: '已撤回', grant: '同意', refuse: '不同意', withdraw: '撤回', answer: '处理意见', of: '{month} {unit}', next: '同意后，重算本月生成新版本', more: '再看 50 条' },
  steps: { ask: '提出', grant: '同意', refuse: '不同意', withdraw: '撤回' },
  editions: { compute: '计算', again: '重算', publish: '公布', by: '{name} {day} 计算', published: '{name} {day} 公布', formula: '公式第 {n} 版', digest: '依据摘要', versus: '与第 {n} 版比较', changes: '变化的工单 {n} 条', units: '得分变化', none: '没有变化', first: '首次计算', before: '原计', after: '现计', noCount: '不计' },
  why: { 'left-out': '剔除', appeal: '申诉', formula: '公式变更', 'late-event': '后续办理' },
  peers: { measure: '项目', own: '本街道', rank: '区内排名', of: '{n} / {all}', lastYear: '去年同月', difference: '比去年', note: '其他街道和去年的数据由人工录入，非本系统计算', source: '出处', enter: '录入', peer: '街道（本街道去年数据留空）', peerEn: '英文名', value: '数值', by: '{name} 录入于 {day}', replaced: '已被后来的录入替换', history: '录入记录', none: '本月没有录入参考数据' },
  mine: '本单位本月得分', runningMonth: '{month}（暂定）', provisional: '暂定', upTo: '截至 {at}，随办理变动，月底由中心计算、公布', own: '本单位得分', ofRank: '第 {rank} 名，共 {n} 个单位', lostBy: '哪些工单丢分', noUnit: '本单位本月还没有应计的工单', earnedOf: '{earned}/{counted}',
}

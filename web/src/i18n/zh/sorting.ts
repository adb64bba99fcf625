export default {
  title: '分类正确率', trials: '撤指导员试点', span: '{from} 至 {to}', none: '还没有纳入全程监管、又写明楼栋的投放点', byBags: '分对的袋数 ÷ 查看的袋数，95% 区间（Wilson；同一次抽查的袋子相像，按抽查之间的差别放宽）', fewHint: '抽查少于 {checks} 次或查看少于 {looked} 袋的小区只显示、不排名',
  column: { rank: '名次', estate: '小区', rate: '正确率', interval: '95% 区间', sampled: '抽查', trend: '各月', points: '投放点', beside: '小包垃圾', overflow: '满溢', 'out-of-hours': '非定时', perHundred: '告警（每百点·日）', day: '日期', point: '投放点', counted: '分对 / 查看', kinds: '湿 · 干 · 可回收 · 有害', mixed: '混投', guide: '指导员', photos: '照片' },
  few: '样本不足', notChecked: '没有抽查', sampled: '{checks} 次 · {looked} 袋', noData: '无数据', tooFewDays: '数据太少', points: '{n} 个点', trendOf: '{estate}各月正确率', household: '{n} 户', back: '返回小区列表', pointsOf: '投放点', checksOf: '抽查记录', noChecks: '这段时间没有抽查', alarmsOf: '告警', alarmHint: '设备有数据的 {n} 点·日', guide: { yes: '在场', no: '不在' },
  mix: { unopened: '湿垃圾未破袋', 'dry-in-wet': '湿里混干', 'wet-in-dry': '干里混湿', 'recyclable-in-dry': '干里混可回收', 'hazardous-in-other': '混入有害' },
  months: '近 {n} 个月',
  trial: {
    none: '还没有试点', choose: '从左边选择一项试点', new: '新建试点', name: '试点名称', purpose: '为什么试', before: '撤前比较天数', after: '撤后观察天数', putBackAt: '一周内小包垃圾和满溢告警达到几次，建议恢复该点指导员', putBackNever: '留空为不建议', measures: '衡量指标和可接受的变差（先定后看）', measure: { correct: '分类正确率', beside: '小包垃圾', overflow: '满溢', 'out-of-hours': '非定时投放' }, marginShare: '至多降低（百分点）', marginRate: '至多增多（%）', treated: '撤指导员的投放点', startsOn: '首日', addEstate: '选择试点小区', remove: '移除', compared: '对照小区', find: '查找相似小区', finding: '正在比较', likeHint: '按 {from} 至 {to}（比较时段之前）的情况排列，越小越像；前 {n} 个为建议', own: '试点小区', distance: '差异', households: '户数', earlier: '此前正确率', earlierAlarms: '此前告警', proposed: '建议', reason: '为什么选它', save: '保存方案', change: '修改方案', few: '对照小区少于 5 个时，重新排列的区间排除不了任何结果，再大的变化也不能算作看清',
    state: { planned: '方案中', running: '进行中', withdrawn: '已决定撤除', 'put-back': '已恢复指导员', dropped: '已放弃' }, window: '比较 {before} 天前、{after} 天后，到 {end}', locked: '{at} 锁定', notLocked: '尚未开始，方案可以修改', late: '开始后才加', backOn: '{day} 已恢复：{reason}', chosen: '人工选择：{reason}', until: '截至 {day}', before_: '撤前', after_: '撤后', start: '开始撤除', group: { treated: '试点', compared: '对照' }, chart: '各月：试点与对照', startMark: '首个点撤除',
    verdict: { better: '变好', holds: '未变差', 'not-shown': '看不出', worse: '变差', 'too-few': '样本太少', 'no-data': '没有数据' },
    says: {
      better: '两种区间都排除了“没有变化”，方向是变好。', holds: '看不出变化，且两种区间都排除了变差超过 {margin}。', 'not-shown': '既看不出变化，也不能排除变差超过 {margin}：不能说撤除没有影响。', worse: '两种区间都排除了“没有变化”，方向是变差。',
      'too-few': '抽查或有数据的天数太少，或可比的对照小区不足 3 个，不能下结论。', 'no-data': '这段时间没有设备数据。没有数据不等于没有告警。',
    },
    margin: { share: '{n} 个百分点', rate: '{n}%' }, effect: { share: '与对照相比变化 {n} 个百分点', rate: '与对照相比变为 {n} 倍' }, student: 't 区间（按小区）', rearranged: '重新排列的区间', unbounded: '无界', p: '{choices} 种选法中，有 {p} 的变化至少这么大', fewChoices: '只有 {n} 种选法，不足 20 种：无论变化多大，重新排列都排除不了', estates: '{treated} 个试点小区，{compared} 个对照小区',
    warning: { 'still-running': '观察期还有 {n} 天', 'fewer-checks': '撤后抽查比撤前少 {n}%，可能漏掉了不好的日子', 'put-back': '{n} 个点提前恢复了指导员，之后不计：结果会显得比实际好', 'guide-seen': '有 {n} 次抽查时，应已撤除的点仍有指导员', 'no-devices': '比较时段内没有收到任何设备数据，小包垃圾、满溢和非定时投放没有结果', silent: '有 {n}% 的点·日设备没有数据，已从点·日中扣除', 'added-later': '有 {n} 项指标是开始后才加的，只供参考' },
    alarmed: '{label}：近七天告警 {n} 次，已达到约定的次数，建议恢复指导员', steps: '经过', known: '当时所知（截至 {day}）：', act: { start: '锁定方案并开始', drop: '放弃', withdraw: '决定撤除', 'put-back': '全部恢复指导员', extend: '延长', 'put-back-point': '恢复该点', measure: '补充指标' }, did: { plan: '建立方案', change: '修改方案', start: '锁定方案并开始', measure: '补充指标', 'put-back-point': '恢复一个点的指导员', extend: '延长观察期', withdraw: '决定撤除', 'put-back': '全部恢复指导员', drop: '放弃' }, why: '理由', days: '延长天数', confirm: '确定', method: '算法见 docs/sorting.md', mustWait: '{day} 之后可以决定撤除；恢复和延长随时可以', estate: '小区', level: '{value}（{n} 袋，{checks} 次）', rate: '{value}（{n} 次 / {days} 点·日）',
  },
}

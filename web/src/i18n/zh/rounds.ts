/** Campaigns, records with their inspections, inspection records on paper. */
export default {
  tabs: { coverage: '巡查覆盖', campaigns: '专项检查', records: '对象总览' },
  campaign: {
    start: '发起专项', round: '检查内容', name: '专项名称', from: '从', to: '到', unit: '检查单位', cellPeople: '所在网格的网格员', choose: '检查对象', text: '按名称、编号查找', committee: '居委', everywhere: '全部居委', where: '按规则筛选', whereHint: '如 record.grade == \'red\'', keys: '或列出编号，每行一个',
    earlier: '更早的专项', count: '选中 {n} 个', begin: '发起', cancel: '取消', none: '还没有专项', noRound: '场景包里没有可发起专项的检查', over: '已结束', running: '进行中', by: '{name} 发起',
    total: '应查', made: '已查', missed: '未查', open: '待查', failed: '有问题', found: '立案', rectified: '已整改', overdue: '逾期', share: '整改率', done: '检查率', end: '提前结束', reason: '结束原因', ended: '{name} 提前结束：{reason}', misses: '还没有查到的', back: '全部专项', byCommittee: '按居委',
  },
  records: { first: '只列出前面的记录', register: '登记表', by: '分组字段', show: '查看', group: '{name}', other: '未分组', inspected: '本期已查 {n} / {total}', open: '未销号 {n}', overdue: '逾期 {n}', never: '本期未查', at: '{day} 查过', hint: '选择登记表和分组字段', all: '全部 {n}', ungraded: '未评级' },
  paper: { get: '下载检查记录', title: '检查记录核验', genuine: '与系统记录一致', genuineNote: '这份检查记录的内容没有改动。', firstForm: '此件为早期版式：摘要尚未包含案件类别和复查标记，这两项请以系统记录为准。', changed: '与系统记录不一致', changedNote: '内容被改动过，或不是本系统出具。请向出具单位核实。', checking: '正在核验…', cases: '案件 {n}' },
}

export default {
  period: '时间', periods: { today: '今天', week: '本周', month: '本月', quarter: '本季度', year: '本年', own: '自选' }, from: '从', to: '到',
  part: '只统计您能看到的部分', figure: '指标', value: '本期', before: '比上期', trend: '近 12 个月', trendOf: '{title}近 12 个月的走势', none: '现行场景包没有定义指标', choose: '从左侧选择一个指标，查看构成和明细', failed: '未算出',
  formula: '口径', inReports: '报告中写作 {text}', beforeIs: '上期（{from} – {to}）{value}', by: { committee: '按居委', unit: '按单位', month: '按月' }, nobody: '未派遣',
  records: '明细 {n} 条', wholeList: '看全部', counting: '只看', counts: '计入', countsNot: '未计入', noRecords: '这段时间没有记录', more: '再看 50 条', csv: '导出 CSV', xlsx: '导出 Excel',
}

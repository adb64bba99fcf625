export default {
  period: 'Period', periods: { today: 'Today', week: 'This week', month: 'This month', quarter: 'This quarter', year: 'This year', own: 'Own days' }, from: 'From', to: 'To',
  part: 'Counts only what you can see', figure: 'Figure', value: 'Now', before: 'Against before', trend: 'Twelve months', trendOf: '{title} over twelve months', none: 'No package in force defines figures', choose: 'Choose a figure on the left to see its parts and records', failed: 'not computed',
  formula: 'How it is counted', inReports: 'Reports say {text}', beforeIs: 'Before ({from} – {to}): {value}', by: { committee: 'By committee', unit: 'By unit', month: 'By month' }, nobody: 'Not dispatched',
  records: '{n} records', wholeList: 'Show all', counting: 'Only', counts: 'Counts', countsNot: 'Does not count', noRecords: 'No records in these days', more: 'Show 50 more', csv: 'Export CSV', xlsx: 'Export Excel',
}

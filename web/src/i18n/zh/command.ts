export default {
  title: '大桥街道城市运行中心', open: '在办', late: '已超时', soon: '4 小时内到期', supervised: '督办中', reportedToday: '今日受理', closedToday: '今日办结', onTime: '近 30 天按时率',
  before: '上周同时 {n}', needs: '需要有人处理', trend: '今日受理（按小时）', today: '今日', lastWeek: '上周同日', areas: '片区与居委', departments: '部门', ticker: '最新动态',
  asOf: '截至 {time}', load: '网格在办件数', none: '没有需要处理的案件', cases: '案件', back: '返回', chase: '督促', note: '督促说明', send: '发送', sent: '已{action}', lateIn: '超时 {n}',
}

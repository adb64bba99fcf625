export default {
  clusters: '同类发现', preventing: '防范任务 {n}', preventingLate: '超期 {n}',
  title: '大桥街道城市运行中心', open: '在办', late: '已超时', soon: '4 小时内到期', supervised: '督办中', reportedToday: '今日受理', closedToday: '今日办结', onTime: '近 30 天按时率',
  before: '上周同时 {n}', needs: '需要有人处理', several: '{what} {n} 件', acknowledged: '已签收', trend: '今日受理（按小时）', today: '今日', lastWeek: '上周同日', areas: '片区与居委', departments: '部门', categories: '类别', ticker: '最新动态',
  load: '网格在办件数', none: '没有需要处理的案件', back: '返回', theme: '日夜配色', toDesk: '在工作台打开', allOnDesk: '在工作台查看全部 {n} 件',
}

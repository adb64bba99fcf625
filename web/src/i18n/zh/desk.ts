export default {
  title: '一网 · 工作台',
  views: { queue: '待我处理', unit: '本单位', mine: '我承办', late: '已超时', soon: '将到期', watch: '督办中', open: '全部在办', all: '全部' },
  count: '共 {n} 件', choose: '从左侧选择一件案件', fresh: '登记', filterText: '编号、标题、地址、内容',
  near: '附近相似案件', metres: '{n} 米', sameCategory: '同类', noNear: '附近没有在办案件',
  clocks: '时限', story: '经过', reporters: '报告人', assistants: '协办', photos: '照片', description: '内容',
  answerDue: '答复期限', answered: '已答复', notAnswered: '未答复', reworks: '返工 {n}', returns: '退单 {n}', reopens: '重开 {n}',
  suspendedFor: '挂起：{reason}', extensionAsked: '申请延期 {amount}{unit}：{reason}', undo: '已{action}', takeBack: '撤回',
  selected: '已选 {n} 件', bulkDone: '{done} 件完成，{refused} 件未办', keys: '键盘：j/k 上下，/ 搜索，n 登记，? 帮助', supervision: '督办级别 {level}，{state}',
  acknowledged: '已签收', unacknowledged: '未签收', copy: '复制编号', print: '打印', place: '位置', pickPlace: '在地图上点选位置', similar: '附近已有', name: '报告人姓名', phone: '电话', channel: '来源',
  screen: '指挥屏', lead: '主办', handler: '承办人', reportedAt: '上报',
}

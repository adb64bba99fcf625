export default {
  title: '一网 · 工作台', rooms: { work: '案件', supervision: '督办', people: '人员', categories: '类别与时限', cells: '网格', calendar: '工作日历' },
  views: { queue: '待我处理', unit: '本单位', mine: '我承办', late: '已超时', soon: '将到期', watch: '督办中', open: '全部在办', all: '全部' }, viewsTitle: '视图',
  count: '共 {n} 件', choose: '从左侧选择一件案件', fresh: '登记', filterText: '搜索编号、标题、地址、内容', emptyQueue: '这里没有案件，可放宽筛选条件',
  sort: { by: '排序', due: '按时限', reported: '按上报时间', updated: '按更新时间' }, export: '导出', exportHint: '按当前筛选导出全部案件（CSV，可用 Excel 打开）', startHint: '点地图上的案件，或从左侧选择；按 j / k 上下移动，按 ? 查看全部快捷键', startMore: '地图显示列表中的前 {n} 件', 
  filter: '筛选', filterDrop: '去掉此条件', filterName: '给当前筛选起个名字', filterClear: '清空', levelUp: '{level}及以上',
  by: { state: '状态', category: '类别', unit: '主办单位', committee: '居委', channel: '来源', supervision: '督办级别', area: '片区', cell: '网格', reportedFrom: '{day} 受理', closedFrom: '{day} 办结' },
  near: '附近相似案件', metres: '{n} 米', sameCategory: '同类', noNear: '附近没有在办案件',
  clocks: '时限', clocksHint: '点击可看计算过程', clocksStopped: '已停的时限 {n} 个', clocksLate: '超时 {n} 个', story: '经过', reporters: '报告人', pictureLink: '随上报提供的图片链接（外部网址）', assistants: '协办', photos: '照片', description: '内容',
  assistant: { open: '办理中', done: '已完成', waived: '已免除' }, family: '关联案件', parent: '由此案拆分而来', mergedInto: '并入的案件',
  answerDue: '答复期限', answered: '已答复', notAnswered: '未答复', reworks: '返工 {n}', returns: '退单 {n}', reopens: '重开 {n}', solved: '已解决', unsolved: '未解决',
  suspendedFor: '挂起：{reason}', extensionAsked: '申请延期 {amount}{unit}：{reason}', undo: '已{action}', takeBack: '撤回', seconds: '{n} 秒', noActions: '此案目前无需您办理',
  selected: '已选 {n} 件', bulkDone: '{action}：{done} 件完成，{refused} 件未办', bulkNothing: '所选案件没有可以一起办的操作', supervision: '{level}（{state}）',
  acknowledged: '已签收', unacknowledged: '未签收', copy: '复制编号', copied: '已复制', print: '打印', place: '位置', pickPlace: '在地图上点选位置', outside: '该点不在本街道范围内，请另选一点',
  similar: '附近已有', name: '报告人姓名', phone: '电话', channel: '来源', screen: '指挥屏', lead: '主办单位', handler: '承办人', verifier: '核查人', reportedAt: '上报时间', closedAt: '结案时间',
  notices: '通知，{n} 条未读', noticesTitle: '通知', readAll: '全部已读', noNotices: '没有通知', night: '夜间配色',
  keysTitle: '快捷键', keysHint: '按 j / k 上下移动，按 ? 查看全部快捷键', keysNote: '字母键只对当前案件可办的操作有效，按键标在操作旁边。可撤回且无必填内容的操作直接生效，按住 Shift 可先填写说明；填写时按 Ctrl + Enter 提交。',
  key: { j: '下一件', k: '上一件', o: '进入案件', q: '勾选当前案件', n: '登记新案件', search: '搜索', z: '撤回刚才的操作', Esc: '关闭、取消', help: '快捷键一览' },
  watch: {
    title: '督办', byUnit: '按单位', byArea: '按片区', byCommittee: '按居委', unit: '单位', open: '在办', late: '已超时', soon: '4 小时内到期', supervised: '督办中', today: '今日受理', closedToday: '今日办结', all: '全部单位',
    lists: { late: '已超时', soon: '将到期', watch: '督办中' }, none: '没有需要督办的案件', pick: '勾选案件后可一起催办、督办', latest: '最久的在前',
  },
  people: {
    title: '人员', passwordOf: '密码', reset: '重置密码', resetNote: '只显示这一次，请当面交给本人', active: '在用', add: '新增人员', search: '姓名或登录名', allUnits: '全部单位', name: '姓名', nameEn: '英文名', login: '登录名', unit: '单位', roles: '角色', committees: '负责居委', areas: '负责片区', password: '初始密码', passwordRule: '至少 12 个字符',
    duty: '在岗', inactive: '已停用', count: '共 {n} 人',
    role: { inspector: '网格员', 'grid-leader': '网格长', committee: '居委干部', handler: '承办人员', 'unit-lead': '部门负责人', operator: '派遣员', 'duty-chief': '值班长', supervisor: '督办员', leader: '街道领导', admin: '系统管理员' },
  },
  categories: {
    title: '类别与时限', search: '编码或名称', code: '编码', name: '类别', lead: '默认主办', committee: '所在居委', reply: '答复期限', public: '居民可选', selfHandle: '可自处置', urgent: '紧急', evidenceAfter: '处置后照片', evidenceBefore: '处置前照片', photos: '{n} 张',
    kind: { event: '事件', component: '部件', hotline: '热线' }, edit: '修改', none: '不计时', note: '改动只影响今后受理的案件。', saved: '已保存',
  },
  cells: {
    title: '网格', search: '网格编码、名称、居委', count: '共 {n} 个网格', open: '在办 {n}', name: '名称', nameEn: '英文名', code: '编码', committee: '所属居委', shape: '修改边界', shapeHint: '拖动边线上的点；相邻网格的边会吸附', pick: '在地图或列表中选一个网格',
    take: '导出 GeoJSON', give: '导入 GeoJSON', accepted: '已生效：{n} 个网格', refused: '没有改动：文件中有 {n} 处问题', overlap: '{a} 与 {b} 重叠 {n} 平方米', gap: '{a} 有 {n} 平方米未被网格覆盖', more: '另有 {n} 处', cases: '查看案件',
  },
  calendar: {
    title: '工作日历', notice: '依据：{notice}', provisional: '该年安排尚未公布，按法定假日暂定', kind: { holiday: '节假日', 'make-up': '调休上班', weekend: '周末', working: '工作日' }, days: '{n} 个工作日', months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'], weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  },
}

export default {
  title: '底数', count: '{n} 条', score: '质量分', none: '尚未登记', empty: '没有符合条件的记录', noRegisters: '没有您可查看的底数', pack: '由场景包“{pack}”定义', readOnly: '只读',
  search: '搜索编号、名称、地址等', add: '登记', export: '导出', import: '导入', map: '地图', table: '列表', all: '全部', more: '再看 {n} 条', back: '全部底数',
  key: '编号', label: '名称', committee: '居委', confirmed: '确认于', stale: '久未确认', retiredOn: '已停用', noPlace: '没有位置', outside: '在本街道之外', place: '位置', pick: '点选地图标出位置',
  state: { current: '在用', retired: '已停用', all: '全部' }, sort: { key: '按编号', changed: '最近修改', confirmed: '最久未确认' }, onlyStale: '只看久未确认', filters: '筛选', clear: '清除',
  edit: '修改', save: '保存', cancel: '取消', confirm: '仍然正确', confirmedNow: '已确认', retire: '停用', restore: '恢复', remove: '删除', close: '关闭', missing: '{n} 项未填',
  history: '历史', asOf: '看某日', today: '现在', relations: '关联', names: '所属', namedBy: '被引用', nothingRelated: '没有关联的记录', onDay: '{day} 的内容', by: '{name}', sheet: '表格导入',
  act: { insert: '登记', change: '修改', confirm: '确认', retire: '停用', restore: '恢复', delete: '删除' }, source: { hand: '手工', import: '导入', undo: '撤销导入' },
  reveal: '查看', revealFor: '用途', purpose: { check: '核实信息', contact: '联系本人', case: '办理案件', emergency: '紧急情况' }, revealNote: '查看会留下记录',
  lookup: '输入名称或编号查找', notFound: '没有找到，换个词试试', chooseOne: '请从列表中选一项', lookupOffline: '没有网络，不能查找；写全编号后按回车也可以', rewrite: '改写', leave: '不改', wanted: '必填',
  part: {
    complete: '完整', fresh: '新鲜', unique: '不重复', placed: '位置正确',
    completeIs: '已填的项 ÷ 应填的项', freshIs: '{days} 天内确认过的 ÷ 全部', uniqueIs: '没有疑似重复的 ÷ 全部（名称相同且相距 50 米内，或唯一性信息相同）', placedIs: '在本街道内、且与所属记录同一居委的 ÷ 全部',
  },
  formula: '质量分 = 各部分占比按权重（{weights}）平均 × 100，只计在用记录', todo: '{n} 条待办', nothingToDo: '没有待办', confirmAll: '选中的仍然正确（{n}）', selectPage: '全选本页', done: '已确认 {n} 条',
  why: { incomplete: '未填：{missing}', stale: '{day} 之后没有确认过', 'same-name': '与“{other}”同名且相近', 'same-value': '与“{other}”的唯一性信息相同', outside: '没有位置，或在本街道之外', elsewhere: '与“{other}”不在同一居委' },
  fix: { incomplete: '补填', stale: '核对后确认', 'same-name': '核对，多余的停用', 'same-value': '核对，多余的停用', outside: '标出位置', elsewhere: '核对位置或所属' },
  sheets: {
    title: '用表格导入', template: '下载模板', templateHint: '含填写说明、下拉选项', choose: '选择表格（.xlsx）', hint: '先预览，确认后才会改动；一次最多 50,000 行', reading: '正在读取……', preview: '预览',
    act: { insert: '新增', change: '修改', same: '不变', reject: '退回' }, row: '第 {n} 行', apply: '执行（新增 {inserted}，修改 {changed}）', drop: '放弃', confirming: '表里不变的 {n} 条也算作已确认', faults: '下载标出问题的表格',
    rejectedNote: '退回的 {n} 行不会导入，可改好后再传', empty: '另有 {n} 个空行', applied: '已执行：新增 {inserted}，修改 {changed}', undone: '已撤销', undo: '撤销整次导入', partly: '撤销其余的', past: '导入记录',
    state: { pending: '待执行', applied: '已执行', undone: '已撤销', dropped: '已放弃' }, nothing: '这一类没有', wholeRow: '整行', from: '{from} → {to}', blank: '空', next: '后面的行',
  },
}

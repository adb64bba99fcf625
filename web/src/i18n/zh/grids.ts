export default {
  title: '多格合一', day: '责任日期', none: '还没有部门网格，请先登记部门并上传网格', nobody: '无人', map: '部门网格地图', pick: '点地图或列表中的网格', cell: '网格', layers: '图层',
  tabs: { points: '冲突与缺口', departments: '部门网格', compare: '前后对比', tables: '责任表' },
  finding: { split: '分属两格', tie: '各占一半', gap: '无人', clear: '明确' }, word: { open: '冲突', decided: '已定', gap: '缺口', touched: '变动' },
  only: { open: '待决定', all: '全部', gap: '缺口', touched: '变动' }, anyDepartment: '全部部门', noPoints: '没有这类网格', openCount: '待决定 {n} 处', gapCount: '缺口 {n} 处', touchCount: '与现行责任表不同 {n} 处',
  decide: '决定', decideWho: '由哪个格负责', otherGrid: '该部门其他网格', reason: '理由', reasonHint: '写明为什么这样定，会记入审计', decidedBy: '{name}：{note}', asOther: '从 {before} 改为 {after}',
  publish: '发布责任表', publishFrom: '自 {day} 起生效', publishNote: '说明', mustDecide: '还有 {n} 处冲突未决定，决定后才能发布', nothingNew: '与现行责任表一致，无需发布', seePublish: '{n} 个网格的责任人将变化',
  department: { grids: '{n} 个网格', edition: '第 {n} 版', from: '自 {day} 起', by: '{name}，{day}', take: '导出 GeoJSON', give: '上传新网格', none: '尚未上传', now: '现行', later: '待生效', history: '版本', add: '登记部门', edit: '修改', code: '编码', name: '名称', nameEn: '英文名', unit: '单位', duties: '职责', dutiesHint: '每行一项：名称 | 英文名 | 类别编码开头，如 跨门营业 | Trading beyond the door | E0501, E0502', rank: '次序' },
  upload: { from: '生效日期', note: '说明', datum: '坐标系', file: '选择 GeoJSON 文件', looking: '正在检查', faults: '有 {n} 处错误，未作任何改动', sound: '{n} 个网格，可以生效', gaps: '{n} 个单元网格没有覆盖', touches: '责任表将有 {n} 处变动', keep: '生效', remedy: '改法', whole: '整个文件', more: '另有 {n} 处' },
  compare: {
    before: '整合前', after: '整合后', place: '地方', cells: '单元网格', divisions: '划分', grids: '网格', holdings: '责任项', people: '责任人', unheld: '无人负责', divided: '多头负责', all: '全街道', export: '导出', statement: '打印对照表', none: '还没有责任表',
    divisionsIs: '同一块地上各部门各自的划法', gridsIs: '整合前为各部门网格，整合后为单元网格', holdingsIs: '每个单元网格中有责任人的部门格数之和', unheldIs: '单元网格 × 部门，没有任何人', dividedIs: '单元网格 × 部门，同时属于两个以上的格',
    unheldTitle: '没有人的职责 {n} 处', twiceTitle: '两家都管的事项 {n} 类', heavyTitle: '负责超过 {max} 个单元网格的人 {n} 位', found: '现由 {name}', still: '仍无人', twice: '{leads}“{leading}”主办，{other}“{second}”协同', inCells: '{n} 个网格', maxLabel: '上限',
    route: '一件事找谁', matter: '事项', routeNone: '没有人负责这类事项', routeHint: '先在地图上点一个网格，再选事项', lead: '主办', assist: '协同', share: '占 {n}%',
  },
  tables: { number: '责任表 {n}', from: '自 {day} 起', by: '{name} 发布', inForce: '现行', future: '待生效', past: '历史', restore: '恢复此表', restores: '恢复责任表 {n}', restoreNote: '恢复的理由', none: '尚未发布过责任表' },
  duties: { title: '本格责任', leader: '网格长', others: '其他部门', nobody: '无人负责', forThis: '负责此类事项', toLead: '派为主办', toAssist: '加为协办', none: '还没有责任表' },
  statement: { title: '多格合一前后对照', committee: '居委', made: '责任表 {n}，自 {day} 起施行', print: '打印', back: '返回', holder: '责任人', cellsOf: '单元网格', department: '部门', sign: '确认签字', leader: '网格长' },
}

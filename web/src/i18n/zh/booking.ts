/** Bookings, pick-ups and collection trips. */
export default {
  title: '预约收运', entry: '预约收大件和装修垃圾', entryText: '选物品、地点、时段，上门收运', mine: '我的预约', other: '换一项服务', follow: '我的预约', done: '预约成功', linkWhy: '凭这个链接查看、改期或取消。它只属于您，请妥善保存。',
  ask: { offering: '要收什么？', goods: '有哪些，各多少？', place: '到哪里收？', slot: '什么时候上门？', contact: '怎么联系您？' },
  measure: { piece: '件', bag: '袋', box: '箱' }, most: '最多 {n}', less: '少一件{what}', moreOf: '多一件{what}', free: '余 {n}', full: '已约满', noSlots: '近期没有可约的时段',
  person: '称呼', phone: '电话', phoneWhy: '收运人员到场前联系您；号码加密保存，工作人员看到的是隐去中间几位的号码。', note: '补充说明', noteHint: '楼层、有没有电梯、放在哪里', book: '提交预约', sending: '正在提交…', photo: '拍张照片（选填）', onePhotoMore: '再拍一张',
  state: { booked: '已预约', planned: '已排车', served: '已收运', 'no-show': '无人在场', 'turned-away': '未收', cancelled: '已取消' }, overdue: '超时未收',
  step: { book: '预约', change: '改期', cancel: '取消', plan: '排入车次', release: '移出车次', serve: '收运', miss: '无人在场', 'turn-away': '不收', dispute: '反映未收' },
  until: '{when} 前可以改期或取消', change: '改期', changeTo: '改到什么时候？', cancelIt: '取消预约', cancelSure: '再点一次确认取消', dispute: '没有收走', disputeAsk: '实际是什么情况？', disputeSend: '提交', disputed: '已转交处理，工作人员会联系您', keep: '不改了', save: '确定',
  what: '物品', where: '地点', when: '时段', weighed: '称重 {n} 千克', number: '编号', reason: '原因', seeCase: '查看案件', byUnit: '{unit}代约', expected: '约 {kg} 千克，{litres} 升', story: '经过', reveal: '显示完整号码', purpose: '用途', history: '现场照片',
  desk: { day: '日期', all: '全部服务', every: '全部日期', late: '超时未收 {n}', onlyLate: '只看超时', fresh: '代居民预约', bookings: '预约', none: '这一天没有预约', trips: '车次', noTrips: '还没有车次', openTrips: '未关闭的车次', make: '排车', service: '服务', link: '把链接交给居民', copied: '已复制', copy: '复制链接', cancelWhy: '取消原因', more: '更多', address: '门牌地址', pick: '在地图上点选上门地点' },
  trip: {
    title: '收运车次', mine: '我的车次', mineN: '{n} 个车次待收运', none: '没有派给您的车次', vehicle: '车辆', crew: '收运人员', propose: '推荐路线', again: '重新推荐', stops: '{n} 处', settled: '已办 {done} / {all}', way: '直线约 {km} 公里', load: '容积 {litres} / {litresMax} 升 · 重量 {kg} / {kgMax} 千克', arrives: '约 {time} 到',
    left: '排不下', why: { volume: '容积不够', weight: '载重不够', window: '赶不上时段', stops: '处数太多' }, up: '上移', down: '下移', out: '移出', take: '加入', save: '生成车次', noWaiting: '没有待排车的预约',
    state: { draft: '待派车', given: '收运中', weighed: '已过磅', closed: '已关闭', dropped: '已撤销' },
    step: { make: '排车', arrange: '调整顺序', give: '派车', drop: '撤销', weigh: '过磅', explain: '说明差额', close: '核对关闭' },
    station: '中转站', ticket: '磅单号', gross: '毛重（千克）', tare: '皮重（千克）', net: '净重', site: '消纳场所', plate: '车牌', sum: '逐处称重合计', difference: '差额', allowed: '允许 ±{n} 千克', within: '在允许范围内', beyond: '超过允许范围，须说明原因后才能关闭', explanation: '差额说明', note: '说明', kg: '{n} 千克', confirm: '确定', cancel: '取消', settleAll: '每一处办结后才能过磅', choose: '选择',
  },
  pickup: { title: '现场收运', before: '到场照片', after: '收运后照片', take: '拍照', weights: '称重（千克）', served: '已收走', missed: '无人在场', away: '不收', why: '为什么不收？', note: '说明（选填）', send: '提交', call: '联系预约人', needBefore: '先拍一张到场照片', needAfter: '再拍一张收运后照片', needWeight: '填写至少一种材料的重量', needReason: '选择不收的原因', waiting: '等待发出', outcome: '结果', total: '合计 {n} 千克' },
}

export default {
  title: '随手拍', where: '在哪里？', whereHint: '点地图放图钉，可以再点一次移动', what: '是什么问题？', words: '请用一句话说明', phone: '手机号（选填，便于回访）', send: '上报', photo: '拍照',
  promise: '我们会在 {by}答复您', number: '编号 {n}', link: '请保存这个链接，随时查看进度', follow: '查看进度', again: '再报一件', large: '大字', staff: '工作人员登录', findCategory: '输入关键字，如“垃圾”“停车”',
  answer: '答复', answerBy: '答复期限', steps: '进度', add: '补充情况', rate: '您满意吗？', solved: '问题解决了吗？', reopen: '没有解决，请再处理', thanks: '感谢评价', locate: '用我的位置', tasks: '任务', noTasks: '没有待办', back: '返回',
}

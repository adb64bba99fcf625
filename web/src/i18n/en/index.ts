import command from './command'
import desk from './desk'
import mobile from './mobile'
import ui from './ui'

export default { ui, desk, mobile, command }

import command from './command'
import desk from './desk'
import figures from './figures'
import mobile from './mobile'
import grids from './grids'
import insight from './insight'
import registry from './registry'
import rounds from './rounds'
import ui from './ui'

export default { ui, desk, rounds, mobile, command, registry, figures, grids, insight }

import assessment from './assessment'
import command from './command'
import desk from './desk'
import figures from './figures'
import lists from './lists'
import mobile from './mobile'
import grids from './grids'
import hotline from './hotline'
import insight from './insight'
import registry from './registry'
import rounds from './rounds'
import ui from './ui'

export default { ui, desk, rounds, mobile, command, registry, figures, grids, lists, assessment, hotline, insight }

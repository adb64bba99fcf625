import { boot } from '@/ui/boot'
import DeskScreen from './DeskScreen.vue'

boot('desk', DeskScreen)

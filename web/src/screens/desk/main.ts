import { boot } from '@/ui/boot'
import DeskScreen from './DeskScreen.vue'
import { router } from './router'

boot('desk', DeskScreen, router)

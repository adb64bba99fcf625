import { boot } from '@/ui/boot'
import MobileScreen from './MobileScreen.vue'

boot('mobile', MobileScreen)

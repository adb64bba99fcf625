import { boot } from '@/ui/boot'
import CommandScreen from './CommandScreen.vue'

boot('command', CommandScreen)

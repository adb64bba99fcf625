import { boot } from '@/ui/boot'
import CommandScreen from './CommandScreen.vue'

const SETTLED_MS = 5000

boot('command', CommandScreen)

// The map's program is the largest part of this screen: it comes while the page still asks who is there.
void import('@/domain/territory/MapView.vue')

// A wall stays open for a month, over new editions of the program: nothing may be left to be fetched by then.
setTimeout(() => void import('./CaseDrawer.vue'), SETTLED_MS)

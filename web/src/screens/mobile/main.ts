import { boot } from '@/ui/boot'
import './mobile.css'
import MobileScreen from './MobileScreen.vue'
import { router } from './routes'

boot('mobile', MobileScreen, router)

// Kept shell and work without a network; on plain http a browser offers none, and everything else works all the same.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js', { scope: '/m' }).catch((error: unknown) => console.warn('No service worker', error))
  })
}

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import ResidentHome from './ResidentHome.vue'

const staff = { staff: true }
/** Open to people of outside parties too, who have their tasks and nothing else. */
const everyone = { staff: true, party: true }

const routes: RouteRecordRaw[] = [
  { path: '/m', component: ResidentHome, meta: { home: true } },
  { path: '/m/report', component: () => import('./ReportFlow.vue') },
  { path: '/m/r/:token', component: () => import('./FollowPage.vue'), props: true },
  { path: '/m/book', component: () => import('./booking/BookFlow.vue') },
  { path: '/m/b/:token', component: () => import('./booking/BookingPage.vue'), props: true },
  { path: '/m/record/:id/:digest', component: () => import('./RecordCheckPage.vue'), props: true },
  { path: '/m/outbox', component: () => import('./OutboxPage.vue') },
  { path: '/m/signin', component: () => import('./SignInPage.vue') },
  { path: '/m/today', component: () => import('./TodayPage.vue'), meta: { ...staff, tab: true } },
  { path: '/m/tasks', component: () => import('./TasksPage.vue'), meta: { ...everyone, tab: true } },
  { path: '/m/new', component: () => import('./RegisterPage.vue'), meta: { ...staff, tab: true } },
  { path: '/m/me', component: () => import('./MePage.vue'), meta: { ...everyone, tab: true } },
  { path: '/m/rounds', component: () => import('./RoundsPage.vue'), meta: staff },
  { path: '/m/rounds/:id', component: () => import('./StopPage.vue'), props: true, meta: staff },
  { path: '/m/items', component: () => import('./ItemsPage.vue'), meta: staff },
  { path: '/m/items/:id', component: () => import('./ItemPage.vue'), props: true, meta: staff },
  { path: '/m/prevention', component: () => import('./PreventionPage.vue'), meta: staff },
  { path: '/m/prevention/:id', component: () => import('./PreventionTaskPage.vue'), props: true, meta: staff },
  { path: '/m/scores', component: () => import('./ScoresPage.vue'), meta: staff },
  { path: '/m/alarms', component: () => import('./AlarmsPage.vue'), meta: staff },
  { path: '/m/alarms/:id', component: () => import('./AlarmPage.vue'), props: true, meta: staff },
  { path: '/m/trips', component: () => import('./booking/TripsPage.vue'), meta: staff },
  { path: '/m/trips/:id', component: () => import('./booking/TripPage.vue'), props: true, meta: staff },
  { path: '/m/trips/:id/:booking', component: () => import('./booking/PickupPage.vue'), props: true, meta: staff },
  { path: '/m/notices', component: () => import('./NoticesPage.vue'), meta: everyone },
  { path: '/m/case/:id', component: () => import('./CasePage.vue'), props: true, meta: everyone },
  { path: '/m/staff', redirect: '/m/today' },
  { path: '/m/:rest(.*)*', redirect: '/m' },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_, __, saved) => saved ?? { top: 0 },
})

import { createRouter, createWebHistory } from 'vue-router'
import CaseWork from './CaseWork.vue'

export const router = createRouter({
  history: createWebHistory('/desk'),
  routes: [
    { path: '/', component: CaseWork, name: 'work' },
    { path: '/case/:id', component: CaseWork, name: 'case' },
    { path: '/supervision', component: () => import('./SupervisionPage.vue'), name: 'supervision' },
    { path: '/supervision/now', component: () => import('./supervision/SupervisedPage.vue'), name: 'supervised' },
    { path: '/hotline', component: () => import('./hotline/HotlinePage.vue'), name: 'hotline' },
    { path: '/repeats', component: () => import('./RepeatsPage.vue'), name: 'repeats' },
    { path: '/lists/:list?', component: () => import('./lists/ListsPage.vue'), name: 'lists', props: true },
    { path: '/lists/items/:id', component: () => import('./lists/ItemPage.vue'), name: 'list-item', props: true },
    { path: '/meetings/:id?', component: () => import('./lists/MeetingsPage.vue'), name: 'meetings', props: true },
    { path: '/advice', component: () => import('./AdvicePage.vue'), name: 'advice' },
    { path: '/figures/:pack?/:name?', component: () => import('./figures/FiguresPage.vue'), name: 'figures', props: true },
    { path: '/assessment', component: () => import('./assessment/AssessmentPage.vue'), name: 'assessment' },
    { path: '/insight/tasks/:task?', component: () => import('./insight/InsightPage.vue'), name: 'prevention', props: (route) => ({ tab: 'tasks', task: route.params.task || undefined }) },
    { path: '/insight/forecast', component: () => import('./insight/InsightPage.vue'), name: 'forecast', props: { tab: 'forecast' } },
    { path: '/insight/:id?', component: () => import('./insight/InsightPage.vue'), name: 'insight', props: (route) => ({ tab: 'findings', id: route.params.id || undefined }) },
    { path: '/rounds', component: () => import('./RoundsPage.vue'), name: 'rounds' },
    { path: '/rounds/campaigns/:id?', component: () => import('./rounds/CampaignsPage.vue'), name: 'campaigns' },
    { path: '/rounds/records', component: () => import('./rounds/RecordsPage.vue'), name: 'records' },
    { path: '/registers', component: () => import('./registers/RegistersPage.vue'), name: 'registers' },
    { path: '/registers/:register', component: () => import('./registers/RegisterPage.vue'), name: 'register', props: true },
    { path: '/grids', component: () => import('./grids/GridsPage.vue'), name: 'grids' },
    { path: '/grids/statement/:committee', component: () => import('./grids/StatementPage.vue'), name: 'grid-statement', props: true },
    { path: '/alarms/:id?', component: () => import('./alarms/AlarmsPage.vue'), name: 'alarms', props: true },
    { path: '/devices', component: () => import('./devices/DevicesPage.vue'), name: 'devices' },
    { path: '/devices/places/:kind', component: () => import('./devices/PlacesPage.vue'), name: 'device-places', props: true },
    { path: '/devices/at/:register/:place', component: () => import('./devices/PlacePage.vue'), name: 'device-place', props: true },
    { path: '/devices/:serial', component: () => import('./devices/DevicePage.vue'), name: 'device', props: true },
    { path: '/bookings/:id?', component: () => import('./booking/BookingsPage.vue'), name: 'bookings', props: true },
    { path: '/trips/:trip', component: () => import('./booking/BookingsPage.vue'), name: 'trip', props: true },
    { path: '/people', component: () => import('./admin/PeoplePage.vue'), name: 'people' },
    { path: '/categories', component: () => import('./admin/CategoriesPage.vue'), name: 'categories' },
    { path: '/scenarios/:id?', component: () => import('./admin/ScenariosPage.vue'), name: 'scenarios' },
    { path: '/cells', component: () => import('./admin/CellsPage.vue'), name: 'cells' },
    { path: '/calendar', component: () => import('./admin/CalendarPage.vue'), name: 'calendar' },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

/** Links of the form /desk?case=… come from the other screens. */
router.beforeEach((to) => (typeof to.query.case === 'string' && to.name === 'work' ? { name: 'case', params: { id: to.query.case } } : true))

export default {
  clusters: 'Clusters', preventing: '{n} tasks', preventingLate: '{n} late',
  title: 'Daqiao Urban Operations Centre', open: 'Open', late: 'Overdue', soon: 'Due within 4 h', supervised: 'Supervised', reportedToday: 'Reported today', closedToday: 'Closed today', onTime: 'In time, 30 days',
  before: '{n} a week ago', needs: 'Needs a person now', several: '{what}: {n} cases', acknowledged: 'acknowledged', trend: 'Reported today by hour', today: 'today', lastWeek: 'last week', areas: 'Areas and committees', departments: 'Departments', categories: 'Categories', ticker: 'Latest',
  load: 'Open cases per cell', none: 'Nothing needs a person', back: 'Back', theme: 'Day or night colours', toDesk: 'Open on the desk', allOnDesk: 'All {n} on the desk',
}

export default {
  title: 'Daqiao Urban Operations Centre', open: 'Open', late: 'Overdue', soon: 'Due within 4 h', supervised: 'Supervised', reportedToday: 'Reported today', closedToday: 'Closed today', onTime: 'In time, 30 days',
  before: 'last week by now {n}', needs: 'Needs a person now', trend: 'Reported today by hour', today: 'today', lastWeek: 'last week', areas: 'Areas and committees', departments: 'Departments', ticker: 'Latest',
  asOf: 'as of {time}', load: 'Open cases per cell', none: 'Nothing needs a person', cases: 'Cases', back: 'Back', chase: 'Chase', note: 'Words to the unit', send: 'Send', sent: '{action}: done', lateIn: '{n} overdue',
}

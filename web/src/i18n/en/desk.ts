export default {
  title: 'Yiwang · Desk', rooms: { work: 'Cases', supervision: 'Supervision', people: 'People', categories: 'Categories', cells: 'Cells', calendar: 'Calendar' },
  views: { queue: 'To do', unit: 'My unit', mine: 'Mine', late: 'Overdue', soon: 'Due soon', watch: 'Supervised', open: 'All open', all: 'All' }, viewsTitle: 'Views',
  count: '{n} cases', choose: 'Choose a case on the left', fresh: 'Register', filterText: 'Search number, title, address, text', emptyQueue: 'No cases here. Try a wider filter.',
  sort: { by: 'Order', due: 'By due time', reported: 'Newest first', updated: 'Last changed' }, export: 'Export', exportHint: 'All cases of this list as CSV, for spreadsheets', startHint: 'Choose a case on the map or on the left; j / k move, ? shows all keys', startMore: 'The map shows the first {n} of the list', 
  filter: 'Filter', filterDrop: 'Remove this filter', filterName: 'Name this filter', filterClear: 'Clear', levelUp: '{level} and above',
  by: { state: 'State', category: 'Category', unit: 'Leading unit', committee: 'Committee', channel: 'Source', supervision: 'Supervision', area: 'Area', cell: 'Cell', reportedFrom: 'reported {day}', closedFrom: 'closed {day}' },
  near: 'Similar cases nearby', metres: '{n} m', sameCategory: 'same kind', noNear: 'No open case nearby',
  clocks: 'Time limits', clocksHint: 'click one to see how it was worked out', clocksStopped: '{n} finished', clocksLate: '{n} late', story: 'History', reporters: 'Reporters', pictureLink: 'Picture given with the report (another site)', assistants: 'Assisting units', photos: 'Photos', description: 'Report',
  assistant: { open: 'Under way', done: 'Done', waived: 'Waived' }, family: 'Related cases', parent: 'Split from this case', mergedInto: 'Merged into this case',
  answerDue: 'Answer due', answered: 'Answered', notAnswered: 'Not answered', reworks: 'Reworked {n}×', returns: 'Returned {n}×', reopens: 'Reopened {n}×', solved: 'solved', unsolved: 'not solved',
  suspendedFor: 'Suspended: {reason}', extensionAsked: 'More time requested: {amount} {unit}, {reason}', undo: '{action}: done', takeBack: 'Undo', seconds: '{n} s', noActions: 'Nothing for you to do here now',
  selected: '{n} selected', bulkDone: '{action}: {done} done, {refused} refused', bulkNothing: 'These cases have no action in common', supervision: '{level} ({state})',
  acknowledged: 'acknowledged', unacknowledged: 'not acknowledged', copy: 'Copy the number', copied: 'Copied', print: 'Print', place: 'Place', pickPlace: 'Pick the place on the map', outside: 'That point is outside the sub-district. Pick another.',
  similar: 'Already reported nearby', name: 'Reporter', phone: 'Phone', channel: 'Source', screen: 'Command screen', lead: 'Leading unit', handler: 'Handler', verifier: 'Verifier', reportedAt: 'Reported', closedAt: 'Closed',
  notices: 'Notices, {n} unread', noticesTitle: 'Notices', readAll: 'Mark all as read', noNotices: 'No notices', night: 'Night colours',
  keysTitle: 'Shortcuts', keysHint: 'j / k to move, ? for all shortcuts', keysNote: 'Letters work only for actions open to you on this case; each stands beside its action. What can be taken back and needs no words is done at once; with Shift it asks for a note first. Ctrl + Enter sends a form.',
  key: { j: 'Next case', k: 'Previous case', o: 'Go into the case', q: 'Select this case', n: 'Register a case', search: 'Search', z: 'Undo what was just done', Esc: 'Close, cancel', help: 'All shortcuts' },
  watch: {
    title: 'Supervision', byUnit: 'By unit', byArea: 'By area', byCommittee: 'By committee', unit: 'Unit', open: 'Open', late: 'Overdue', soon: 'Due within 4 h', supervised: 'Supervised', today: 'Reported today', closedToday: 'Closed today', all: 'All units',
    lists: { late: 'Overdue', soon: 'Due soon', watch: 'Supervised' }, none: 'Nothing to supervise', pick: 'Select cases to chase several at once', latest: 'longest overdue first',
  },
  people: {
    title: 'People', passwordOf: 'Password', reset: 'Set a new password', resetNote: 'Shown this once; hand it over in person', active: 'active', add: 'Add a person', search: 'Name or login', allUnits: 'All units', name: 'Name', nameEn: 'English name', login: 'Login', unit: 'Unit', roles: 'Roles', committees: 'Committees', areas: 'Areas', password: 'First password', passwordRule: '12 characters or more',
    duty: 'On duty', inactive: 'Inactive', count: '{n} people',
    role: { inspector: 'Grid inspector', 'grid-leader': 'Grid leader', committee: 'Committee officer', handler: 'Handler', 'unit-lead': 'Unit head', operator: 'Operator', 'duty-chief': 'Duty chief', supervisor: 'Supervisor', leader: 'Leader', admin: 'Administrator' },
  },
  categories: {
    title: 'Categories and limits', search: 'Code or name', code: 'Code', name: 'Category', lead: 'Default lead', committee: 'Local committee', reply: 'Answer within', public: 'Open to residents', selfHandle: 'Settle on the spot', urgent: 'Urgent', evidenceAfter: 'Photos after', evidenceBefore: 'Photos before', photos: '{n}',
    kind: { event: 'Events', component: 'Components', hotline: 'Hotline' }, edit: 'Edit', none: 'none', note: 'Changes apply to cases accepted from now on.', saved: 'Saved',
  },
  cells: {
    title: 'Grid cells', search: 'Code, name or committee', count: '{n} cells', open: '{n} open', name: 'Name', nameEn: 'English name', code: 'Code', committee: 'Committee', shape: 'Change the boundary', shapeHint: 'Drag a point of the edge; it snaps to the neighbours', pick: 'Choose a cell on the map or in the list',
    take: 'Export GeoJSON', give: 'Import GeoJSON', accepted: 'In force: {n} cells', refused: 'Nothing was changed: {n} faults in the file', overlap: '{a} and {b} overlap by {n} m²', gap: '{a} has {n} m² without a cell', more: '{n} more', cases: 'Its cases',
  },
  calendar: {
    title: 'Working calendar', notice: 'Source: {notice}', provisional: 'Not yet announced; statutory holidays assumed', kind: { holiday: 'Holiday', 'make-up': 'Make-up working day', weekend: 'Weekend', working: 'Working day' }, days: '{n} working days', months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'], weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  },
}

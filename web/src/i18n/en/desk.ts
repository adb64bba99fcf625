export default {
  title: 'Yiwang · Desk',
  views: { queue: 'To do', unit: 'My unit', mine: 'Mine', late: 'Overdue', soon: 'Due soon', watch: 'Supervised', open: 'All open', all: 'All' },
  count: '{n} cases', choose: 'Choose a case on the left', fresh: 'Register', filterText: 'Number, title, address, words',
  near: 'Similar cases near by', metres: '{n} m', sameCategory: 'same kind', noNear: 'No open case near by',
  clocks: 'Clocks', story: 'Story', reporters: 'Reporters', assistants: 'Assistants', photos: 'Photos', description: 'Report',
  answerDue: 'answer due', answered: 'answered', notAnswered: 'not answered', reworks: 'rework {n}', returns: 'returns {n}', reopens: 'reopened {n}',
  suspendedFor: 'Suspended: {reason}', extensionAsked: 'More time asked for: {amount} {unit}, {reason}', undo: '{action}: done', takeBack: 'Take back',
  selected: '{n} chosen', bulkDone: '{done} done, {refused} refused', keys: 'Keys: j/k move, / search, n register, ? help', supervision: 'Supervision level {level}, {state}',
  acknowledged: 'acknowledged', unacknowledged: 'not acknowledged', copy: 'Copy the number', print: 'Print', place: 'Place', pickPlace: 'Choose the place on the map', similar: 'Already there', name: 'Name', phone: 'Telephone', channel: 'Channel',
  screen: 'Command screen', lead: 'Lead', handler: 'Handler', reportedAt: 'Reported',
}

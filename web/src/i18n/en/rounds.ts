/** Campaigns, records with their inspections, inspection records on paper. */
export default {
  tabs: { coverage: 'Coverage', campaigns: 'Campaigns', records: 'Records' },
  campaign: {
    start: 'Start a campaign', round: 'What is inspected', name: 'Name', from: 'From', to: 'To', unit: 'Walked by', cellPeople: 'Those responsible for the cell', choose: 'What is looked at', text: 'Name or key', committee: 'Committee', everywhere: 'All committees', where: 'By a rule', whereHint: 'such as record.grade == \'red\'', keys: 'Or keys, one a line',
    earlier: 'Earlier campaigns', count: '{n} chosen', begin: 'Start', cancel: 'Cancel', none: 'No campaign yet', noRound: 'No package has a round for campaigns', over: 'Over', running: 'Running', by: 'started by {name}',
    total: 'To be seen', made: 'Seen', missed: 'Missed', open: 'Still open', failed: 'With findings', found: 'Cases', rectified: 'Put right', overdue: 'Overdue', share: 'Put right', done: 'Seen', end: 'End early', reason: 'Why', ended: 'Ended early by {name}: {reason}', misses: 'Not seen yet', back: 'All campaigns', byCommittee: 'By committee',
  },
  records: { first: 'the first of them only', register: 'Register', by: 'Grouped by', show: 'Show', group: '{name}', other: 'In no group', inspected: 'Inspected {n} of {total}', open: '{n} open', overdue: '{n} overdue', never: 'Not inspected in this period', at: 'Inspected {day}', hint: 'Choose a register and a field to group by', all: 'All {n}', ungraded: 'Ungraded' },
  paper: { get: 'Download the record', title: 'Verify an inspection record', genuine: 'Agrees with the record', genuineNote: 'Nothing in this inspection record has been changed.', firstForm: 'This paper is of the earlier form: types of cases and the mark of a second look were not yet covered by its digest.', changed: 'Does not agree with the record', changedNote: 'It was changed, or did not come from here. Ask whoever issued it.', checking: 'Checking…', cases: 'Case {n}' },
}

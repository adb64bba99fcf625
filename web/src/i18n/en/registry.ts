export default {
  title: 'Registers', count: '{n} entries', score: 'Score', none: 'Nothing entered yet', empty: 'No entry matches', noRegisters: 'There is no register that you may read', pack: 'Defined by the package “{pack}”', readOnly: 'Read only',
  search: 'Search key, name, address …', add: 'Enter', export: 'Export', import: 'Import', map: 'Map', table: 'List', all: 'All', more: '{n} more', back: 'All registers',
  key: 'Key', label: 'Name', committee: 'Committee', confirmed: 'Confirmed', stale: 'Not confirmed for long', retiredOn: 'Retired', noPlace: 'No place', outside: 'Outside the sub-district', place: 'Place', pick: 'Click the map to set the place',
  state: { current: 'Current', retired: 'Retired', all: 'All' }, sort: { key: 'By key', changed: 'Latest changes', confirmed: 'Longest unconfirmed' }, onlyStale: 'Only long unconfirmed', filters: 'Filter', clear: 'Clear',
  edit: 'Change', save: 'Save', cancel: 'Cancel', confirm: 'Still right', confirmedNow: 'Confirmed', retire: 'Retire', restore: 'Take up again', remove: 'Delete', close: 'Close', missing: '{n} fields empty',
  history: 'History', asOf: 'As of', today: 'Now', relations: 'Relations', names: 'Belongs to', namedBy: 'Named by', nothingRelated: 'No related entries', onDay: 'As it was on {day}', by: '{name}', sheet: 'from a sheet',
  act: { insert: 'Entered', change: 'Changed', confirm: 'Confirmed', retire: 'Retired', restore: 'Taken up again', delete: 'Deleted' }, source: { hand: 'by hand', import: 'import', undo: 'import undone' },
  reveal: 'Show', revealFor: 'Purpose', purpose: { check: 'Checking the entry', contact: 'Contacting the person', case: 'Handling a case', emergency: 'Emergency' }, revealNote: 'Showing it goes on record',
  lookup: 'Type a name or a key', notFound: 'Nothing found; try another word', chooseOne: 'Choose one from the list', lookupOffline: 'Without a network nothing can be looked up; the whole key and Enter will do', rewrite: 'Rewrite', leave: 'Leave as it is', wanted: 'Required',
  part: {
    complete: 'Complete', fresh: 'Fresh', unique: 'Unique', placed: 'Placed',
    completeIs: 'fields filled in ÷ fields asked', freshIs: 'confirmed within {days} days ÷ all', uniqueIs: 'without a suspected twin ÷ all (same name within 50 m, or same identifying value)', placedIs: 'inside the sub-district and in the same committee as what they belong to ÷ all',
  },
  formula: 'Score = mean of the shares, weighted {weights}, × 100; only current entries count', todo: '{n} to do', nothingToDo: 'Nothing to do', confirmAll: 'Selected are still right ({n})', selectPage: 'Select page', done: '{n} confirmed',
  why: { incomplete: 'Empty: {missing}', stale: 'Not confirmed since {day}', 'same-name': 'Same name as “{other}” nearby', 'same-value': 'Same identifying value as “{other}”', outside: 'No place, or outside the sub-district', elsewhere: 'Not in the same committee as “{other}”' },
  fix: { incomplete: 'Fill in', stale: 'Check and confirm', 'same-name': 'Check; retire one', 'same-value': 'Check; retire one', outside: 'Set the place', elsewhere: 'Check place or relation' },
  sheets: {
    title: 'Import a sheet', template: 'Template', templateHint: 'with explanations and drop-downs', choose: 'Choose a sheet (.xlsx)', hint: 'Preview first; nothing changes until you apply. At most 50,000 rows', reading: 'Reading …', preview: 'Preview',
    act: { insert: 'New', change: 'Changed', same: 'Unchanged', reject: 'Rejected' }, row: 'Row {n}', apply: 'Apply ({inserted} new, {changed} changed)', drop: 'Drop', confirming: 'The {n} unchanged ones count as confirmed, too', faults: 'Download with faults marked',
    rejectedNote: '{n} rejected rows are left out; mend them and upload again', empty: '{n} empty rows besides', applied: 'Applied: {inserted} new, {changed} changed', undone: 'Undone', undo: 'Undo the whole import', partly: 'Undo the others', past: 'Past imports',
    state: { pending: 'Waiting', applied: 'Applied', undone: 'Undone', dropped: 'Dropped' }, nothing: 'None of these', wholeRow: 'Whole row', from: '{from} → {to}', blank: 'empty', next: 'Further rows',
  },
}

export default {
  title: 'Alarms', open: '{n} open', unseen: '{n} not acknowledged', critical: '{n} critical', none: 'No alarms', choose: 'Choose an alarm to see its course', more: 'More',
  state: { open: 'Open', unseen: 'Not acknowledged', all: 'All' },
  severity: { NOTICE: 'Notice', MINOR: 'Minor', MAJOR: 'Major', CRITICAL: 'Critical' },
  column: { alarm: 'Alarm', device: 'Device', place: 'Committee', since: 'Since', state: 'State' },
  active: 'Going on', over: 'Over at {at}', seen: 'Acknowledged by {name}', notSeen: 'Not acknowledged', verdict: { true: 'Right', false: 'False alarm' },
  what: { RAISED: 'Began', WORSE: 'Got worse', BETTER: 'Got better', REMINDED: 'Reminder', WITHDRAWN: 'Order taken back', CLEARED: 'Over' },
  cause: { condition: 'condition holds', duration: 'held long enough', silence: 'nothing heard', 'too-many': 'too many alarms', 'flood-over': 'flood is over', level: 'level changed', still: 'still going on', quiet: 'did not come again', heard: 'heard again', hand: 'ended by hand', forbidden: 'safety forbids it', maintenance: 'maintenance', gone: 'device is gone', withdrawn: 'rule withdrawn' },
  act: { acknowledge: 'Acknowledge', comment: 'Comment', true: 'Right', false: 'False alarm', end: 'End by hand' }, words: 'Words', said: '{name} · {act}',
  course: 'Course', told: 'What the device told', asked: 'Asked of the device', withheld: 'Not asked: safety forbids it', part: 'Part {part}', deviceLink: 'See the device',
  maintenance: { title: 'Maintenance', until: 'In maintenance until {at}', begin: 'Begin maintenance', end: 'End maintenance', hours: 'For', for: '{n} h', reason: 'Reason', by: '{name}: {reason}', not: 'No alarms meanwhile' },
}

export default {
  title: 'Devices', search: 'Serial number, name', allKinds: 'All kinds', none: 'No such devices', noKinds: 'No package with devices is in force yet', count: '{n} in all', more: 'More', strangers: 'Unknown senders refused today: {n}', back: 'All devices',
  column: { device: 'Device', kind: 'Kind', place: 'Place', heard: 'Last heard', today: 'Messages today', refused: 'Refused', throttled: 'Throttled', letters: 'Not understood', secret: 'Secret' },
  places: { all: 'By place', count: '{level}: {active} of {n} active', nowhere: 'Place not entered', picture: 'See the picture', empty: 'No device here yet', cases: 'Cases', noCases: 'No cases yet' },
  never: 'Never heard', silent: 'Silent too long', connected: 'Online',
  secret: { none: 'None', valid: 'Valid', revoked: 'Revoked', issue: 'Issue a secret', again: 'Issue another', revoke: 'Revoke', shown: 'The secret is shown this once: enter it in the device now', note: 'User name is the serial number {serial}, secret:', issued: 'Issued {at}', ended: 'Revoked {at}', ask: 'The old secret ends at once and the device is cut off. Issue another?', askRevoke: 'The device is cut off within seconds. Revoke?', yes: 'Yes', done: 'Noted' },
  facts: { topic: 'Topic', family: 'Family', above: 'Hangs on', heartbeat: 'Heartbeat', seconds: '{n} s', record: 'Record' },
  latest: 'Last values', messages: 'Last messages', at: 'Taken in', deviceTime: 'Device time', id: 'Id', kind: 'Message', values: 'What it says', place: 'Partition/offset', noMessages: 'No message yet',
  letters: { title: 'Not understood', none: 'Everything was understood', replay: 'Read again', done: '{taken} understood now, {left} still not', note: 'Mend the kind of device in its package, then have what was kept read again', bytes: '{n} bytes' },
  recording: { title: 'Recording', hint: 'CSV with the columns device, message and payload', choose: 'Choose a file', readable: '{n} can be read', unreadable: '{n} cannot', take: 'Read into the log', taken: '{n} read into the log', line: 'Line {n}' },
  services: { title: 'Programs', hint: 'They may hand in for any device', name: 'Name of the program', issue: 'Issue a secret', none: 'None yet' },
}

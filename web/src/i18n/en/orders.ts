export default {
  title: 'Orders to the device', none: 'Nothing was asked of it yet', choose: 'Choose an order', reason: 'Reason', give: 'Send', note: 'The device decides by its own safety logic and answers; the reason goes into the audit trail', by: '{name}: {reason}', byRule: 'By rule', takesBack: 'Takes the order before back', tries: 'Sent {n} times', answered: 'Answered at {at}',
  state: { WAITING: 'To be sent', SENT: 'Sent, no answer yet', DONE: 'Done', REFUSED: 'Refused by the device', FAILED: 'No answer', EXPIRED: 'Not online, expired', WITHDRAWN: 'Taken back', WITHHELD: 'Not sent: safety forbids it' },
}

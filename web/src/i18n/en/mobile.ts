export default {
  title: 'Report it', where: 'Where is it?', whereHint: 'Tap the map to set the pin, tap again to move it', what: 'What is it?', words: 'Say it in one sentence', phone: 'Telephone (optional, for questions)', send: 'Send', photo: 'Photo',
  promise: 'We will answer {by}', number: 'Number {n}', link: 'Keep this link to see how it goes', follow: 'See how it goes', again: 'Report another', large: 'Large type', staff: 'Staff sign-in', findCategory: 'A word such as “litter” or “parking”',
  answer: 'Answer', answerBy: 'Answer due', steps: 'So far', add: 'Add something', rate: 'Are you satisfied?', solved: 'Is it solved?', reopen: 'Not solved, please look again', thanks: 'Thank you', locate: 'Use my position', tasks: 'Tasks', noTasks: 'Nothing to do', back: 'Back',
}

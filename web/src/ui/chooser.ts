/** The page on which one chooses a screen. It has no framework, so that it is there at once. */
import './tokens.css'
import './loading.css'
import './chooser.css'
import { showLoading } from './loading'

void showLoading(({ done, total }) => `${document.body.dataset.loading} · ${done.toLocaleString()} / ${total.toLocaleString()}`)

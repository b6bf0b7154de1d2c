// The line of a view that has nothing to show because its request failed: why, and a button to try again.
import { button, element } from './dom.js';

/** `what` begins the line ("No map"). */
export function createFailureNote(className, what, retry) {
  const view = element('p', { class: className, role: 'alert', hidden: true });
  return {
    view,
    show(error) {
      view.replaceChildren(`${what}: ${error.message} `, button('Try again', retry));
      view.hidden = false;
    },
    hide() {
      view.hidden = true;
    },
  };
}

// The browser's history as the list of states: each has its address, and remembers how far it was scrolled.
import { linkTo, readState } from './state.js';

const scrollPause = 120; // ms without scrolling after which the position is noted

/** A new list begins at its top, but whoever sets filters on a narrow page, or with keys in a hit, goes on from there. */
function scrollToTop() {
  const before = window.scrollY;
  window.scrollTo(0, 0);
  const focused = document.activeElement;
  const goesOn = focused.closest('aside') !== null || (focused.closest('.hit') !== null && focused.matches(':focus-visible'));
  if (!goesOn || focused.getBoundingClientRect().bottom <= window.innerHeight) return;
  window.scrollTo(0, before);
  focused.scrollIntoView({ block: 'nearest' });
}

/** `onReturn(state)` is called when the user goes back or forward. */
export function createHistory(onReturn) {
  let settled = false; // false while a state is being drawn: scrolling then is not the user's
  let fresh = false; // whether the state is a new one, not one that was returned to
  let timer = 0;

  function noteScroll() {
    if (settled) history.replaceState({ ...history.state, scroll: window.scrollY }, '');
  }

  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(noteScroll, scrollPause);
  }, { passive: true });
  addEventListener('pagehide', noteScroll);
  addEventListener('popstate', () => {
    clearTimeout(timer);
    settled = false;
    fresh = false;
    onReturn(readState(location.search));
  });

  return {
    /** A new entry. One that keeps its place in the list (`sameList`) keeps its scroll position too. */
    push(state, sameList) {
      clearTimeout(timer);
      noteScroll();
      settled = sameList;
      fresh = true;
      history.pushState({ scroll: sameList ? window.scrollY : 0 }, '', linkTo(state));
    },
    replace(state) {
      history.replaceState(history.state, '', linkTo(state));
    },
    /** Whether the state is seen from its top when it is drawn. */
    isAtTop: () => (history.state?.scroll ?? 0) === 0,
    /** To be called when a state is drawn: scrolls to where it was left. */
    drawn() {
      if (!settled && fresh) scrollToTop();
      else if (!settled) window.scrollTo(0, history.state?.scroll ?? 0);
      settled = true;
    },
  };
}

// What the map says of places in words.
import { counted, countsOf, grouped } from './counts.js';

export function nameOfKind(kind) {
  return kind.replaceAll('_', ' ');
}

/** "Raqqa, city: 16 passages in 9 articles; 2 places near it" */
export function describedPlace(place, near = []) {
  const others = near.length > 0 ? `; ${counted(near.length, 'place')} near it` : '';
  return `${place.name}, ${nameOfKind(place.kind)}: ${countsOf(place)}${others}`;
}

/** What lies outside of the view is said, since the first view leaves out what is far from the rest. */
export function summaryOfPlaces(places, outside) {
  if (places.length === 0) return 'No place of these passages has a known position.';
  const beyond = outside === 0 ? '' : `, ${grouped(outside)} of them outside of this view`;
  return `${counted(places.length, 'place')}${beyond}. Circles are as large as their passages are many; countries are shaded.`;
}

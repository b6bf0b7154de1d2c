// Saves all hits of the search as a file. The request may need the token, so it is no plain link.
import { request } from './api.js';
import { element } from './dom.js';
import { keepingFocus } from './kept_focus.js';
import { listParameters } from './state.js';

const formats = [
  ['csv', 'Table (CSV)', 'csv'],
  ['json', 'JSON', 'json'],
  ['markdown', 'Text with sources (Markdown)', 'md'],
  ['geojson', 'Places (GeoJSON)', 'geojson'],
];

function fileName(state, ending) {
  const words = state.q.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `furat${words ? `-${words}` : ''}.${ending}`;
}

/** `menu` gets the link for the moment of the click: one outside of it would close it. */
function save(blob, name, menu) {
  const url = URL.createObjectURL(blob);
  const link = element('a', { href: url, download: name });
  menu.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the browser reads it after the click
}

export function createExport(root, app) {
  const what = element('p', {});
  const outcome = element('p', { role: 'status' });
  const buttons = formats.map(([format, label, ending]) =>
    element('li', {}, element('button', { type: 'button', onclick: () => run(format, ending) }, label)));
  const menu = element('details', { class: 'menu', hidden: true },
    element('summary', {}, 'Export'),
    element('div', { class: 'menu-body' }, what, element('ul', {}, ...buttons), outcome));

  root.append(menu);
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
    event.stopPropagation();
  });
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });

  /** What the file has: the server gives a limited number of hits at once, and says how many. */
  function heldBy(response, format) {
    const [given, total] = ['Furat-Hits', 'Furat-Total-Hits'].map((name) => Number(response.headers.get(name)));
    return format === 'geojson' || given >= total ? '' : `, with the first ${given} of ${total}: the server gives no more at once`;
  }

  async function run(format, ending) {
    const state = app.state();
    const parameters = listParameters(state);
    parameters.set('format', format);
    if (format !== 'geojson') parameters.set('limit', 'all');
    outcome.textContent = 'Fetching …';
    try {
      const response = await request('/api/search', parameters);
      const name = fileName(state, ending);
      save(await response.blob(), name, menu);
      outcome.textContent = `Saved as ${name}${heldBy(response, format)}`;
    } catch (error) {
      outcome.textContent = error.message;
    }
  }

  function show(shown) {
    keepingFocus(root, () => {
      menu.hidden = !shown;
    });
  }

  return {
    draw(state, answer) {
      const total = answer.total_hits;
      const one = state.group === 'article' ? 'article' : 'passage';
      what.textContent = `All ${total} ${one}s of this search in this order, each with its source, places, dates and actors.`;
      outcome.textContent = '';
      show(total > 0);
    },
    clear() {
      show(false);
    },
  };
}


// Joins the parts of the page: the picture, its lists, the details and the date. What is selected is the
// fragment of the address ("#agreement:cloud-purchase"), so that anything can be linked to.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const canvas = byId('canvas');
  const svg = canvas.querySelector('svg');
  const view = makeView(canvas, svg);
  const spare = byId('spare').content;
  const entries = [...document.querySelectorAll('#outline li > a')].map((link) => ({
    link, row: link.parentElement, ref: refOf(link.getAttribute('href')), words: null,
  }));
  let stop = data.first;
  let focused = ''; // id of the item that Tab comes to
  let matches = null; // refs that the search found; null: it is empty

  function refOf(fragment) {
    try {
      return decodeURIComponent((fragment || '').slice(1));
    } catch {
      return ''; // not a fragment of ours
    }
  }

  // ---- items of the picture

  const shown = new Map(); // item id → its element
  const looks = new Map(); // item id → look → element
  const itemsOf = new Map(); // ref → item ids
  for (const element of svg.querySelectorAll(':scope > g')) shown.set(element.id, element);
  for (const [id, ref] of Object.entries(data.things)) {
    if (!itemsOf.has(ref)) itemsOf.set(ref, []);
    itemsOf.get(ref).push(id);
  }

  function lookOf(id, look) {
    if (!looks.has(id)) looks.set(id, new Map([[0, shown.get(id)]]));
    const known = looks.get(id);
    if (!known.has(look)) {
      const element = document.importNode(spare.getElementById(`look-${look}`), true);
      element.id = id;
      known.set(look, element);
    }
    return known.get(look);
  }

  const isStop = (id) => /^(firm|agreement|conflict)-/.test(id); // lines and areas are for the pointer only

  function dress(id, element) {
    if (!data.things[id]) return;
    if (isStop(id)) {
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', id === focused ? '0' : '-1');
    } else {
      element.setAttribute('aria-hidden', 'true');
    }
    element.classList.toggle('dimmed', matches !== null && !matches.has(data.things[id]));
  }

  function dressAll() {
    if (!shown.has(focused)) focused = [...shown.keys()].find((id) => data.things[id] && isStop(id)) || '';
    for (const [id, element] of shown) dress(id, element);
  }

  // Of a conflict its mark, which comes last, not the line between two pills.
  function boxOf(id) {
    const element = shown.get(id);
    return (id.startsWith('conflict-') ? [...element.querySelectorAll('path')].at(-1) : element).getBBox();
  }

  function ring(name, id) {
    const old = svg.querySelector(`.ring.${name}`);
    if (old) old.remove();
    if (!shown.has(id)) return;
    const box = boxOf(id);
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const rim = name === 'focus' ? 8 : 4;
    rect.setAttribute('class', `ring ${name}`);
    rect.setAttribute('x', box.x - rim);
    rect.setAttribute('y', box.y - rim);
    rect.setAttribute('width', box.width + 2 * rim);
    rect.setAttribute('height', box.height + 2 * rim);
    rect.setAttribute('rx', 10);
    svg.append(rect);
  }

  // ---- what is selected

  const selected = () => refOf(location.hash);
  // A clause is shown by its agreement.
  const shownAs = (ref) => (ref.startsWith('clause:') ? `agreement:${ref.slice(7).split('/')[0]}` : ref);

  function ringSelected() {
    const id = (itemsOf.get(shownAs(selected())) || []).find((item) => isStop(item) && shown.has(item));
    ring('chosen', id);
    return id;
  }

  function open() {
    const target = byId(selected());
    const article = (target && target.closest('#details article')) || byId('overview');
    for (const other of document.querySelectorAll('#details article.open')) other.classList.remove('open');
    article.classList.add('open');
    if (target && target !== article && article.contains(target)) target.scrollIntoView({ block: 'start' });
    else byId('details').scrollTop = 0;
    for (const { link, ref } of entries) {
      if (ref === shownAs(selected())) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const id = ringSelected();
    if (id) view.reveal(boxOf(id));
  }

  function choose(ref) {
    location.hash = ref ? `#${encodeURI(ref)}` : '#overview';
  }

  // ---- the date

  function sayOfTerms(ref) {
    const [said, at] = data.holds[ref];
    const [truth, because] = said[at[stop]];
    const note = byId(ref).querySelector('.holds');
    note.hidden = truth === 'yes';
    note.textContent = `${truth === 'no' ? 'Doesn’t hold' : 'May hold'} ${data.stops[stop]}: ${because}.`;
    return truth;
  }

  function sayOfConflict(ref) {
    const variant = data.conflicts[ref][stop];
    const article = byId(ref);
    for (const part of article.querySelectorAll('.variant')) part.hidden = Number(part.dataset.variant) !== variant;
    const note = article.querySelector('.holds');
    note.hidden = variant >= 0;
    note.textContent = `No conflict ${data.stops[stop]}.`;
    return variant >= 0 ? 'yes' : 'no';
  }

  function redraw() {
    const active = document.activeElement;
    const held = active && canvas.contains(active) ? active.id : '';
    for (const [id, at] of Object.entries(data.looks)) {
      const before = shown.get(id);
      if (at[stop] < 0) {
        if (before) {
          lookOf(id, 0); // keeps it for when it comes back
          before.remove();
          shown.delete(id);
        }
        continue;
      }
      const element = lookOf(id, at[stop]);
      if (before && before !== element) before.replaceWith(element);
      else if (!before) svg.append(element);
      shown.set(id, element);
    }
    dressAll();
    ringSelected();
    if (held && shown.has(held)) shown.get(held).focus({ preventScroll: true });
  }

  function setStop(next) {
    stop = Math.min(data.stops.length - 1, Math.max(0, next));
    const words = data.stops[stop][0].toUpperCase() + data.stops[stop].slice(1);
    const slider = byId('date');
    slider.value = stop;
    slider.setAttribute('aria-valuetext', words);
    byId('date-words').textContent = words;
    byId('as-of').textContent = words;
    byId('may').hidden = !data.may[stop];
    byId('earlier').disabled = stop === 0;
    byId('later').disabled = stop === data.stops.length - 1;
    document.querySelectorAll('#legend > .legend').forEach((legend, i) => {
      legend.hidden = i !== data.legends[stop];
    });
    const truths = new Map();
    for (const ref of Object.keys(data.holds)) truths.set(ref, sayOfTerms(ref));
    for (const ref of Object.keys(data.conflicts)) truths.set(ref, sayOfConflict(ref));
    for (const { row, ref } of entries) {
      const fades = (data.faded[ref] || []).includes(stop);
      row.classList.toggle('faded', fades || (ref in data.conflicts && truths.get(ref) === 'no'));
      row.classList.toggle('depends', truths.get(ref) === 'depends');
    }
    redraw();
  }

  // ---- search

  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  function wordsOf(entry) {
    if (entry.words === null) {
      const article = byId(entry.ref);
      entry.words = plain(`${entry.row.textContent} ${article ? article.textContent : ''}`);
    }
    return entry.words;
  }

  function search(text) {
    const sought = plain(text).split(/\s+/).filter(Boolean);
    const hits = entries.filter((entry) => sought.every((word) => wordsOf(entry).includes(word)));
    const named = hits.filter(({ link }) => sought.every((word) => plain(link.textContent).includes(word)));
    // What is called so comes first: Enter opens it.
    matches = sought.length > 0 ? new Set([...named, ...hits].map((entry) => entry.ref)) : null;
    for (const { row, ref } of entries) row.hidden = matches !== null && !matches.has(ref);
    for (const block of document.querySelectorAll('#outline details'))
      block.hidden = !block.querySelector('li:not(.parts):not([hidden])');
    byId('found').textContent = matches === null ? '' : `${hits.length} of ${entries.length} found`;
    dressAll();
  }

  // ---- keyboard

  function middle(id) {
    const box = boxOf(id);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  // The nearest item that way; what lies off the way counts as farther.
  function beside(id, dx, dy) {
    const from = middle(id);
    let best = '';
    let least = Infinity;
    for (const other of shown.keys()) {
      if (other === id || !data.things[other] || !isStop(other)) continue;
      const at = middle(other);
      const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
      const across = Math.abs((at.x - from.x) * dy - (at.y - from.y) * dx);
      if (along > 1 && along + 2 * across < least) {
        least = along + 2 * across;
        best = other;
      }
    }
    return best;
  }

  function focusItem(id) {
    if (!id) return;
    const before = shown.get(focused);
    if (before) before.setAttribute('tabindex', '-1');
    focused = id;
    shown.get(id).setAttribute('tabindex', '0');
    shown.get(id).focus({ preventScroll: true });
    view.reveal(boxOf(id));
  }

  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  canvas.addEventListener('keydown', (event) => {
    const item = event.target.closest('g[role=button]');
    if (!item) return;
    if (ways[event.key]) focusItem(beside(item.id, ...ways[event.key]));
    else if (event.key === 'Enter' || event.key === ' ') {
      choose(data.things[item.id]);
      open();
      const article = document.querySelector('#details article.open');
      article.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });

  function escape() {
    const id = (itemsOf.get(shownAs(selected())) || []).find((item) => isStop(item) && shown.has(item));
    const wasInDetails = byId('details').contains(document.activeElement);
    choose('');
    if (id && wasInDetails) focusItem(id);
  }

  const keys = {
    '+': () => view.zoomBy(1.25), '=': () => view.zoomBy(1.25), '-': () => view.zoomBy(0.8), 0: view.fit,
    '/': () => byId('search').focus(), l: toggleLegend, d: toggleTheme, Escape: escape,
  };

  document.addEventListener('keydown', (event) => {
    const isTyping = event.target.matches('input[type=search]');
    if (event.ctrlKey || event.metaKey || event.altKey || (isTyping && event.key !== 'Escape')) return;
    if (isTyping && event.target.value !== '') return; // Esc empties the field first
    if (!keys[event.key]) return;
    keys[event.key]();
    event.preventDefault();
  });

  // ---- controls

  function toggleLegend() {
    const legend = byId('legend');
    legend.hidden = !legend.hidden;
    byId('toggle-legend').setAttribute('aria-pressed', String(!legend.hidden));
  }

  const isDark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  };

  function nameTheme() {
    byId('theme').textContent = isDark() ? 'Light' : 'Dark';
  }

  function toggleTheme() {
    if (document.body.dataset.themes === '1') return;
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  }

  canvas.addEventListener('click', (event) => {
    let item = event.target.closest('g');
    while (item && !data.things[item.id]) item = item.parentElement.closest('g');
    choose(item ? data.things[item.id] : '');
  });
  canvas.addEventListener('focusin', (event) => ring('focus', event.target.matches(':focus-visible') ? event.target.id : ''));
  canvas.addEventListener('focusout', () => ring('focus', ''));
  byId('search').addEventListener('input', (event) => search(event.target.value));
  byId('search').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && matches && matches.size > 0) choose([...matches][0]);
  });
  byId('date').addEventListener('input', (event) => setStop(Number(event.target.value)));
  byId('earlier').addEventListener('click', () => setStop(stop - 1));
  byId('later').addEventListener('click', () => setStop(stop + 1));
  byId('zoom-in').addEventListener('click', () => view.zoomBy(1.25));
  byId('zoom-out').addEventListener('click', () => view.zoomBy(0.8));
  byId('fit').addEventListener('click', view.fit);
  byId('toggle-legend').addEventListener('click', toggleLegend);
  byId('theme').addEventListener('click', toggleTheme);
  addEventListener('hashchange', open);

  // The legend begins hidden where it would lie on the picture.
  function isLegendInTheWay() {
    const legend = byId('legend').getBoundingClientRect();
    return [...shown].some(([id, element]) => {
      const box = element.getBoundingClientRect();
      return isStop(id) && box.left < legend.right && box.right > legend.left &&
             box.top < legend.bottom && box.bottom > legend.top;
    });
  }

  document.documentElement.classList.remove('no-script');
  svg.setAttribute('role', 'group');
  byId('dates').hidden = data.stops.length < 2;
  nameTheme();
  setStop(data.first);
  if (isLegendInTheWay()) toggleLegend();
  open();
})();

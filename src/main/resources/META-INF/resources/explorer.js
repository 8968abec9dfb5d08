// Adds to pages that work without it: names as one types, notes at the pointer, and the query in the clipboard.

/** The date of the page, which links keep. */
const AT = new URLSearchParams(location.search).has('at') ? `?at=${encodeURIComponent(new URLSearchParams(location.search).get('at'))}` : '';
const KINDS = (type) => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** A link to the page of a record, in the list under a search box. */
function option({ name, node }, index, chosenOne) {
  const [kind, ...slug] = node.id.split(':');
  const link = document.createElement('a');
  link.href = `/${kind.replaceAll('_', '-')}/${encodeURIComponent(slug.join(':'))}${AT}`;
  link.id = `hit-${index}`;
  link.setAttribute('role', 'option');
  link.tabIndex = -1;
  const title = document.createElement('span');
  title.dir = 'auto';
  title.textContent = node.label;
  const detail = document.createElement('span');
  detail.className = 'muted';
  detail.textContent = ` ${KINDS(node.__typename)}${name === node.label ? '' : ` · ${name}`}`;
  link.append(title, detail);
  if (chosenOne) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      chosenOne(node);
    });
  }
  return link;
}

/**
 * Shows the records of a name while it is typed.
 *
 * @param box holds the input and the list below it
 * @param chosenOne is told of the record that is chosen; without it, its page opens
 */
function typeAhead(box, chosenOne) {
  const input = box.querySelector('input');
  const list = document.createElement('div');
  let chosen = -1;
  let asked = 0;
  list.className = 'hits';
  list.id = `hits-${Math.random().toString(36).slice(2)}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.hits);
  list.hidden = true;
  box.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const isWanted = ({ node }) => !box.dataset.only || node.id.startsWith(`${box.dataset.only}:`);

  function show(links) {
    chosen = -1;
    list.replaceChildren(...links);
    list.hidden = links.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  }

  const pick = chosenOne && ((node) => {
    chosenOne(node);
    show([]);
    input.focus();
  });

  function choose(next) {
    const links = [...list.children];
    chosen = (next + links.length) % links.length;
    links.forEach((link, index) => link.setAttribute('aria-selected', String(index === chosen)));
    input.setAttribute('aria-activedescendant', links[chosen].id);
  }

  input.addEventListener('input', async () => {
    const turn = ++asked;
    const query = input.value.trim();
    if (!query) {
      show([]);
      return;
    }
    const response = await fetch(`/q/explorer-search?first=${box.dataset.only ? 40 : 8}&query=${encodeURIComponent(query)}`);
    const answer = response.ok ? await response.json() : {};
    // an answer that was overtaken by the next letter is dropped
    if (turn === asked) {
      show((answer.data?.search.nodes ?? []).filter(isWanted).slice(0, 8).map((hit, index) => option(hit, index, pick)));
    }
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : chosen < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].click();
    } else if (event.key === 'Escape') {
      show([]);
    }
  });
  box.addEventListener('focusout', (event) => {
    if (!box.contains(event.relatedTarget)) {
      show([]);
    }
  });
}

/** Shows a record that is picked by its name, and sends its id. */
function picker(box) {
  const input = box.querySelector('input');
  const sent = Object.assign(document.createElement('input'), { type: 'hidden', name: input.name, value: input.value });
  Object.assign(sent.dataset, input.dataset);
  input.removeAttribute('name');
  input.value = input.dataset.label ?? input.value;
  input.addEventListener('input', () => { sent.value = input.value; });
  box.append(sent);
  typeAhead(box, (node) => {
    sent.value = node.id;
    input.value = node.label;
  });
}

/** Shows a footnote beside its mark while the pointer is on it. */
function tips() {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  document.addEventListener('mouseover', (event) => {
    const mark = event.target.closest?.('.marks a');
    const note = mark && document.getElementById(mark.hash.slice(1));
    tip.hidden = !note?.matches('.notes li:not(.open)');
    if (!tip.hidden) {
      tip.replaceChildren(...[...note.children].filter((part) => !part.matches('.close')).map((part) => part.cloneNode(true)));
      const place = mark.getBoundingClientRect();
      const left = Math.max(8, Math.min(place.left + scrollX, document.documentElement.clientWidth - tip.offsetWidth - 8));
      tip.style.setProperty('left', `${left}px`);
      tip.style.setProperty('top', `${place.bottom + scrollY + 6}px`);
    }
  });
}

/** Opens a footnote beside its mark, where the address of the footnote alone would open it at the foot of the window. */
function opening() {
  let mark = null;
  const close = (focus) => {
    document.querySelector('.notes .open')?.classList.remove('open');
    if (location.hash.startsWith('#note-')) {
      location.hash = '#content-';
    }
    if (focus) {
      mark?.focus({ preventScroll: true });
    }
    mark = null;
  };
  const open = (note) => {
    const { left, bottom } = mark.getBoundingClientRect();
    note.tabIndex = -1;
    note.classList.add('open');
    note.style.setProperty('--top', `${bottom + scrollY + 6}px`);
    note.style.setProperty('--left', `${Math.max(16, Math.min(left + scrollX - 24, document.documentElement.clientWidth - note.offsetWidth - 16))}px`);
    note.focus({ preventScroll: true });
  };
  document.addEventListener('click', (event) => {
    const clicked = event.target.closest?.('.marks a');
    const note = clicked && document.getElementById(clicked.hash.slice(1));
    if (note?.matches('.notes li')) {
      event.preventDefault();
      close();
      mark = clicked;
      open(note);
    } else if (event.target.closest?.('.close')) {
      event.preventDefault();
      close(true);
    } else if (!event.target.closest?.('.notes .open')) {
      close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close(true);
    }
  });
}

/** Says for a moment that something is in the clipboard. */
function told(element) {
  const text = element.textContent;
  element.textContent = element.dataset.done;
  setTimeout(() => { element.textContent = text; }, 2000);
}

/** Puts the query of the page into the clipboard. */
function copyingQuery(link) {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    await navigator.clipboard.writeText(await (await fetch(link.href)).text());
    told(link);
  });
}

const COPIES = {
  link: () => location.href.replace(location.hash, ''),
  cite: () => document.querySelector('.cite .copied').textContent.replace(/\s+/g, ' ').trim(),
  curl: () => document.querySelector('.tools code').textContent,
};

function copying(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(COPIES[button.dataset.copy]());
    told(button);
  });
}

/** Adds a slider to the field for a date, from the first year that the page names to this year. */
function sliding(form) {
  const input = form.querySelector('[name=at]');
  const now = new Date().getFullYear();
  const years = document.querySelector('main').textContent.match(/\b(1[0-9]|20)\d\d\b/g) ?? [];
  const asked = Number(input.value.slice(0, 4)) || now;
  const box = document.createElement('div');
  const slider = Object.assign(document.createElement('input'), { type: 'range', max: now });
  slider.min = Math.min(now - 10, asked - (input.value ? 10 : 0), ...years.map(Number));
  slider.value = asked;
  slider.setAttribute('aria-label', form.querySelector('label').textContent);
  slider.addEventListener('input', () => { input.value = slider.value; });
  slider.addEventListener('change', () => form.requestSubmit());
  box.className = 'years';
  box.append(slider.min, slider, slider.max);
  form.append(box);
}

/** Loads the graph when it is wanted for the first time. */
function graphing(details) {
  const start = async () => {
    if (details.open) {
      details.removeEventListener('toggle', start);
      (await import('./explorer-graph.js')).open(details);
    }
  };
  details.addEventListener('toggle', start);
  start();
}

document.querySelectorAll('form.find').forEach((form) => typeAhead(form));
document.querySelectorAll('.pick').forEach(picker);
document.querySelectorAll('details[data-graph]').forEach(graphing);
document.querySelectorAll('form.edit').forEach(async (form) => (await import('./explorer-edit.js')).open(form));
document.querySelectorAll('a.copy').forEach(copyingQuery);
document.querySelectorAll('[data-copy]').forEach(copying);
document.querySelectorAll('form.at').forEach(sliding);
document.querySelectorAll('.tools code').forEach((code) => {
  code.textContent = code.textContent.replace('$HOST', location.origin);
});
document.querySelectorAll('.cite .url').forEach((url) => {
  url.textContent = location.origin + url.textContent;
});
if (matchMedia('(max-width: 42rem)').matches) {
  document.querySelectorAll('details.facets').forEach((details) => { details.open = false; });
}
tips();
opening();

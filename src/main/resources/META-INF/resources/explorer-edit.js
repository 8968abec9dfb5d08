// Sends the form of a record as an edit, and shows what it changes or what is wrong with it.

const EDIT = `mutation ($input: EditInput!) {
  edit(input: $input) {
    edit { id }
    diff { id action fields { field before after } }
    problems { message path }
    warnings { message path }
  }
}`;

const KEY = 'footnote:key';

function element(name, text = '', ...children) {
  const made = document.createElement(name);
  made.append(text, ...children);
  return made;
}

const VALUES = {
  NUMBER: (text) => Number(text),
  YES_OR_NO: (text) => text === 'true',
};

/** The inputs of a record, each under its name. A picked record is sent by its hidden input. */
function inputs(form) {
  return [...form.querySelectorAll('[name]')].filter((input) => input.name !== 'dryRun');
}

/** The fields that differ from the record as it was when the page was made. */
function changed(form) {
  const set = {};
  const touched = new Set(inputs(form).filter((input) => input.value !== input.dataset.was).map((input) => input.name.split('.')[0]));
  for (const input of inputs(form)) {
    const [field, part] = input.name.split('.');
    if (touched.has(field) && field !== 'citing' && field !== 'about') {
      const value = input.value === '' ? null : (VALUES[input.dataset.kind] ?? String)(input.value);
      if (!part) {
        set[field] = value;
      } else if (value !== null) {
        set[field] = { ...set[field], [part]: value };
      } else {
        set[field] ??= null;
      }
    }
  }
  return set;
}

function edit(form, dryRun) {
  const value = (name) => form.querySelector(`[name="${name}"]`)?.value.trim() || undefined;
  const source = value('citing.source');
  const set = changed(form);
  // each changed field has the footnote, and not the record, of which the document may say nothing else
  const citing = source && Object.keys(set).map((field) => ({ source, field, locator: value('citing.locator'), note: value('citing.note') }));
  return {
    dryRun,
    key: dryRun ? undefined : crypto.randomUUID(),
    summary: value('about.summary'),
    changes: [{ [form.dataset.key]: { id: form.dataset.id, expect: Number(form.dataset.expect), set, citing } }],
  };
}

async function send(input, key) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ query: EDIT, variables: { input } }),
  });
  const answer = await response.json();
  return answer.data?.edit ?? { problems: (answer.errors ?? []).map(({ message }) => ({ message, path: [] })), diff: [], warnings: [] };
}

function values(form, { problems, diff, warnings, edit: made }) {
  const list = document.createElement('ul');
  list.className = 'rows';
  [...problems, ...warnings].forEach(({ message }) => list.append(element('li', message)));
  if (problems.length === 0) {
    diff.forEach(({ id, fields }) => fields.filter(({ field }) => field !== 'citations').forEach(({ field, before, after }) => list.append(
      element('li', `${id} · ${field}: `, element('del', before ?? ''), ' ', element('ins', after ?? '')))));
  }
  const text = problems.length > 0 ? form.dataset.refused : made ? form.dataset.saved : form.dataset.checked;
  return [element('p', text), list];
}

/** Marks the field that a problem is about. */
function mark(form, problems) {
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
  for (const { path } of problems) {
    const field = path.includes('set') ? path[path.indexOf('set') + 1] : path.includes('citing') ? 'citing-source' : null;
    const input = field && (form.querySelector(`[id="set-${field}"]`) ?? form.querySelector(`[id="${field}"]`));
    input?.setAttribute('aria-invalid', 'true');
  }
}

export function open(form) {
  const result = form.querySelector('.result');
  const key = form.querySelector('#key');
  key.value = sessionStorage.getItem(KEY) ?? '';
  form.querySelector('.buttons').hidden = false;
  inputs(form).forEach((input) => { input.dataset.was = input.value; });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (Object.keys(changed(form)).length === 0) {
      result.replaceChildren(element('p', form.dataset.unchanged));
      return;
    }
    sessionStorage.setItem(KEY, key.value);
    const payload = await send(edit(form, event.submitter?.value !== 'false'), key.value.trim());
    mark(form, payload.problems);
    result.replaceChildren(...values(form, payload));
    if (payload.edit) {
      // what was saved is what the record is now
      form.dataset.expect = Number(form.dataset.expect) + 1;
      inputs(form).forEach((input) => { input.dataset.was = input.value; });
    }
  });
}

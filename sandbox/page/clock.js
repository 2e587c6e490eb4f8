// Moving the clock, and starting over.
import { h } from './dom.js';
import { icon } from './icons.js';
import { api } from './api.js';
import { ask, attempt, toast } from './overlay.js';

const STEPS = [
  { label: '+10 min', seconds: 600 },
  { label: '+1 hour', seconds: 3600 },
  { label: '+8 hours', seconds: 28_800 },
  { label: '+1 day', seconds: 86_400 },
];
const UNITS = { minutes: 60, hours: 3600, days: 86_400 };

/** The clock tab. */
export function clockPanel(store) {
  const why = h(
    'p',
    { class: 'hint warn', hidden: true },
    'This sandbox runs alone, on real time. Its clock can be moved only where it shares one with the program under test.',
  );
  const moved = h('p', { class: 'hint', role: 'status' });
  const amount = h('input', { type: 'number', min: 1, max: 10_000, value: 2, 'aria-label': 'How much' });
  const unit = h(
    'select',
    { 'aria-label': 'Unit' },
    Object.keys(UNITS).map((name) => h('option', { value: name, selected: name === 'days' }, name)),
  );
  const controls = h('fieldset', null, h('legend', { class: 'sr-only' }, 'Move the clock'));
  let total = 0;
  const advance = async (seconds, label) => {
    try {
      const { now } = await api.advance(seconds);
      store.movedTo = now;
    } catch (error) {
      if (error.status !== 409) toast(error.message, 'error');
      else {
        why.hidden = false;
        controls.disabled = true;
      }
      return;
    }
    total += seconds;
    moved.textContent = `Moved by ${spell(total)} since this page was opened.`;
    toast(`The clock moved ${label}`);
    await attempt(() => store.refetchAll());
  };
  controls.append(
    h(
      'div',
      { class: 'steps' },
      STEPS.map(({ label, seconds }) =>
        h('button', { type: 'button', on: { click: () => advance(seconds, label) } }, label),
      ),
    ),
    h(
      'div',
      { class: 'fields custom' },
      amount,
      unit,
      h(
        'button',
        {
          type: 'button',
          on: { click: () => advance(Number(amount.value) * UNITS[unit.value], `${amount.value} ${unit.value}`) },
        },
        'Move',
      ),
    ),
  );
  return [
    h(
      'div',
      { class: 'block' },
      h('h3', null, 'Move the clock'),
      h('p', { class: 'hint' }, 'Let time pass, to see reminders and deadlines fall due. It only goes forward.'),
      why,
      controls,
      moved,
    ),
    h(
      'div',
      { class: 'block' },
      h('h3', null, 'Start over'),
      h(
        'p',
        { class: 'hint' },
        'Forget all people, topics and messages of this sandbox and seat the first cast again.',
      ),
      h(
        'div',
        { class: 'buttons' },
        h(
          'button',
          { type: 'button', class: 'danger', on: { click: () => reset(store) } },
          icon('reset'),
          'Reset the sandbox',
        ),
      ),
    ),
  ];
}

function spell(seconds) {
  const parts = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
  ];
  let rest = seconds;
  return parts
    .map(([length, name]) => {
      const number = Math.floor(rest / length);
      rest %= length;
      return number ? `${number} ${name}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

async function reset(store) {
  const sure = await ask('Reset the sandbox?', {
    text: 'Everything said here is forgotten. A program connected to it is not told.',
    action: 'Reset',
    danger: true,
  });
  if (!sure) return;
  const done = await attempt(() => api.reset());
  if (!done) return;
  store.forget();
  location.hash = '';
  location.reload();
}

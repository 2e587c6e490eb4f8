// Faults to plant, and the limits that Telegram keeps.
import { h } from './dom.js';
import { api } from './api.js';
import { attempt, toast } from './overlay.js';

const KINDS = [
  {
    kind: '429',
    label: 'Too many requests',
    text: 'Answers 429 and asks to wait.',
    extra: { name: 'retry_after', label: 'Wait, seconds', value: 5 },
  },
  { kind: '500', label: 'Server error', text: 'Answers 500; nothing happens.' },
  { kind: 'refuse', label: 'Refused connection', text: 'The connection closes before the call takes effect.' },
  { kind: 'cut', label: 'Lost answer', text: 'The call takes effect, but its answer never arrives.' },
  {
    kind: 'slow',
    label: 'Slow answer',
    text: 'The answer comes late.',
    extra: { name: 'delay_s', label: 'Delay, seconds', value: 5 },
  },
  { kind: 'to_general', label: 'Lands in General', text: 'A message for a topic ends up in General.' },
];
const METHODS = [
  '*',
  'sendMessage',
  'copyMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'createForumTopic',
  'editForumTopic',
  'closeForumTopic',
  'pinChatMessage',
  'setMessageReaction',
  'answerCallbackQuery',
];

/** The faults tab. */
export function faultsPanel(store) {
  return [faultForm(), limits(store)];
}

function faultForm() {
  const planted = h('ul', { class: 'planted', 'aria-label': 'Planted faults' });
  const kinds = h(
    'div',
    { class: 'choices', role: 'radiogroup', 'aria-label': 'What goes wrong' },
    KINDS.map((one, i) =>
      h(
        'label',
        { class: 'choice' },
        h('input', {
          type: 'radio',
          name: 'fault-kind',
          value: one.kind,
          checked: i === 0,
          on: { change: () => showExtra() },
        }),
        h('span', null, h('b', null, one.label), h('small', null, one.text)),
      ),
    ),
  );
  const method = h(
    'select',
    { 'aria-label': 'Method' },
    METHODS.map((name) => h('option', { value: name }, name === '*' ? 'every method' : name)),
  );
  const times = h('input', { type: 'number', min: 1, max: 1000, value: 1, 'aria-label': 'How many calls' });
  const extraName = h('span');
  const extra = h('input', { type: 'number', min: 0, max: 3600, value: 5 });
  const extraField = h('label', { class: 'field' }, extraName, extra);
  const chosen = () => KINDS.find((one) => one.kind === kinds.querySelector(':checked').value);
  const showExtra = () => {
    const { extra: wanted } = chosen();
    extraField.hidden = !wanted;
    if (!wanted) return;
    extraName.textContent = wanted.label;
    extra.value = wanted.value;
  };
  showExtra();
  const plant = async (event) => {
    event.preventDefault();
    const fault = chosen();
    const body = { method: method.value, kind: fault.kind, count: Number(times.value) };
    if (fault.extra) body[fault.extra.name] = Number(extra.value);
    const done = await attempt(() => api.fault(body));
    if (!done) return;
    const many = body.count === 1 ? 'the next call' : `the next ${body.count} calls`;
    const words = `${fault.label}: ${many} of ${body.method === '*' ? 'any method' : body.method}`;
    planted.append(h('li', null, words));
    toast(`Planted. ${words}`);
  };
  const clear = async () => {
    if ((await attempt(() => api.clearFaults())) === undefined) return;
    planted.replaceChildren();
    toast('Faults cleared');
  };
  return h(
    'form',
    { class: 'block', on: { submit: plant } },
    h('h3', null, 'Make something go wrong'),
    h('p', { class: 'hint' }, 'The next calls of the bot meet this fault. See whether it loses anything.'),
    kinds,
    h(
      'div',
      { class: 'fields' },
      h('label', { class: 'field wide' }, h('span', null, 'Method'), method),
      h('label', { class: 'field' }, h('span', null, 'Calls'), times),
      extraField,
    ),
    h(
      'div',
      { class: 'buttons' },
      h('button', { class: 'primary' }, 'Plant fault'),
      h('button', { type: 'button', on: { click: clear } }, 'Clear all'),
    ),
    planted,
  );
}

function limits(store) {
  const on = h('input', { type: 'checkbox', role: 'switch', checked: store.state.limits?.enabled ?? true });
  const figure = (name, label, value) => ({
    name,
    label,
    input: h('input', { type: 'number', min: 1, max: 10_000, value: store.state.limits?.[name] ?? value }),
  });
  const figures = [
    figure('group_per_minute', 'Group, a minute', 20),
    figure('chat_per_second', 'Chat, a second', 1),
    figure('overall_per_second', 'Overall, a second', 30),
  ];
  const apply = () =>
    attempt(async () => {
      await api.limits({
        enabled: on.checked,
        ...Object.fromEntries(figures.map(({ name, input }) => [name, Number(input.value)])),
      });
      toast(on.checked ? 'Limits are on' : 'Limits are off');
    });
  on.addEventListener('change', apply);
  return h(
    'form',
    {
      class: 'block',
      on: {
        submit: (event) => {
          event.preventDefault();
          apply();
        },
      },
    },
    h('h3', null, 'Telegram’s limits'),
    h('label', { class: 'switch' }, on, h('span', null, 'Keep to the limits')),
    h(
      'div',
      { class: 'fields three' },
      figures.map(({ label, input }) => h('label', { class: 'field' }, h('span', null, label), input)),
    ),
    h('div', { class: 'buttons' }, h('button', null, 'Set limits')),
  );
}

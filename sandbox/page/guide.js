// A short first-run guide: three steps that tick themselves off.
import { h } from './dom.js';
import { icon } from './icons.js';
import { recall, remember } from './format.js';
import { tell } from './overlay.js';

/**
 * The guide above the conversation.
 * @param {HTMLElement} root where it goes, at the top
 * @param {import('./store.js').Store} store
 */
export function guide(root, store) {
  const done = new Set(recall('sandbox.guide', []));
  if (done.has('dismissed')) return;
  const element = h('div', { class: 'guide', role: 'note', 'aria-label': 'First steps', hidden: true });
  root.prepend(element);
  const tick = (step) => {
    if (done.has(step)) return;
    done.add(step);
    remember('sandbox.guide', [...done]);
    render();
  };
  const dismiss = () => {
    tick('dismissed');
    element.remove();
    document.getElementById('composer')?.focus();
  };
  const render = () => {
    const customer = store.state.users.find((user) => !store.isStaff(user));
    const staff = store.state.users.find((user) => store.isStaff(user));
    if (!customer || !staff) return;
    const me = store.user(store.me);
    const writing = me && !store.isStaff(me) ? me : customer;
    const steps = [
      {
        id: 'write',
        text: [
          me?.id === writing.id ? 'You are ' : 'Be ',
          h('b', null, writing.first_name),
          ', a customer. Write something.',
        ],
      },
      { id: 'switch', text: ['Switch to ', h('b', null, staff.first_name), ', open the new topic.'] },
      { id: 'reply', text: ['Reply to the card: the customer hears it.'] },
    ];
    const all = steps.every((step) => done.has(step.id));
    const current = steps.find((step) => !done.has(step.id));
    element.hidden = false;
    element.replaceChildren(
      h(
        'ol',
        null,
        steps.map((step, i) =>
          h(
            'li',
            {
              class: done.has(step.id) ? 'done' : step === current ? 'current' : '',
              'aria-current': step === current ? 'step' : 'false',
            },
            h('span', { class: 'step', 'aria-hidden': 'true' }, done.has(step.id) ? icon('check') : i + 1),
            h('span', null, step.text, done.has(step.id) && h('span', { class: 'sr-only' }, ' Done.')),
          ),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: all ? 'primary' : 'icon-button small',
          'aria-label': 'Dismiss the first steps',
          on: { click: dismiss },
        },
        all ? 'Done' : icon('close'),
      ),
    );
  };
  store.on('state', render);
  store.on('person', () => {
    if (done.has('write') && store.isStaff(store.user(store.me))) tick('switch');
    render();
  });
  store.on('sent', (place) => {
    const staff = store.isStaff(store.user(store.me));
    if (!staff) tick('write');
    else if (store.isGroup(place.chat) && place.thread > 1) {
      tick('switch');
      if (place.isReply) tick('reply');
    }
  });
}

/** What this page is, and its keys. */
export function help() {
  const key = (...names) =>
    h(
      'span',
      { class: 'keys' },
      names.map((name) => h('kbd', null, name)),
    );
  return tell(
    'About this sandbox',
    h(
      'p',
      null,
      'This is not Telegram. It behaves as Telegram does towards a bot, on this machine only, so that you can try one without a token. You play the customers and the staff.',
    ),
    h(
      'dl',
      { class: 'shortcuts' },
      h('div', null, h('dt', null, key('Enter')), h('dd', null, 'send')),
      h('div', null, h('dt', null, key('Shift', 'Enter')), h('dd', null, 'new line')),
      h('div', null, h('dt', null, key('↑')), h('dd', null, 'from an empty box into the messages')),
      h('div', null, h('dt', null, key('R')), h('dd', null, 'reply to the message in focus')),
      h('div', null, h('dt', null, key('X')), h('dd', null, 'react')),
      h('div', null, h('dt', null, key('E')), h('dd', null, 'edit your own')),
      h('div', null, h('dt', null, key('M')), h('dd', null, 'all that can be done with it')),
      h('div', null, h('dt', null, key('Esc')), h('dd', null, 'cancel, or back to the box')),
    ),
  );
}

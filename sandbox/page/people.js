// The left rail: who you are.
import { h, patch, arrowKeys } from './dom.js';
import { icon } from './icons.js';
import { api } from './api.js';
import { ask, attempt } from './overlay.js';
import { avatar } from './avatar.js';
import { fullName, language } from './format.js';
import { isNarrow } from './width.js';

/**
 * Fill the rail and keep it live.
 * @param {HTMLElement} root
 * @param {import('./store.js').Store} store
 */
export function peopleRail(root, store) {
  const groups = { customers: group('Customers', addButton(store)), staff: group('Staff') };
  root.append(
    h('p', { class: 'rail-title', id: 'rail-title' }, 'You are'),
    groups.customers.section,
    groups.staff.section,
  );
  arrowKeys(root, '.person');

  const render = () => {
    const { users } = store.state;
    fill(
      groups.customers.list,
      users.filter((user) => !store.isStaff(user)),
    );
    fill(
      groups.staff.list,
      users.filter((user) => store.isStaff(user)),
    );
    groups.customers.section.hidden = groups.staff.section.hidden = users.length === 0;
  };
  const fill = (list, users) =>
    patch(list, users, {
      key: (user) => String(user.id),
      signature: (user) => JSON.stringify([user, store.me === user.id, store.unreadOf(user)]),
      build: (user) => row(user, store),
    });
  let due = false;
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      render();
    });
  };
  for (const event of ['state', 'person', 'read', 'messages']) store.on(event, soon);
}

function group(title, extra) {
  const list = h('ul', { class: 'people-list' });
  return {
    list,
    section: h('section', { 'aria-label': title }, h('h2', { class: 'rail-heading' }, title, extra), list),
  };
}

function row(user, store) {
  const unread = store.unreadOf(user);
  const mine = store.me === user.id;
  const role = user.role ?? 'customer';
  const name = fullName(user);
  const about = store.isStaff(user)
    ? role
    : (language(user.language_code) ?? (user.username ? `@${user.username}` : 'customer'));
  const label = [`${name}, ${role}`, mine ? 'you' : '', unread ? `${unread} unread` : ''].filter(Boolean).join(', ');
  return h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        title: name,
        dataset: { user: user.id },
        'aria-label': label,
        'aria-current': mine ? 'true' : 'false',
        on: {
          click(event) {
            if (event.detail) event.currentTarget.blur(); // a click, not a key: writing comes next
            store.become(user.id, isNarrow() ? null : undefined);
          },
        },
      },
      h(
        'span',
        { class: 'avatar-box' },
        avatar(user),
        unread > 0 && h('span', { class: 'badge' }, unread > 99 ? '99+' : unread),
      ),
      h(
        'span',
        { class: 'person-text' },
        h('span', { class: 'person-name' }, name),
        h('span', { class: `role role-${role}` }, about),
      ),
    ),
  );
}

function addButton(store) {
  const add = async () => {
    const values = await ask('Add a customer', {
      text: 'They get a private chat with the bot, as if they had just found it.',
      action: 'Add',
      fields: [
        { name: 'first_name', label: 'Name', required: true, maxLength: 64, placeholder: 'Clara' },
        { name: 'username', label: 'Username (optional)', maxLength: 32, placeholder: 'clara' },
        { name: 'language_code', label: 'Language (optional)', maxLength: 8, placeholder: 'en' },
      ],
    });
    if (!values) return;
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
    const user = await attempt(() => api.addUser(filled));
    if (!user) return;
    await attempt(() => store.refreshState());
    store.become(user.id);
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button small',
      'aria-label': 'Add a customer',
      title: 'Add a customer',
      on: { click: add },
    },
    icon('plus'),
  );
}

// What a person can do with a message.
import { api } from './api.js';
import { ask, attempt, openMenu, openPicker, tell, toast } from './overlay.js';
import { h } from './dom.js';

// Telegram's usual ones; a bot may set no others than those of its list either.
const REACTIONS = ['👍', '👎', '❤', '🔥', '🎉', '👏', '😁', '🤔', '😢', '👀', '👌', '🙏', '💯', '🤝', '✍', '🤷'];

/**
 * The actions on messages of the open conversation.
 * @param {import('./store.js').Store} store
 * @param {any} composer
 * @param {(id: number) => void} jump
 */
export function messageActs(store, composer, jump) {
  const base = (message) => ({
    from: store.me,
    chat_id: store.place.chat,
    ...(message.ephemeral
      ? { ephemeral_message_id: message.ephemeral_message_id }
      : { message_id: message.message_id }),
  });
  const refresh = () =>
    store.place && store.refetch(store.place.chat, store.isGroup(store.place.chat) ? store.place.thread : null);

  const toggle = (message, emoji) =>
    attempt(async () => {
      const mine = message.reactions?.some((one) => one.from === store.me && one.emoji === emoji);
      await api.react({ ...base(message), emoji: mine ? null : emoji });
      await refresh();
    });

  const press = async (message, button, element) => {
    element.classList.add('waiting');
    element.setAttribute('aria-busy', 'true');
    const what = button.data === undefined || button.data === null ? { text: button.text } : { data: button.data };
    const result = await attempt(() => api.press({ ...base(message), ...what }));
    element.classList.remove('waiting');
    element.removeAttribute('aria-busy');
    if (!result) return;
    const { answer } = result;
    if (answer?.show_alert && answer.text) await tell(answer.text);
    else if (answer?.text) toast(answer.text);
    else if (answer === null && what.data !== undefined) toast('The bot did not answer this button.');
    await refresh()?.catch(() => null);
  };

  const remove = async (message) => {
    const sure = await ask('Delete this message?', {
      text: 'It goes for everybody. As in Telegram, the bot is not told.',
      action: 'Delete',
      danger: true,
    });
    if (!sure) return;
    await attempt(async () => {
      await api.remove(store.place.chat, [message.message_id]);
      await refresh();
    });
  };

  const copy = async (text, what) => {
    try {
      await navigator.clipboard.writeText(text);
      toast(`${what} copied`);
    } catch {
      await tell(what, h('input', { value: text, readOnly: true, 'aria-label': what }));
    }
  };

  const acts = {
    jump,
    toggle,
    press,
    remove,
    reply: (message) => composer.reply(message),
    edit: (message) => message.from === store.me && composer.edit(message),
    react: (message, anchor, opener = anchor) =>
      openPicker(anchor, REACTIONS, (emoji) => toggle(message, emoji), opener),
    menu(message, anchor, opener) {
      const words = message.text ?? message.caption;
      openMenu(
        anchor,
        [
          !message.ephemeral && { label: 'Reply', icon: 'reply', run: () => acts.reply(message) },
          !message.ephemeral && {
            label: 'React',
            icon: 'react',
            run: () => acts.react(message, opener.closest('.row').querySelector('.bubble'), opener),
          },
          words && { label: 'Copy text', icon: 'copy', run: () => copy(words, 'Text') },
          !message.ephemeral && {
            label: `Copy id ${message.message_id}`,
            icon: 'hash',
            run: () => copy(String(message.message_id), 'Message id'),
          },
          message.from === store.me && words && { label: 'Edit', icon: 'edit', run: () => acts.edit(message) },
          !message.ephemeral && { label: 'Delete', icon: 'trash', danger: true, run: () => remove(message) },
        ],
        opener,
      );
    },
  };
  return acts;
}

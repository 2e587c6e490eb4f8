// Where one writes: text, a reply, an edit, attachments.
import { h } from './dom.js';
import { icon } from './icons.js';
import { api } from './api.js';
import { Drafts } from './drafts.js';
import { asBase64, kindOf, samples } from './upload.js';
import { openMenu, toast } from './overlay.js';
import { senderName } from './bubble.js';
import { block } from './place-menu.js';
import { size } from './format.js';
import { keyOf } from './store.js';
import { summary } from './summary.js';

/** The message box below a conversation. */
export class Composer {
  /** @param {import('./store.js').Store} store */
  constructor(store) {
    this.store = store;
    this.drafts = new Drafts();
    this.key = null;
    this.draft = this.drafts.get('');
    this.build();
    for (const event of ['place', 'person', 'state']) store.on(event, () => this.follow());
    store.on('messages', () => this.renderBar());
    addEventListener('pagehide', () => this.drafts.save());
  }

  build() {
    this.bar = h('div', { class: 'composer-bar', hidden: true });
    this.files = h('ul', { class: 'composer-files', hidden: true, 'aria-label': 'Attached' });
    this.box = h('textarea', {
      id: 'composer',
      rows: 1,
      placeholder: 'Message',
      'aria-label': 'Message',
      dir: 'auto',
      maxLength: 8192,
      enterKeyHint: 'send',
      on: { input: () => this.typed(), keydown: (event) => this.pressed(event), paste: (event) => this.pasted(event) },
    });
    this.picker = h('input', {
      type: 'file',
      multiple: true,
      hidden: true,
      id: 'file-input',
      on: { change: () => this.picked() },
    });
    this.attach = h(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': 'Attach',
        title: 'Attach',
        'aria-haspopup': 'menu',
        on: { click: () => this.attachMenu() },
      },
      icon('attach'),
    );
    this.submit = h(
      'button',
      { class: 'send', type: 'submit', 'aria-label': 'Send', title: 'Send (Enter)' },
      icon('send'),
    );
    this.notice = h('div', { class: 'composer-notice', hidden: true });
    this.form = h(
      'form',
      {
        class: 'composer-form',
        on: {
          submit: (event) => {
            event.preventDefault();
            this.send();
          },
        },
      },
      this.attach,
      this.picker,
      this.box,
      this.submit,
    );
    this.element = h('div', { class: 'composer', hidden: true }, this.notice, this.bar, this.files, this.form);
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.addFiles(event.dataTransfer.files);
    });
  }

  /** Take up the draft of the place now open. */
  follow() {
    const { place, me } = this.store;
    const key = place && me !== null ? `${me}/${keyOf(place.chat, place.thread)}` : null;
    this.element.hidden = key === null;
    this.renderNotice();
    if (key === this.key) {
      this.renderBar();
      return;
    }
    this.key = key;
    this.draft = this.drafts.get(key ?? '');
    this.box.value = this.draft.text;
    this.render();
    if (key && matchMedia('(hover: hover)').matches && !document.activeElement?.closest('nav, .chats, .hood'))
      this.focus();
  }

  focus() {
    this.box.focus({ preventScroll: true });
  }

  /** Answer a message. */
  reply(message) {
    if (this.draft.edit) this.cancel();
    this.change({ reply: message.message_id });
    this.focus();
  }

  /** Change one of one's own messages. */
  edit(message) {
    this.box.value = message.text ?? message.caption ?? '';
    this.change({ edit: message.message_id, reply: null, text: this.box.value, files: [] });
    this.focus();
  }

  /** Send a text at once, leaving the draft alone. */
  async sendText(text) {
    const { place, me } = this.store;
    await this.run(() => api.send(this.body(place, me, { text })), place);
  }

  cancel() {
    if (this.draft.edit) this.box.value = '';
    this.change(this.draft.edit ? { edit: null, text: '' } : { reply: null });
    this.focus();
  }

  change(part) {
    this.draft = { ...this.draft, ...part };
    if (this.key) this.drafts.set(this.key, this.draft);
    this.render();
  }

  typed() {
    this.draft = { ...this.draft, text: this.box.value };
    if (this.key) this.drafts.set(this.key, this.draft);
    this.fit();
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'Escape' && (this.draft.reply || this.draft.edit)) {
      event.preventDefault();
      this.cancel();
    } else if (event.key === 'ArrowUp' && !this.box.value) {
      event.preventDefault();
      const rows = document.querySelectorAll('.messages .row');
      rows[rows.length - 1]?.focus();
    }
  }

  pasted(event) {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    this.addFiles(event.clipboardData.files);
  }

  picked() {
    this.addFiles(this.picker.files);
    this.picker.value = '';
  }

  addFiles(files) {
    if (this.draft.edit) this.cancel();
    this.change({ files: [...this.draft.files, ...files] });
    this.focus();
  }

  attachMenu() {
    openMenu(this.attach, [
      { label: 'Photo or file…', icon: 'file', run: () => this.picker.click() },
      ...samples.map((sample) => ({
        label: sample.label,
        icon: sample.icon,
        run: () => {
          const { place, me } = this.store;
          this.run(() => api.send(this.body(place, me, sample.body)), place);
        },
      })),
    ]);
  }

  body(place, me, extra) {
    const body = { from: me, chat_id: place.chat, ...extra };
    if (this.store.isGroup(place.chat) && place.thread > 1) body.message_thread_id = place.thread;
    return body;
  }

  async send() {
    const { place, me } = this.store;
    const { draft, key } = this;
    const text = draft.text.trim();
    if (!place || (!text && !draft.files.length)) return;
    this.box.value = '';
    this.change({ text: '', reply: null, edit: null, files: [] });
    const sent = await this.run(() => this.post(draft, text, place, me), place, Boolean(draft.reply));
    if (sent || this.drafts.get(key).text) return;
    this.drafts.set(key, draft);
    if (this.key === key) {
      this.draft = draft;
      this.box.value = draft.text;
      this.render();
    }
  }

  async post(draft, text, place, me) {
    if (draft.edit) {
      const old = this.store.messages(place.chat, place.thread)?.find((one) => one.message_id === draft.edit);
      const what = old?.kind && old.kind !== 'text' ? { caption: text } : { text };
      await api.edit({ from: me, chat_id: place.chat, message_id: draft.edit, ...what });
      return;
    }
    const reply = draft.reply ? { reply_to_message_id: draft.reply } : {};
    if (!draft.files.length) {
      await api.send(this.body(place, me, { text, ...reply }));
      return;
    }
    for (const [i, file] of draft.files.entries()) {
      const caption = i === 0 && text ? { caption: text } : {};
      await api.send(
        this.body(place, me, {
          kind: kindOf(file),
          file: await asBase64(file),
          file_name: file.name,
          ...caption,
          ...reply,
        }),
      );
    }
  }

  async run(action, place, isReply = false) {
    try {
      await action();
    } catch (error) {
      toast(error.message, 'error');
      return false;
    }
    this.store.emit('sent', { ...place, isReply });
    await this.store.refetch(place.chat, this.store.isGroup(place.chat) ? place.thread : null).catch(() => null);
    return true;
  }

  render() {
    this.renderBar();
    this.files.hidden = this.draft.files.length === 0;
    this.files.replaceChildren(
      ...this.draft.files.map((file) =>
        h(
          'li',
          null,
          icon('file'),
          h('span', null, file.name),
          h('small', null, size(file.size)),
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button small',
              'aria-label': `Remove ${file.name}`,
              on: { click: () => this.change({ files: this.draft.files.filter((one) => one !== file) }) },
            },
            icon('close'),
          ),
        ),
      ),
    );
    this.attach.disabled = Boolean(this.draft.edit);
    this.fit();
  }

  renderBar() {
    const { place } = this.store;
    const id = this.draft.edit ?? this.draft.reply;
    const message =
      id && place ? this.store.messages(place.chat, place.thread)?.find((one) => one.message_id === id) : null;
    this.bar.hidden = !id;
    const signature = JSON.stringify([id, this.draft.edit, message?.text, message?.caption]);
    if (this.bar.signature === signature) return;
    this.bar.signature = signature;
    if (!id) return;
    const title = this.draft.edit
      ? 'Edit message'
      : `Reply to ${message ? senderName(message, this.store) : 'a message'}`;
    this.bar.replaceChildren(
      icon(this.draft.edit ? 'edit' : 'reply'),
      h('div', null, h('b', null, title), h('span', null, message ? summary(message, this.store) : '')),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button small',
          'aria-label': 'Cancel',
          title: 'Cancel (Esc)',
          on: { click: () => this.cancel() },
        },
        icon('close'),
      ),
    );
  }

  renderNotice() {
    const { place } = this.store;
    const topic = place && this.store.topic(place.chat, place.thread);
    const blocked = place?.chat === this.store.me && this.store.chat(place.chat)?.blocked;
    this.form.hidden = Boolean(topic?.deleted || blocked);
    this.notice.hidden = !(topic?.closed || topic?.deleted || blocked);
    if (blocked) {
      this.notice.replaceChildren(
        'You blocked the bot. ',
        h('button', { type: 'button', class: 'link', on: { click: () => block(this.store, false) } }, 'Unblock'),
      );
    } else if (topic) {
      this.notice.textContent = topic.deleted ? 'This topic was deleted.' : 'This topic is closed.';
    }
  }

  fit() {
    this.box.style.setProperty('height', 'auto');
    if (this.box.scrollHeight) this.box.style.setProperty('height', `${Math.min(this.box.scrollHeight + 2, 160)}px`);
    this.submit.disabled = !this.draft.text.trim() && !this.draft.files.length;
  }
}

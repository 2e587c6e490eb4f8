// What was typed and not yet sent, for each person and conversation.
import { recall, remember } from './format.js';

const SAVE_MS = 250;

/** Drafts by person and place; text and reply survive a reload, an attached file does not. */
export class Drafts {
  constructor() {
    this.all = new Map(Object.entries(recall('sandbox.drafts', {})));
    this.timer = null;
  }

  /** @returns {{text: string, reply: number | null, edit: number | null, files: File[]}} */
  get(key) {
    return { text: '', reply: null, edit: null, files: [], ...this.all.get(key) };
  }

  set(key, draft) {
    if (draft.text || draft.reply || draft.files.length) this.all.set(key, draft);
    else this.all.delete(key);
    this.timer ??= setTimeout(() => this.save(), SAVE_MS);
  }

  save() {
    clearTimeout(this.timer);
    this.timer = null;
    const kept = [...this.all]
      .filter(([, draft]) => !draft.edit)
      .map(([key, { text, reply }]) => [key, { text, reply }]);
    remember('sandbox.drafts', kept.length ? Object.fromEntries(kept) : null);
  }

  clear() {
    this.all.clear();
    this.save();
  }
}

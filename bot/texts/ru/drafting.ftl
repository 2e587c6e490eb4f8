## Кто отвечает, слова в ожидании, предложения (bot.views.drafting)

card-lock = { $who } отвечает до { $until }
card-presence = Недавно здесь: { $names }

command-staff-unlock = Вы всё-таки не отвечаете
command-staff-suggest = Предложить ответ тому, кто отвечает: /suggest текст

button-draft = ✍ Ответить
button-held-anyway = Всё равно отправить
button-held-suggest = Как предложение
button-held-drop = Отбросить
button-suggestion-send = Отправить
button-suggestion-edit = Изменить
button-suggestion-decline = Отклонить

lock-taken = Вы отвечаете в #{ $ticket } до { $until }; ответы остальных ждут. Ответьте на сообщение клиента или напишите /reply текст. /unlock, если всё-таки не отвечаете.

held-lock = Не отправлено: { $who } отвечает до { $until }. Что сделать с вашим ответом?
held-colleague = Не отправлено: коллега ответил раньше, чем ваш ответ мог уйти. Что с ним сделать?
held-customer = Не отправлено: клиент написал, пока вы отвечали. Что сделать с вашим ответом?

entry-held = ⏸ { $author } → клиенту, не отправлено
entry-suggested = 💡 { $author } предлагает такой ответ:
suggestion-lock = Пока не отправлено: { $who } отвечает до { $until }.
suggestion-colleague = Пока не отправлено: тем временем ответил коллега.
suggestion-customer = Пока не отправлено: тем временем написал клиент.
suggestion-edit = Ответьте на предложение командой /reply со своими словами; они уйдут вместо этих:
suggestion-was-sent = ✅ Клиенту отправил(а) { $who }.
suggestion-was-edited = ✅ Изменил(а) и отправил(а) клиенту { $who }.
suggestion-was-declined = ❌ Отклонил(а) { $who }.

## Сотрудникам

suggestion-declined = { $who }, { $by } отклонил(а) ответ, который вы предложили в #{ $ticket }.

## Почему что-то нельзя сделать

error-someone-answers = { $who } отвечает в #{ $ticket } до { $until }; заметку /note там прочтут, а супервизор может перехватить.
error-not-locked = В #{ $ticket } сейчас никто не отвечает, так что возвращать нечего; ✍ на карточке начинает ответ.
error-already-decided = В #{ $ticket } это уже решено; /log скажет кем.
error-not-your-decision = Что станет с этим ответом в #{ $ticket }, решает только { $who }; /note скажет, что вы думаете.
error-cannot-send-anyway = В #{ $ticket } отвечает другой; свой ответ можно отдать как предложение или отбросить.
error-suggestion-stands = Ваше предложение в #{ $ticket } остаётся таким, как было дано; /suggest сделает ещё одно.
error-overtaken = На #{ $ticket } уже отвечает коллега или в ней есть новое, поэтому ничего не отправлено; прочтите и выберите ещё раз или ответьте через /reply.

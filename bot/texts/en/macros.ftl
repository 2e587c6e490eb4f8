## Macros (bot.views.panel, orchestration.answering.macros)

command-staff-macro = Canned replies: /macro name
macro-list = { $count ->
        [0] There are no macros yet. Reply to an answer with /macro save name to make one.
        [one] One macro:
       *[other] { $more ->
            [0] { $count } macros. /macro and words finds some of them:
           *[other] { $count } macros; these are the first. /macro and words finds the others:
        }
    }
macro-preview = Macro { $name }, not sent yet. The customer would read:{ $then-is ->
        [empty] {""}
       *[other] {" "}(then { $then })
    }
macro-preview-changed = Macro { $name } has changed since you read it, so it was not sent. The customer would read:{ $then-is ->
        [empty] {""}
       *[other] {" "}(then { $then })
    }
macro-saved = Saved: /macro { $name } sends these words, /macro forget { $name } removes it.
macro-forgotten = The macro { $name } is forgotten.
button-send = Send
button-discard = Discard
error-unknown-macro = There is no macro “{ $name }”; /macro lists those there are.
error-broken-macro = The words of the macro { $name } cannot be filled in here; write them with /reply, and show its file to the desk's owner.
error-bad-macro-name = “{ $name }” cannot be a macro's name; use small letters, digits, - and _, a letter first, at most 32, and neither save nor forget.
error-macro-exists = There is a macro { $name } already; choose another name, or /macro forget { $name } first.
error-macro-is-a-file = The macro { $name } is one of the desk's files, which its owner changes; choose another name.
error-not-your-macro = { $owner } saved the macro { $name }; they or a supervisor can forget it.
error-nothing-to-save = Reply with /macro save name to an answer in words that the customer of #{ $ticket } got.
command-staff-macro-save = Keep the newest answer as a macro: its name
button-macro-save = Save the answer
error-no-answer-to-save = The newest answer to the customer of #{ $ticket } has no words to save, or there is none yet; reply with /macro save name to another one, or answer first.

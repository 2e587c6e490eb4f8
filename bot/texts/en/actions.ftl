## Writes to business systems (bot.views.action, bot.routers.actions)

action-reading = 📖 { $title }: what it rests on is being read
action-waiting = 🔐 { $title }: needs approval
action-ready = ⚙️ { $title }: about to be done
action-running = ⚙️ { $title }: the system is asked
action-done = ✅ { $title }: done
action-failed = ❌ { $title }: not done
action-unknown = ❓ { $title }: nobody knows whether it was done. Please look in the system, then press what is so.
action-denied = ⛔ { $title }: the policy does not allow it
action-escalated = 📣 { $title }: escalated
action-rejected = 🚫 { $title }: rejected
action-expired = ⌛ { $title }: nobody decided in time, so it is a no
action-void = ♻️ { $title }: void
action-why = ▸ { $reason }
action-words = { $by-is ->
        [empty] { $words }
       *[other] { $by }: { $words }
    }
action-reference = Reference: { $reference }
action-evidence = 🗄 { $name } ({ $tool }), read { $at }
action-consequence = ➡️ { $words }
action-who = 👥 { $count ->
        [1] One yes is needed, of
       *[other] { $count } people have to say yes, each
    } { $role ->
        [agent] an agent
        [expert] an expert
        [supervisor] a supervisor
       *[admin] an admin
    } or above{ $skill-is ->
        [empty] {""}
       *[other] {""}, skilled in { $skill }
    }{ $four ->
        [0] {""}
       *[other] {""}, not whoever proposed it or answers the ticket
    }. Without a decision until { $until } it is a no.
action-yes = 👍 { $names }{ $left ->
        [0] {""}
        [1] {""}, one more is needed
       *[other] {""}, { $left } more are needed
    }
action-commands = /approve { $number } · /reject { $number } why · /amend { $number } name=value
action-words-evidence = What it rested on has changed meanwhile.
action-words-closed = The ticket was closed before it was decided.
action-words-policy = By the policy as it is now, or by who is who by now, it needs another decision.
action-words-replaced = It was proposed anew with other arguments.
action-words-not-asked = The system could not be asked.
action-words-no-answer = The system did not answer.
action-words-looked-up = The system did not answer; a read shows that it is done.
action-words-not-seen = The system did not answer; a read shows nothing of it yet.
action-unproven = Not yet: { $reasons }. Propose it again when that has changed.
action-known = This was proposed before, with the same arguments.
button-action-yes = ✅ Approve
button-action-no = ❌ Reject
button-action-change = ✏️ Change
button-action-again = 🔄 Propose again
button-action-undo = ↩️ Take it back
button-action-happened = It was done
button-action-didnot = It was not done
action-change = Copy this, change the values and send it here:
approval-waits = ⏳ #{ $ticket }: { $tool } still waits for approval.
approval-expired = ⌛ #{ $ticket }: nobody decided about { $tool } in time, so it is a no. Propose it again if it is still wanted.
error-action-decided = That is decided already, or it was replaced; its message says how it stands.
error-not-entitled = { $anonymous ->
        [1] Write as yourself: the yes of an anonymous administrator cannot be kept.
       *[other] { $own ->
            [1] Somebody else must decide: whoever proposed it or answers this ticket may not.
           *[other] This needs the yes of { $role ->
                [agent] an agent
                [expert] an expert
                [supervisor] a supervisor
               *[admin] an admin
            } or above{ $skill-is ->
                [empty] .
               *[other] {""}, skilled in { $skill }.
            }
        }
    }
error-no-such-action = There is no such action here; its number stands on its message, as in /approve 12.
error-bad-arguments = Write it like this: { $form }
error-reason-missing = Say why, so that whoever proposed it learns from it: /reject 12 why
command-staff-approve = Say yes to an action: /approve 12
command-staff-reject = Say no to an action, and why: /reject 12 why
command-staff-amend = Propose an action with other arguments: /amend 12 amount_minor=1500
command-staff-act = Propose an action: /act billing.refund invoice_number=I-1 amount_minor=990
log-action_proposed = { $who } proposed { $words }
log-action_judged = { $who } · { $words }
log-action_approved = { $who } approved { $words }
log-action_moved = { $who } · { $words }
systems-contradict = ⚡ Two systems contradict each other: { $words } Please look, then say how it is: press a side in the specialists' note, or /decide.

# A ticket's plan on its card (bot.views.plan)

plan-head = { $title }: { $standing }
plan-unverified = the customer must be verified first
plan-lacking = the customer must name something first
plan-reading = being read
plan-contradicted = two systems contradict each other
plan-waiting = under way
plan-troubled = a person must look
plan-refused = refused
plan-answered = answered
plan-done = done
plan-read = { $name } { $at }
plan-told = customer told
plan-action-proposed = proposed
plan-action-waiting-approval = waits for approval
plan-action-running = being done
plan-action-done = done
plan-action-rejected = rejected
plan-action-denied = not allowed
plan-action-failed = failed
plan-action-unknown = nobody knows

## Several people on one ticket

card-decision = Decided by { $by }: { $words }
card-asked = { $expert } is asked since { $since }
card-collaborator = Working along: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
card-watcher = Watching: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

button-team = People…
button-join = Work along
button-watch = Watch
button-leave = Leave

entry-handed-over = { $author } handed this over to { $who }
entry-consulted = { $author } asked { $who }
entry-decided = ⚖️ { $author } decided

command-staff-collab = Work along, or bring someone in: /collab @name or a skill
command-staff-watch = Hear in private where this ticket stands
command-staff-leave = Work along or watch no more
command-staff-handover = Pass it on: /handover @name what to know
command-staff-consult = Ask an expert: /consult @name question
command-staff-decide = Supervisors: decide in writing what binds all
command-staff-role = Who is what: /role @name expert billing

## To staff

relieved = { $by-is ->
    [empty] { $who }, the desk relieved you of #{ $ticket }, because its customer waited too long.
   *[other] { $who }, { $by } relieved you of #{ $ticket }.
}
handed-over = { $who }, { $by } handed #{ $ticket } over to you; what to know stands in its topic.
invited = { $who }, { $by } asks you to work along on #{ $ticket }.
consulted = { $who }, { $by } asks you something in the topic of #{ $ticket }; your next note there is the answer.
expert-answered = { $who }, { $by } answered your question in #{ $ticket }.
expert-left = { $who }, { $by } left without answering your question in #{ $ticket }; /consult asks someone else.
decided = { $who }, { $by } decided in #{ $ticket }; the card says what.
watch-needs-start = You watch #{ $ticket } now. So that I can tell you in private when it moves on, write /start to me there once.
role-given = { $who } is { $role ->
        [agent] an agent
        [expert] an expert
        [supervisor] a supervisor
       *[admin] an admin
    } now{ $skills-is ->
        [empty] {""}
       *[other] , for { $skills }
    }.
roles =
    Who is what here:
    { $lines }

## Why something cannot be done

error-already-taking-part = { $who } works on #{ $ticket } already or watches it; the card says who does what.
error-not-taking-part = You neither work along on #{ $ticket } nor watch it; /collab and /watch begin that.
error-already-asked = { $who } is being asked in #{ $ticket } already; their next note answers, or /status open stops waiting for it.
error-ask-another = You cannot consult yourself about #{ $ticket }; a /note keeps what you know.
error-supervisors-decide = Only a supervisor decides in #{ $ticket } and changes what was decided; a /note says what you think.
error-decision-stands = A decision in #{ $ticket } stands as it was written; a new /decide takes its place.
error-several-know = Several have the skill “{ $skill }”; ask one of them by name: { $names }.
error-unknown-role = There is no role “{ $role }”; it can be agent, expert, supervisor or admin.
error-bad-skill = “{ $skill }” cannot be a skill; only an expert has some, ten at most, each one word of letters, digits or hyphens.
error-cannot-grant = You cannot change what { $who } is to { $role }; supervisors give roles, and only an admin makes or unmakes an admin.

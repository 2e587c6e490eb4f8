## Incidents (orchestration.cases.incidents)

incident-list = { $count ->
        [0] There is no incident; /incident new and what is the matter opens one.
       *[other] Incidents. In a topic /incident 3 joins one; /incident 3 update text drafts it for each customer:
    }
incident-line = { $incident } · { $title } – { $tickets ->
        [one] one ticket
       *[other] { $tickets } tickets
    }, { $waiting ->
        [0] no draft waits
        [one] one draft waits
       *[other] { $waiting } drafts wait
    }{ $resolved ->
        [0] {""}
       *[other] {"; resolved"}
    }
incident-released = The drafts of incident { $incident } go out now, each to its customer; those that were sent or discarded do not.
button-send-all = Send all of { $incident } ({ $waiting })
button-draft-send = Send
button-draft-edit = Edit
button-draft-drop = Discard
entry-drafted = 🔥 { $author } · draft for incident { $incident }, not sent
card-incident = Incident { $incident }: { $title }
draft-edit = Write /incident edit and the words as the customer of #{ $ticket } should read them; they take the place of this draft, and are not sent yet.

command-staff-incident = One cause of many tickets: /incident 3 update text

error-unknown-incident = There is no incident { $incident }; /incident list names those there are.
error-incident-resolved = Incident { $incident } is resolved; /incident new opens another one.
error-not-in-incident = #{ $ticket } belongs to no incident; /incident 3 joins one.
error-no-draft = That draft of #{ $ticket } does not wait any more, so nothing was done; /reply answers the customer.
error-nothing-to-send-all = Nothing of that update of incident { $incident } waits to be sent; /incident list shows what does.
error-supervisors-send = Only a supervisor sends all drafts of incident { $incident }; the button below a draft sends that one.

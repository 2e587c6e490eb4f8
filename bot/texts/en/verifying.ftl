## Whose record is whose (bot.routers.verifying)

command-customer-verify = Show that you are our customer
command-staff-bind = Supervisors: whose record this is: /bind C-1001
command-staff-unbind = Supervisors: the record is not theirs

verify-how =
    To tell you about your orders I have to know that they are yours.{ $order ->
        [yes] {" "}Write the number of an order and the postcode it went to, such as:
            /verify 4711 28013
       *[no] {""}
    }{ $email ->
        [yes] {""}
            { $order ->
                [yes] Or write your e-mail address with us, and I send a code there:
               *[no] Write your e-mail address with us, and I send a code there:
            }
            /verify you@example.org
       *[no] {""}
    }
verify-by-people = I cannot check that by myself. Write to us here, and a person will see to it.
verify-still-checking = I am still checking what you wrote before. One moment, please.
verify-code-on-its-way = If that address is the one we have of you, a code of six digits is on its way there. Write it here within { $minutes } minutes.
verify-wrong-code = That is not the code. { $left ->
        [one] You can try once more.
       *[other] You can try { $left } more times.
    }
verify-no-match = Those two do not fit together. Please look them up in the confirmation of your order and try again.
verify-no-answer = I could not check that just now. Please try again in a few minutes, or write to us here.
verify-paused = That was too often for today. Try again tomorrow, or write /human, and a person will see to it.
verified = Thank you, I know now that you are our customer.

bound = { $customer } is bound to the record { $record } now. /unbind takes it back.
unbound = { $customer } is bound to no record any more.
binding = Verified as { $record }: { $proof }, by { $by }, { $since }. /unbind takes it back.
card-bound = Verified as { $record } ({ $proof }) by { $by }
proof-order_postcode = order and postcode
proof-email_code = code by e-mail
proof-supervisor = supervisor
unproven-no_match = nothing on file fits
unproven-wrong_code = a wrong code
unproven-no_answer = the system could not be asked
error-already-bound = { $customer } is bound to { $record } already; /unbind takes it back.
error-not-bound = { $customer } is bound to no record; they can write /verify, or a supervisor writes /bind with the record.
error-supervisors-bind = Only a supervisor says which record is the customer's on #{ $ticket }; ask one to write /bind or /unbind.
error-bad-record = A record is one line of up to { $most } characters, such as /bind C-1001.
tools-broken =
    ⚠️ The desk works without part of its tools; `topicdesk doctor` says more:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… and { $more } more, in the log
    }

## A customer's own data (orchestration.customers.own_data, orchestration.customers.forgetting)

command-customer-privacy = What we keep about you
command-customer-export = Get your data as a file
command-customer-forget = Have your data erased

privacy =
    We keep your name, user name and language as Telegram tells them, what you write to us, what we answer, your ratings and, once you show it, which customer you are with us. We need it to answer you. Photos and files stay with Telegram; we only keep where they are.

    /export – get your data as a file
    /forget – have your data erased
exported = Your data with us.
forget-asked = Your wish has arrived. Once a person has confirmed it, everything you wrote to us is erased, and you hear of it here.
forget-already-asked = Your wish has arrived already and waits for a person to confirm it. You hear of it here.
forgotten = Your data with us is erased. What stands in this chat is yours: you can delete it in Telegram.
forget-declined = Your data has not been erased. Write to us here, and a person will explain why.

forget-wanted = #{ $ticket }: this customer wants to be forgotten. When a supervisor confirms it, all their tickets lose every word and their topics are deleted; it cannot be undone. { $supervisors }
button-forget = Erase for good
button-keep = Do not erase
error-supervisors-only = Only a supervisor can decide that on #{ $ticket }; ask one to press the button.

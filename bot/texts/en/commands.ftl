## Commands as Telegram lists them

command-customer-new = Ask about something else
command-customer-tickets = Your requests
command-customer-status = Where your request stands
command-customer-close = You need no more help
command-customer-human = Talk to a person
command-customer-help = What you can do here
command-customer-id = The ids of this chat

command-staff-reply = Answer the customer
command-staff-note = Keep a note
command-staff-delete = Take back the answer that you reply to
command-staff-claim = Answer this ticket yourself
command-staff-assign = Give it to someone: /assign @name
command-staff-release = Give the ticket back
command-staff-status = Where it stands, or move it: /status open
command-staff-resolve = It is done
command-staff-reopen = It is not done after all
command-staff-close = End it for good
command-staff-help = What you can do here
command-staff-queue = What is not done
command-staff-notices = What I tell you in private, to choose by buttons
command-staff-subscribe = What I tell you in private, or more of it: /subscribe new
command-staff-mute = Less of it: /mute status, /mute #12
command-staff-quiet = When I tell you nothing: /quiet 22:00-7:00
command-staff-digest = Once a day what you follow: /digest 18:00
command-staff-oncall = Who is on call, or /oncall @name
command-staff-id = The ids of this chat

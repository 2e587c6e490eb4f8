# Whom a customer's words are for, as staff corrected it (bot.routers.consulting).

turn-head-routed = 🧭 { $by } گفت کار چه کسی است
command-staff-route = تعیین متخصص مربوط: ‎/route billing

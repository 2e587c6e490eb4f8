# Whom a customer's words are for, as staff corrected it (bot.routers.consulting).

turn-head-routed = 🧭 { $by } said whom it is for
command-staff-route = Say which specialist it is for: /route billing

# Whom a customer's words are for, as staff corrected it (bot.routers.consulting).

turn-head-routed = 🧭 { $by } indicó para quién es
command-staff-route = Indicar qué especialista se ocupa: /route billing

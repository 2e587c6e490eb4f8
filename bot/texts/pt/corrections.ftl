# Whom a customer's words are for, as staff corrected it (bot.routers.consulting).

turn-head-routed = 🧭 { $by } indicou para quem é
command-staff-route = Indicar de que especialista é: /route billing

# Whom a customer's words are for, as staff corrected it (bot.routers.consulting).

turn-head-routed = 🧭 Маршрут исправлен: { $by }
command-staff-route = Указать, чей это вопрос: /route billing

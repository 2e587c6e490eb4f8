## Commands as Telegram lists them

command-customer-new = Preguntar otra cosa
command-customer-tickets = Sus solicitudes
command-customer-status = Cómo va su solicitud
command-customer-close = Ya no necesita ayuda
command-customer-human = Hablar con una persona
command-customer-help = Qué puede hacer aquí
command-customer-id = Los identificadores de este chat
command-staff-reply = Responder al cliente
command-staff-note = Guardar una nota
command-staff-delete = Retirar la respuesta a la que contesta
command-staff-claim = Encargarse de esta solicitud
command-staff-assign = Dársela a alguien: /assign @nombre
command-staff-release = Devolver la solicitud
command-staff-status = En qué estado está, o cambiarlo: /status open
command-staff-resolve = Está resuelta
command-staff-reopen = No estaba resuelta
command-staff-close = Cerrarla definitivamente
command-staff-help = Qué puede hacer aquí
command-staff-queue = Lo que está pendiente
command-staff-id = Los identificadores de este chat
command-staff-notices = Qué le cuento en privado, para elegir con botones
command-staff-subscribe = Qué le cuento en privado, o más: /subscribe new
command-staff-mute = Contarle menos: /mute status, /mute #12
command-staff-quiet = Cuándo no le cuento nada: /quiet 22:00-7:00
command-staff-digest = Una vez al día, lo que sigue: /digest 18:00
command-staff-oncall = Quién está de guardia, o /oncall @nombre

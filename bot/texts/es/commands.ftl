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

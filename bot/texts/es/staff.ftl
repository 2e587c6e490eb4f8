## To staff (orchestration.sentences.StaffSentence)

note-kept = Guardado como nota. Para responder al cliente, conteste a su mensaje o use /reply.
reply-failed = #{ $ticket }: el cliente no recibió su mensaje, porque { $reason }.
edit-failed = #{ $ticket }: el cliente sigue leyendo el texto anterior, porque { $reason }.
delete-failed = #{ $ticket }: el cliente aún puede leer esa respuesta, porque { $reason }.
reply-held = #{ $ticket }: el cliente no ha recibido su mensaje, porque { $reason }. Saldrá en cuanto se le pueda escribir de nuevo.
edit-held = #{ $ticket }: el cliente sigue leyendo el texto anterior, porque { $reason }. Cambiará en cuanto se le pueda escribir de nuevo.
delete-held = #{ $ticket }: el cliente aún puede leer esa respuesta, porque { $reason }. Se retirará en cuanto se le pueda escribir de nuevo.
not-shown = #{ $ticket }: algo de esta solicitud no se pudo mostrar aquí. { $reason }
group-lost =
    No se puede usar el grupo del equipo. Telegram dice: { $reason }
    Qué ayuda: { $todo }
    Los mensajes de los clientes se guardan, y lo que es para el grupo espera hasta entonces.
group-back = El grupo del equipo vuelve a funcionar; lo que esperaba está en camino.
updates-missed =
    El servicio no tuvo noticias de Telegram durante { $hours ->
        [one] una hora
       *[other] { $hours } horas
    }, y Telegram guarda lo que no puede entregar solo un día: puede faltar lo que los clientes escribieron antes.
group-moved = El grupo del equipo tiene un nuevo identificador, { $chat }, y desde ahora se usa ese. Póngalo en STAFF_CHAT_ID para que la configuración también lo diga.
unclaimed =
    La #{ $ticket } lleva { $minutes ->
        [one] un minuto
       *[other] { $minutes } minutos
    } esperando y nadie la ha tomado.{ $why ->
        [1] {" "}Toda la gente de su cola está ausente.
        [2] {" "}Nadie trabaja en su cola.
       *[other] {""}
    } { $supervisors }
customer-wants-person = { $customer } pide hablar con una persona en la #{ $ticket }. { $supervisors }
released-left = { $who } se ha ido, así que nadie responde ahora la #{ $ticket }; con /claim puede tomarla. { $supervisors }
assigned =
    { $who }, { $by-is ->
        [empty] la mesa
       *[other] { $by }
    } le ha dado la #{ $ticket }.
asked-for = { $who }, { $by } quiere encargarse de la #{ $ticket }; /assign se la entrega.
status-topic =
    La #{ $ticket } ({ $subject }) está { $status } desde { $since }; { $owner-is ->
        [empty] aún no responde nadie
       *[other] responde { $owner }
    }.
queue =
    { $more ->
        [0]
            { $count ->
                [one] Hay una solicitud pendiente:
               *[other] Hay { $count } solicitudes pendientes:
            }
       *[other] Las { $count } solicitudes pendientes más antiguas; hay más:
    }
    { $lines }
queue-empty = No hay solicitudes pendientes.
help-topic =
    Conteste a un mensaje del cliente para responderle; todo lo demás que escriba aquí queda entre nosotros.
    
    /reply texto – responder al cliente
    /reply – sin texto: respondes tú y las respuestas de los demás esperan; /unlock lo termina
    /suggest texto – sugerir una respuesta a quien responde
    /ask @billing pregunta – preguntar a un especialista; @billing en una nota hace lo mismo
    /draft – pedir otro borrador de respuesta; /draft short fija el tono
    /translate – lo que escribió el cliente, en su idioma; requiere un modelo
    /route billing – indicar para quién es, y el enrutador lo aprende; /route nobody – para ninguno
    /macro – respuestas preparadas; /macro save nombre guarda la respuesta a la que contesta
    /note texto – guardar una nota
    /delete – contestando a una respuesta: retirársela al cliente
    /claim – encargarse de esta solicitud
    /assign @nombre – dársela a alguien
    /release – devolverla
    /handover @nombre nota – traspasarla con lo que hay que saber
    /collab – colaborar; /collab @nombre o una especialidad – sumar a alguien
    /watch – saber en privado cómo va; /leave – ni lo uno ni lo otro
    /consult @nombre pregunta – consultar a un experto; su próxima nota responde
    /decide texto – un supervisor decide lo que vale para todos
    /status – en qué estado está; /status open – cambiarlo
    /resolve, /reopen, /close – terminarla, o no
    /summary texto – en qué quedó, para el equipo; /looked – un supervisor la ha revisado
    /ban motivo, /unban – vetar al cliente, o no
    /bind registro, /unbind – supervisores: qué registro es el de este cliente, o no
    /subject palabras, /tag palabra, /priority high, /queue nombre – clasificarla
    /link #n, /merge #n – lo que tiene que ver con ella, o es lo mismo
    /incident – una causa de muchas solicitudes; /incident 3 la une, /incident 3 update texto prepara borradores
    /history – las solicitudes de este cliente; /search palabras – en todas las solicitudes
    /log – quién hizo qué
    /queue – lo que está pendiente
    /followup viernes 14:00 qué @quién – recordar algo; solo, los enumera
    /snooze mañana 9:00, /wake – aplazarla, o no; /keep – que no termine por sí sola
    /timezone Europe/Madrid – la zona de sus horas
    /role – quién es qué; /role @nombre expert billing – lo indican los supervisores
    /notices, /subscribe, /mute, /quiet, /digest – qué le cuento en privado, y cuándo
    /oncall – quién está de guardia; @oncall en una nota le avisa
    /away 2h, /away until friday – no recibe solicitudes nuevas; /back lo termina
    /shift – lo que está abierto, por urgencia y plazo
    /kb palabras – lo que dicen nuestros artículos
    /kb add – una vez resuelto: un artículo de lo que ayudó, que aprueba un experto o un supervisor
    /specialists – los especialistas de IA: para qué está cada uno y desde cuándo
    /id – los identificadores de este chat
    /help – esta lista
    
    @nombre, @supervisor, @oncall o una cola en una nota: se enteran en privado.
help-group =
    Cada solicitud es un tema de este grupo. En el tema de una solicitud:
    /claim, /assign, /release, /handover, /reply, /macro, /note, /delete, /status, /resolve, /reopen, /close,
    /summary, /looked,
    /collab, /watch, /leave, /consult, /decide, /subject, /tag, /priority, /link, /merge, /history, /log,
    /bind, /unbind, /ban, /unban; /queue nombre la pasa a otro equipo
    
    Aquí y allí:
    /queue – lo que está pendiente
    /search palabras – encontrar solicitudes por lo que se dijo en ellas
    /followup viernes 14:00 qué @quién – recordar algo; solo, los enumera
    /timezone Europe/Madrid – la zona de sus horas
    /incident – una causa de muchas solicitudes; /incident 3 la une, /incident 3 update texto prepara borradores
    /role – quién es qué; /role @nombre expert billing – lo indican los supervisores
    /notices, /subscribe, /mute, /quiet, /digest – qué le cuento en privado, y cuándo
    /oncall – quién está de guardia
    /away 2h, /away until friday – no recibe solicitudes nuevas; /back lo termina
    /shift – lo que está abierto, por urgencia y plazo
    /kb palabras – lo que dicen nuestros artículos
    /specialists – los especialistas de IA: para qué está cada uno y desde cuándo
    /id – los identificadores de este chat
    /help – esta lista

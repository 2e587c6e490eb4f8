## To customers (orchestration.sentences.PublicSentence)

greeting = ¡Hola, { $name }! Escriba aquí su pregunta y le responderemos en este chat.
greeting-staff =
    ¡Hola, { $name }! En este chat usted es cliente, así que puede probar el servicio: escriba una pregunta y se convertirá en una solicitud en el grupo del equipo.
    Aquí también tiene /queue, /search, /subscribe, /mute, /quiet, /digest, /oncall, /away y /back; /help muestra lo que pueden hacer los clientes.
receipt = Gracias. Su solicitud es la #{ $ticket }; le responderemos aquí.
help =
    Escriba aquí su pregunta y le responderemos en este chat.
    
    /new – preguntar otra cosa
    /tickets – ver sus solicitudes y elegir una
    /status – cómo va su solicitud
    /close – ya no necesita ayuda
    /human – hablar con una persona
    /verify – demuestre que es cliente nuestro
    /language – elegir su idioma
    /privacy – qué guardamos sobre usted y cómo obtenerlo o borrarlo
    /help – esta lista
next-is-new = Su próximo mensaje abrirá una nueva solicitud.
no-tickets = Aún no tiene solicitudes. Escriba su pregunta y será la primera.
no-current = No tiene ninguna solicitud en curso. Escriba su pregunta para abrir una, o elija otra con /tickets.
ticket-list =
    { $count ->
        [one] Tiene una solicitud.
       *[other] Tiene { $count } solicitudes.
    }{ $current ->
        [0] { " " }Elija una para continuar con ella.
       *[other] { " " }Sus mensajes van a la #{ $current }; elija otra para continuar con ella.
    }
switched = Ahora sus mensajes van a la #{ $ticket }: { $subject }
status =
    La #{ $ticket } ({ $subject }) está { $status-is ->
        [new] recibida: le responderemos aquí
        [waiting_customer] a la espera de su respuesta
        [resolved] resuelta; si vuelve a escribir, se reabrirá
        [closed] cerrada; si vuelve a escribir, se abrirá una nueva solicitud
       *[other] en curso
    }.
resolved-by-customer = La #{ $ticket } queda resuelta. Si necesita algo más, solo tiene que escribir.
already-ended = La #{ $ticket } ya ha terminado. Si necesita algo más, solo tiene que escribir.
people-called = Una persona se ocupará de la #{ $ticket } y le responderá aquí.
people-already-called = Una persona ya está al tanto de la #{ $ticket } y le responderá aquí.
unsupported = No puedo recibir este tipo de mensaje. Envíe, por favor, texto, una foto, un vídeo, un mensaje de voz o un archivo.
protected = Lo que ha enviado está protegido contra copias y aquí nadie puede verlo. Envíelo de nuevo sin esa protección, por favor.
unknown-command = No conozco { $command }. /help muestra lo que puede hacer, o simplemente escriba su pregunta.
ids =
    Este chat: { $chat }{ $thread ->
        [0] { "" }
       *[other] , este tema: { $thread }
    }{ $user ->
        [0] { "" }
       *[other] , usted: { $user }
    }
answered-itself = 🤖 Esta es una respuesta automática. Escriba /human y le atenderá una persona.

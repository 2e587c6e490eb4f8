incident-list = { $count ->
        [0] No hay ninguna incidencia; /incident new y lo que pasa abre una.
       *[other] Incidencias. En un tema, /incident 3 se une a una; /incident 3 update texto prepara un borrador para cada cliente:
    }
incident-line = { $incident } · { $title }: { $tickets ->
        [one] una solicitud
       *[other] { $tickets } solicitudes
    }, { $waiting ->
        [0] ningún borrador pendiente
        [one] un borrador pendiente
       *[other] { $waiting } borradores pendientes
    }{ $resolved ->
        [0] { "" }
       *[other] { "; resuelta" }
    }
incident-released = Los borradores de la incidencia { $incident } salen ahora, cada uno a su cliente; los ya enviados o descartados, no.
button-send-all = Enviar todo de { $incident } ({ $waiting })
button-draft-send = Enviar
button-draft-edit = Editar
button-draft-drop = Descartar
entry-drafted = 🔥 { $author } · borrador para la incidencia { $incident }, sin enviar
card-incident = Incidencia { $incident }: { $title }
draft-edit = Escriba /incident edit y las palabras tal como debe leerlas el cliente de la #{ $ticket }; sustituyen a este borrador y aún no se envían.
command-staff-incident = Una causa de muchas solicitudes: /incident 3 update texto
error-unknown-incident = No hay ninguna incidencia { $incident }; /incident list nombra las que hay.
error-incident-resolved = La incidencia { $incident } está resuelta; /incident new abre otra.
error-not-in-incident = La #{ $ticket } no pertenece a ninguna incidencia; /incident 3 la une a una.
error-no-draft = Ese borrador de la #{ $ticket } ya no espera, así que no se ha hecho nada; /reply responde al cliente.
error-nothing-to-send-all = Nada de ese aviso de la incidencia { $incident } espera su envío; /incident list muestra lo que espera.
error-supervisors-send = Solo un supervisor envía todos los borradores de la incidencia { $incident }; el botón bajo un borrador envía ese.

command-staff-macro = Respuestas preparadas: /macro nombre
macro-list =
    { $count ->
        [0] Aún no hay macros. Conteste a una respuesta con /macro save nombre para crear una.
        [one] Una macro:
       *[other]
            { $more ->
                [0] { $count } macros. /macro y unas palabras encuentra algunas de ellas:
               *[other] { $count } macros; estas son las primeras. /macro y unas palabras encuentra las demás:
            }
    }
macro-preview =
    Macro { $name }, aún sin enviar. El cliente leería:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(después { $then })
    }
macro-preview-changed =
    La macro { $name } ha cambiado desde que usted la leyó, así que no se ha enviado. El cliente leería:{ $then-is ->
        [empty] { "" }
       *[other] { " " }(después { $then })
    }
macro-saved = Guardada: /macro { $name } envía este texto, /macro forget { $name } la elimina.
macro-forgotten = La macro { $name } se ha eliminado.
button-send = Enviar
button-discard = Descartar
error-unknown-macro = No existe la macro «{ $name }»; /macro muestra las que hay.
error-broken-macro = El texto de la macro { $name } no se puede completar aquí; escríbalo con /reply y muestre su archivo al propietario del servicio.
error-bad-macro-name = «{ $name }» no puede ser el nombre de una macro; use letras minúsculas, cifras, - y _, con una letra al principio, 32 como máximo, y ni save ni forget.
error-macro-exists = Ya existe una macro { $name }; elija otro nombre o use antes /macro forget { $name }.
error-macro-is-a-file = La macro { $name } es uno de los archivos del servicio, que modifica su propietario; elija otro nombre.
error-not-your-macro = La macro { $name } la guardó { $owner }; puede eliminarla esa persona o un supervisor.
error-nothing-to-save = Conteste con /macro save nombre a una respuesta con texto que haya recibido el cliente de la #{ $ticket }.
command-staff-macro-save = Guardar la última respuesta como macro: su nombre
button-macro-save = Guardar la respuesta
error-no-answer-to-save = La última respuesta al cliente de la #{ $ticket } no tiene texto que guardar, o aún no hay ninguna; conteste a otra con /macro save nombre, o responda primero al cliente.

## Why something cannot be done (orchestration.errors)

error-illegal-transition =
    { $allowed-is ->
        [empty] La #{ $ticket } está { $before } y así se queda; el próximo mensaje del cliente abrirá una nueva.
       *[other] La #{ $ticket } está { $before } y no puede pasar a estar { $after }; puede pasar a estar { $allowed }.
    }
error-ticket-closed = La #{ $ticket } está cerrada y solo admite notas; el próximo mensaje del cliente abrirá una nueva.
error-already-owned = La #{ $ticket } es de { $owner }; pídasela con el botón de abajo o deje una nota con /note.
error-already-yours = La #{ $ticket } ya es suya; /reply responde al cliente, /release la devuelve.
error-not-owned = La #{ $ticket } no es de nadie, así que no hay nada que soltar; con /claim puede tomarla.
error-not-allowed = La #{ $ticket } es de { $owner }; solo esa persona o un supervisor pueden hacerlo, y el botón de abajo se lo pide.
error-anonymous-cannot-own = Un administrador anónimo no puede encargarse de una solicitud; /assign @nombre se la da a alguien.
error-not-your-reply = La #{ $ticket } es de { $owner }; conteste como nota o pídasela con el botón de abajo.
error-unknown-person = No he visto a { $name } en este grupo; en cuanto escriba aquí, /assign le conocerá.
error-unknown-status = No existe el estado «{ $word }»; puede ser { $allowed }.
error-no-such-ticket = No tiene ninguna solicitud #{ $ticket }; /tickets muestra las suyas.
error-nothing-to-send = Aún no hay nada que enviar en la #{ $ticket }; escriba el texto después del comando.
error-not-your-words = Esa respuesta de la #{ $ticket } es de otra persona; puede retirarla ella o un supervisor.
error-already-taken-back = Esa respuesta de la #{ $ticket } ya se retiró; una nueva respuesta puede ocupar su lugar.
error-not-an-answer = Conteste con /delete a la respuesta de la #{ $ticket } que el cliente ya no debe tener.
error-edited-into-command = Una edición no ejecuta comandos, así que la copia del cliente no cambia; /delete como respuesta a ella la retira.
error-cannot-carry = No puedo enviar este tipo de mensaje al cliente de la #{ $ticket }; sí un texto, una foto, un vídeo, un mensaje de voz o un archivo.
error-missing-argument = Falta algo; escríbalo así: { $form }
error-unknown-command = No conozco { $command }; /help muestra lo que puedo hacer aquí.
error-not-a-ticket = { $command } se usa en el tema de una solicitud; /queue muestra las solicitudes.
error-old-button = Este botón ya no sirve; use los más recientes.

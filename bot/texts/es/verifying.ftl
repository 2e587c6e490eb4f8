## De quién es cada registro (bot.routers.verifying)

command-customer-verify = Demostrar que es cliente nuestro
command-staff-bind = Supervisores: de qué registro se trata: /bind C-1001
command-staff-unbind = Supervisores: el registro no es suyo

verify-how =
    Para hablarle de sus pedidos necesito saber que son suyos.{ $order ->
        [yes] {" "}Escriba el número de un pedido y el código postal al que se envió, por ejemplo:
            /verify 4711 28013
       *[no] {""}
    }{ $email ->
        [yes] {""}
            { $order ->
                [yes] O escriba la dirección de correo que tenemos de usted y le envío allí un código:
               *[no] Escriba la dirección de correo que tenemos de usted y le envío allí un código:
            }
            /verify usted@example.org
       *[no] {""}
    }
verify-by-people = Eso no puedo comprobarlo yo. Escríbanos aquí y se ocupará una persona.
verify-still-checking = Todavía estoy comprobando lo que escribió antes. Un momento, por favor.
verify-code-on-its-way = Si esa es la dirección que tenemos de usted, va de camino un código de seis cifras. Escríbalo aquí en los próximos { $minutes } minutos.
verify-wrong-code = Ese no es el código. { $left ->
        [one] Puede probar una vez más.
       *[other] Puede probar { $left } veces más.
    }
verify-no-match = Esos dos datos no coinciden. Compruébelos en la confirmación de su pedido e inténtelo de nuevo.
verify-no-answer = Ahora mismo no he podido comprobarlo. Inténtelo de nuevo en unos minutos o escríbanos aquí.
verify-paused = Por hoy han sido demasiados intentos. Pruebe de nuevo mañana o escriba /human y se ocupará una persona.
verified = Gracias, ya sé que es cliente nuestro.

bound = { $customer } tiene ahora el registro { $record }. /unbind lo deshace.
unbound = { $customer } ya no tiene ningún registro.
binding = Verificado como { $record }: { $proof }, por { $by }, { $since }. /unbind lo deshace.
card-bound = Verificado como { $record } ({ $proof }) por { $by }
proof-order_postcode = pedido y código postal
proof-email_code = código por correo
proof-supervisor = supervisor
unproven-no_match = no coincide con nada registrado
unproven-wrong_code = un código incorrecto
unproven-no_answer = no se pudo consultar el sistema
error-already-bound = { $customer } ya tiene el registro { $record }; /unbind lo deshace.
error-not-bound = { $customer } no tiene ningún registro; puede escribir /verify, o un supervisor escribe /bind con el registro.
error-supervisors-bind = Solo un supervisor dice qué registro es el del cliente de la #{ $ticket }; pídale que escriba /bind o /unbind.
error-bad-record = Un registro es una sola línea de hasta { $most } caracteres, como /bind C-1001.
tools-broken =
    ⚠️ El equipo trabaja sin parte de sus herramientas; `topicdesk doctor` dice más:
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}… y { $more } más, en el registro
    }
